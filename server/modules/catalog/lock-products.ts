import type { Tx } from '#platform/db.ts'
import type { ProductRow } from './store.ts'

export type LockedProduct = Pick<ProductRow, 'id' | 'sku' | 'isKit' | 'tracking'>

/**
 * Takes the lock under which the stock of these products may be judged and changed, in key order, in a statement of its
 * own: what is read after it includes what others committed before. `no key update` leaves foreign keys to the product free.
 * Answers with the rows as they are under the lock.
 */
export async function lockProducts(tx: Tx, productIds: Iterable<string>): Promise<readonly LockedProduct[]> {
  const ids = [...new Set(productIds)].sort()
  // Sent at once, not when it is waited for: what a caller sends behind it is read after the lock is held.
  return await tx<LockedProduct[]>`
    select id, sku, is_kit, tracking from catalog.product where account_id = ${tx.act.accountId} and id = any(${ids}::uuid[])
    order by id for no key update`.execute()
}
