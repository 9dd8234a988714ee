/**
 * server/modules/returns/store.ts — the SQL of returns.
 */
import type { Instant } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/db.ts'
import { ancestryOf } from '../batches/index.ts'

export const returnKinds = ['customer_return', 'refused', 'undeliverable'] as const
export type ReturnKind = (typeof returnKinds)[number]
export type ReturnRow = {
  id: string
  number: string
  kind: ReturnKind
  /** Nobody said that it would come. */
  unannounced: boolean
  customerId: string | null
  orderNumber: string | null
  announcedAt: Instant
  note: string | null
}
export type ReturnLineRow = { id: string; returnId: string; lineNo: number; productId: string; quantity: number }
export type ReturnView = ReturnRow & {
  customerName: string | null
  /** Where the number is one of an order of ours. */
  orderId: string | null
  closedAt: Instant | null
  lineCount: number
  quantity: number
  toInspect: number
}

export const insertReturns = (tx: Tx, rows: readonly ReturnRow[]) => tx`
  insert into returns.announced_return (account_id, id, number, kind, unannounced, customer_id, order_number, announced_at, note, recorded_at, actor_name)
  select ${tx.act.accountId}, r.id, r.number, r.kind, r.unannounced::boolean, r.customer, r.order_number, r.announced_at, r.note, ${tx.act.at}, ${tx.act.actorName}
  from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.number)}::text[], ${rows.map((r) => r.kind)}::text[],
    ${rows.map((r) => String(r.unannounced))}::text[], ${rows.map((r) => r.customerId)}::uuid[],
    ${rows.map((r) => r.orderNumber)}::text[], ${rows.map((r) => r.announcedAt)}::timestamptz[], ${rows.map((r) => r.note)}::text[])
    as r(id, number, kind, unannounced, customer, order_number, announced_at, note)`

export const insertReturnLines = (tx: Tx, rows: readonly ReturnLineRow[]) => tx`
  insert into returns.announced_line (account_id, id, return_id, line_no, product_id, quantity)
  select ${tx.act.accountId}, l.id, l.return_id, l.line_no, l.product, l.quantity
  from unnest(${rows.map((l) => l.id)}::uuid[], ${rows.map((l) => l.returnId)}::uuid[], ${rows.map((l) => l.lineNo)}::int[],
    ${rows.map((l) => l.productId)}::uuid[], ${rows.map((l) => l.quantity)}::bigint[]) as l(id, return_id, line_no, product, quantity)`

export type ReturnFilter = Readonly<{
  ids: readonly string[] | null
  number: string | null
  state: 'open' | 'to_inspect' | 'closed' | null
  before: { at: Instant; id: string } | null
  limit: number
}>

type InState = Readonly<{ state: NonNullable<ReturnFilter['state']>; apart: readonly string[] }>

const inState = (db: Db, { state, apart }: InState) =>
  ({
    open: db`and r.closed_at is null`,
    closed: db`and r.closed_at is not null`,
    to_inspect: db`and r.id in (${returnsOf(db, apart)}) and ${undecidedUnits(db)} > 0`,
  })[state]

/** What lies where goods are looked at. */
const lyingApart = (db: Db) => db<{ batchId: string }[]>`
  select distinct s.batch_id from places.place p join stock.balance s on s.account_id = p.account_id and s.place_id = p.id
  where p.account_id = ${db.act.accountId} and p.kind in ('quarantine', 'dock', 'opened')`

/** And all that it was made of: a return is of the batch that came back, whatever its units became since. */
export async function batchesApart(db: Db): Promise<string[]> {
  const rows = await ancestryOf(
    db,
    (await lyingApart(db)).map(({ batchId }) => batchId),
  )
  return [...new Set(rows.map(({ ancestorId }) => ancestorId))]
}

/**
 * Returns of these batches, and those that had units without a label. Asked of what lies where goods are looked at, so that returns of old cost nothing;
 * what somebody carried away without a decision is not among them once nothing of its batch is there.
 */
export const returnsOf = (db: Db, batchIds: readonly string[]) => db`
  select document_id as return_id from stock.move
  where account_id = ${db.act.accountId} and batch_id = any(${batchIds as string[]}::uuid[]) and reason = 'return'
  union
  select return_id from returns.unlabelled where account_id = ${db.act.accountId}`

/** Of the return `r`, the units that came to where somebody looks at them first, and of which nothing was decided. */
export const undecidedUnits = (db: Db) => db`greatest(0,
  coalesce((select sum(m.quantity) from stock.net_move m join places.place p on p.account_id = m.account_id and p.id = m.to_place_id
    where m.account_id = r.account_id and m.document_id = r.id and m.reason = 'return' and p.kind <> 'storage'), 0)
  + coalesce((select sum(u.quantity - coalesce((
      select sum(x.quantity) from returns.resolution x where x.account_id = u.account_id and x.unlabelled_id = u.id
        and (x.kind = 'withdrawn' or exists (select from stock.net_move m where m.account_id = x.account_id and m.id = x.move_id))), 0))
    from returns.unlabelled u where u.account_id = r.account_id and u.return_id = r.id), 0)
  - coalesce((select sum(d.quantity) from returns.inspection i
    join returns.decision d on d.account_id = i.account_id and d.inspection_id = i.id and d.was = 'undecided' and d.undone_at is null
    left join disposals.disposal ds on ds.account_id = d.account_id and ds.id = d.disposal_id
    where i.account_id = r.account_id and i.return_id = r.id and ds.cancelled_at is null and ds.reversed_at is null
      and (d.move_id is null or exists (select from stock.net_move m where m.account_id = d.account_id and m.id = d.move_id))), 0))::bigint`

/** Of no customer that it names, it is of its order's. */
export const returnList = async (db: Db, f: ReturnFilter) =>
  returnPage(db, f, f.state === 'to_inspect' ? await batchesApart(db) : [])

const returnPage = (db: Db, f: ReturnFilter, apart: readonly string[]) => db<ReturnView[]>`
  select r.id, r.number, r.kind, r.unannounced, c.id as customer_id, c.name as customer_name, o.id as order_id, r.order_number, r.announced_at, r.closed_at, r.note, n.line_count, n.quantity,
    ${undecidedUnits(db)} as to_inspect
  from returns.announced_return r
  left join orders.sales_order o on o.account_id = r.account_id and o.number = r.order_number
  left join catalog.customer c on c.account_id = r.account_id and c.id = coalesce(r.customer_id, o.customer_id)
  cross join lateral (select count(*)::int as line_count, coalesce(sum(quantity), 0)::bigint as quantity
    from returns.announced_line where account_id = r.account_id and return_id = r.id) n
  where r.account_id = ${db.act.accountId}
    ${f.ids ? db`and r.id = any(${f.ids as string[]}::uuid[])` : db``}
    ${f.number ? db`and r.number = ${f.number}` : db``}
    ${f.state === null ? db`` : inState(db, { state: f.state, apart })}
    ${f.before ? db`and (r.announced_at, r.id) < (${f.before.at}::timestamptz, ${f.before.id}::uuid)` : db``}
  order by r.announced_at desc, r.id desc limit ${f.limit}`

export type ReturnLineView = {
  id: string
  returnId: string
  lineNo: number
  productId: string
  sku: string
  productName: string
  category: string
  tracking: 'none' | 'batch' | 'serial'
  quantity: number
  returned: number
}

export const returnLines = (db: Db, returnIds: readonly string[]) => db<ReturnLineView[]>`
  select l.id, l.return_id, l.line_no, l.product_id, p.sku, p.name as product_name, p.category, p.tracking, l.quantity,
    coalesce(came.quantity, 0) + coalesce(unlabelled.quantity, 0) as returned
  from returns.announced_line l join catalog.product p on p.account_id = l.account_id and p.id = l.product_id
  left join lateral (select sum(m.quantity)::bigint as quantity from stock.net_move m
    where m.account_id = l.account_id and m.document_line_id = l.id and m.reason = 'return') came on true
  left join lateral (
    select sum(u.quantity - coalesce((
      select sum(x.quantity) from returns.resolution x where x.account_id = u.account_id and x.unlabelled_id = u.id
        and (x.kind = 'withdrawn' or exists (select from stock.net_move m where m.account_id = x.account_id and m.id = x.move_id))), 0))::bigint as quantity
    from returns.unlabelled u where u.account_id = l.account_id and u.return_id = l.return_id and u.line_id = l.id) unlabelled on true
  where l.account_id = ${db.act.accountId} and l.return_id = any(${returnIds as string[]}::uuid[]) order by l.return_id, l.line_no`

export type CameBack = {
  lineId: string
  batchId: string
  batchCode: string
  warehouseCode: string
  placeCode: string
  quantity: number
  receivedAt: Instant
}

/** Where it was put at first; it may have gone on since. */
export const cameBack = (db: Db, returnIds: readonly string[]) => db<CameBack[]>`
  select m.document_line_id as line_id, m.batch_id, b.code as batch_code, w.code as warehouse_code, p.code as place_code, m.quantity,
    m.occurred_at as received_at
  from stock.net_move m
  join batches.batch b on b.account_id = m.account_id and b.id = m.batch_id
  join places.place p on p.account_id = m.account_id and p.id = m.to_place_id
  join places.warehouse w on w.account_id = p.account_id and w.id = p.warehouse_id
  where m.account_id = ${db.act.accountId} and m.document_id = any(${returnIds as string[]}::uuid[]) and m.reason = 'return' order by m.id`

/** Held until the end, so that it is not closed while something of it comes. Taken after the products' locks. */
export const lockReturn = (tx: Tx, id: string) => tx<
  { number: string; customerId: string | null; orderNumber: string | null; closedAt: Instant | null }[]
>`
  select number, customer_id, order_number, closed_at from returns.announced_return
  where account_id = ${tx.act.accountId} and id = ${id} for no key update`

export const closeReturnRow = (tx: Tx, id: string) => tx`
  update returns.announced_return set closed_at = ${tx.act.at} where account_id = ${tx.act.accountId} and id = ${id}`

export type PlainMove = {
  id: string
  batchId: string
  productId: string
  fromPlaceId: string
  toPlaceId: string
  quantity: number
}

/** As far as it stands. */
export const cameBackMove = (db: Db, id: string) => db<PlainMove[]>`
  select id, batch_id, product_id, from_place_id, to_place_id, quantity from stock.net_move
  where account_id = ${db.act.accountId} and id = ${id}`
