/**
 * server/modules/alerts/list-store.ts — the SQL that reads alerts: which ones first, then what is to be told of them.
 */
import type { AlertState, CloseReason } from '#domain/alerts.ts'
import type { CalendarDate } from '#domain/calendar-date.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { joinsEach } from '#platform/plans.ts'
import { type Today, todays } from '../places/index.ts'
import { daysThere } from './store.ts'

export type AlertFilter = Readonly<{
  /** Null: what somebody should see, the new and the seen. */
  state: AlertState | null
  stepDays: number | null
  batchId: string | null
  productId: string | null
  /** Where some of it lies. */
  warehouseId: string | null
}>
export type AlertKey = { id: string; sortOn: CalendarDate }
export type AlertsAsked = AlertFilter & Readonly<{ after: AlertKey | null; limit: number }>

const everything: AlertFilter = { state: null, stepDays: null, batchId: null, productId: null, warehouseId: null }

/** What people said last of those that are open; of years of answers the others are not sorted. A snooze is over when its day is, where the batch lay when the alert was raised. */
const said = (db: Db) => db`
  select distinct on (n.alert_id) n.alert_id, n.kind, n.until_on, n.reason, n.by, n.at
  from alerts.answer n
  where n.account_id = ${db.act.accountId} and n.alert_id in (select alert_id from alerts.open_alert where account_id = ${db.act.accountId})
  order by n.alert_id, n.id desc`

const stateOf = (db: Db) => db`
  case when n.kind = 'seen' then 'seen' when n.kind = 'snoozed' and n.until_on >= t.day then 'snoozed' else 'new' end`

const liesSomewhere = (db: Db, warehouseId: string | null) => db`exists (
  select from stock.balance s join places.place p on p.account_id = s.account_id and p.id = s.place_id
  where s.account_id = a.account_id and s.batch_id = a.batch_id and s.on_hand > 0
    and ${warehouseId === null ? db`p.warehouse_id is not null` : db`p.warehouse_id = ${warehouseId}`})`

/** Of goods that left a moment ago nobody is told any more. */
const openOnes = (db: Db, f: AlertFilter, days: readonly Today[]) => db`
  select a.id, a.step_days, coalesce(b.expires_on, a.expires_on) as sort_on, ${stateOf(db)} as state
  from alerts.open_alert o
  join alerts.alert a on a.account_id = o.account_id and a.id = o.alert_id
  join batches.batch b on b.account_id = a.account_id and b.id = a.batch_id
  left join (${said(db)}) n on n.alert_id = a.id
  left join ${daysThere(db, days)} as t(warehouse, day) on t.warehouse = a.warehouse_id
  where o.account_id = ${db.act.accountId} and ${liesSomewhere(db, f.warehouseId)}
    ${f.batchId === null ? db`` : db`and a.batch_id = ${f.batchId}`}
    ${f.productId === null ? db`` : db`and b.product_id = ${f.productId}`}`

/** Those first whose last day comes first. */
const openKeys = (db: Db, f: AlertsAsked, days: readonly Today[]) => db<AlertKey[]>`
  select id, sort_on from (${openOnes(db, f, days)}) one
  where ${f.state === null ? db`state <> 'snoozed'` : db`state = ${f.state}`}
    ${f.stepDays === null ? db`` : db`and step_days = ${f.stepDays}`}
    ${f.after === null ? db`` : db`and (sort_on, id) > (${f.after.sortOn}::date, ${f.after.id}::uuid)`}
  order by sort_on, id limit ${f.limit}`

/** Newest first. */
const closedKeys = (db: Db, f: AlertsAsked) => db<AlertKey[]>`
  select a.id, a.expires_on as sort_on
  from alerts.alert a
  join alerts.closing c on c.account_id = a.account_id and c.alert_id = a.id
  join batches.batch b on b.account_id = a.account_id and b.id = a.batch_id
  where a.account_id = ${db.act.accountId}
    ${f.warehouseId === null ? db`` : db`and a.warehouse_id = ${f.warehouseId}`}
    ${f.batchId === null ? db`` : db`and a.batch_id = ${f.batchId}`}
    ${f.productId === null ? db`` : db`and b.product_id = ${f.productId}`}
    ${f.stepDays === null ? db`` : db`and a.step_days = ${f.stepDays}`}
    ${f.after === null ? db`` : db`and a.id < ${f.after.id}`}
  order by a.id desc limit ${f.limit}`

export type AlertRow = {
  id: string
  stepDays: number
  judgedBy: CalendarDate
  unitsThen: number
  raisedAt: Instant
  batchId: string
  batchCode: string
  expiresOn: CalendarDate | null
  productId: string
  sku: string
  productName: string
  baseUnit: 'each' | 'gram' | 'millilitre'
  units: number
  day: CalendarDate | null // where it is latest of the warehouses where it lies
  places: {
    placeId: string
    placeCode: string
    placeKind: string
    warehouseId: string
    warehouseCode: string
    quantity: number
  }[]
  state: AlertState
  answeredBy: string | null
  answeredAt: Instant | null
  snoozedUntil: CalendarDate | null
  snoozeReason: string | null
  closedAt: Instant | null
  closedBecause: CloseReason | null
  closedExpiresOn: CalendarDate | null
}

/** In the order of the ids; each looked up by its key. */
const rowsOf = (db: Db, ids: readonly string[], days: readonly Today[]) => db<AlertRow[]>`
  select a.id, a.step_days, a.expires_on as judged_by, a.units as units_then, a.raised_at, b.id as batch_id, b.code as batch_code, b.expires_on,
    p.id as product_id, p.sku, p.name as product_name, p.base_unit, lies.units, lies.day, lies.places,
    case when c.alert_id is not null then 'closed' else ${stateOf(db)} end as state,
    n.by as answered_by, n.at as answered_at, n.until_on as snoozed_until, n.reason as snooze_reason,
    c.closed_at, c.because as closed_because, c.expires_on as closed_expires_on
  from unnest(${ids as string[]}::uuid[]) with ordinality as asked(id, position)
  join alerts.alert a on a.account_id = ${db.act.accountId} and a.id = asked.id
  join batches.batch b on b.account_id = a.account_id and b.id = a.batch_id
  join catalog.product p on p.account_id = b.account_id and p.id = b.product_id
  left join alerts.closing c on c.account_id = a.account_id and c.alert_id = a.id
  left join lateral (
    select r.kind, r.until_on, r.reason, r.by, r.at from alerts.answer r
    where r.account_id = a.account_id and r.alert_id = a.id order by r.id desc limit 1) n on true
  left join ${daysThere(db, days)} as t(warehouse, day) on t.warehouse = a.warehouse_id
  cross join lateral (
    select coalesce(sum(s.on_hand), 0)::bigint as units, max(d.day) as day,
      coalesce(jsonb_agg(jsonb_build_object('placeId', l.id, 'placeCode', l.code, 'placeKind', l.kind, 'warehouseId', w.id, 'warehouseCode', w.code,
        'quantity', s.on_hand) order by w.code, l.code), '[]') as places
    from stock.balance s
    join places.place l on l.account_id = s.account_id and l.id = s.place_id
    join places.warehouse w on w.account_id = l.account_id and w.id = l.warehouse_id
    join ${daysThere(db, days)} as d(warehouse, day) on d.warehouse = w.id
    where s.account_id = a.account_id and s.batch_id = a.batch_id and s.on_hand > 0) lies
  order by asked.position`

export async function alertList(db: Db, asked: AlertsAsked): Promise<{ rows: AlertRow[]; keys: readonly AlertKey[] }> {
  const days = await todays(db)
  const [, keys] = await Promise.all([
    joinsEach(db, 'off'),
    asked.state === 'closed' ? closedKeys(db, asked) : openKeys(db, asked, days),
  ])
  const ids = keys.map(({ id }) => id)
  const [, rows] = await Promise.all([joinsEach(db, 'on'), rowsOf(db, ids, days)])
  return { rows, keys }
}

export async function alertById(db: Db, id: string): Promise<AlertRow | undefined> {
  return (await rowsOf(db, [id], await todays(db)))[0]
}

export type AlertCount = { stepDays: number; state: 'new' | 'seen' | 'snoozed'; total: number }

/** Of the open ones, the tightest step first. */
export async function alertCounts(db: Db, filter: Partial<AlertFilter> = {}): Promise<AlertCount[]> {
  const days = await todays(db)
  const [, counts] = await Promise.all([
    joinsEach(db, 'off'),
    db<AlertCount[]>`
      select step_days, state, count(*) as total from (${openOnes(db, { ...everything, ...filter }, days)}) one
      group by step_days, state order by step_days, state`,
  ])
  return counts
}
