/**
 * server/modules/allocation/delivery/change-delivery.ts — services, holidays and transit times are written. What was promised
 * is held against them by a job that follows at once.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import { plainPostal } from '#domain/delivery-day.ts'
import type { Db, Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { enqueue } from '#platform/jobs.ts'
import { naming } from '#platform/naming.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../../access/index.ts'
import { resolveWarehouses } from '../../places/index.ts'
import { lockRules } from '../rules/rule-store.ts'
import {
  dropAllHolidays,
  dropAllTransit,
  dropHolidays,
  dropTransit,
  type HolidayRow,
  insertHolidays,
  insertServiceRow,
  noneIsStandard,
  putTransit,
  resolveServices,
  type ServiceRow,
  type TransitKey,
  updateServiceRow,
} from './delivery-store.ts'

type ServiceFields = Readonly<{ code: string; name: string; workingDays: number[]; standard: boolean }>
export type ServiceChange = Readonly<{ id: string; archived?: boolean } & Partial<ServiceFields>>

/** No planning reads half of it; then promises are held against it. */
async function changed(tx: Tx, write: () => Promise<void>): Promise<void> {
  await lockRules(tx)
  await write()
  await enqueue(tx, 'delivery-changed', {}, 'all')
}

export async function addServiceOfCarrier(
  tx: Tx,
  { id, ...fields }: Readonly<{ id?: string } & ServiceFields>,
): Promise<ServiceRow> {
  const row = { id: id ?? newId(), ...fields, createdAt: tx.act.at, archivedAt: null }
  await changed(tx, async () => {
    if (row.standard) await noneIsStandard(tx)
    await naming({ kind: 'service', name: row.code }, insertServiceRow(tx, row))
  })
  audit(tx, { action: 'service.add', subjectKind: 'service', subjectId: row.id, after: row })
  return row
}

/** Archived, no order can name it, and it is the standard no more. Refuses `not_found`. */
export async function changeServiceOfCarrier(tx: Tx, { id, archived, ...fields }: ServiceChange): Promise<ServiceRow> {
  const before = (await resolveServices(tx, [id])).get(id)
  if (!before) throw new Refusal('not_found', { kind: 'service', id })
  const archivedAt = archived === undefined ? before.archivedAt : archived ? tx.act.at : null
  const after = { ...before, ...fields, archivedAt }
  const kept = { ...after, standard: after.standard && archivedAt === null }
  await changed(tx, async () => {
    if (kept.standard) await noneIsStandard(tx)
    await naming({ kind: 'service', name: kept.code }, updateServiceRow(tx, kept))
  })
  audit(tx, { action: 'service.change', subjectKind: 'service', subjectId: id, before, after: kept })
  return kept
}

export type HolidayAsk = Readonly<{
  on: CalendarDate
  name: string | null // null: it is none any more
  warehouse?: string
  service?: string
}>

/**
 * Day by day, so that two people who write at once do not undo each other; or in the place of all there were. Refuses
 * `invalid_input` naming every wrong row; then nothing is written.
 */
export async function putHolidays(
  tx: Tx,
  { days: asks, replace }: Readonly<{ days: readonly HolidayAsk[]; replace: boolean }>,
): Promise<void> {
  const find = await finder(tx, asks)
  const rows = readRows(asks, 'holidays', (ask, wrong) => {
    if (ask.warehouse !== undefined && ask.service !== undefined)
      wrong('service', 'and a warehouse cannot both rest: write two rows')
    return { onDay: ask.on, name: ask.name, ...find(ask, wrong) }
  })
  refuseTwice(rows, 'holidays', ({ onDay, warehouseId, serviceId }) => [onDay, warehouseId, serviceId])
  const put = rows.flatMap(({ name, ...row }): HolidayRow[] => (name === null ? [] : [{ ...row, name }]))
  let gone: readonly HolidayRow[] = []
  await changed(tx, async () => {
    if (replace) gone = await dropAllHolidays(tx)
    else if (rows.length > 0) gone = await dropHolidays(tx, rows)
    if (put.length > 0) await insertHolidays(tx, put)
  })
  audit(tx, {
    action: 'holidays.put',
    subjectKind: 'delivery',
    subjectId: tx.act.accountId,
    before: { rows: [...gone] },
    after: { replace, removed: gone.length, written: put.length, rows: rows.slice(0, 100) },
  })
}

export type TransitAsk = Readonly<{
  service?: string
  warehouse?: string
  country?: string
  postalPrefix?: string
  transitDays: number | null // null: there is no such row any more
  distanceKm?: number | null // absent: as it was
  parcelCost?: number | null // absent: as it was; minor units of the account's currency
}>

/** Row by row, or in the place of the whole table. Refuses `invalid_input` naming every wrong row; then nothing is written. */
export async function putTransitTimes(
  tx: Tx,
  { rows: asks, replace }: Readonly<{ rows: readonly TransitAsk[]; replace: boolean }>,
): Promise<{ written: number; removed: number }> {
  const find = await finder(tx, asks)
  const rows = readRows(asks, 'rows', (ask, wrong) => {
    const postalPrefix = plainPostal(ask.postalPrefix ?? '')
    if (postalPrefix !== '' && ask.country === undefined) wrong('postalPrefix', 'needs the country that it belongs to')
    return {
      id: newId(),
      ...find(ask, wrong),
      country: ask.country ?? null,
      postalPrefix,
      transitDays: ask.transitDays,
      ...(ask.distanceKm !== undefined && { distanceKm: ask.distanceKm }),
      ...(ask.parcelCost !== undefined && { parcelCost: ask.parcelCost }),
    }
  })
  refuseTwice(rows, 'rows', keyOf)
  const put = rows.flatMap(({ transitDays, ...row }) => (transitDays === null ? [] : [{ ...row, transitDays }]))
  const drop = rows.filter(({ transitDays }) => transitDays === null)
  let removed = 0
  await changed(tx, async () => {
    if (replace) removed = (await dropAllTransit(tx)).count
    else if (drop.length > 0) removed = (await dropTransit(tx, drop)).count
    if (put.length > 0) await putTransit(tx, put)
  })
  const after = { written: put.length, removed }
  audit(tx, {
    action: 'transit.put',
    subjectKind: 'delivery',
    subjectId: tx.act.accountId,
    after: { ...after, replace, rows: asks.slice(0, 100) },
  })
  return after
}

const keyOf = ({ country, postalPrefix, serviceId, warehouseId }: TransitKey) => [
  country,
  postalPrefix,
  serviceId,
  warehouseId,
]

type Wrong = (field: string, message: string) => void
type Named = Readonly<{ warehouse?: string; service?: string }>

function readRows<Ask, Row>(asks: readonly Ask[], list: string, row: (ask: Ask, wrong: Wrong) => Row): Row[] {
  const problems: { at: string; message: string }[] = []
  const rows = asks.map((ask, index) =>
    row(ask, (field, message) => problems.push({ at: `${list}[${index}].${field}`, message })),
  )
  if (problems.length > 0) throw new Refusal('invalid_input', { problems })
  return rows
}

function refuseTwice<Row>(rows: readonly Row[], list: string, keyed: (row: Row) => readonly unknown[]): void {
  const firstAt = new Map<string, number>()
  const problems = rows.flatMap((row, index) => {
    const key = JSON.stringify(keyed(row))
    const first = firstAt.get(key)
    if (first === undefined) firstAt.set(key, index)
    return first === undefined
      ? []
      : [{ at: `${list}[${index}]`, message: `says the same as row ${first + 1}: keep one of them` }]
  })
  if (problems.length > 0) throw new Refusal('invalid_input', { problems })
}

/** Warehouse and service by id or code. */
async function finder(db: Db, asks: readonly Named[]) {
  const [warehouses, services] = await Promise.all([
    resolveWarehouses(db),
    resolveServices(
      db,
      asks.flatMap(({ service }) => service ?? []),
    ),
  ])
  return ({ warehouse, service }: Named, wrong: Wrong) => {
    const found = { warehouse: warehouses.get(warehouse ?? ''), service: services.get(service ?? '') }
    if (warehouse !== undefined && !found.warehouse) wrong('warehouse', `there is no warehouse "${warehouse}"`)
    if (service !== undefined && !found.service) wrong('service', `there is no service "${service}"`)
    return { warehouseId: found.warehouse?.id ?? null, serviceId: found.service?.id ?? null }
  }
}
