/**
 * server/modules/allocation/delivery/delivery-store.ts — the SQL of services, holidays and transit times.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { splitReferences } from '#platform/references.ts'

export type ServiceRow = {
  id: string
  code: string
  name: string
  workingDays: number[]
  standard: boolean
  createdAt: Instant
  archivedAt: Instant | null
}
export type HolidayRow = { onDay: CalendarDate; warehouseId: string | null; serviceId: string | null; name: string }
export type TransitRowOf = {
  id: string
  serviceId: string | null
  warehouseId: string | null
  country: string | null
  postalPrefix: string
  transitDays: number
  distanceKm: number | null
  parcelCost: number | null // minor units of the account's currency
}
export type TransitKey = Pick<TransitRowOf, 'serviceId' | 'warehouseId' | 'country' | 'postalPrefix'>

const serviceColumns = (db: Db) => db`id, code, name, working_days, standard, created_at, archived_at`

/** An account has few, so all are read. */
export const services = (db: Db) => db<ServiceRow[]>`
  select ${serviceColumns(db)} from allocation.service where account_id = ${db.act.accountId} order by code`

/** By id and by code. */
export async function resolveServices(db: Db, references: Iterable<string>): Promise<Map<string, ServiceRow>> {
  const { ids, codes } = splitReferences(references)
  if (ids.length + codes.length === 0) return new Map()
  const rows = await db<ServiceRow[]>`
    select ${serviceColumns(db)} from allocation.service
    where account_id = ${db.act.accountId} and (id = any(${ids}::uuid[]) or code = any(${codes}::text[]))`
  return new Map(rows.flatMap((row) => [[row.id, row] as const, [row.code, row] as const]))
}

export const insertServiceRow = (tx: Tx, s: ServiceRow) => tx`
  insert into allocation.service (account_id, id, code, name, working_days, standard, created_at)
  values (${tx.act.accountId}, ${s.id}, ${s.code}, ${s.name}, ${s.workingDays}::smallint[], ${s.standard}, ${s.createdAt})`

export const updateServiceRow = (tx: Tx, s: ServiceRow) => tx`
  update allocation.service set code = ${s.code}, name = ${s.name}, working_days = ${s.workingDays}::smallint[], standard = ${s.standard},
    archived_at = ${s.archivedAt}
  where account_id = ${tx.act.accountId} and id = ${s.id}`

/** There is one standard service at most. */
export const noneIsStandard = (tx: Tx) => tx`
  update allocation.service set standard = false where account_id = ${tx.act.accountId} and standard`

export const holidays = (db: Db) => db<HolidayRow[]>`
  select on_day, warehouse_id, service_id, name from allocation.holiday
  where account_id = ${db.act.accountId} order by on_day, warehouse_id nulls first, service_id nulls first`

/** Tells what there was. */
export const dropAllHolidays = (tx: Tx) => tx<HolidayRow[]>`
  delete from allocation.holiday where account_id = ${tx.act.accountId} returning on_day, warehouse_id, service_id, name`

/** Tells what there was. */
export const dropHolidays = (tx: Tx, days: readonly Omit<HolidayRow, 'name'>[]) => tx<HolidayRow[]>`
  delete from allocation.holiday h
  using unnest(${days.map((d) => d.onDay)}::date[], ${days.map((d) => d.warehouseId)}::uuid[], ${days.map((d) => d.serviceId)}::uuid[])
    as d(on_day, warehouse_id, service_id)
  where h.account_id = ${tx.act.accountId} and h.on_day = d.on_day and h.warehouse_id is not distinct from d.warehouse_id
    and h.service_id is not distinct from d.service_id
  returning h.on_day, h.warehouse_id, h.service_id, h.name`

export const insertHolidays = (tx: Tx, rows: readonly HolidayRow[]) => tx`
  insert into allocation.holiday (account_id, id, on_day, warehouse_id, service_id, name)
  select ${tx.act.accountId}, h.id, h.on_day, h.warehouse, h.service, h.name
  from unnest(${rows.map(() => newId())}::uuid[], ${rows.map((h) => h.onDay)}::date[], ${rows.map((h) => h.warehouseId)}::uuid[], ${rows.map((h) => h.serviceId)}::uuid[],
    ${rows.map((h) => h.name)}::text[]) as h(id, on_day, warehouse, service, name)`

const transitColumns = (db: Db) =>
  db`id, service_id, warehouse_id, country, postal_prefix, transit_days, distance_km, parcel_cost`

/** Rows that may hold for goods to these countries. */
export const transitTo = (db: Db, countries: readonly string[]) => db<TransitRowOf[]>`
  select ${transitColumns(db)} from allocation.transit
  where account_id = ${db.act.accountId} and (country is null or country = any(${countries as string[]}::text[]))`

type TransitPage = Readonly<{ country: string | null; after: string | null; limit: number }>

export const transitPage = (db: Db, { country, after, limit }: TransitPage) => db<TransitRowOf[]>`
  select ${transitColumns(db)} from allocation.transit
  where account_id = ${db.act.accountId} and (${country}::text is null or country = ${country}) and (${after}::uuid is null or id > ${after}::uuid)
  order by id limit ${limit}`

const keys = (tx: Tx, rows: readonly TransitKey[]) => tx`
  unnest(${rows.map((t) => t.serviceId)}::uuid[], ${rows.map((t) => t.warehouseId)}::uuid[], ${rows.map((t) => t.country)}::text[],
    ${rows.map((t) => t.postalPrefix)}::text[]) as k(service_id, warehouse_id, country, postal_prefix)`

/** Kilometres and cost that it does not name stay as they are. */
export type TransitPut = Omit<TransitRowOf, Measured> & Partial<Pick<TransitRowOf, Measured>>
type Measured = 'distanceKm' | 'parcelCost'

/** A row for the same goods and way takes the place of the one there was. Only under the lock of the rules. */
export const putTransit = (tx: Tx, rows: readonly TransitPut[]) => tx`
  insert into allocation.transit (account_id, id, service_id, warehouse_id, country, postal_prefix, transit_days, distance_km, parcel_cost)
  select ${tx.act.accountId}, t.id, t.service, t.warehouse, t.country, t.prefix, t.days,
    case when t.keeps_km = 1 then was.distance_km else t.km end, case when t.keeps_cost = 1 then was.parcel_cost else t.cost end
  from unnest(${rows.map((t) => t.id)}::uuid[], ${rows.map((t) => t.serviceId)}::uuid[], ${rows.map((t) => t.warehouseId)}::uuid[],
    ${rows.map((t) => t.country)}::text[], ${rows.map((t) => t.postalPrefix)}::text[], ${rows.map((t) => t.transitDays)}::smallint[],
    ${rows.map((t) => t.distanceKm ?? null)}::integer[], ${rows.map((t) => (t.distanceKm === undefined ? 1 : 0))}::smallint[],
    ${rows.map((t) => t.parcelCost ?? null)}::bigint[], ${rows.map((t) => (t.parcelCost === undefined ? 1 : 0))}::smallint[])
    as t(id, service, warehouse, country, prefix, days, km, keeps_km, cost, keeps_cost)
  left join allocation.transit was on was.account_id = ${tx.act.accountId} and was.postal_prefix = t.prefix
    and coalesce(was.country, '') = coalesce(t.country, '') and coalesce(was.service_id::text, '') = coalesce(t.service::text, '')
    and coalesce(was.warehouse_id::text, '') = coalesce(t.warehouse::text, '')
  on conflict (account_id, country, postal_prefix, service_id, warehouse_id) do update set transit_days = excluded.transit_days,
    distance_km = excluded.distance_km, parcel_cost = excluded.parcel_cost`

export const dropTransit = (tx: Tx, rows: readonly TransitKey[]) => tx`
  delete from allocation.transit t using ${keys(tx, rows)}
  where t.account_id = ${tx.act.accountId} and t.service_id is not distinct from k.service_id
    and t.warehouse_id is not distinct from k.warehouse_id and t.country is not distinct from k.country and t.postal_prefix = k.postal_prefix`

export const dropAllTransit = (tx: Tx) => tx`delete from allocation.transit where account_id = ${tx.act.accountId}`
