/**
 * server/modules/access/sign-in-phone.ts — who is signed in makes a code; whoever shows it in time, first, gets a session of the same person.
 */
import { readPhoneCode } from '#domain/phone-code.ts'
import type { Instant } from '#platform/clock.ts'
import type { Act, Database, Sql, Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { countFailure, forgetFailures, lockedUntil } from './attempts.ts'
import { audit } from './audit.ts'
import { networkOf } from './network-of.ts'
import { hashPhoneCode, newPhoneCode } from './phone-code.ts'
import { deletePhoneCodes, endSession, lockOwnSignIn, lockSession, openPhoneSession, phoneCodeRow } from './sessions.ts'
import { failuresMax, later, lockMinutes, minutesUntil, sessionDays } from './sign-in.ts'
import { insertCredential, signInOf } from './store.ts'
import { hashToken, newToken } from './tokens.ts'

const codeMinutes = 5

/**
 * The code is in this answer and nowhere else, and the one before opens nothing. Refuses `not_found` for a key, which is no person, and
 * `not_signed_in` where the session that asks ended meanwhile, or the code would outlive it.
 */
export async function makePhoneCode(
  database: Database,
  act: Act,
  sessionHash: Buffer,
): Promise<{ code: string; expiresAt: Instant }> {
  const person = await signInOf(database.open, act)
  if (!person) throw new Refusal('not_found', { kind: 'sign-in of a person', id: act.actorId ?? '' })
  const code = newPhoneCode()
  const tokenHash = await hashPhoneCode(code)
  const expiresAt = later(act.at, codeMinutes)
  const { accountId, personId: subjectId, name: label, role } = person
  await database.write(act, async (tx) => {
    await lockOwnSignIn(tx)
    const [session] = await lockSession(tx, sessionHash)
    if (!session) throw new Refusal('not_signed_in', {})
    await deletePhoneCodes(tx, subjectId)
    await insertCredential(tx, {
      tokenHash,
      accountId,
      kind: 'phone_code',
      subjectId,
      label,
      role,
      createdAt: act.at,
      expiresAt,
    })
  })
  return { code, expiresAt }
}

/**
 * Refuses `phone_code_wrong`, `phone_code_used`, `phone_code_expired`, and `phone_codes_locked` after five wrong ones from one address of the network.
 * Whether a code is known, the time of the answer does not tell.
 */
export async function signInPhone(database: Database, stranger: Act, shown: { code: string; from: string }) {
  const { at } = stranger
  const sql = database.open
  const asked = `phone codes from ${networkOf(shown.from)}`
  await refuseLockedCodes(sql, asked, at)
  const codeHash = await hashPhoneCode(readPhoneCode(shown.code) ?? '')
  const code = await phoneCodeRow(sql, codeHash)
  if (!code) {
    await countFailure(sql, { by: asked, at, failuresMax, lockUntil: later(at, lockMinutes) })
    throw new Refusal('phone_code_wrong', {})
  }
  if (code.usedAt) throw new Refusal('phone_code_used', {})
  if (code.expiresAt <= at) throw new Refusal('phone_code_expired', { minutes: codeMinutes })
  const token = newToken('')
  const expiresAt = later(at, sessionDays * 24 * 60)
  const { accountId, subjectId: actorId, label: actorName, role } = code
  await database.write({ ...stranger, accountId, actorId, actorName, role }, async (tx) => {
    const [opened] = await openPhoneSession(tx, { codeHash, tokenHash: hashToken(token), expiresAt })
    // Another phone was faster.
    if (!opened) throw new Refusal('phone_code_used', {})
    const after = { sessionId: opened.id }
    audit(tx, { action: 'person.phone', subjectKind: 'person', subjectId: actorId, after })
  })
  await forgetFailures(sql, asked)
  return { token, expiresAt, accountId, name: actorName }
}

async function refuseLockedCodes(sql: Sql, asked: string, at: Instant): Promise<void> {
  const until = await lockedUntil(sql, asked)
  if (until && until > at) throw new Refusal('phone_codes_locked', { minutes: minutesUntil(until, at) })
}

/** Of the person who acts; a code that it may have made ends with it. Refuses `not_found`. */
export async function endOwnSession(tx: Tx, id: string): Promise<{ id: string }> {
  const [ended] = await endSession(tx, id)
  if (!ended) throw new Refusal('not_found', { kind: 'session', id })
  const subjectId = tx.act.actorId ?? ''
  await deletePhoneCodes(tx, subjectId)
  audit(tx, { action: 'person.session_end', subjectKind: 'person', subjectId, before: { sessionId: id } })
  return { id }
}
