import type { Instant } from '#platform/clock.ts'
import type { Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from './audit.ts'
import { insertCredential, insertKey } from './store.ts'
import { hashToken, newToken } from './tokens.ts'

export type NewKey = Readonly<{ id: string; name: string; role: string; expiresAt: Instant }>

/** The key itself is in this answer and nowhere else. */
export async function createKey(tx: Tx, key: NewKey) {
  const { id, name, role, expiresAt } = key
  if (Date.parse(expiresAt) <= Date.parse(tx.act.at)) {
    const message = 'must be in the future, or the key would open nothing'
    throw new Refusal('invalid_input', { problems: [{ at: 'expiresAt', message }] })
  }
  const token = newToken('fo_')
  const hint = token.slice(-4)
  await insertKey(tx, { id, name, role, expiresAt, hint, createdBy: tx.act.actorName, createdById: tx.act.actorId })
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
