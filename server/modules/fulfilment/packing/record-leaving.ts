import { groupBy } from '#domain/group-by.ts'
import type { Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Parcel, ParcelLine, PlannedShipment } from '../parcel.ts'
import { pickedOfLines } from '../picking/standings.ts'
import { insertPicked } from '../picking/store.ts'
import { markParcelsShipped, packedLines } from './store.ts'

type Row = Parcel & Readonly<{ ask: PlannedShipment }>

/**
 * What leaves does not lie picked any more, and parcels that leave say in which shipment. Goods in no parcel leave from
 * what was picked first. Before the promises go. Refuses `parcel_gone` where two ship the same parcel at once.
 */
export async function recordLeaving(tx: Tx, rows: readonly Row[]): Promise<void> {
  const shipped = rows.flatMap(({ id: shipmentId, warehouseId, ask }) =>
    ask.packed.filter((one) => one.warehouseId === warehouseId).map(({ parcelId }) => ({ parcelId, shipmentId })),
  )
  if (shipped.length > 0 && (await markParcelsShipped(tx, shipped)).length < shipped.length)
    throw new Refusal('parcel_gone', { parcel: 'named' })
  const lines = rows.flatMap(({ id: shipmentId, lines: own }) => own.map((line) => ({ ...line, shipmentId })))
  const picked = await pickedOfLines(tx, [...new Set(lines.map(({ orderLineId }) => orderLineId))])
  if (picked.length === 0) return
  const left = new Map(picked.map((row) => [`${row.orderLineId} ${row.batchId} ${row.placeId}`, row.quantity]))
  // What lies in parcels that stay was picked for them.
  for (const { orderLineId, batchId, placeId, quantity } of await packedLines(
    tx,
    rows.map(({ orderId }) => orderId),
  )) {
    const key = `${orderLineId} ${batchId} ${placeId}`
    left.set(key, (left.get(key) ?? 0) - quantity)
  }
  const gone = [
    ...groupBy(lines, (line) => `${line.shipmentId} ${line.orderLineId} ${line.batchId} ${line.place.id}`).values(),
  ].flatMap((same) => leaving(same, left))
  await insertPicked(tx, gone)
}

type LeavingLine = ParcelLine & Readonly<{ shipmentId: string }>

/** What of lines of one shipment, batch and place lies picked: it is taken off `left`. */
function leaving(same: readonly LeavingLine[], left: Map<string, number>) {
  const [line] = same
  if (!line) return []
  const { orderLineId, productId, batchId, place, shipmentId } = line
  const key = `${orderLineId} ${batchId} ${place.id}`
  const picked = left.get(key) ?? 0
  const quantity = Math.min(
    picked,
    same.reduce((sum, one) => sum + one.quantity, 0),
  )
  if (quantity <= 0) return []
  left.set(key, picked - quantity)
  const goods = { waveId: null, orderLineId, productId, batchId, placeId: place.id, scan: null, shipmentId }
  return [{ ...goods, kind: 'ship' as const, quantity }]
}
