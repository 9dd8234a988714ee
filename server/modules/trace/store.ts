/**
 * server/modules/trace/store.ts — the walks over moves. Batches come as a set, so that a lot is asked like a batch.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { unitsPicked } from '../fulfilment/index.ts'
import { netMoves } from '../stock/index.ts'

/** Batches, and the moment whose knowledge is asked for; null is now. */
export type Asked = Readonly<{ batchIds: readonly string[]; knownOn: Instant | null }>

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

/** Newest first; `after` is the last move of the page before. What a row names is looked up for the rows of the page alone. */
export const consignments = (
  db: Db,
  { batchIds, knownOn }: Asked,
  page: { after: string | null; limit: number | null },
) => db<Consignment[]>`
  select m.id as move_id, m.batch_id, b.code as batch_code, p.sku, s.id as shipment_id, s.number as shipment_number, m.occurred_at as shipped_at,
    o.id as order_id, o.number as order_number, m.document_line_id as order_line_id, o.customer_id, c.code as customer_code, c.name as customer_name,
    c.email as customer_email, o.ship_to, m.quantity
  from (
    select m.account_id, m.id, m.batch_id, m.product_id, m.document_id, m.document_line_id, m.occurred_at, m.quantity
    from ${netMoves(db, knownOn)} m
    where m.account_id = ${db.act.accountId} and m.batch_id = any(${batchIds as string[]}::uuid[]) and m.reason = 'shipment'
      ${page.after ? db`and m.id < ${page.after}` : db``}
    order by m.id desc ${page.limit === null ? db`` : db`limit ${page.limit}`}) m
  join batches.batch b on b.account_id = m.account_id and b.id = m.batch_id
  join catalog.product p on p.account_id = m.account_id and p.id = m.product_id
  join fulfilment.shipment s on s.account_id = m.account_id and s.id = m.document_id
  join orders.sales_order o on o.account_id = s.account_id and o.id = s.order_id
  left join catalog.customer c on c.account_id = o.account_id and c.id = o.customer_id
  order by m.id desc`

export const reach = (db: Db, { batchIds, knownOn }: Asked) => db<
  { customers: number; orders: number; shipped: number }[]
>`
  select count(distinct o.customer_id)::int as customers, count(distinct o.id)::int as orders, coalesce(sum(m.quantity), 0)::bigint as shipped
  from ${netMoves(db, knownOn)} m
  join fulfilment.shipment s on s.account_id = m.account_id and s.id = m.document_id
  join orders.sales_order o on o.account_id = s.account_id and o.id = s.order_id
  where m.account_id = ${db.act.accountId} and m.batch_id = any(${batchIds as string[]}::uuid[]) and m.reason = 'shipment'`

export type Flow = { batchId: string; fromKind: string; toKind: string; undoes: boolean; quantity: number }

/** All that ever happened to the batches, as sums between kinds of places; what undid something apart. Places are looked up once each, not for each move. */
export const flows = (db: Db, { batchIds, knownOn }: Asked) => db<Flow[]>`
  select m.batch_id, f.kind as from_kind, t.kind as to_kind, m.undoes, sum(m.quantity)::bigint as quantity
  from (
    select account_id, batch_id, from_place_id, to_place_id, reverses_id is not null as undoes, sum(quantity) as quantity
    from stock.move m
    where account_id = ${db.act.accountId} and batch_id = any(${batchIds as string[]}::uuid[]) ${known(db, knownOn)}
    group by account_id, batch_id, from_place_id, to_place_id, reverses_id is not null) m
  join places.place f on f.account_id = m.account_id and f.id = m.from_place_id
  join places.place t on t.account_id = m.account_id and t.id = m.to_place_id
  group by m.batch_id, f.kind, t.kind, m.undoes`

const known = (db: Db, knownOn: Instant | null) => (knownOn === null ? db`` : db`and m.recorded_at <= ${knownOn}`)

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

/** What lay at each place by the moves that were known, those outside included; what of it was promised is not kept, and 0. */
const lay = (db: Db, { batchIds, knownOn }: Asked) => db`(
  select m.account_id, m.batch_id, m.product_id, at.place_id, sum(at.quantity)::bigint as on_hand, 0::bigint as reserved
  from stock.move m
  cross join lateral (values (m.to_place_id, m.quantity), (m.from_place_id, -m.quantity)) at(place_id, quantity)
  where m.account_id = ${db.act.accountId} and m.batch_id = any(${batchIds as string[]}::uuid[]) ${known(db, knownOn)}
  group by m.account_id, m.batch_id, m.product_id, at.place_id having sum(at.quantity) <> 0)`

export const lying = (db: Db, asked: Asked) => db<Lying[]>`
  select s.batch_id, s.product_id, s.place_id, p.code as place_code, p.kind as place_kind, p.pack_of, p.bin_id, w.id as warehouse_id, w.code as warehouse_code,
    w.time_zone, s.on_hand, s.reserved
  from ${asked.knownOn === null ? db`stock.balance` : lay(db, asked)} s
  join places.place p on p.account_id = s.account_id and p.id = s.place_id
  left join places.warehouse w on w.account_id = p.account_id and w.id = p.warehouse_id
  where s.account_id = ${db.act.accountId} and s.batch_id = any(${asked.batchIds as string[]}::uuid[]) and (p.warehouse_id is not null or p.kind = 'transit')
  order by w.code, p.code, s.place_id, s.batch_id`

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
export const cameFrom = (db: Db, { batchIds, knownOn }: Asked) => db<CameFrom[]>`
  select l.batch_id, r.id as receipt_id, r.number, r.received_at, r.supplier_id, s.name as supplier_name, l.supplier_lot, sum(l.quantity)::bigint as quantity
  from receiving.receipt_line l
  join receiving.receipt r on r.account_id = l.account_id and r.id = l.receipt_id
  left join catalog.supplier s on s.account_id = r.account_id and s.id = r.supplier_id
  where l.account_id = ${db.act.accountId} and l.batch_id = any(${batchIds as string[]}::uuid[])
    ${knownOn === null ? db`` : db`and r.recorded_at <= ${knownOn}`}
    and not exists (
      select from stock.move m
      where m.account_id = l.account_id and m.document_line_id = l.id and m.reverses_id is not null ${known(db, knownOn)})
  group by l.batch_id, r.id, r.number, r.received_at, r.supplier_id, s.name, l.supplier_lot
  order by r.received_at, r.number, l.batch_id, l.supplier_lot`

export type OpenOrder = {
  orderId: string
  orderNumber: string
  customerId: string | null
  customerName: string | null
  quantity: number // promised
  picked: number // and taken out of its bin, promised still or not
}

/** What can still be stopped: orders for which units are promised or lie picked. Of a moment before now it is not kept. */
export async function openOrders(db: Db, { batchIds, knownOn }: Asked): Promise<OpenOrder[]> {
  if (knownOn !== null) return []
  return db<OpenOrder[]>`
    select o.id as order_id, o.number as order_number, o.customer_id, c.name as customer_name, sum(part.quantity)::bigint as quantity,
      sum(part.picked)::bigint as picked
    from (
      select d.document_id as order_id, r.quantity, 0::bigint as picked
      from stock.reservation r join stock.demand d on d.account_id = r.account_id and d.id = r.demand_id
      where r.account_id = ${db.act.accountId} and r.batch_id = any(${batchIds as string[]}::uuid[])
      union all
      select l.order_id, 0, ${unitsPicked(db)} from fulfilment.picked k
      join orders.order_line l on l.account_id = k.account_id and l.id = k.order_line_id
      where k.account_id = ${db.act.accountId} and k.batch_id = any(${batchIds as string[]}::uuid[])
      group by l.order_id, k.order_line_id, k.batch_id, k.place_id having ${unitsPicked(db)} > 0) part
    join orders.sales_order o on o.account_id = ${db.act.accountId} and o.id = part.order_id
    left join catalog.customer c on c.account_id = o.account_id and c.id = o.customer_id
    group by o.id, o.number, o.ordered_at, o.customer_id, c.name order by o.ordered_at, o.number, o.id`
}

export type OnTheWay = {
  transferId: string
  number: string
  fromWarehouse: string
  toWarehouse: string
  batchId: string
  quantity: number
}

/** What left for another warehouse and has not come, was not settled, and is not back. */
export const onTheWay = (db: Db, { batchIds, knownOn }: Asked) => db<OnTheWay[]>`
  select t.id as transfer_id, t.number, fw.code as from_warehouse, tw.code as to_warehouse, m.batch_id,
    sum(case when at.kind = 'transit' then m.quantity else -m.quantity end)::bigint as quantity
  from stock.move m
  join places.place f on f.account_id = m.account_id and f.id = m.from_place_id
  join places.place at on at.account_id = m.account_id and at.id = m.to_place_id
  join transfers.transfer t on t.account_id = m.account_id and t.id = m.document_id
  join places.warehouse fw on fw.account_id = t.account_id and fw.id = t.from_warehouse_id
  join places.warehouse tw on tw.account_id = t.account_id and tw.id = t.to_warehouse_id
  where m.account_id = ${db.act.accountId} and m.batch_id = any(${batchIds as string[]}::uuid[]) and 'transit' in (f.kind, at.kind) ${known(db, knownOn)}
  group by t.id, t.number, fw.code, tw.code, m.batch_id
  having sum(case when at.kind = 'transit' then m.quantity else -m.quantity end) > 0
  order by t.number, m.batch_id`

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
  group by part.batch_id, b.code, b.expires_on order by b.expires_on nulls last, b.code, part.batch_id`

export const orderLine = (db: Db, lineId: string) => db<
  { orderId: string; orderNumber: string; lineId: string; sku: string; productName: string }[]
>`
  select o.id as order_id, o.number as order_number, l.id as line_id, p.sku, p.name as product_name
  from orders.order_line l
  join orders.sales_order o on o.account_id = l.account_id and o.id = l.order_id
  join catalog.product p on p.account_id = l.account_id and p.id = l.product_id
  where l.account_id = ${db.act.accountId} and l.id = ${lineId}`

/** What came back from customers, less what was undone of it. */
export const returnedUnits = (db: Db, { batchIds, knownOn }: Asked) => db<{ productId: string; quantity: number }[]>`
  select m.product_id, sum(m.quantity)::bigint as quantity from ${netMoves(db, knownOn)} m
  where m.account_id = ${db.act.accountId} and m.batch_id = any(${batchIds as string[]}::uuid[]) and m.reason = 'return'
  group by m.product_id`

/** Of these holds, those that a recall keeps. */
export const keepersOfHolds = (db: Db, numbers: readonly string[]) => db<{ number: string }[]>`
  select number from quality.hold where account_id = ${db.act.accountId} and number = any(${numbers as string[]}::text[]) and keeper_id is not null`
