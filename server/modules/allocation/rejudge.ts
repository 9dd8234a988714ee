/**
 * server/modules/allocation/rejudge.ts — promises are held against the dates and the days as they are now.
 */
import { laterOf } from '#domain/calendar-date.ts'
import { lifeVerdict } from '#domain/shelf-life.ts'
import { dayIn } from '#platform/clock.ts'
import type { Tx } from '#platform/db.ts'
import { batchesById } from '../batches/index.ts'
import { lockProducts, resolveProducts } from '../catalog/index.ts'
import { placesById, resolveWarehouses } from '../places/index.ts'
import { activeHolds, covers } from '../quality/index.ts'
import { demandsById, type ReservationRow, reservationsOf, takeBack } from '../stock/index.ts'
import { lifeRules } from './allocate.ts'
import { serveBackOrders } from './serve-back-orders.ts'

/** After a date was corrected: gives back what no longer keeps the rules, then offers all that is free in the new order. */
export async function rejudge(tx: Tx, { batchId, productId }: { batchId: string; productId: string }): Promise<void> {
  await lockProducts(tx, [productId])
  const released = await releaseUnfit(tx, await reservationsOf(tx, { batchIds: [batchId] }))
  await serveBackOrders(tx, [productId], { cause: 'correction', concerned: released })
}

/**
 * Gives back what was promised of stock that is held or has left its storage place, of batches that have expired since, or
 * that no longer have the life asked for, judged in the zone of the warehouse where they lie. The products must be locked.
 * Answers with the demands that lost something.
 */
export async function releaseUnfit(tx: Tx, reserved: readonly ReservationRow[]): Promise<string[]> {
  if (reserved.length === 0) return []
  const ids = (key: 'batchId' | 'productId' | 'demandId' | 'placeId') => [...new Set(reserved.map((row) => row[key]))]
  const [batches, products, demands, placeOf, holds] = await Promise.all([
    batchesById(tx, ids('batchId')),
    resolveProducts(tx, ids('productId')),
    demandsById(tx, ids('demandId')),
    placesWithZones(tx, ids('placeId')),
    activeHolds(tx, ids('productId')),
  ])
  const batchOf = new Map(batches.map((row) => [row.id, row]))
  const demandOf = new Map(demands.map((row) => [row.id, row]))
  const unfit = reserved.filter((row) => {
    const [batch, product, demand] = [batchOf.get(row.batchId), products.get(row.productId), demandOf.get(row.demandId)]
    if (!batch || !product || !demand) return false
    const { kind, timeZone } = placeOf(row.placeId)
    if (kind !== 'storage' || holds.some((hold) => covers(hold, row))) return true
    const today = dayIn(timeZone, tx.act.at)
    const { deliverOn, history } = demand
    const day = deliverOn === null ? today : history ? deliverOn : laterOf(deliverOn, today)
    return lifeVerdict(batch, lifeRules(demand, product), day).kind !== 'fits'
  })
  const parts = await takeBack(tx, unfit)
  return [...new Set([...unfit, ...parts].map(({ demandId }) => demandId))]
}

async function placesWithZones(tx: Tx, placeIds: readonly string[]) {
  const [places, warehouses] = await Promise.all([placesById(tx, placeIds), resolveWarehouses(tx)])
  const byId = new Map(places.map((place) => [place.id, place]))
  return (placeId: string) => {
    const place = byId.get(placeId)
    return { kind: place?.kind, timeZone: warehouses.get(place?.warehouseId ?? '')?.timeZone ?? 'UTC' }
  }
}
