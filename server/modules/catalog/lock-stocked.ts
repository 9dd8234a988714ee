import type { Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { type LockedProduct, lockProducts } from './lock-products.ts'

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
