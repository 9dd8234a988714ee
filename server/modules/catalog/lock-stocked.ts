import type { Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { type LockedProduct, lockProducts } from './lock-products.ts'
import type { ProductRow } from './store.ts'

/**
 * `lockProducts`, for what is to be had in stock or is asked of it. Refuses `kit_by_now` where a product was made a kit
 * since it was looked up. Answers with the rows as they are under the lock.
 */
export async function lockStocked(tx: Tx, productIds: Iterable<string>): Promise<readonly LockedProduct[]> {
  const locked = await lockProducts(tx, productIds)
  const kit = locked.find(({ isKit }) => isKit)
  if (kit) throw new Refusal('kit_by_now', { sku: kit.sku })
  return locked
}

/**
 * `lockStocked`, for products that were read before. Refuses `tracked_by_now` where one began to be tracked since: what comes without a batch
 * would be unknown for ever.
 */
export async function lockAsRead(tx: Tx, products: readonly ProductRow[]): Promise<void> {
  const locked = await lockStocked(
    tx,
    products.map(({ id }) => id),
  )
  const now = new Map(locked.map(({ id, tracking }) => [id, tracking]))
  const stale = products.find(({ id, tracking }) => now.has(id) && now.get(id) !== tracking)
  if (stale) throw new Refusal('tracked_by_now', { sku: stale.sku })
}
