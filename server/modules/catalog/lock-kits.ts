import type { Tx } from '#platform/db.ts'

/**
 * One at a time changes what kits of an account are made of: two changes of different kits can make a circle together that
 * neither makes alone. Taken after the product's own lock; to be waited for before the parts are read.
 */
export async function lockKits(tx: Tx): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtextextended(${`catalog.kit_part ${tx.act.accountId}`}, 0))`.execute()
}
