/**
 * server/modules/orders/placed-order.ts — the answer to a placed order, from what the transaction knows: the same as
 * reading the order anew, without reading it.
 */
import { explainPassedOver } from '#domain/allocation/planner.ts'
import type { Act } from '#platform/db.ts'
import type { PlacedLine, PlacedOrder } from './place-orders.ts'

const sum = (rows: readonly number[]) => rows.reduce((total, quantity) => total + quantity, 0)

/** For bulk requests: what was allocated, line by line. */
export function placedSummary({ order, lines }: PlacedOrder) {
  const parts = lines.map(({ demand, allocated }) => ({
    id: demand.id,
    allocated: demand.quantity - allocated.shortfall,
    backOrdered: allocated.shortfall,
  }))
  return {
    id: order.id,
    number: order.number,
    allocated: sum(parts.map((line) => line.allocated)),
    backOrdered: sum(parts.map((line) => line.backOrdered)),
    lines: parts,
  }
}

export function placedDetail(placed: PlacedOrder, act: Act) {
  const { order, customerName, warehouseCode, serviceCode, routing, lines } = placed
  const { allocated, backOrdered } = placedSummary(placed)
  return {
    ...order,
    orderedAt: new Date(order.orderedAt).toISOString(),
    customerName,
    warehouseCode,
    serviceCode,
    recordedAt: act.at,
    actorName: act.actorName,
    cancelledAt: null,
    state: backOrdered > 0 ? ('waiting' as const) : ('open' as const),
    lineCount: lines.length,
    quantity: allocated + backOrdered,
    allocated,
    shipped: 0,
    backOrdered,
    lost: [],
    routing: [...routing],
    lines: lines.map(lineDetail),
  }
}

function lineDetail({ row, demand, product, allocated }: PlacedLine) {
  const byLife = [...allocated.picks].sort(
    (a, b) =>
      compare(a.expiresOn ?? '9999', b.expiresOn ?? '9999') ||
      compare(a.batchCode, b.batchCode) ||
      compare(a.placeCode, b.placeCode),
  )
  return {
    ...row,
    sku: product.sku,
    productName: product.name,
    baseUnit: product.baseUnit,
    quantity: demand.quantity,
    allocated: demand.quantity - allocated.shortfall,
    shipped: 0,
    backOrdered: allocated.shortfall,
    rotation: allocated.rotation,
    lifeDaysMin: demand.lifeDaysMin,
    batches: byLife,
    sent: [],
    arrivals: [...allocated.arrivals],
    passedOver: allocated.passedOver.map((one) => ({ ...one, says: explainPassedOver(one) })),
  }
}

const compare = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1)
