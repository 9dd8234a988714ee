/**
 * server/modules/sellthrough/store.ts — the SQL of what customers who sell on report, and of what went to them and came back.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import type { Carried, Reported, ReportKind } from '#domain/sold-on.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db, SqlPart, Tx } from '#platform/db.ts'
import { netMoves } from '../stock/index.ts'

export type ReportRow = Readonly<{
  id: string
  customerId: string
  productId: string
  kind: ReportKind
  quantity: number
  on: CalendarDate
  document: string | null
  note: string | null
}>

export const insertReports = (tx: Tx, rows: readonly ReportRow[]) => tx`
  insert into sellthrough.report (account_id, id, customer_id, product_id, kind, quantity, on_day, document, note, recorded_by, recorded_at)
  select ${tx.act.accountId}, r.id, r.customer, r.product, r.kind, r.quantity, r.on_day, r.document, r.note, ${tx.act.actorName}, ${tx.act.at}
  from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.customerId)}::uuid[], ${rows.map((r) => r.productId)}::uuid[],
    ${rows.map((r) => r.kind)}::text[], ${rows.map((r) => r.quantity)}::bigint[], ${rows.map((r) => r.on)}::date[],
    ${rows.map((r) => r.document)}::text[], ${rows.map((r) => r.note)}::text[]) as r(id, customer, product, kind, quantity, on_day, document, note)`

export const reportsOfIds = (db: Db, ids: readonly string[]) => db<ReportRow[]>`
  select id, customer_id, product_id, kind, quantity, on_day as on, document, note from sellthrough.report
  where account_id = ${db.act.accountId} and id = any(${ids as string[]}::uuid[])`

export const insertWithdrawal = (tx: Tx, id: string, reason: string) => tx`
  insert into sellthrough.withdrawal (account_id, report_id, reason, withdrawn_by, withdrawn_at)
  values (${tx.act.accountId}, ${id}, ${reason}, ${tx.act.actorName}, ${tx.act.at})`

export type ReportView = ReportRow & {
  customerName: string
  sku: string
  productName: string
  recordedBy: string
  recordedAt: Instant
  withdrawnBy: string | null
  withdrawnAt: Instant | null
  withdrawReason: string | null
}
export type ReportFilter = Readonly<{
  id: string | null
  customerId: string | null
  productId: string | null
  before: Readonly<{ on: CalendarDate; id: string }> | null
  limit: number
}>

/** Those of the latest day first. */
export const reportList = (db: Db, f: ReportFilter) => db<ReportView[]>`
  select r.id, r.customer_id, c.name as customer_name, r.product_id, p.sku, p.name as product_name, r.kind, r.quantity, r.on_day as on, r.document, r.note,
    r.recorded_by, r.recorded_at, w.withdrawn_by, w.withdrawn_at, w.reason as withdraw_reason
  from sellthrough.report r
  join catalog.customer c on c.account_id = r.account_id and c.id = r.customer_id
  join catalog.product p on p.account_id = r.account_id and p.id = r.product_id
  left join sellthrough.withdrawal w on w.account_id = r.account_id and w.report_id = r.id
  where r.account_id = ${db.act.accountId}
    ${f.id ? db`and r.id = ${f.id}` : db``}
    ${f.customerId ? db`and r.customer_id = ${f.customerId}` : db``}
    ${f.productId ? db`and r.product_id = ${f.productId}` : db``}
    ${f.before ? db`and (r.on_day, r.id) < (${f.before.on}::date, ${f.before.id}::uuid)` : db``}
  order by r.on_day desc, r.id desc limit ${f.limit}`

/** A customer and a product of which it has told something. */
export type Pair = Readonly<{ customerId: string; productId: string }>
export type PairAsk = Readonly<{
  customerId: string | null
  productIds: readonly string[] | null
  knownOn: Instant | null
}>

/** Of reports, those that stood then. */
const standing = (db: Db, knownOn: Instant | null) => db`
  ${knownOn === null ? db`` : db`and r.recorded_at <= ${knownOn}`}
  and not exists (
    select from sellthrough.withdrawal w where w.account_id = r.account_id and w.report_id = r.id
      ${knownOn === null ? db`` : db`and w.withdrawn_at <= ${knownOn}`})`

/** With what stands of it, and since when the last of it was told, by whom. */
export const pairsThatReport = (db: Db, { customerId, productIds, knownOn }: PairAsk) =>
  named(
    db,
    db`${latestOf(db)}
      where r.account_id = ${db.act.accountId}
        ${customerId ? db`and r.customer_id = ${customerId}` : db``}
        ${productIds ? db`and r.product_id = any(${productIds as string[]}::uuid[])` : db``} ${standing(db, knownOn)}
      ${inOrder(db)}`,
  )

/**
 * What was recorded fitted then. It is in doubt where something came back or was undone since, where a report was withdrawn since, and where units without a label are of the
 * product; of these a few are looked at, and not all that ever was sent and reported.
 */
export const pairsInDoubt = (db: Db) =>
  named(
    db,
    db`with latest as (
        select customer_id, product_id, max(recorded_at) as at from sellthrough.report
        where account_id = ${db.act.accountId} group by customer_id, product_id),
      doubted as materialized (
        select l.customer_id, l.product_id from latest l
        left join lateral (
          select true as is from stock.move m
          where m.account_id = ${db.act.accountId} and m.product_id = l.product_id and m.recorded_at >= l.at and (m.reason = 'return' or m.reverses_id is not null)
          limit 1) moved on true
        left join lateral (
          select true as is from returns.unlabelled u where u.account_id = ${db.act.accountId} and u.product_id = l.product_id limit 1) unread on true
        left join lateral (
          select true as is from sellthrough.report r join sellthrough.withdrawal w on w.account_id = r.account_id and w.report_id = r.id
          where r.account_id = ${db.act.accountId} and r.product_id = l.product_id and r.customer_id = l.customer_id and w.withdrawn_at >= l.at
          limit 1) withdrawn on true
        where moved.is or unread.is or withdrawn.is)
      ${latestOf(db)}
      join doubted d on d.customer_id = r.customer_id and d.product_id = r.product_id
      where r.account_id = ${db.act.accountId} ${standing(db, null)}
      ${inOrder(db)}`,
  )

type NamedPair = Pair & { customerName: string; sku: string; productName: string; since: Instant; by: string }

/** The last report of each customer and product. */
const latestOf = (db: Db) => db`
  select distinct on (r.customer_id, r.product_id) r.customer_id, r.product_id, r.recorded_at as since, r.recorded_by as by from sellthrough.report r`
const inOrder = (db: Db) => db`order by r.customer_id, r.product_id, r.recorded_at desc, r.id desc`

const named = (db: Db, latest: SqlPart) => db<NamedPair[]>`
  select t.customer_id, c.name as customer_name, t.product_id, p.sku, p.name as product_name, t.since, t.by
  from (${latest}) t
  join catalog.customer c on c.account_id = ${db.act.accountId} and c.id = t.customer_id
  join catalog.product p on p.account_id = ${db.act.accountId} and p.id = t.product_id
  order by c.name, t.customer_id, p.sku, t.product_id`

type Of = readonly Pair[]
type OfPair<Row> = (Pair & Row)[]

const asked = (db: Db, pairs: Of) =>
  db`unnest(${pairs.map(({ customerId }) => customerId)}::uuid[], ${pairs.map(({ productId }) => productId)}::uuid[]) as a(customer_id, product_id)`

export const standingReports = (db: Db, pairs: Of, knownOn: Instant | null) => db<OfPair<Reported>>`
  select r.customer_id, r.product_id, r.kind, r.on_day as on, sum(r.quantity)::bigint as quantity
  from ${asked(db, pairs)}
  join sellthrough.report r on r.account_id = ${db.act.accountId} and r.customer_id = a.customer_id and r.product_id = a.product_id ${standing(db, knownOn)}
  group by r.customer_id, r.product_id, r.kind, r.on_day`

const asPairs = (db: Db, pairs: Of) => db`
  pair as materialized (select a.customer_id, a.product_id from ${asked(db, pairs)}), who as materialized (select distinct customer_id from pair)`

/** Of each document `doc`, its moves; looked up document by document, for an account has no statistics (decision 8). */
const movesOf = (db: Db, knownOn: Instant | null, reason: 'shipment' | 'return') => db`
  select m.account_id, m.product_id, m.batch_id, m.from_place_id, m.to_place_id, m.occurred_at, m.quantity from ${netMoves(db, knownOn)} m
  where m.account_id = ${db.act.accountId} and m.document_id = doc.id and m.reason = ${reason} offset 0`

/** By batch and day, in the zone of the warehouse of that place. */
const carried = (db: Db, { reason, knownOn }: { reason: 'shipment' | 'return'; knownOn: Instant | null }) => db`
  select pair.customer_id, pair.product_id, m.batch_id as batch, (m.occurred_at at time zone w.time_zone)::date as on, sum(m.quantity)::bigint as quantity
  from doc
  cross join lateral (${movesOf(db, knownOn, reason)}) m
  join pair on pair.customer_id = doc.customer_id and pair.product_id = m.product_id
  join places.place p on p.account_id = m.account_id and p.id = ${reason === 'shipment' ? db`m.from_place_id` : db`m.to_place_id`}
  join places.warehouse w on w.account_id = p.account_id and w.id = p.warehouse_id
  group by pair.customer_id, pair.product_id, m.batch_id, (m.occurred_at at time zone w.time_zone)::date`

export const sentTo = (db: Db, pairs: Of, knownOn: Instant | null) => db<OfPair<Carried>>`
  with ${asPairs(db, pairs)},
  doc as materialized (
    select o.customer_id, s.id from who
    join orders.sales_order o on o.account_id = ${db.act.accountId} and o.customer_id = who.customer_id
    join fulfilment.shipment s on s.account_id = o.account_id and s.order_id = o.id)
  ${carried(db, { reason: 'shipment', knownOn })}`

/** A return that names an order of ours is of the order's customer. */
export const returnedBy = (db: Db, pairs: Of, knownOn: Instant | null) => db<OfPair<Carried>>`
  with ${asPairs(db, pairs)},
  doc as materialized (
    select who.customer_id, r.id from who
    cross join lateral (
      select r.account_id, r.id, r.order_number from returns.announced_return r
      where r.account_id = ${db.act.accountId} and r.customer_id = who.customer_id offset 0) r
    where not exists (select from orders.sales_order o where o.account_id = r.account_id and o.number = r.order_number)
    union all
    select who.customer_id, r.id from who
    join orders.sales_order o on o.account_id = ${db.act.accountId} and o.customer_id = who.customer_id
    cross join lateral (
      select r.id from returns.announced_return r where r.account_id = o.account_id and r.order_number = o.number offset 0) r)
  ${carried(db, { reason: 'return', knownOn })}`
