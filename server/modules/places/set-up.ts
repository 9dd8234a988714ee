/**
 * server/modules/places/set-up.ts — the first minute: an account, its owner and a first warehouse, in one transaction.
 */
import type { Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { createAccount, isSetUp, lockSetUp } from '../access/index.ts'
import { addVirtualPlaces, addWarehouse, type NewWarehouse } from './add-warehouse.ts'

export type SetUp = Readonly<{
  account: { name: string; currency: string }
  owner: { id: string; email: string; name: string; passwordHash: string }
  warehouse: NewWarehouse
}>

/** Only the first caller of a fresh installation gets through; refuses `already_set_up` afterwards. */
export async function setUp(tx: Tx, { account, owner, warehouse }: SetUp): Promise<void> {
  await lockSetUp(tx)
  if (await isSetUp(tx)) throw new Refusal('already_set_up', {})
  await openAccount(tx, { account, owner, warehouse })
}

/** For the operator of an installation with several accounts, and for tests. */
export async function openAccount(tx: Tx, { account, owner, warehouse }: SetUp): Promise<void> {
  await createAccount(tx, { ...account, owner })
  await addVirtualPlaces(tx)
  await addWarehouse(tx, warehouse)
}
