import type { Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from './audit.ts'
import { deleteCredentialsOf, revokeKey as markRevoked } from './store.ts'

/** From the commit on, the key opens nothing. Refuses `not_found`. */
export async function revokeKey(tx: Tx, id: string): Promise<{ id: string }> {
  const [key] = await markRevoked(tx, id)
  if (!key) throw new Refusal('not_found', { kind: 'key', id })
  await deleteCredentialsOf(tx, id)
  audit(tx, { action: 'key.revoke', subjectKind: 'api_key', subjectId: id, before: { name: key.name } })
  return { id }
}
