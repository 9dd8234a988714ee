/**
 * server/modules/fulfilment/store.ts — the SQL of fulfilment.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import type { Parcel, ParcelLine } from './parcel.ts'

export type AllocatedRow = {
  orderId: string
  orderLineId: string
  lineNo: number
  kitLineId: string | null
  kitSku: string | null
  productId: string
  sku: string
  productName: string
  baseUnit: 'each' | 'gram' | 'millilitre'
  tracking: 'none' | 'batch' | 'serial'
  batchId: string
  batchCode: string
  expiresOn: CalendarDate | null
  placeId: string
  placeCode: string
  placeKind: 'storage' | 'dock' | 'quarantine'
  packOf: number | null // base units in each of the closed boxes there
  binId: string | null // in which the boxes lie
  warehouseId: string
  warehouseCode: string
  quantity: number
}

/** Of order lines `ol`: the line that sells the kit they are parts of, `kl`, and its product `kp`. */
export const kitOfLine = (db: Db) => db`
  left join lateral (
    select account_id, product_id from orders.order_line where account_id = ol.account_id and id = ol.kit_line_id offset 0) kl on true
  left join lateral (select sku from catalog.product where account_id = kl.account_id and id = kl.product_id offset 0) kp on true`

/**
 * What is reserved for these orders, in the order in which a picker walks: warehouse, place, what goes first. What each row names is looked
 * up by its key (decision 0028).
 */
export const allocatedTo = (db: Db, orderIds: readonly string[]) => db<AllocatedRow[]>`
  select d.document_id as order_id, r.demand_id as order_line_id, ol.line_no, ol.kit_line_id, kp.sku as kit_sku, r.product_id, p.sku, p.name as product_name, p.base_unit, p.tracking,
    r.batch_id, b.code as batch_code, b.expires_on, r.place_id, pl.code as place_code, pl.kind as place_kind, pl.pack_of, pl.bin_id, w.id as warehouse_id, w.code as warehouse_code, r.quantity
  from unnest(${orderIds as string[]}::uuid[]) as asked(id)
  cross join lateral (
    select id, account_id, document_id from stock.demand where account_id = ${db.act.accountId} and document_id = asked.id offset 0) d
  cross join lateral (
    select * from stock.reservation where account_id = d.account_id and demand_id = d.id offset 0) r
  cross join lateral (
    select line_no, kit_line_id, account_id from orders.order_line where account_id = d.account_id and id = d.id offset 0) ol
  ${kitOfLine(db)}
  cross join lateral (
    select sku, name, base_unit, tracking from catalog.product where account_id = r.account_id and id = r.product_id offset 0) p
  cross join lateral (select code, expires_on from batches.batch where account_id = r.account_id and id = r.batch_id offset 0) b
  cross join lateral (
    select account_id, code, kind, pack_of, bin_id, warehouse_id from places.place where account_id = r.account_id and id = r.place_id offset 0) pl
  cross join lateral (select id, code from places.warehouse where account_id = pl.account_id and id = pl.warehouse_id offset 0) w
  order by w.code, pl.code, p.sku, b.expires_on nulls last, b.code, r.demand_id`

export const insertShipments = (tx: Tx, rows: readonly (Parcel & { number: string })[]) => tx`
  insert into fulfilment.shipment (account_id, id, number, order_id, warehouse_id, carrier, tracking_number, shipped_at, recorded_at, actor_name)
  select ${tx.act.accountId}, s.id, s.number, s.order_id, s.warehouse, s.carrier, s.tracking, s.shipped_at, ${tx.act.at}, ${tx.act.actorName}
  from unnest(${rows.map((s) => s.id)}::uuid[], ${rows.map((s) => s.number)}::text[], ${rows.map((s) => s.orderId)}::uuid[],
    ${rows.map((s) => s.warehouseId)}::uuid[], ${rows.map((s) => s.carrier)}::text[], ${rows.map((s) => s.trackingNumber)}::text[],
    ${rows.map((s) => s.shippedAt)}::timestamptz[]) as s(id, number, order_id, warehouse, carrier, tracking, shipped_at)`

export const insertShipmentLines = (tx: Tx, rows: readonly (ParcelLine & { shipmentId: string })[]) => tx`
  insert into fulfilment.shipment_line (account_id, id, shipment_id, order_line_id, product_id, batch_id, place_id, quantity)
  select ${tx.act.accountId}, l.id, l.shipment, l.line, l.product, l.batch, l.place, l.quantity
  from unnest(${rows.map(() => newId())}::uuid[], ${rows.map((l) => l.shipmentId)}::uuid[], ${rows.map((l) => l.orderLineId)}::uuid[],
    ${rows.map((l) => l.productId)}::uuid[], ${rows.map((l) => l.batchId)}::uuid[], ${rows.map((l) => l.place.id)}::uuid[],
    ${rows.map((l) => l.quantity)}::bigint[]) as l(id, shipment, line, product, batch, place, quantity)`

type Papers = { carrier: string | null; trackingNumber: string | null }

export const lockShipment = (tx: Tx, id: string) => tx<Papers[]>`
  select carrier, tracking_number from fulfilment.shipment where account_id = ${tx.act.accountId} and id = ${id} for no key update`

export const updateShipment = (tx: Tx, s: Papers & { id: string }) => tx`
  update fulfilment.shipment set carrier = ${s.carrier}, tracking_number = ${s.trackingNumber}
  where account_id = ${tx.act.accountId} and id = ${s.id}`

export type ShipmentView = {
  id: string
  number: string
  orderId: string
  orderNumber: string
  customerId: string | null
  customerName: string | null
  shipTo: string | null
  warehouseId: string
  warehouseCode: string
  warehouseName: string
  carrier: string | null
  trackingNumber: string | null
  shippedAt: Instant
  recordedAt: Instant
  actorName: string
  state: 'shipped' | 'part_cancelled' | 'cancelled'
}
export type ShipmentLineView = {
  id: string
  shipmentId: string
  orderLineId: string
  lineNo: number
  kitLineId: string | null
  kitSku: string | null
  productId: string
  sku: string
  productName: string
  baseUnit: 'each' | 'gram' | 'millilitre'
  batchId: string
  batchCode: string
  expiresOn: CalendarDate | null
  placeCode: string
  quantity: number
  /** Of the quantity: it did not leave after all. */
  cancelled: number
  serials: string[]
}
export type Cancellation = {
  shipmentId: string
  cancelledAt: Instant
  cancelledBy: string
  reason: string
  quantity: number
}
export type ShipmentFilter = Readonly<{
  ids: readonly string[] | null
  number: string | null
  orderId: string | null
  tracking: string | null
  before: { at: Instant; id: string } | null
  limit: number
}>

/** The page first, then what is named on it: joined first, all shipments would be read and sorted. */
export const shipmentList = (db: Db, f: ShipmentFilter) => db<ShipmentView[]>`
  select s.id, s.number, s.order_id, o.number as order_number, o.customer_id, c.name as customer_name, o.ship_to, s.warehouse_id, w.code as warehouse_code,
    w.name as warehouse_name, s.carrier, s.tracking_number, s.shipped_at, s.recorded_at, s.actor_name,
    case when undone.quantity is null then 'shipped' when undone.quantity = sent.quantity then 'cancelled' else 'part_cancelled' end as state
  from (
    select * from fulfilment.shipment s
    where s.account_id = ${db.act.accountId}
      ${f.ids ? db`and s.id = any(${f.ids as string[]}::uuid[])` : db``}
      ${f.number ? db`and s.number = ${f.number}` : db``}
      ${f.orderId ? db`and s.order_id = ${f.orderId}` : db``}
      ${f.tracking ? db`and s.tracking_number = ${f.tracking}` : db``}
      ${f.before ? db`and (s.shipped_at, s.id) < (${f.before.at}::timestamptz, ${f.before.id}::uuid)` : db``}
    order by s.shipped_at desc, s.id desc limit ${f.limit}) s
  join orders.sales_order o on o.account_id = s.account_id and o.id = s.order_id
  left join catalog.customer c on c.account_id = o.account_id and c.id = o.customer_id
  join places.warehouse w on w.account_id = s.account_id and w.id = s.warehouse_id
  left join lateral (select sum(l.quantity) as quantity from fulfilment.shipment_line l
    where l.account_id = s.account_id and l.shipment_id = s.id) sent on true
  left join lateral (select sum(u.quantity) as quantity from stock.move u
    where u.account_id = s.account_id and u.document_id = s.id and u.reason = 'reversal') undone on true
  order by s.shipped_at desc, s.id desc`

/** When and why what of these shipments was taken back, oldest first: read from the moves that did. */
export const cancellations = (db: Db, shipmentIds: readonly string[]) => db<Cancellation[]>`
  select document_id as shipment_id, recorded_at as cancelled_at, actor_name as cancelled_by, note as reason, sum(quantity)::bigint as quantity
  from stock.move
  where account_id = ${db.act.accountId} and document_id = any(${shipmentIds as string[]}::uuid[]) and reason = 'reversal'
  group by document_id, recorded_at, actor_name, note order by document_id, recorded_at`

export const shipmentLines = (db: Db, shipmentIds: readonly string[]) => db<ShipmentLineView[]>`
  select l.id, l.shipment_id, l.order_line_id, ol.line_no, ol.kit_line_id, kp.sku as kit_sku, l.product_id, p.sku, p.name as product_name, p.base_unit, l.batch_id, b.code as batch_code,
    b.expires_on, pl.code as place_code, l.quantity,
    greatest(0, least(l.quantity, coalesce(undone.quantity, 0) - l.before))::bigint as cancelled, coalesce(serials.codes, '{}') as serials
  from (
    -- Lines of the same goods are undone in their order.
    select l.*, sum(l.quantity) over (partition by l.shipment_id, l.order_line_id, l.batch_id, l.place_id order by l.id) - l.quantity as before
    from fulfilment.shipment_line l
    where l.account_id = ${db.act.accountId} and l.shipment_id = any(${shipmentIds as string[]}::uuid[])) l
  join orders.order_line ol on ol.account_id = l.account_id and ol.id = l.order_line_id
  ${kitOfLine(db)}
  join catalog.product p on p.account_id = l.account_id and p.id = l.product_id
  join batches.batch b on b.account_id = l.account_id and b.id = l.batch_id
  join places.place pl on pl.account_id = l.account_id and pl.id = l.place_id
  left join lateral (select sum(u.quantity) as quantity from stock.move u
    where u.account_id = l.account_id and u.document_id = l.shipment_id and u.document_line_id = l.order_line_id and u.reason = 'reversal'
      and u.batch_id = l.batch_id and u.to_place_id = l.place_id) undone on true
  left join lateral (
    select array_agg(s.code order by s.code) as codes
    from stock.move m
    join stock.move_serial ms on ms.account_id = m.account_id and ms.move_id = m.id
    join batches.serial s on s.account_id = ms.account_id and s.id = ms.serial_id
    where p.tracking = 'serial' and m.account_id = l.account_id and m.document_id = l.shipment_id and m.document_line_id = l.order_line_id
      and m.batch_id = l.batch_id and m.from_place_id = l.place_id
      -- Of a part that is still out, those that are.
      and (undone.quantity = l.quantity or not exists (
        select from stock.move u join stock.move_serial us on us.account_id = u.account_id and us.move_id = u.id
        where u.account_id = m.account_id and u.reverses_id = m.id and us.serial_id = ms.serial_id))) serials on true
  order by l.shipment_id, ol.line_no, ol.part_no, b.expires_on nulls last, b.code`

export type StillToCome = {
  kitSku: string | null
  sku: string
  productName: string
  baseUnit: 'each' | 'gram' | 'millilitre'
  quantity: number
}

/** What the order still lacked when this had left, so that a slip printed again says the same. */
export const stillToCome = (db: Db, shipmentId: string) => db<StillToCome[]>`
  select kp.sku as kit_sku, p.sku, p.name as product_name, p.base_unit, d.quantity - coalesce(gone.quantity, 0) as quantity
  from fulfilment.shipment s
  join orders.order_line ol on ol.account_id = s.account_id and ol.order_id = s.order_id
  ${kitOfLine(db)}
  join stock.demand d on d.account_id = ol.account_id and d.id = ol.id
  join catalog.product p on p.account_id = ol.account_id and p.id = ol.product_id
  left join lateral (
    select sum(case m.reason when 'shipment' then m.quantity else -m.quantity end)::bigint as quantity from stock.move m
    where m.account_id = ol.account_id and m.document_line_id = ol.id and m.recorded_at <= s.recorded_at) gone on true
  where s.account_id = ${db.act.accountId} and s.id = ${shipmentId} and d.quantity > coalesce(gone.quantity, 0)
  order by ol.line_no, ol.part_no`

export type Sender = { accountName: string; warehouseName: string; address: string | null; timeZone: string }

export const senderOf = (db: Db, warehouseId: string) => db<Sender[]>`
  select a.name as account_name, w.name as warehouse_name, w.address, w.time_zone
  from places.warehouse w join access.account a on a.account_id = w.account_id
  where w.account_id = ${db.act.accountId} and w.id = ${warehouseId}`
