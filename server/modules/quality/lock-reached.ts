import type { Tx } from '#platform/db.ts'
import { lockLot } from '../batches/index.ts'
import { lockProducts } from '../catalog/index.ts'
import { lockPlaces } from '../places/index.ts'
import { type HoldScope, productsInScope } from './store.ts'

/**
 * Takes the lock of every product that the hold reaches, and answers with them; those included of which the first stock is just
 * being put at the place, or the first batch into the lot. They cannot be seen yet; but the foreign key of the new row holds on
 * to the place or the lot, so the lock of that waits until they can. What is just being made of a held batch is seen once the lock of its product is held. Where one has come meanwhile, all locks are let go, and
 * all are taken anew in their order: who held one and waited for another could wait for somebody who waits for him.
 */
export async function lockReached(tx: Tx, hold: HoldScope): Promise<string[]> {
  const reached = await productsInScope(tx, hold)
  if (hold.productId === null) return lockAll(tx, hold, reached)
  await lockProducts(tx, reached)
  return reached
}

async function lockAll(tx: Tx, hold: HoldScope, reached: string[]): Promise<string[]> {
  await tx`savepoint reached`
  await lockProducts(tx, reached)
  if (hold.batchId === null) await (hold.lotId === null ? lockPlaces(tx, hold.placeId) : lockLot(tx, hold.lotId))
  const since = (await productsInScope(tx, hold)).filter((id) => !reached.includes(id))
  await (since.length === 0 ? tx`release savepoint reached` : tx`rollback to savepoint reached`)
  return since.length === 0 ? reached : lockAll(tx, hold, [...reached, ...since])
}
