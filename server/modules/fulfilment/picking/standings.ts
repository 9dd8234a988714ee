/**
 * server/modules/fulfilment/picking/standings.ts — for each batch at each place that orders are promised, or have picked: how much is
 * promised, picked and packed.
 */
import type { Db } from '#platform/db.ts'
import { type AllocatedRow, kitOfLine } from '../store.ts'
import { unitsPicked } from './store.ts'

/** `quantity` is what is promised: none of it where the promise was taken back since it was picked. */
export type StandingRow = AllocatedRow & {
  orderNumber: string
  orderCancelled: boolean
  zoneCode: string | null
  picked: number
  packed: number
}
type Of = Readonly<{ orderIds: readonly string[]; warehouseId: string | null }>

export const standingsOf = (db: Db, { orderIds, warehouseId }: Of) => db<StandingRow[]>`
  with line as (
    select l.account_id, l.id, l.order_id, l.line_no, l.part_no, l.kit_line_id, l.product_id from orders.order_line l
    where l.account_id = ${db.act.accountId} and l.order_id = any(${orderIds as string[]}::uuid[])),
  promised as (
    select r.demand_id as order_line_id, r.batch_id, r.place_id, r.quantity from stock.reservation r
    where r.account_id = ${db.act.accountId} and r.demand_id in (select id from line)),
  picked as (
    select k.order_line_id, k.batch_id, k.place_id, ${unitsPicked(db)}::bigint as quantity
    from fulfilment.picked k
    where k.account_id = ${db.act.accountId} and k.order_line_id in (select id from line)
    group by k.order_line_id, k.batch_id, k.place_id
    having ${unitsPicked(db)} > 0),
  packed as (
    select pl.order_line_id, pl.batch_id, pl.place_id, sum(pl.quantity)::bigint as quantity
    from fulfilment.parcel_line pl join fulfilment.parcel p on p.account_id = pl.account_id and p.id = pl.parcel_id
    where pl.account_id = ${db.act.accountId} and pl.order_line_id in (select id from line) and p.cancelled_at is null and p.shipment_id is null
    group by pl.order_line_id, pl.batch_id, pl.place_id)
  select o.id as order_id, o.number as order_number, o.cancelled_at is not null as order_cancelled, ol.id as order_line_id, ol.line_no, ol.kit_line_id,
    kp.sku as kit_sku, ol.product_id,
    p.sku, p.name as product_name, p.base_unit, p.tracking, k.batch_id, b.code as batch_code, b.expires_on, k.place_id, pl.code as place_code,
    pl.kind as place_kind, pl.pack_of, pl.bin_id, z.code as zone_code, w.id as warehouse_id, w.code as warehouse_code,
    coalesce(k.promised, 0)::bigint as quantity, coalesce(k.picked, 0)::bigint as picked, coalesce(packed.quantity, 0)::bigint as packed
  from (
    select order_line_id, batch_id, place_id, promised.quantity as promised, picked.quantity as picked
    from promised full join picked using (order_line_id, batch_id, place_id)) k
  left join packed using (order_line_id, batch_id, place_id)
  join line ol on ol.id = k.order_line_id
  ${kitOfLine(db)}
  join orders.sales_order o on o.account_id = ${db.act.accountId} and o.id = ol.order_id
  join catalog.product p on p.account_id = ${db.act.accountId} and p.id = ol.product_id
  join batches.batch b on b.account_id = ${db.act.accountId} and b.id = k.batch_id
  join places.place pl on pl.account_id = ${db.act.accountId} and pl.id = k.place_id
  join places.warehouse w on w.account_id = pl.account_id and w.id = pl.warehouse_id
  left join places.zone z on z.account_id = pl.account_id and z.id = pl.zone_id
  where ${warehouseId === null ? db`true` : db`w.id = ${warehouseId}`}
  order by o.number, ol.line_no, ol.part_no, b.code, pl.code`

export type PickedAt = { orderLineId: string; quantity: number }

/** What lines have picked of one batch at one place. */
export const pickedAt = (db: Db, batchId: string, placeId: string) => db<PickedAt[]>`
  select order_line_id, ${unitsPicked(db)}::bigint as quantity
  from fulfilment.picked k where account_id = ${db.act.accountId} and batch_id = ${batchId} and place_id = ${placeId}
  group by order_line_id having ${unitsPicked(db)} > 0`

export type PickedOf = PickedAt & { batchId: string; placeId: string }

/** What lies picked for lines. */
export const pickedOfLines = (db: Db, orderLineIds: readonly string[]) => db<PickedOf[]>`
  select order_line_id, batch_id, place_id, ${unitsPicked(db)}::bigint as quantity
  from fulfilment.picked k where account_id = ${db.act.accountId} and order_line_id = any(${orderLineIds as string[]}::uuid[])
  group by order_line_id, batch_id, place_id having ${unitsPicked(db)} > 0`
