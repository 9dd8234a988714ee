import { groupBy } from '#domain/group-by.ts'
import type { Db } from '#platform/db.ts'
import { isId } from '#platform/references.ts'
import { Refusal } from '#platform/refusal.ts'
import { shipmentLines, shipmentList } from './store.ts'
import { kitsAmong, kitsOfLines } from './whole-kits.ts'

const everything = { ids: null, number: null, orderId: null, tracking: null, before: null }

/** In the order of the ids. */
export async function shipmentDetails(db: Db, ids: readonly string[]) {
  const [shipments, lines] = await Promise.all([
    shipmentList(db, { ...everything, ids, limit: Math.max(ids.length, 1) }),
    shipmentLines(db, ids),
  ])
  const kitsOf = await kitsOfLines(db, shipments, lines)
  const byId = new Map(shipments.map((shipment) => [shipment.id, shipment]))
  const linesOf = groupBy(lines, ({ shipmentId }) => shipmentId)
  return ids.flatMap((id) => {
    const shipment = byId.get(id)
    const own = linesOf.get(id) ?? []
    return shipment ? [{ ...shipment, kits: kitsAmong(kitsOf.get(shipment.orderId) ?? [], own), lines: own }] : []
  })
}

export type ShipmentDetail = Awaited<ReturnType<typeof shipmentDetails>>[number]

/** By id or number; refuses `not_found`. */
export async function shipmentByRef(db: Db, ref: string): Promise<ShipmentDetail> {
  const id = isId(ref) ? ref : (await shipmentList(db, { ...everything, number: ref, limit: 1 }))[0]?.id
  const [shipment] = id === undefined ? [] : await shipmentDetails(db, [id])
  if (!shipment) throw new Refusal('not_found', { kind: 'shipment', id: ref })
  return shipment
}
