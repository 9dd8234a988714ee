/**
 * server/modules/returns/store.ts — the SQL of returns.
 */
import type { Instant } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/db.ts'

export type ReturnRow = {
  id: string
  number: string
  customerId: string | null
  orderNumber: string | null
  announcedAt: Instant
  note: string | null
}
export type ReturnLineRow = { id: string; returnId: string; lineNo: number; productId: string; quantity: number }
export type ReturnView = ReturnRow & {
  customerName: string | null
  closedAt: Instant | null
  lineCount: number
  quantity: number
}

export const insertReturns = (tx: Tx, rows: readonly ReturnRow[]) => tx`
  insert into returns.announced_return (account_id, id, number, customer_id, order_number, announced_at, note, recorded_at, actor_name)
  select ${tx.act.accountId}, r.id, r.number, r.customer, r.order_number, r.announced_at, r.note, ${tx.act.at}, ${tx.act.actorName}
  from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.number)}::text[], ${rows.map((r) => r.customerId)}::uuid[],
    ${rows.map((r) => r.orderNumber)}::text[], ${rows.map((r) => r.announcedAt)}::timestamptz[], ${rows.map((r) => r.note)}::text[])
    as r(id, number, customer, order_number, announced_at, note)`

export const insertReturnLines = (tx: Tx, rows: readonly ReturnLineRow[]) => tx`
  insert into returns.announced_line (account_id, id, return_id, line_no, product_id, quantity)
  select ${tx.act.accountId}, l.id, l.return_id, l.line_no, l.product, l.quantity
  from unnest(${rows.map((l) => l.id)}::uuid[], ${rows.map((l) => l.returnId)}::uuid[], ${rows.map((l) => l.lineNo)}::int[],
    ${rows.map((l) => l.productId)}::uuid[], ${rows.map((l) => l.quantity)}::bigint[]) as l(id, return_id, line_no, product, quantity)`

export type ReturnFilter = Readonly<{
  id: string | null
  number: string | null
  state: 'open' | 'closed' | null
  before: { at: Instant; id: string } | null
  limit: number
}>

export const returnList = (db: Db, f: ReturnFilter) => db<ReturnView[]>`
  select r.id, r.number, r.customer_id, c.name as customer_name, r.order_number, r.announced_at, r.closed_at, r.note, n.line_count, n.quantity
  from returns.announced_return r
  left join catalog.customer c on c.account_id = r.account_id and c.id = r.customer_id
  cross join lateral (select count(*)::int as line_count, coalesce(sum(quantity), 0)::bigint as quantity
    from returns.announced_line where account_id = r.account_id and return_id = r.id) n
  where r.account_id = ${db.act.accountId}
    ${f.id ? db`and r.id = ${f.id}` : db``}
    ${f.number ? db`and r.number = ${f.number}` : db``}
    ${f.state === null ? db`` : f.state === 'open' ? db`and r.closed_at is null` : db`and r.closed_at is not null`}
    ${f.before ? db`and (r.announced_at, r.id) < (${f.before.at}::timestamptz, ${f.before.id}::uuid)` : db``}
  order by r.announced_at desc, r.id desc limit ${f.limit}`

export const returnLines = (db: Db, returnId: string) => db<
  { lineNo: number; productId: string; sku: string; productName: string; quantity: number }[]
>`
  select l.line_no, l.product_id, p.sku, p.name as product_name, l.quantity
  from returns.announced_line l join catalog.product p on p.account_id = l.account_id and p.id = l.product_id
  where l.account_id = ${db.act.accountId} and l.return_id = ${returnId} order by l.line_no`
