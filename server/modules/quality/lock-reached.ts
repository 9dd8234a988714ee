import type { Tx } from '#platform/db.ts'
import { lockLot } from '../batches/index.ts'
import { lockProducts } from '../catalog/index.ts'
import { lockPlaces } from '../places/index.ts'
import { type HoldScope, productsInScope } from './store.ts'

/**
 * Takes the lock of every product that the hold reaches, and answers with them; those included of which the first stock is just
 * being put at the place, or the first batch into the lot. They cannot be seen yet; but the foreign key of the new row holds on
 * to the place or the lot, so the lock of that waits until they can.
 */
export async function lockReached(tx: Tx, hold: HoldScope): Promise<string[]> {
  const seen = await productsInScope(tx, hold)
  await lockProducts(tx, seen)
  if (hold.lotId !== null) await lockLot(tx, hold.lotId)
  else if (hold.productId === null && hold.batchId === null) await lockPlaces(tx, hold.placeId)
  else return seen
  const since = (await productsInScope(tx, hold)).filter((id) => !seen.includes(id))
  if (since.length > 0) await lockProducts(tx, since)
  return [...seen, ...since]
}
