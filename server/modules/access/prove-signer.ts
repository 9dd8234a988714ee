/**
 * server/modules/access/prove-signer.ts — who signs: the one who is signed in, or a person who shows e-mail and password at the same
 * screen. A password shown here is guessed at no more easily than at the sign-in.
 */
import { verify } from '@node-rs/argon2'
import type { Act, Sql } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { forgetFailures } from './attempts.ts'
import { allows } from './permissions.ts'
import { failedSignIn, nobodysPassword, plainAddress, refuseLocked } from './sign-in.ts'
import { signInOf, signInRow } from './store.ts'

export type Signer = Readonly<{ id: string; name: string; byPassword: boolean }>
export type Shown = Readonly<{ email?: string; password: string }>

/** The session or key that asks. */
export const signerOf = ({ actorId, actorName }: Act): Signer => ({
  id: actorId ?? '',
  name: actorName,
  byPassword: false,
})

/**
 * The person of this account whose password it is; without an e-mail the one who is signed in. Refuses `wrong_password` alike for an unknown
 * address, one of another account or disabled, and a wrong password; `sign_in_locked`; `not_allowed` for whose role may not.
 */
export async function proveSigner(
  sql: Sql,
  act: Act,
  { email, password, needs }: Shown & { needs: string },
): Promise<Signer> {
  const row = email === undefined ? await signInOf(sql, act) : await signInRow(sql, plainAddress(email))
  const address = row?.email ?? plainAddress(email ?? '')
  await refuseLocked(sql, address, act.at)
  const ours = row && row.accountId === act.accountId && !row.disabledAt ? row : null
  const right = await verify(ours?.passwordHash ?? (await nobodysPassword), password)
  if (!ours || !right) return failedSignIn(sql, address, act.at)
  await forgetFailures(sql, address)
  if (!allows(ours.role, needs)) throw new Refusal('not_allowed', { needs, role: ours.role })
  return { id: ours.personId, name: ours.name, byPassword: true }
}
