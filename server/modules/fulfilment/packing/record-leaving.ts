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
  const lines = rows.flatMap((row) => row.lines)
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
  const gone = [...groupBy(lines, (line) => `${line.orderLineId} ${line.batchId} ${line.place.id}`)].flatMap(
    ([key, same]) => leaving(same, left.get(key) ?? 0),
  )
  await insertPicked(tx, gone)
}

function leaving(same: readonly ParcelLine[], picked: number) {
  const [line] = same
  const quantity = Math.min(
    picked,
    same.reduce((sum, one) => sum + one.quantity, 0),
  )
  if (!line || quantity === 0) return []
  const { orderLineId, productId, batchId, place } = line
  return [
    { waveId: null, orderLineId, productId, batchId, placeId: place.id, kind: 'ship' as const, quantity, scan: null },
  ]
}
