/**
 * server/modules/fulfilment/pick-queue.ts — orders that have something to be shipped, in the order in which they are due. One
 * without a day of delivery is due on the day it was ordered.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'

export type QueuedOrder = {
  orderId: string
  number: string
  customerName: string | null
  channel: string
  orderedAt: Instant
  deliverOn: CalendarDate | null
  dueOn: CalendarDate
  priority: number
  warehouses: string[]
  reserved: number
  waiting: number
}
export type QueueFilter = Readonly<{
  warehouseId: string | null
  state: 'complete' | 'part' | null
  text: string | null
  after: Readonly<{ dueOn: string; priority: number; orderId: string }> | null
  limit: number
}>

/** Read from what is reserved now, never from all orders. */
export const pickQueue = (db: Db, f: QueueFilter) => db<QueuedOrder[]>`
  with reserved as (
    select d.document_id as order_id, sum(r.quantity)::bigint as quantity, array_agg(distinct w.code order by w.code) as warehouses
    from stock.reservation r
    join stock.demand d on d.account_id = r.account_id and d.id = r.demand_id
    join places.place pl on pl.account_id = r.account_id and pl.id = r.place_id
    join places.warehouse w on w.account_id = pl.account_id and w.id = pl.warehouse_id
    where r.account_id = ${db.act.accountId} ${f.warehouseId ? db`and w.id = ${f.warehouseId}` : db``}
    group by d.document_id),
  queue as (
    select o.id as order_id, o.number, c.name as customer_name, o.channel, o.ordered_at, o.deliver_on,
      coalesce(o.deliver_on, (o.ordered_at at time zone 'UTC')::date) as due_on, o.priority, q.warehouses, q.quantity as reserved,
      (select coalesce(sum(d.quantity - d.reserved - d.shipped), 0)::bigint from stock.demand d
        where d.account_id = o.account_id and d.document_id = o.id) as waiting
    from reserved q
    join orders.sales_order o on o.account_id = ${db.act.accountId} and o.id = q.order_id
    left join catalog.customer c on c.account_id = o.account_id and c.id = o.customer_id)
  select * from queue
  where true
    ${f.state === null ? db`` : f.state === 'complete' ? db`and waiting = 0` : db`and waiting > 0`}
    ${f.text ? db`and (strpos(lower(number), lower(${f.text})) > 0 or strpos(lower(customer_name), lower(${f.text})) > 0)` : db``}
    ${f.after ? db`and (due_on, -priority, order_id) > (${f.after.dueOn}::date, ${-f.after.priority}::int, ${f.after.orderId}::uuid)` : db``}
  order by due_on, -priority, order_id limit ${f.limit}`
