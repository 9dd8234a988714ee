/**
 * server/modules/allocation/routing/warehouse-facts.ts — what is known of each warehouse for an order, whatever it has: its
 * priority, the way to the customer, what a parcel costs, and whether it sends something of the order already.
 */
import type { WarehouseFacts } from '#domain/allocation/routed-order.ts'
import { transitRow } from '#domain/delivery-day.ts'
import { groupBy } from '#domain/group-by.ts'
import { remembered } from '#domain/remembered.ts'
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
  const ofWay = remembered(
    (way: Way) =>
      warehouses.map((warehouse) => {
        const route = routeOf(tables, way, warehouse.id)
        return {
          warehouseId: warehouse.id,
          warehouseCode: warehouse.code,
          priority: warehouse.priority,
          distanceKm: transitRow(route, far)?.distanceKm ?? null,
          parcelCost: transitRow(route, dear)?.parcelCost ?? null,
        }
      }),
    JSON.stringify,
  )
  return ({ documentId, serviceId, market, postalCode }) => {
    const senders = new Set((sendersOf.get(documentId) ?? []).map(({ warehouseId }) => warehouseId))
    const facts = ofWay({ serviceId, market, postalCode })
    return facts.map((one) => ({ ...one, sends: senders.has(one.warehouseId) }))
  }
}
