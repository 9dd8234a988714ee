import type { Instant } from '#platform/clock.ts'
import type { Tx } from '#platform/db.ts'
import { audit } from './audit.ts'
import { insertCredential, insertKey } from './store.ts'
import { hashToken, newToken } from './tokens.ts'

export type NewKey = Readonly<{ id: string; name: string; role: string; expiresAt: Instant }>

/** The key itself is in this answer and nowhere else. */
export async function createKey(tx: Tx, key: NewKey) {
  const token = newToken('fo_')
  const { id, name, role, expiresAt } = key
  const hint = token.slice(-4)
  await insertKey(tx, { id, name, role, expiresAt, hint, createdBy: tx.act.actorName })
  await insertCredential(tx, {
    tokenHash: hashToken(token),
    accountId: tx.act.accountId,
    kind: 'key',
    subjectId: id,
    label: `${name} (key)`,
    role,
    createdAt: tx.act.at,
    expiresAt,
  })
  audit(tx, { action: 'key.create', subjectKind: 'api_key', subjectId: id, after: { name, role, expiresAt } })
  return { id, name, role, hint, expiresAt, key: token }
}
