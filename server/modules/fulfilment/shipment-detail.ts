import { groupBy } from '#domain/group-by.ts'
import type { Db } from '#platform/db.ts'
import { isId } from '#platform/references.ts'
import { Refusal } from '#platform/refusal.ts'
import { cancellations, shipmentLines, shipmentList } from './store.ts'
import { kitsAmong, kitsOfLines } from './whole-kits.ts'

const everything = { ids: null, number: null, orderId: null, tracking: null, before: null }

/** In the order of the ids. */
export async function shipmentDetails(db: Db, ids: readonly string[]) {
  const [shipments, lines, undone] = await Promise.all([
    shipmentList(db, { ...everything, ids, limit: Math.max(ids.length, 1) }),
    shipmentLines(db, ids),
    cancellations(db, ids),
  ])
  const kitsOf = await kitsOfLines(db, shipments, lines)
  const byId = new Map(shipments.map((shipment) => [shipment.id, shipment]))
  const linesOf = groupBy(lines, ({ shipmentId }) => shipmentId)
  const undoneOf = groupBy(undone, ({ shipmentId }) => shipmentId)
  return ids.flatMap((id) => {
    const shipment = byId.get(id)
    const own = linesOf.get(id) ?? []
    if (!shipment) return []
    const kits = kitsAmong(kitsOf.get(shipment.orderId) ?? [], linesSent(shipment.state, own))
    return [{ ...shipment, kits, lines: own, cancellations: undoneOf.get(id) ?? [] }]
  })
}

/** What left; of a shipment that is cancelled whole, what it was to be. */
export const linesSent = <Line extends { quantity: number; cancelled: number }>(
  state: string,
  lines: readonly Line[],
) =>
  state === 'cancelled'
    ? [...lines]
    : lines.flatMap((line) =>
        line.cancelled < line.quantity ? [{ ...line, quantity: line.quantity - line.cancelled }] : [],
      )

export type ShipmentDetail = Awaited<ReturnType<typeof shipmentDetails>>[number]

/** By id or number; refuses `not_found`. */
export async function shipmentByRef(db: Db, ref: string): Promise<ShipmentDetail> {
  const id = isId(ref) ? ref : (await shipmentList(db, { ...everything, number: ref, limit: 1 }))[0]?.id
  const [shipment] = id === undefined ? [] : await shipmentDetails(db, [id])
  if (!shipment) throw new Refusal('not_found', { kind: 'shipment', id: ref })
  return shipment
}
