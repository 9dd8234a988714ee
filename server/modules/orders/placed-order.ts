/**
 * server/modules/orders/placed-order.ts — the answer to a placed order, from what the transaction knows: the same as
 * reading the order anew, without reading it.
 */
import { explainPassedOver } from '#domain/allocation/planner.ts'
import { groupBy } from '#domain/group-by.ts'
import { kitStanding } from '#domain/kits.ts'
import type { Act } from '#platform/db.ts'
import type { SoldLine } from './kit-line.ts'
import type { PlacedLine, PlacedOrder } from './place-orders.ts'

const sum = (rows: readonly number[]) => rows.reduce((total, quantity) => total + quantity, 0)

/** The lines as they were sold, each with the lines of its parts where it sells kits. */
function soldLines<Line>({ lines, kits }: PlacedOrder, tell: (line: PlacedLine) => Line) {
  const partsOf = groupBy(lines, ({ row }) => row.kitLineId)
  const plain = (partsOf.get(null) ?? []).map((line) => ({
    row: line.row,
    kit: null,
    own: tell(line),
    parts: [] as Line[],
  }))
  const sold = kits.map((kit) => ({ row: kit.row, kit, own: null, parts: (partsOf.get(kit.row.id) ?? []).map(tell) }))
  return [...plain, ...sold].sort((a, b) => a.row.lineNo - b.row.lineNo)
}

const unitsOf = ({ row, demand, allocated: { shortfall } }: PlacedLine) => ({
  perKit: row.perKit ?? 1,
  quantity: demand.quantity,
  allocated: demand.quantity - shortfall,
  shipped: 0,
  backOrdered: shortfall,
})

/** For bulk requests: what was allocated, line by line; in kits, of a line that sells them. */
export function placedSummary(placed: PlacedOrder) {
  const { order, lines } = placed
  const told = soldLines(placed, (line) => ({ id: line.row.id, productId: line.row.productId, ...unitsOf(line) }))
  return {
    id: order.id,
    number: order.number,
    allocated: sum(lines.map((line) => unitsOf(line).allocated)),
    backOrdered: sum(lines.map((line) => unitsOf(line).backOrdered)),
    lines: told.map(({ row, own, parts }) => ({ ...(own ?? kitStanding(parts)), id: row.id, components: parts })),
  }
}

export function placedDetail(placed: PlacedOrder, act: Act) {
  const { order, customerName, warehouseCode, serviceCode, routing } = placed
  const { allocated, backOrdered } = placedSummary(placed)
  const lines = soldLines(placed, lineDetail)
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
    lines: lines.map(({ kit, own, parts }) => own ?? kitDetail(kit, parts)),
  }
}

type LineDetail = ReturnType<typeof lineDetail>

function kitDetail({ row, product }: SoldLine, components: readonly LineDetail[]) {
  return {
    ...row,
    ...named(product),
    ...kitStanding(components),
    rotation: components[0]?.rotation ?? product.rotation,
    lifeDaysMin: components[0]?.lifeDaysMin ?? null,
    batches: [],
    sent: [],
    arrivals: [],
    passedOver: [],
    components: [...components],
  }
}

const named = ({ sku, name, baseUnit }: SoldLine['product']) => ({ sku, productName: name, baseUnit })

function lineDetail(line: PlacedLine) {
  const { row, demand, product, allocated } = line
  const byLife = [...allocated.picks].sort(
    (a, b) =>
      compare(a.expiresOn ?? '9999', b.expiresOn ?? '9999') ||
      compare(a.batchCode, b.batchCode) ||
      compare(a.placeCode, b.placeCode),
  )
  return {
    ...row,
    ...named(product),
    ...unitsOf(line),
    rotation: allocated.rotation,
    lifeDaysMin: demand.lifeDaysMin,
    batches: byLife,
    sent: [],
    arrivals: [...allocated.arrivals],
    passedOver: allocated.passedOver.map((one) => ({ ...one, says: explainPassedOver(one) })),
    components: [],
  }
}

const compare = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1)
