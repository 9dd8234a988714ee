/**
 * server/modules/access/people.ts — who may sign in. A changed role or a disabled person ends that person's sessions at once.
 *
 * Keys belong to the account, not to who made them: a shop must not stand still because somebody leaves. Those that the
 * person made are listed in the answer, for whoever stays to revoke what that person may know.
 */
import type { Tx } from '#platform/db.ts'
import { naming } from '#platform/naming.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from './audit.ts'
import { plainAddress } from './sign-in.ts'
import {
  deleteCredentialsOf,
  insertPerson,
  insertSignIn,
  keysMadeBy,
  type LastingKey,
  lockPeople,
  type PersonRow,
  people,
  updatePerson,
  updateSignIn,
} from './store.ts'

export type NewPerson = Readonly<{ id: string; email: string; name: string; role: string; passwordHash: string }>
export type PersonChange = Readonly<{ id: string; name?: string; role?: string; disabled?: boolean }>

/** Refuses `already_exists` where the address already signs in somewhere. */
export async function addPerson(tx: Tx, person: NewPerson): Promise<PersonRow> {
  const email = plainAddress(person.email)
  const { id, name, role } = person
  await naming({ kind: 'person', name: email }, insertPerson(tx, { id, email, name, role }))
  await naming({ kind: 'person', name: email }, insertSignIn(tx, { ...person, email }))
  audit(tx, { action: 'person.add', subjectKind: 'person', subjectId: id, after: { email, name, role } })
  return { id, email, name, role, createdAt: tx.act.at, disabledAt: null }
}

/** Refuses `not_found`, and `last_owner` where nobody would be left to own the account. */
export async function changePerson(tx: Tx, change: PersonChange): Promise<PersonRow & { keys: LastingKey[] }> {
  await lockPeople(tx)
  const all = await people(tx)
  const before = all.find(({ id }) => id === change.id)
  if (!before) throw new Refusal('not_found', { kind: 'person', id: change.id })
  const after = {
    ...before,
    name: change.name ?? before.name,
    role: change.role ?? before.role,
    disabledAt: disabledAt(tx, before, change),
  }
  const ownerStays = all
    .map((one) => (one.id === change.id ? after : one))
    .some((one) => one.role === 'owner' && !one.disabledAt)
  if (!ownerStays) throw new Refusal('last_owner', {})
  await updatePerson(tx, after)
  await updateSignIn(tx, after)
  if (after.role !== before.role || after.disabledAt) await deleteCredentialsOf(tx, change.id)
  audit(tx, { action: 'person.change', subjectKind: 'person', subjectId: change.id, before, after })
  return { ...after, keys: await keysMadeBy(tx, before) }
}

function disabledAt(tx: Tx, before: PersonRow, { disabled }: PersonChange) {
  if (disabled === undefined) return before.disabledAt
  return disabled ? (before.disabledAt ?? tx.act.at) : null
}
