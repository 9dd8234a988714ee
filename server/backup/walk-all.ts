/**
 * server/backup/walk-all.ts — the chains of all accounts of a database, or of one, walked without a server.
 */
import { type Connection, openDatabase } from '#platform/db.ts'
import { accountIds } from '../modules/access/index.ts'
import { type Walked, walkChain } from '../modules/seal/index.ts'

export type WalkedAccount = Readonly<{ accountId: string; chain: Walked }>

/** Tells each as soon as it was walked; answers with how many there were. */
export async function walkAll(
  owner: Connection,
  accountId: string | null,
  tell: (walked: WalkedAccount) => void,
): Promise<number> {
  const database = openDatabase(owner, { max: 1 })
  try {
    const ids = (await accountIds(database.open)).filter((id) => accountId === null || id === accountId)
    for (const id of ids) {
      const at = new Date().toISOString()
      const by = { actorId: null, actorName: 'Verifier', role: 'auditor', source: 'verify-seal', requestId: null }
      tell({
        accountId: id,
        chain: await database.read({ ...by, accountId: id, at }, (db) => walkChain(db, null)),
      })
    }
    return ids.length
  } finally {
    await database.close()
  }
}
