/**
 * server/modules/transfers/transfer-list.ts — transfers as a whole, newest first.
 */
import type { Db } from '#platform/db.ts'
import { standings } from './standings.ts'
import type { TransferRow } from './store.ts'

/** A whole transfer, in base units; before it is approved, what it asks. */
export type TransferSummary = TransferRow & {
  fromCode: string
  toCode: string
  lineCount: number
  asked: number
  reserved: number
  sent: number
  inTransit: number
  arrived: number
  returned: number
  missing: number
}

export type TransferFilter = Readonly<{
  ids: readonly string[] | null
  number: string | null
  warehouseId: string | null // at either end
  batchId: string | null // chosen, promised, or on its way
  next: 'approve' | 'ship' | 'receive' | null
  before: Readonly<{ at: string; id: string }> | null
  limit: number
}>

/** Newest first. */
export const transferList = (db: Db, f: TransferFilter) => db<TransferSummary[]>`
  with page as materialized (
    select t.* from transfers.transfer t
    where t.account_id = ${db.act.accountId}
      ${f.ids ? db`and t.id = any(${f.ids as string[]}::uuid[])` : db``} ${f.number ? db`and t.number = ${f.number}` : db``}
      ${f.warehouseId ? db`and ${f.warehouseId}::uuid in (t.from_warehouse_id, t.to_warehouse_id)` : db``}
      ${f.batchId ? db`and t.id in (${touching(db, f.batchId)})` : db``}
      ${f.next ? waitingFor(db, f.next) : db``}
      ${f.before ? db`and (t.requested_at, t.id) < (${f.before.at}::timestamptz, ${f.before.id}::uuid)` : db``}
    order by t.requested_at desc, t.id desc limit ${f.limit})
  select t.id, t.number, t.from_warehouse_id, t.to_warehouse_id, t.note, t.requested_by, t.requested_at, t.approved_by, t.approved_at,
    t.cancelled_by, t.cancelled_at, t.cancel_reason, wf.code as from_code, wt.code as to_code, l.line_count, l.asked, l.reserved,
    coalesce(s.sent, 0)::bigint as sent, coalesce(s.in_transit, 0)::bigint as in_transit, coalesce(s.arrived, 0)::bigint as arrived,
    coalesce(s.returned, 0)::bigint as returned, coalesce(s.missing, 0)::bigint as missing
  from page t
  join places.warehouse wf on wf.account_id = t.account_id and wf.id = t.from_warehouse_id
  join places.warehouse wt on wt.account_id = t.account_id and wt.id = t.to_warehouse_id
  cross join lateral (
    select count(*)::int as line_count, sum(case when t.cancelled_at is not null and d.id is null then 0 else coalesce(d.quantity, l.quantity) end)::bigint as asked,
      coalesce(sum(d.reserved), 0)::bigint as reserved
    from transfers.transfer_line l left join stock.demand d on d.account_id = l.account_id and d.id = l.id
    where l.account_id = t.account_id and l.transfer_id = t.id) l
  left join (
    select transfer_id, sum(sent) as sent, sum(in_transit) as in_transit, sum(arrived) as arrived, sum(returned) as returned, sum(missing) as missing
    from (select s.* from (select array_agg(id) as ids from page) p cross join lateral (${standings(db, db`p.ids`)}) s) s group by 1) s on s.transfer_id = t.id
  order by t.requested_at desc, t.id desc`

/** Transfers for which a batch was chosen, to which it is promised, or with which it left. */
const touching = (db: Db, batchId: string) => db`
  select transfer_id from transfers.transfer_line where account_id = ${db.act.accountId} and batch_id = ${batchId}
  union
  select l.transfer_id from stock.reservation r join transfers.transfer_line l on l.account_id = r.account_id and l.id = r.demand_id
  where r.account_id = ${db.act.accountId} and r.batch_id = ${batchId}
  union
  select document_id from stock.move where account_id = ${db.act.accountId} and batch_id = ${batchId} and document_kind = 'transfer'`

const waitingFor = (db: Db, next: 'approve' | 'ship' | 'receive') =>
  ({
    approve: db`and t.approved_at is null and t.cancelled_at is null`,
    ship: db`and exists (select from transfers.transfer_line l join stock.demand d on d.account_id = l.account_id and d.id = l.id
    where l.account_id = t.account_id and l.transfer_id = t.id and d.shipped < d.quantity)`,
    receive: db`and (select sum(case p.id when m.to_place_id then m.quantity else -m.quantity end) from stock.move m
    join places.place p on p.account_id = m.account_id and p.kind = 'transit' and p.id in (m.from_place_id, m.to_place_id)
    where m.account_id = t.account_id and m.document_id = t.id) > 0`,
  })[next]
