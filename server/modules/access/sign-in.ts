/**
 * server/modules/access/sign-in.ts — e-mail and password for a session. Five wrong passwords lock an address for a while,
 * whether anybody has it or not.
 */
import { hash, verify } from '@node-rs/argon2'
import type { Instant } from '#platform/clock.ts'
import type { Sql } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { countFailure, forgetFailures, lockedUntil } from './attempts.ts'
import { openSession, signInRow } from './store.ts'
import { hashToken, newToken } from './tokens.ts'

export const sessionCookie = 'firstout_session'
export const sessionDays = 14
export const failuresMax = 5
export const lockMinutes = 15

/** argon2id with the parameters of OWASP's password storage sheet (19 MiB, 2 passes, 1 lane). */
export const hashPassword = (password: string) => hash(password, { memoryCost: 19456, timeCost: 2, parallelism: 1 })

export const nobodysPassword = hashPassword('nobody has this password')

/** Throws `wrong_password` alike for an unknown address and a wrong password, `sign_in_locked` after five failures. */
export async function signIn(
  sql: Sql,
  attempt: { email: string; password: string; at: Instant },
): Promise<{ token: string; expiresAt: Instant }> {
  const { at } = attempt
  const email = plainAddress(attempt.email)
  await refuseLocked(sql, email, at)
  const row = await signInRow(sql, email)
  const right = await verify(row?.passwordHash ?? (await nobodysPassword), attempt.password)
  if (!row || row.disabledAt || !right) return failedSignIn(sql, email, at)
  await forgetFailures(sql, email)
  const token = newToken('')
  const expiresAt = later(at, sessionDays * 24 * 60)
  const opened = await openSession(sql, row, { tokenHash: hashToken(token), createdAt: at, expiresAt })
  return opened ? { token, expiresAt } : refuseChanged()
}

/** Disabled, or given another role or password, while the password was looked at. */
function refuseChanged(): never {
  throw new Refusal('wrong_password', {})
}

export const plainAddress = (email: string): string => email.trim().toLowerCase()

/** Whose e-mail and password these are, or null; signs nobody in, and counts no failure. */
export async function accountOf(sql: Sql, { email, password }: { email: string; password: string }) {
  const row = await signInRow(sql, plainAddress(email))
  return row && (await verify(row.passwordHash, password)) ? row.accountId : null
}

export async function refuseLocked(sql: Sql, email: string, at: Instant): Promise<void> {
  const until = await lockedUntil(sql, email)
  if (until && until > at) throw new Refusal('sign_in_locked', { minutes: minutesUntil(until, at) })
}

/** Counts the wrong password, then throws `wrong_password`. */
export async function failedSignIn(sql: Sql, email: string, at: Instant): Promise<never> {
  await countFailure(sql, { by: email, at, failuresMax, lockUntil: later(at, lockMinutes) })
  throw new Refusal('wrong_password', {})
}

export const later = (at: Instant, minutes: number): Instant =>
  new Date(Date.parse(at) + minutes * 60_000).toISOString()
export const minutesUntil = (until: Instant, at: Instant) => Math.ceil((Date.parse(until) - Date.parse(at)) / 60_000)
