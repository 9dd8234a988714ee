/**
 * server/modules/alerts/store.ts — the SQL by which alerts are judged, raised, closed and answered, and of the steps.
 */
import type { CloseReason } from '#domain/alerts.ts'
import type { CalendarDate } from '#domain/calendar-date.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import type { Today } from '../places/index.ts'

/** The day it is in each warehouse, as a table to join. */
export const daysThere = (db: Db, days: readonly Today[]) =>
  db`unnest(${days.map((d) => d.warehouseId)}::uuid[], ${days.map((d) => d.day)}::date[])`

export type LyingBatch = {
  batchId: string
  productId: string
  expiresOn: CalendarDate | null
  onHand: number
  onTheWay: number
  day: CalendarDate | null
  warehouseId: string | null // where it is that day
  ownSteps: number[] | null // of the product
  alertId: string | null
  stepDays: number | null
  judgedBy: CalendarDate | null
}

/** Those on hand with a last day up to this one, and those of which an alert is open. */
const concerned = (db: Db, until: CalendarDate) => db`
  select b.id from stock.balance s join batches.batch b on b.account_id = s.account_id and b.id = s.batch_id
  where s.account_id = ${db.act.accountId} and b.expires_on <= ${until}
  union
  select o.batch_id from alerts.open_alert o where o.account_id = ${db.act.accountId} and o.kind = 'expiry'`

type JudgedBatches = Readonly<{ until: CalendarDate } | { batchIds: readonly string[] }>

/** In joins as they are written: by key from a list of batches, and by hash where all of an account is looked at. */
export const lyingBatches = (db: Db, which: JudgedBatches, days: readonly Today[]) => db<LyingBatch[]>`
  select b.id as batch_id, b.product_id, b.expires_on,
    coalesce(sum(s.on_hand) filter (where p.warehouse_id is not null), 0)::bigint as on_hand,
    coalesce(sum(s.on_hand) filter (where p.kind = 'transit'), 0)::bigint as on_the_way, max(t.day) as day,
    (array_agg(t.warehouse order by t.day desc nulls last, t.warehouse))[1] as warehouse_id,
    q.days as own_steps, a.id as alert_id, a.step_days, a.expires_on as judged_by
  from (${'until' in which ? concerned(db, which.until) : db`select id from unnest(${which.batchIds as string[]}::uuid[]) as id`}) c
  join batches.batch b on b.account_id = ${db.act.accountId} and b.id = c.id
  left join stock.balance s on s.account_id = b.account_id and s.batch_id = b.id and s.on_hand > 0
  left join places.place p on p.account_id = s.account_id and p.id = s.place_id
  left join ${daysThere(db, days)} as t(warehouse, day) on t.warehouse = p.warehouse_id
  left join alerts.product_steps q on q.account_id = b.account_id and q.product_id = b.product_id
  left join alerts.open_alert o on o.account_id = b.account_id and o.kind = 'expiry' and o.batch_id = b.id
  left join alerts.alert a on a.account_id = o.account_id and a.id = o.alert_id
  group by b.id, b.product_id, b.expires_on, q.days, a.id, a.step_days, a.expires_on`

export type Closing = Readonly<{ alertId: string; because: CloseReason; expiresOn: CalendarDate | null }>

/** Of those that are open: whoever comes second closes nothing. */
export const closeAlerts = (tx: Tx, rows: readonly Closing[]) => tx`
  with closed as (
    delete from alerts.open_alert o
    using unnest(${rows.map((r) => r.alertId)}::uuid[], ${rows.map((r) => r.because)}::text[], ${rows.map((r) => r.expiresOn)}::date[])
      as r(alert, because, expires_on)
    where o.account_id = ${tx.act.accountId} and o.alert_id = r.alert
    returning o.alert_id, r.because, r.expires_on)
  insert into alerts.closing (account_id, alert_id, because, expires_on, closed_at)
  select ${tx.act.accountId}, alert_id, because, expires_on, ${tx.act.at} from closed`

export type Raising = Readonly<{
  batchId: string
  stepDays: number
  expiresOn: CalendarDate
  warehouseId: string
  units: number
}>

/** Of batches of which none is open: whoever comes second raises nothing. */
export const raiseAlerts = (tx: Tx, rows: readonly Raising[]) => tx`
  with raised as (
    select * from unnest(${rows.map(() => newId())}::uuid[], ${rows.map((r) => r.batchId)}::uuid[], ${rows.map((r) => r.stepDays)}::int[],
      ${rows.map((r) => r.expiresOn)}::date[], ${rows.map((r) => r.warehouseId)}::uuid[], ${rows.map((r) => r.units)}::bigint[])
      as r(id, batch, step, expires_on, warehouse, units)),
  opened as (
    insert into alerts.open_alert (account_id, kind, batch_id, alert_id)
    select ${tx.act.accountId}, 'expiry', batch, id from raised on conflict (account_id, kind, batch_id) do nothing returning alert_id)
  insert into alerts.alert (account_id, id, kind, batch_id, step_days, expires_on, warehouse_id, units, raised_at)
  select ${tx.act.accountId}, r.id, 'expiry', r.batch, r.step, r.expires_on, r.warehouse, r.units, ${tx.act.at}
  from raised r join opened on opened.alert_id = r.id`

export type NewAnswer = Readonly<{
  alertId: string
  kind: 'seen' | 'snoozed'
  untilOn: CalendarDate | null
  reason: string | null
}>

export const insertAnswer = (tx: Tx, a: NewAnswer) => tx`
  insert into alerts.answer (account_id, id, alert_id, kind, until_on, reason, by, at)
  values (${tx.act.accountId}, ${newId()}, ${a.alertId}, ${a.kind}, ${a.untilOn}, ${a.reason}, ${tx.act.actorName}, ${tx.act.at})`

export type AccountSteps = { days: number[]; setBy: string | null; setAt: Instant | null }
export type ProductSteps = {
  productId: string
  sku: string
  productName: string
  days: number[]
  setBy: string
  setAt: Instant
}

export const accountStepsRow = (db: Db) => db<AccountSteps[]>`
  select days, set_by, set_at from alerts.account_steps where account_id = ${db.act.accountId}`

export const putAccountSteps = (tx: Tx, days: readonly number[]) => tx`
  insert into alerts.account_steps (account_id, days, set_by, set_at)
  values (${tx.act.accountId}, ${days as number[]}::int[], ${tx.act.actorName}, ${tx.act.at})
  on conflict (account_id) do update set days = excluded.days, set_by = excluded.set_by, set_at = excluded.set_at`

/** Products with steps of their own. */
export const productStepsList = (db: Db, productId: string | null) => db<ProductSteps[]>`
  select q.product_id, p.sku, p.name as product_name, q.days, q.set_by, q.set_at
  from alerts.product_steps q join catalog.product p on p.account_id = q.account_id and p.id = q.product_id
  where q.account_id = ${db.act.accountId} ${productId === null ? db`` : db`and q.product_id = ${productId}`} order by p.sku`

export const putProductSteps = (tx: Tx, productId: string, days: readonly number[]) => tx`
  insert into alerts.product_steps (account_id, product_id, days, set_by, set_at)
  values (${tx.act.accountId}, ${productId}, ${days as number[]}::int[], ${tx.act.actorName}, ${tx.act.at})
  on conflict (account_id, product_id) do update set days = excluded.days, set_by = excluded.set_by, set_at = excluded.set_at`

export const deleteProductSteps = (tx: Tx, productId: string) => tx`
  delete from alerts.product_steps where account_id = ${tx.act.accountId} and product_id = ${productId}`

/** The steps of the account where it said any, and the widest of all products that have their own. */
export const widestSteps = (db: Db) => db<{ own: number[] | null; widest: number }[]>`
  select (select days from alerts.account_steps where account_id = ${db.act.accountId}) as own,
    coalesce((select max(d) from alerts.product_steps q cross join unnest(q.days) as d where q.account_id = ${db.act.accountId}), 0) as widest`
