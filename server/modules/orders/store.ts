/**
 * server/modules/orders/store.ts — the SQL of orders.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/db.ts'
import { splitReferences } from '#platform/references.ts'

export type OrderRow = {
  id: string
  number: string
  customerId: string | null
  channel: string
  warehouseId: string | null
  orderedAt: Instant
  deliverOn: CalendarDate | null
  priority: number
  shipTo: string | null
  country: string | null
  postalCode: string | null
  serviceId: string | null
  note: string | null
  recordedAt: Instant
  actorName: string
  cancelledAt: Instant | null
}
export type NewOrder = Omit<OrderRow, 'recordedAt' | 'actorName' | 'cancelledAt'>
export type NewOrderLine = {
  id: string
  orderId: string
  lineNo: number
  partNo: number // 0: as it was sold; 1 and on: a part of the kit line of this number
  kitLineId: string | null
  perKit: number | null
  productId: string
  ordered: number
  unitPrice: number | null
  currency: string | null
}

export const insertOrders = (tx: Tx, rows: readonly NewOrder[]) => tx`
  insert into orders.sales_order (account_id, id, number, customer_id, channel, warehouse_id, ordered_at, deliver_on, priority, ship_to, country, postal_code,
    service_id, note, recorded_at, actor_name)
  select ${tx.act.accountId}, o.id, o.number, o.customer, o.channel, o.warehouse, o.ordered_at, o.deliver_on, o.priority, o.ship_to, o.country, o.postal,
    o.service, o.note,
    ${tx.act.at}, ${tx.act.actorName}
  from unnest(${rows.map((o) => o.id)}::uuid[], ${rows.map((o) => o.number)}::text[], ${rows.map((o) => o.customerId)}::uuid[],
    ${rows.map((o) => o.channel)}::text[], ${rows.map((o) => o.warehouseId)}::uuid[], ${rows.map((o) => o.orderedAt)}::timestamptz[],
    ${rows.map((o) => o.deliverOn)}::date[], ${rows.map((o) => o.priority)}::smallint[], ${rows.map((o) => o.shipTo)}::text[],
    ${rows.map((o) => o.country)}::text[], ${rows.map((o) => o.postalCode)}::text[], ${rows.map((o) => o.serviceId)}::uuid[],
    ${rows.map((o) => o.note)}::text[]) as o(id, number, customer, channel, warehouse, ordered_at, deliver_on, priority, ship_to, country, postal,
    service, note)`

export const insertOrderLines = (tx: Tx, rows: readonly NewOrderLine[]) => tx`
  insert into orders.order_line (account_id, id, order_id, line_no, part_no, kit_line_id, per_kit, product_id, ordered, unit_price, currency)
  select ${tx.act.accountId}, l.id, l.order_id, l.line_no, l.part_no, l.kit_line, l.per_kit, l.product, l.ordered, l.price, l.currency
  from unnest(${rows.map((l) => l.id)}::uuid[], ${rows.map((l) => l.orderId)}::uuid[], ${rows.map((l) => l.lineNo)}::int[],
    ${rows.map((l) => l.partNo)}::int[], ${rows.map((l) => l.kitLineId)}::uuid[], ${rows.map((l) => l.perKit)}::bigint[], ${rows.map((l) => l.productId)}::uuid[], ${rows.map((l) => l.ordered)}::bigint[], ${rows.map((l) => l.unitPrice)}::bigint[],
    ${rows.map((l) => l.currency)}::text[]) as l(id, order_id, line_no, part_no, kit_line, per_kit, product, ordered, price,
    currency)`

export function ordersByRef(db: Db, references: Iterable<string>) {
  const { ids, codes } = splitReferences(references)
  return db<OrderRow[]>`
    select id, number, customer_id, channel, warehouse_id, ordered_at, deliver_on, priority, ship_to, country, postal_code, service_id, note, recorded_at, actor_name,
      cancelled_at
    from orders.sales_order where account_id = ${db.act.accountId} and (id = any(${ids}::uuid[]) or number = any(${codes}::text[]))`
}

/** By the number alone, whatever it looks like. */
export const ordersNumbered = (db: Db, numbers: readonly string[]) => db<Pick<OrderRow, 'id' | 'number'>[]>`
  select id, number from orders.sales_order where account_id = ${db.act.accountId} and number = any(${numbers as string[]}::text[])`

/** Held until the end, so that an order is not edited, cancelled and shipped at once. Taken after the products' locks. */
export const lockOrders = (tx: Tx, ids: readonly string[]) => tx`
  select 1 from orders.sales_order where account_id = ${tx.act.accountId} and id = any(${ids as string[]}::uuid[]) order by id for no key update`

type Changing = 'id' | 'deliverOn' | 'priority' | 'shipTo' | 'country' | 'postalCode' | 'serviceId' | 'note'

export const updateOrder = (tx: Tx, o: Pick<OrderRow, Changing>) => tx`
  update orders.sales_order set deliver_on = ${o.deliverOn}, priority = ${o.priority}, ship_to = ${o.shipTo}, country = ${o.country},
    postal_code = ${o.postalCode}, service_id = ${o.serviceId}, note = ${o.note}
  where account_id = ${tx.act.accountId} and id = ${o.id}`

export const markCancelled = (tx: Tx, id: string) => tx`
  update orders.sales_order set cancelled_at = ${tx.act.at} where account_id = ${tx.act.accountId} and id = ${id}`
