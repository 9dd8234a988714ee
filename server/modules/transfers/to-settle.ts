/**
 * server/modules/transfers/to-settle.ts — transfers that wait for a person: those that nobody has approved, and units of which somebody
 * said that they are missing.
 */
import type { SettleAsk, SettlePage, ToSettle } from '#domain/to-settle.ts'
import type { Db } from '#platform/db.ts'
import { oldestFirst } from '#platform/oldest-first.ts'
import { standings } from './standings.ts'

type Row = Omit<ToSettle, 'says'>

/** They stand where the goods would leave from. */
const unapproved = (db: Db, warehouseId: string | null) => db`
  select t.id::text as key, t.id as document_id, t.number, l.skus, null::uuid as batch_id, null::text as batch_code, w.id as warehouse_id,
    w.code as warehouse_code, null::text as place_code, l.quantity, t.requested_at as since, t.requested_by as by
  from transfers.transfer t
  join places.warehouse w on w.account_id = t.account_id and w.id = t.from_warehouse_id
  cross join lateral (
    select sum(l.quantity)::bigint as quantity, array_agg(distinct p.sku order by p.sku) as skus
    from transfers.transfer_line l join catalog.product p on p.account_id = l.account_id and p.id = l.product_id
    where l.account_id = t.account_id and l.transfer_id = t.id) l
  where t.account_id = ${db.act.accountId} and t.approved_at is null and t.cancelled_at is null
    ${warehouseId ? db`and t.from_warehouse_id = ${warehouseId}` : db``}`

export const transfersToApprove = (db: Db, ask: SettleAsk): Promise<SettlePage> =>
  oldestFirst(db, {
    rows: unapproved(db, ask.warehouseId),
    ask,
    tell: (row: Row) => ({ ...row, says: 'to be approved' }),
  })

/** What is missing is still on its way: only batches that are can be. Each stands with who said it last, where it did not arrive. */
const missing = (db: Db, warehouseId: string | null) => db`
  with said as (
    select distinct on (d.line_id, d.batch_id) d.id, d.transfer_id, d.line_id, d.batch_id, d.made_at, d.made_by
    from places.place way
    join stock.balance s on s.account_id = way.account_id and s.place_id = way.id
    join transfers.discrepancy d on d.account_id = s.account_id and d.batch_id = s.batch_id and d.kind = 'missing'
    where way.account_id = ${db.act.accountId} and way.kind = 'transit'
    order by d.line_id, d.batch_id, d.made_at desc, d.id desc)
  select d.id::text as key, t.id as document_id, t.number, array[p.sku] as skus, b.id as batch_id, b.code as batch_code, w.id as warehouse_id,
    w.code as warehouse_code, null::text as place_code, open.missing as quantity, d.made_at as since, d.made_by as by
  from (select array_agg(distinct transfer_id) as ids from said) of_these
  cross join lateral (${standings(db, db`of_these.ids`)}) open
  join said d on d.line_id = open.line_id and d.batch_id = open.batch_id
  join transfers.transfer t on t.account_id = ${db.act.accountId} and t.id = d.transfer_id
  join places.warehouse w on w.account_id = t.account_id and w.id = t.to_warehouse_id
  join batches.batch b on b.account_id = t.account_id and b.id = d.batch_id
  join catalog.product p on p.account_id = b.account_id and p.id = b.product_id
  where open.missing > 0 ${warehouseId ? db`and t.to_warehouse_id = ${warehouseId}` : db``}`

export const missingOnTransfers = (db: Db, ask: SettleAsk): Promise<SettlePage> =>
  oldestFirst(db, {
    rows: missing(db, ask.warehouseId),
    ask,
    tell: (row: Row) => ({ ...row, says: 'missing, and not settled' }),
  })
