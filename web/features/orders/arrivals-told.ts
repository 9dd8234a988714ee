/**
 * web/features/orders/arrivals-told.ts — when an order leaves and arrives: told once for the order where its lines agree, else
 * at the lines that differ.
 */
import type { Order, OrderLine } from '../../api/types.ts'

export type LineArrival = OrderLine['arrivals'][number]
type Line = Pick<OrderLine, 'id' | 'quantity' | 'shipped' | 'batches' | 'arrivals'>
export type ArrivalsTold = Readonly<{
  all: readonly LineArrival[]
  ofLine: ReadonlyMap<string, readonly LineArrival[]>
}>

/**
 * From where a line's batches lie, or where it has none, from wherever they could; nothing of what is over, nor of a day that
 * is past there: it was to leave then, and did not.
 */
export function arrivalsTold(
  order: Pick<Order, 'state'> & Readonly<{ lines: readonly Line[] }>,
  todayAt: (warehouseId: string) => string,
): ArrivalsTold {
  const open = order.state === 'cancelled' ? [] : order.lines.filter(({ quantity, shipped }) => shipped < quantity)
  const told = open.map((line) => ({
    id: line.id,
    arrivals: concerned(line).filter(
      ({ leavesOn, warehouseId }) => leavesOn === null || leavesOn >= todayAt(warehouseId),
    ),
  }))
  const said = new Map<string, Set<string>>()
  for (const one of told.flatMap(({ arrivals }) => arrivals))
    said.set(one.warehouseId, (said.get(one.warehouseId) ?? new Set()).add(JSON.stringify(one)))
  const agreed = ({ warehouseId }: LineArrival) => said.get(warehouseId)?.size === 1
  const all = new Map(told.flatMap(({ arrivals }) => arrivals.filter(agreed).map((one) => [one.warehouseId, one])))
  const ofLine = told.map(({ id, arrivals }) => [id, arrivals.filter((one) => !agreed(one))] as const)
  return { all: [...all.values()], ofLine: new Map(ofLine) }
}

function concerned({ batches, arrivals }: Line): readonly LineArrival[] {
  const from = new Set(batches.map(({ warehouseId }) => warehouseId))
  return from.size === 0 ? arrivals : arrivals.filter(({ warehouseId }) => from.has(warehouseId))
}
