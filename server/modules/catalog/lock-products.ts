import type { Tx } from '#platform/db.ts'

/**
 * Takes the lock under which the stock of these products may be judged and changed, in key order, in a statement of its
 * own: what is read after it includes what others committed before. `no key update` leaves foreign keys to the product free.
 */
export async function lockProducts(tx: Tx, productIds: Iterable<string>): Promise<void> {
  const ids = [...new Set(productIds)].sort()
  // Sent at once, not when it is waited for: what a caller sends behind it is read after the lock is held.
  await tx`
    select 1 from catalog.product where account_id = ${tx.act.accountId} and id = any(${ids}::uuid[])
    order by id for no key update`.execute()
}
