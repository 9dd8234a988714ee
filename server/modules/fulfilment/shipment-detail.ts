import { groupBy } from '#domain/group-by.ts'
import type { Db } from '#platform/db.ts'
import { isId } from '#platform/references.ts'
import { Refusal } from '#platform/refusal.ts'
import { shipmentLines, shipmentList } from './store.ts'

const everything = { ids: null, number: null, orderId: null, tracking: null, before: null }

/** In the order of the ids. */
export async function shipmentDetails(db: Db, ids: readonly string[]) {
  const [shipments, lines] = await Promise.all([
    shipmentList(db, { ...everything, ids, limit: Math.max(ids.length, 1) }),
    shipmentLines(db, ids),
  ])
  const byId = new Map(shipments.map((shipment) => [shipment.id, shipment]))
  const linesOf = groupBy(lines, ({ shipmentId }) => shipmentId)
  return ids.flatMap((id) => {
    const shipment = byId.get(id)
    return shipment ? [{ ...shipment, lines: linesOf.get(id) ?? [] }] : []
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
