/**
 * web/features/trace/graph-layout.ts — a batch's way as a picture: suppliers and receipts, the batch, places and customers.
 */
import { Graph, layout } from '@dagrejs/dagre'
import type { BatchTrace, Consignment } from '../../api/types.ts'
import { quantityText } from '../../shared/quantity.tsx'

export type Stop = Readonly<{
  id: string
  kind: 'supplier' | 'receipt' | 'batch' | 'place' | 'customer'
  title: string
  detail: string
  to: string | null
}>
export type Way = Readonly<{ from: string; to: string; quantity: number }>
export type PlacedStop = Stop & Readonly<{ x: number; y: number }>

export const stopSize = { width: 190, height: 54 }
const customersMax = 24

export function stopsAndWays(trace: BatchTrace, consignments: readonly Consignment[]): { stops: Stop[]; ways: Way[] } {
  const { batch, receipts, here } = trace
  const stops = new Map<string, Stop>()
  const ways: Way[] = []
  const centre = `batch ${batch.id}`
  stops.set(centre, { id: centre, kind: 'batch', title: `Batch ${batch.code}`, detail: batch.sku, to: null })
  for (const { receiptId, number, supplierId, supplierName, quantity } of receipts) {
    const receipt = `receipt ${receiptId}`
    stops.set(receipt, { id: receipt, kind: 'receipt', title: number, detail: 'receipt', to: `/receipts/${receiptId}` })
    ways.push({ from: receipt, to: centre, quantity })
    if (!supplierId) continue
    const supplier = `supplier ${supplierId}`
    const to = `/partners/suppliers/${supplierId}`
    stops.set(supplier, { id: supplier, kind: 'supplier', title: supplierName ?? '', detail: 'supplier', to })
    ways.push({ from: supplier, to: receipt, quantity })
  }
  for (const { placeId, placeCode, warehouseCode, onHand } of here) {
    const place = `place ${placeId}`
    stops.set(place, { id: place, kind: 'place', title: placeCode, detail: `here, ${warehouseCode ?? ''}`, to: null })
    ways.push({ from: centre, to: place, quantity: onHand })
  }
  for (const { stop, quantity } of customerStops(consignments, trace.shipped)) {
    stops.set(stop.id, stop)
    ways.push({ from: centre, to: stop.id, quantity })
  }
  return { stops: [...stops.values()], ways }
}

/** Customers by quantity, the rest in one; the table beside names every one of them. */
function customerStops(consignments: readonly Consignment[], shipped: number): { stop: Stop; quantity: number }[] {
  const byCustomer = new Map<string, { name: string; quantity: number; orders: Set<string> }>()
  for (const { customerId, customerName, quantity, orderId } of consignments) {
    const key = customerId ?? ''
    const sum = byCustomer.get(key) ?? { name: customerName ?? 'not named', quantity: 0, orders: new Set() }
    sum.quantity += quantity
    sum.orders.add(orderId)
    byCustomer.set(key, sum)
  }
  const named = [...byCustomer].sort(([, a], [, b]) => b.quantity - a.quantity).slice(0, customersMax)
  const stops = named.map(([id, { name, quantity, orders }]) => ({
    quantity,
    stop: {
      id: `customer ${id}`,
      kind: 'customer' as const,
      title: name,
      detail: orders.size === 1 ? '1 order' : `${orders.size} orders`,
      to: id ? `/partners/customers/${id}` : null,
    },
  }))
  const rest = shipped - named.reduce((sum, [, { quantity }]) => sum + quantity, 0)
  if (rest <= 0) return stops
  const title = `${quantityText(rest)} more units`
  return [
    ...stops,
    { quantity: rest, stop: { id: 'rest', kind: 'customer', title, detail: 'to others; see the table', to: null } },
  ]
}

/** Left to right, in the order of time. */
export function placeStops(stops: readonly Stop[], ways: readonly Way[]): PlacedStop[] {
  const graph = new Graph()
  graph.setGraph({ rankdir: 'LR', nodesep: 14, ranksep: 90 })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const { id } of stops) graph.setNode(id, { ...stopSize })
  for (const { from, to } of ways) graph.setEdge(from, to)
  layout(graph)
  return stops.map((stop) => {
    const { x = 0, y = 0 } = graph.node(stop.id) as { x?: number; y?: number }
    return { ...stop, x: x - stopSize.width / 2, y: y - stopSize.height / 2 }
  })
}
