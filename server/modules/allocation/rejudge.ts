import { laterOf } from '#domain/calendar-date.ts'
import { lifeVerdict } from '#domain/shelf-life.ts'
import { dayIn } from '#platform/clock.ts'
import type { Tx } from '#platform/db.ts'
import { batchesById } from '../batches/index.ts'
import { lockProducts, resolveProducts } from '../catalog/index.ts'
import { placesById, resolveWarehouses } from '../places/index.ts'
import { demandsById, releaseReservations, reservationsOf } from '../stock/index.ts'
import { lifeRules } from './allocate.ts'
import { serveBackOrders } from './serve-back-orders.ts'

/** After a date was corrected: gives back what no longer keeps the rules, then offers all that is free in the new order. */
export async function rejudge(tx: Tx, { batchId, productId }: { batchId: string; productId: string }): Promise<void> {
  await lockProducts(tx, [productId])
  const [batch] = await batchesById(tx, [batchId])
  const product = (await resolveProducts(tx, [productId])).get(productId)
  if (!batch || !product) return
  const reserved = await reservationsOf(tx, { batchIds: [batchId] })
  const demandIds = reserved.map(({ demandId }) => demandId)
  const demands = new Map((await demandsById(tx, demandIds)).map((row) => [row.id, row]))
  const zoneOf = await zones(
    tx,
    reserved.map(({ placeId }) => placeId),
  )
  const unfit = reserved.filter(({ demandId, placeId }) => {
    const demand = demands.get(demandId)
    if (!demand) return false
    const today = dayIn(zoneOf(placeId), tx.act.at)
    const day = demand.deliverOn === null ? today : laterOf(demand.deliverOn, today)
    return lifeVerdict(batch, lifeRules(demand, product), day).kind !== 'fits'
  })
  await releaseReservations(tx, unfit)
  await serveBackOrders(tx, [productId], 'correction')
}

async function zones(tx: Tx, placeIds: readonly string[]): Promise<(placeId: string) => string> {
  const [places, warehouses] = await Promise.all([placesById(tx, placeIds), resolveWarehouses(tx)])
  const warehouseOf = new Map(places.map(({ id, warehouseId }) => [id, warehouseId ?? '']))
  return (placeId) => warehouses.get(warehouseOf.get(placeId) ?? '')?.timeZone ?? 'UTC'
}
