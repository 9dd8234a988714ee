/**
 * server/modules/identifying/lying.ts — where goods without batch lie, what of them is promised and picked, and how many left.
 */
import { untrackedCode } from '#domain/batch-code.ts'
import type { CalendarDate } from '#domain/calendar-date.ts'
import type { Db } from '#platform/db.ts'
import { unitsPicked } from '../fulfilment/index.ts'
import type { Promised } from '../stock/index.ts'

/** What lies picked of a batch at these places: each line's promise of it stays with it. */
export const pickedPromises = (db: Db, batchId: string, placeIds: readonly string[]) => db<Promised[]>`
  select k.order_line_id as demand_id, k.batch_id, k.place_id, k.product_id, ${unitsPicked(db)}::bigint as quantity
  from fulfilment.picked k
  where k.account_id = ${db.act.accountId} and k.batch_id = ${batchId} and k.place_id = any(${placeIds as string[]}::uuid[])
  group by k.order_line_id, k.batch_id, k.place_id, k.product_id having ${unitsPicked(db)} > 0`

/** The goods without batch of a product; none where it never had any. */
export async function unknownBatch(db: Db, productId: string): Promise<{ id: string; day: string | null } | null> {
  const [row] = await db<{ id: string; day: string | null }[]>`
    select id, first_received_on as day from batches.batch
    where account_id = ${db.act.accountId} and product_id = ${productId} and code = ${untrackedCode} and kind = 'untracked'`
  return row ?? null
}

/** Of a batch, what went to customers less what came back. */
export async function shippedOf(db: Db, batchId: string): Promise<number> {
  const [row] = await db<{ units: number }[]>`
    select coalesce(sum(case when t.kind = 'customer' then m.quantity when f.kind = 'customer' then -m.quantity else 0 end), 0)::bigint as units
    from stock.move m
    join places.place f on f.account_id = m.account_id and f.id = m.from_place_id
    join places.place t on t.account_id = m.account_id and t.id = m.to_place_id
    where m.account_id = ${db.act.accountId} and m.batch_id = ${batchId} and 'customer' in (f.kind, t.kind)`
  return row?.units ?? 0
}

export type OpenOrders = { orders: number; lines: number; open: number; promised: number }

/** What orders still want of a product, and what of that is promised. */
export async function openOrdersOf(db: Db, productId: string): Promise<OpenOrders> {
  const [row] = await db<OpenOrders[]>`
    select count(distinct document_id)::int as orders, count(*)::int as lines, coalesce(sum(quantity - shipped), 0)::bigint as open,
      coalesce(sum(reserved), 0)::bigint as promised
    from stock.demand where account_id = ${db.act.accountId} and product_id = ${productId} and kind = 'order' and shipped < quantity`
  return row ?? { orders: 0, lines: 0, open: 0, promised: 0 }
}

/** The orders whose lines these are; of lines of transfers, none. */
export const ordersOfLines = (db: Db, lineIds: readonly string[]) => db<
  { lineId: string; orderId: string; orderNumber: string; lineNo: number; customerName: string | null }[]
>`
  select l.id as line_id, o.id as order_id, o.number as order_number, l.line_no, c.name as customer_name
  from orders.order_line l
  join orders.sales_order o on o.account_id = l.account_id and o.id = l.order_id
  left join catalog.customer c on c.account_id = o.account_id and c.id = o.customer_id
  where l.account_id = ${db.act.accountId} and l.id = any(${lineIds as string[]}::uuid[])
  order by o.number, l.line_no`

/** Whether a batch of the product, with goods of its own, is called so, or was. */
export async function isKnownCode(db: Db, productId: string, code: string): Promise<boolean> {
  const [row] = await db`
    select 1 from batches.known_as n join batches.batch b on b.account_id = n.account_id and b.id = n.batch_id
    where n.account_id = ${db.act.accountId} and n.product_id = ${productId} and n.code = ${code} and b.kind = 'batch' limit 1`
  return row !== undefined
}

export type CalledBatch = {
  called: string
  identitySupplier: string // whose code it is
  id: string
  code: string
  expiresOn: CalendarDate | null
  supplierName: string | null
}

/** Batches of the product, with goods of their own, that are called so or were; of a product of which suppliers have codes of their own there may be several of one. */
export const batchesCalled = (db: Db, productId: string, codes: readonly string[]) => db<CalledBatch[]>`
  select distinct on (n.code, b.id) n.code as called, n.identity_supplier, b.id, b.code, b.expires_on, s.name as supplier_name
  from batches.known_as n
  join batches.batch b on b.account_id = n.account_id and b.id = n.batch_id
  left join catalog.supplier s on s.account_id = b.account_id and s.id = b.supplier_id
  where n.account_id = ${db.act.accountId} and n.product_id = ${productId} and n.code = any(${codes as string[]}::text[]) and b.kind = 'batch'
  order by n.code, b.id, n.identity_supplier`
