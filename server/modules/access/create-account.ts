import type { Tx } from '#platform/db.ts'
import { audit } from './audit.ts'
import { addPerson, type NewPerson } from './people.ts'
import { insertAccount } from './store.ts'

/** Makes the account of `tx` with its first owner. */
export async function createAccount(
  tx: Tx,
  account: { name: string; currency: string; owner: Omit<NewPerson, 'role'> },
): Promise<void> {
  await insertAccount(tx, account)
  audit(tx, {
    action: 'account.create',
    subjectKind: 'account',
    subjectId: tx.act.accountId,
    after: { name: account.name },
  })
  await addPerson(tx, { ...account.owner, role: 'owner' })
}
