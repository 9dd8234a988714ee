import type { Tx } from '#platform/db.ts'
import { lockProducts } from '../catalog/index.ts'
import { reservationsOf } from '../stock/index.ts'
import type { ExpiredPromise } from './expired-promises.ts'
import { releaseUnfit } from './rejudge.ts'
import { serveBackOrders } from './serve-back-orders.ts'

/** What was promised of batches whose days are over, or that would come too late, is given back; its lines are served anew. */
export async function giveBackExpired(
  tx: Tx,
  found: readonly ExpiredPromise[],
  cause: 'expiry' | 'delivery',
): Promise<void> {
  const productIds = [...new Set(found.map(({ productId }) => productId))]
  await lockProducts(tx, productIds)
  // Judged as they are under the lock: some may have been shipped meanwhile.
  const demandIds = [...new Set(found.map(({ demandId }) => demandId))]
  const released = await releaseUnfit(tx, await reservationsOf(tx, { demandIds }))
  if (released.length > 0) await serveBackOrders(tx, productIds, { cause, concerned: released })
}
