/**
 * server/modules/orders/order-list.ts — orders with what of them is allocated, shipped and waiting, read from the demands.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'

/** Shipped, too, where the rest was cancelled: the customer has goods of it. Cancelled is what never left. */
export const orderStates = ['waiting', 'open', 'shipped', 'cancelled'] as const
export type OrderState = (typeof orderStates)[number]
export type OrderView = {
  id: string
  number: string
  customerId: string | null
  customerName: string | null
  channel: string
  warehouseId: string | null
  warehouseCode: string | null
  orderedAt: Instant
  deliverOn: CalendarDate | null
  priority: number
  shipTo: string | null
  country: string | null
  postalCode: string | null
  serviceId: string | null
  serviceCode: string | null
  note: string | null
  recordedAt: Instant
  actorName: string
  cancelledAt: Instant | null
  state: OrderState
  lineCount: number
  quantity: number
  allocated: number
  shipped: number
  backOrdered: number
}
export type OrderFilter = Readonly<{
  ids: readonly string[] | null
  number: string | null
  state: OrderState | null
  customerId: string | null
  /** One line of it at least. */
  productId: string | null
  text: string | null
  before: { at: Instant; id: string } | null
  limit: number
}>

/** Orders which wait are found from the unmet demands, those to ship from the reserved ones: never by reading all. */
function ofState(db: Db, state: OrderState | null) {
  const account = db.act.accountId
  const waits = db`select document_id from stock.demand where account_id = ${account} and reserved + shipped < quantity`
  const unshipped = db`select document_id from stock.demand where account_id = ${account} and shipped < quantity`
  if (state === null) return db``
  const sent = db`select document_id from stock.demand where account_id = ${account} and document_id = o.id and shipped > 0`
  if (state === 'cancelled') return db`and o.cancelled_at is not null and not exists (${sent})`
  if (state === 'waiting') return db`and o.cancelled_at is null and o.id in (${waits})`
  if (state === 'shipped') return db`and o.id not in (${unshipped}) and (o.cancelled_at is null or exists (${sent}))`
  return db`and o.cancelled_at is null and o.id in (${unshipped}) and o.id not in (${waits})`
}

export const orderList = (db: Db, f: OrderFilter) => db<OrderView[]>`
  select o.id, o.number, o.customer_id, c.name as customer_name, o.channel, o.warehouse_id, w.code as warehouse_code, o.ordered_at, o.deliver_on,
    o.priority, o.ship_to, o.country, o.postal_code, o.service_id, v.code as service_code, o.note, o.recorded_at, o.actor_name,
    o.cancelled_at, (select count(*)::int from orders.order_line l where l.account_id = o.account_id and l.order_id = o.id and l.part_no = 0) as line_count,
    d.quantity, d.allocated, d.shipped, d.quantity - d.allocated - d.shipped as back_ordered,
    case when o.cancelled_at is not null and d.shipped = 0 then 'cancelled' when d.shipped = d.quantity then 'shipped'
      when d.allocated + d.shipped < d.quantity then 'waiting' else 'open' end as state
  from orders.sales_order o
  left join catalog.customer c on c.account_id = o.account_id and c.id = o.customer_id
  left join places.warehouse w on w.account_id = o.account_id and w.id = o.warehouse_id
  left join allocation.service v on v.account_id = o.account_id and v.id = o.service_id
  cross join lateral (
    select coalesce(sum(quantity), 0)::bigint as quantity, coalesce(sum(reserved), 0)::bigint as allocated,
      coalesce(sum(shipped), 0)::bigint as shipped
    from stock.demand where account_id = o.account_id and document_id = o.id) d
  where o.account_id = ${db.act.accountId}
    ${f.ids ? db`and o.id = any(${f.ids as string[]}::uuid[])` : db``}
    ${f.number ? db`and o.number = ${f.number}` : db``}
    ${ofState(db, f.state)}
    ${f.customerId ? db`and o.customer_id = ${f.customerId}` : db``}
    ${f.productId ? db`and o.id in (select order_id from orders.order_line where account_id = ${db.act.accountId} and product_id = ${f.productId})` : db``}
    ${f.text ? db`and (strpos(lower(o.number), lower(${f.text})) > 0 or strpos(lower(c.name), lower(${f.text})) > 0)` : db``}
    ${f.before ? db`and (o.ordered_at, o.id) < (${f.before.at}::timestamptz, ${f.before.id}::uuid)` : db``}
  order by o.ordered_at desc, o.id desc limit ${f.limit}`
