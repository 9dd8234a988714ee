import { verify } from '@node-rs/argon2'
import type { Act, Sql, Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { forgetFailures } from './attempts.ts'
import { audit } from './audit.ts'
import { failedSignIn, refuseLocked } from './sign-in.ts'
import { deleteCredentialsOf, people, signInOf, updatePassword } from './store.ts'

/**
 * A new password for a person: every session of that person ends, and a lock after wrong passwords with them. Refuses
 * `not_found`.
 */
export async function setPassword(tx: Tx, { id, passwordHash }: { id: string; passwordHash: string }): Promise<void> {
  const person = (await people(tx)).find((one) => one.id === id)
  if (!person) throw new Refusal('not_found', { kind: 'person', id })
  await updatePassword(tx, { id, passwordHash })
  await forgetFailures(tx, person.email)
  await deleteCredentialsOf(tx, id)
  audit(tx, { action: 'person.password', subjectKind: 'person', subjectId: id, after: { email: person.email } })
}

/**
 * The e-mail of the person who acts, who has shown the present password. Refuses `wrong_password` and, since a session
 * left open must be no way to guess it, `sign_in_locked` like signing in; `not_found` for a key, which has no password.
 */
export async function provePassword(sql: Sql, act: Act, password: string) {
  const row = await signInOf(sql, act)
  if (!row) throw new Refusal('not_found', { kind: 'password of a person', id: act.actorId ?? '' })
  await refuseLocked(sql, row.email, act.at)
  if (!(await verify(row.passwordHash, password))) return failedSignIn(sql, row.email, act.at)
  return row.email
}
