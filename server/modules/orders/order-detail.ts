/**
 * server/modules/orders/order-detail.ts — an order with the batches of each line, and why others were passed over.
 */
import { explainPassedOver, type Rotation } from '#domain/allocation/planner.ts'
import type { CalendarDate } from '#domain/calendar-date.ts'
import { groupBy } from '#domain/group-by.ts'
import { kitStanding } from '#domain/kits.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { latestDecisions, routingsOf } from '../allocation/index.ts'
import { lostBatches } from './lost-batches.ts'
import { orderList } from './order-list.ts'

type LineView = {
  id: string
  orderId: string
  lineNo: number
  kitLineId: string | null
  perKit: number
  productId: string
  sku: string
  productName: string
  baseUnit: 'each' | 'gram' | 'millilitre'
  ordered: number
  quantity: number
  allocated: number
  shipped: number
  backOrdered: number
  rotation: Rotation
  lifeDaysMin: number | null
  unitPrice: number | null
  currency: string | null
}
type BatchOfLine = {
  demandId: string
  batchId: string
  batchCode: string
  expiresOn: CalendarDate | null
  placeId: string
  placeCode: string
  warehouseId: string
  warehouseCode: string
  quantity: number
}
type Sent = {
  demandId: string
  batchId: string
  batchCode: string
  expiresOn: CalendarDate | null
  quantity: number
  shipmentId: string
  shippedAt: Instant
}

/** Those that sell kits ask nothing of stock themselves. */
const lineViews = (db: Db, orderIds: readonly string[]) => db<LineView[]>`
  select l.id, l.order_id, l.line_no, l.kit_line_id, coalesce(l.per_kit, 1) as per_kit, l.product_id, p.sku, p.name as product_name, p.base_unit, l.ordered,
    coalesce(d.quantity, 0) as quantity, coalesce(d.reserved, 0) as allocated, coalesce(d.shipped, 0) as shipped,
    coalesce(d.quantity - d.reserved - d.shipped, 0) as back_ordered, coalesce(d.rotation, p.rotation) as rotation, d.life_days_min, l.unit_price, l.currency
  from orders.order_line l
  left join stock.demand d on d.account_id = l.account_id and d.id = l.id
  join catalog.product p on p.account_id = l.account_id and p.id = l.product_id
  where l.account_id = ${db.act.accountId} and l.order_id = any(${orderIds as string[]}::uuid[]) order by l.order_id, l.line_no, l.part_no`

const reservedBatches = (db: Db, orderIds: readonly string[]) => db<BatchOfLine[]>`
  select r.demand_id, r.batch_id, b.code as batch_code, b.expires_on, r.place_id, pl.code as place_code, w.id as warehouse_id, w.code as warehouse_code,
    r.quantity
  from stock.demand d
  join stock.reservation r on r.account_id = d.account_id and r.demand_id = d.id
  join batches.batch b on b.account_id = r.account_id and b.id = r.batch_id
  join places.place pl on pl.account_id = r.account_id and pl.id = r.place_id
  join places.warehouse w on w.account_id = pl.account_id and w.id = pl.warehouse_id
  where d.account_id = ${db.act.accountId} and d.document_id = any(${orderIds as string[]}::uuid[])
  order by r.demand_id, b.expires_on nulls last, b.code, pl.code`

const sentBatches = (db: Db, orderIds: readonly string[]) => db<Sent[]>`
  select m.document_line_id as demand_id, m.batch_id, b.code as batch_code, b.expires_on, sum(m.quantity)::bigint as quantity,
    m.document_id as shipment_id, min(m.occurred_at) as shipped_at
  from stock.demand d
  join stock.net_move m on m.account_id = d.account_id and m.document_line_id = d.id and m.reason = 'shipment'
  join batches.batch b on b.account_id = m.account_id and b.id = m.batch_id
  where d.account_id = ${db.act.accountId} and d.document_id = any(${orderIds as string[]}::uuid[])
  group by m.document_line_id, m.batch_id, b.code, b.expires_on, m.document_id
  order by min(m.occurred_at), b.expires_on nulls last, b.code`

/** In the order of the ids. */
export async function orderDetails(db: Db, ids: readonly string[]) {
  const everything = { number: null, state: null, customerId: null, productId: null, text: null, before: null }
  const [orders, lines, reserved, sent, lost, routings] = await Promise.all([
    orderList(db, { ...everything, ids, limit: Math.max(ids.length, 1) }),
    lineViews(db, ids),
    reservedBatches(db, ids),
    sentBatches(db, ids),
    lostBatches(db, ids),
    routingsOf(db, ids),
  ])
  const decisions = await latestDecisions(
    db,
    lines.map(({ id }) => id),
  )
  const newest = new Map(decisions.map((row) => [row.demandId, row]))
  const byId = new Map(orders.map((order) => [order.id, order]))
  const linesOf = groupBy(lines, ({ orderId }) => orderId)
  const batchesOf = groupBy(reserved, ({ demandId }) => demandId)
  const sentOf = groupBy(sent, ({ demandId }) => demandId)
  return ids.flatMap((id) => {
    const order = byId.get(id)
    if (!order) return []
    const full = (linesOf.get(id) ?? []).map((line) => ({
      ...line,
      rotation: newest.get(line.id)?.rotation ?? line.rotation,
      batches: batchesOf.get(line.id) ?? [],
      sent: sentOf.get(line.id) ?? [],
      arrivals: newest.get(line.id)?.arrivals ?? [],
      passedOver: (newest.get(line.id)?.passedOver ?? []).map((one) => ({ ...one, says: explainPassedOver(one) })),
      components: [],
    }))
    return [{ ...order, lost: lost.get(id) ?? [], routing: routings.get(id) ?? [], lines: asSold(full) }]
  })
}

/** Each line of a kit with those of its parts beneath it, and counted in whole kits. */
function asSold<Line extends LineView>(lines: readonly Line[]): (Line & { components: Line[] })[] {
  const partsOf = groupBy(lines, ({ kitLineId }) => kitLineId)
  return (partsOf.get(null) ?? []).map((line) => {
    const components = partsOf.get(line.id) ?? []
    const { rotation, lifeDaysMin } = components[0] ?? line
    return { ...line, ...(components.length > 0 ? kitStanding(components) : {}), rotation, lifeDaysMin, components }
  })
}
