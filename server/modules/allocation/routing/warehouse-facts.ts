/**
 * server/modules/allocation/routing/warehouse-facts.ts — what is known of each warehouse for an order, whatever it has: its
 * priority, the way to the customer, what a parcel costs, and whether it sends something of the order already.
 */
import type { WarehouseFacts } from '#domain/allocation/routed-order.ts'
import { transitRow } from '#domain/delivery-day.ts'
import { groupBy } from '#domain/group-by.ts'
import type { Db } from '#platform/db.ts'
import { deliveryTables, routeOf, type Way } from '../delivery/arrivals.ts'
import { sendingFrom } from './routing-store.ts'

type OrderOf = Way & Readonly<{ documentId: string }>

/** `anew`: nothing is promised to these orders, or it counts for nothing. */
export async function warehouseFacts(
  db: Db,
  orders: readonly OrderOf[],
  { anew }: Readonly<{ anew: boolean }>,
): Promise<(order: OrderOf) => WarehouseFacts[]> {
  const [tables, sending] = await Promise.all([
    deliveryTables(
      db,
      orders.map(({ market }) => market),
    ),
    anew
      ? []
      : sendingFrom(
          db,
          orders.map(({ documentId }) => documentId),
        ),
  ])
  const warehouses = [...new Set(tables.warehouses.values())]
  const sendersOf = groupBy(sending, ({ orderId }) => orderId)
  const far = tables.table.filter(({ distanceKm }) => distanceKm !== null)
  const dear = tables.table.filter(({ parcelCost }) => parcelCost !== null)
  const known = new Map<string, Omit<WarehouseFacts, 'sends'>[]>()
  const ofWay = ({ serviceId, market, postalCode }: Way) =>
    warehouses.map((warehouse) => {
      const route = routeOf(tables, { serviceId, market, postalCode }, warehouse.id)
      return {
        warehouseId: warehouse.id,
        warehouseCode: warehouse.code,
        priority: warehouse.priority,
        distanceKm: transitRow(route, far)?.distanceKm ?? null,
        parcelCost: transitRow(route, dear)?.parcelCost ?? null,
      }
    })
  return (order) => {
    const key = JSON.stringify([order.serviceId, order.market, order.postalCode])
    const facts = known.get(key) ?? ofWay(order)
    known.set(key, facts)
    const senders = new Set((sendersOf.get(order.documentId) ?? []).map(({ warehouseId }) => warehouseId))
    return facts.map((one) => ({ ...one, sends: senders.has(one.warehouseId) }))
  }
}
