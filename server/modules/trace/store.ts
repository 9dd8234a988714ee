/**
 * server/modules/trace/store.ts — the walks over moves. Batches come as a set, so that a lot is asked like a batch.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'

export type Consignment = {
  moveId: string
  batchId: string
  batchCode: string
  sku: string
  shipmentId: string
  shipmentNumber: string
  shippedAt: Instant
  orderId: string
  orderNumber: string
  orderLineId: string
  customerId: string | null
  customerCode: string | null
  customerName: string | null
  customerEmail: string | null
  shipTo: string | null
  quantity: number
}

/** Newest first; `after` is the last move of the page before. */
export const consignments = (
  db: Db,
  batchIds: readonly string[],
  page: { after: string | null; limit: number | null },
) => db<Consignment[]>`
  select m.id as move_id, m.batch_id, b.code as batch_code, p.sku, s.id as shipment_id, s.number as shipment_number, m.occurred_at as shipped_at,
    o.id as order_id, o.number as order_number, m.document_line_id as order_line_id, o.customer_id, c.code as customer_code, c.name as customer_name,
    c.email as customer_email, o.ship_to, m.quantity
  from stock.net_move m
  join batches.batch b on b.account_id = m.account_id and b.id = m.batch_id
  join catalog.product p on p.account_id = m.account_id and p.id = m.product_id
  join fulfilment.shipment s on s.account_id = m.account_id and s.id = m.document_id
  join orders.sales_order o on o.account_id = s.account_id and o.id = s.order_id
  left join catalog.customer c on c.account_id = o.account_id and c.id = o.customer_id
  where m.account_id = ${db.act.accountId} and m.batch_id = any(${batchIds as string[]}::uuid[]) and m.reason = 'shipment'
    ${page.after ? db`and m.id < ${page.after}` : db``}
  order by m.id desc ${page.limit === null ? db`` : db`limit ${page.limit}`}`

export const reach = (db: Db, batchIds: readonly string[]) => db<
  { customers: number; orders: number; shipped: number }[]
>`
  select count(distinct o.customer_id)::int as customers, count(distinct o.id)::int as orders, coalesce(sum(m.quantity), 0)::bigint as shipped
  from stock.net_move m
  join fulfilment.shipment s on s.account_id = m.account_id and s.id = m.document_id
  join orders.sales_order o on o.account_id = s.account_id and o.id = s.order_id
  where m.account_id = ${db.act.accountId} and m.batch_id = any(${batchIds as string[]}::uuid[]) and m.reason = 'shipment'`

export type Flow = { batchId: string; fromKind: string; toKind: string; quantity: number }

/** All that ever happened to the batches, as sums between kinds of places. */
export const flows = (db: Db, batchIds: readonly string[]) => db<Flow[]>`
  select m.batch_id, f.kind as from_kind, t.kind as to_kind, sum(m.quantity)::bigint as quantity
  from stock.move m
  join places.place f on f.account_id = m.account_id and f.id = m.from_place_id
  join places.place t on t.account_id = m.account_id and t.id = m.to_place_id
  where m.account_id = ${db.act.accountId} and m.batch_id = any(${batchIds as string[]}::uuid[])
  group by m.batch_id, f.kind, t.kind`

export type Lying = {
  batchId: string
  productId: string
  placeId: string
  placeCode: string
  placeKind: string
  packOf: number | null // base units in each of the closed boxes there
  binId: string | null // in which the boxes lie
  warehouseId: string | null
  warehouseCode: string | null
  timeZone: string | null
  onHand: number
  reserved: number
}

export const lying = (db: Db, batchIds: readonly string[]) => db<Lying[]>`
  select s.batch_id, s.product_id, s.place_id, p.code as place_code, p.kind as place_kind, p.pack_of, p.bin_id, w.id as warehouse_id, w.code as warehouse_code,
    w.time_zone, s.on_hand, s.reserved
  from stock.balance s
  join places.place p on p.account_id = s.account_id and p.id = s.place_id
  left join places.warehouse w on w.account_id = p.account_id and w.id = p.warehouse_id
  where s.account_id = ${db.act.accountId} and s.batch_id = any(${batchIds as string[]}::uuid[]) order by w.code, p.code`

export type CameFrom = {
  batchId: string
  receiptId: string
  number: string
  receivedAt: Instant
  supplierId: string | null
  supplierName: string | null
  supplierLot: string | null
  quantity: number
}

/** What was received by mistake and reversed did not come. */
export const cameFrom = (db: Db, batchIds: readonly string[]) => db<CameFrom[]>`
  select l.batch_id, r.id as receipt_id, r.number, r.received_at, r.supplier_id, s.name as supplier_name, l.supplier_lot, sum(l.quantity)::bigint as quantity
  from receiving.receipt_line l
  join receiving.receipt r on r.account_id = l.account_id and r.id = l.receipt_id
  left join catalog.supplier s on s.account_id = r.account_id and s.id = r.supplier_id
  where l.account_id = ${db.act.accountId} and l.batch_id = any(${batchIds as string[]}::uuid[])
    and not exists (
      select from stock.move undone
      where undone.account_id = l.account_id and undone.document_line_id = l.id and undone.reverses_id is not null)
  group by l.batch_id, r.id, r.number, r.received_at, r.supplier_id, s.name, l.supplier_lot
  order by r.received_at, r.number`

export const promisedTo = (db: Db, batchIds: readonly string[]) => db<
  { orderId: string; orderNumber: string; customerName: string | null; quantity: number }[]
>`
  select o.id as order_id, o.number as order_number, c.name as customer_name, sum(r.quantity)::bigint as quantity
  from stock.reservation r
  join stock.demand d on d.account_id = r.account_id and d.id = r.demand_id
  join orders.sales_order o on o.account_id = d.account_id and o.id = d.document_id
  left join catalog.customer c on c.account_id = o.account_id and c.id = o.customer_id
  where r.account_id = ${db.act.accountId} and r.batch_id = any(${batchIds as string[]}::uuid[])
  group by o.id, o.number, o.ordered_at, c.name order by o.ordered_at, o.number`

export type LineBatch = {
  batchId: string
  batchCode: string
  expiresOn: CalendarDate | null
  shipped: number
  reserved: number
}

/** The batches of one order line, sent or promised. */
export const batchesOfLine = (db: Db, lineId: string) => db<LineBatch[]>`
  with part as (
    select batch_id, quantity as shipped, 0::bigint as reserved from stock.net_move
    where account_id = ${db.act.accountId} and document_line_id = ${lineId} and reason = 'shipment'
    union all
    select batch_id, 0, quantity from stock.reservation where account_id = ${db.act.accountId} and demand_id = ${lineId})
  select part.batch_id, b.code as batch_code, b.expires_on, sum(part.shipped)::bigint as shipped, sum(part.reserved)::bigint as reserved
  from part join batches.batch b on b.account_id = ${db.act.accountId} and b.id = part.batch_id
  group by part.batch_id, b.code, b.expires_on order by b.expires_on nulls last, b.code`

export const orderLine = (db: Db, lineId: string) => db<
  { orderId: string; orderNumber: string; lineId: string; sku: string; productName: string }[]
>`
  select o.id as order_id, o.number as order_number, l.id as line_id, p.sku, p.name as product_name
  from orders.order_line l
  join orders.sales_order o on o.account_id = l.account_id and o.id = l.order_id
  join catalog.product p on p.account_id = l.account_id and p.id = l.product_id
  where l.account_id = ${db.act.accountId} and l.id = ${lineId}`
