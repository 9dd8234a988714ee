/**
 * server/modules/access/attempts.ts — wrong passwords, counted by the address that was typed: whether anybody has that
 * address, a lock does not tell. Wrong codes of phones are counted by the address of the network. Of either only a hash is kept.
 */
import type { Instant } from '#platform/clock.ts'
import type { Sql, Tx } from '#platform/db.ts'
import { hashToken } from './tokens.ts'

export async function lockedUntil(sql: Sql, email: string): Promise<Instant | null> {
  const [row] = await sql<{ lockedUntil: Instant | null }[]>`
    select locked_until from access.attempt where address_hash = ${hashToken(email)}`
  return row?.lockedUntil ?? null
}

/** Counts in one statement, so that guesses at the same moment are all counted. */
export const countFailure = (
  sql: Sql,
  failure: { by: string; at: Instant; failuresMax: number; lockUntil: Instant },
) => sql`
  insert into access.attempt as a (address_hash, failures, failed_at) values (${hashToken(failure.by)}, 1, ${failure.at})
  on conflict (address_hash) do update set
    failures = case when a.failures + 1 >= ${failure.failuresMax} then 0 else a.failures + 1 end,
    locked_until = case when a.failures + 1 >= ${failure.failuresMax} then ${failure.lockUntil}::timestamptz else a.locked_until end,
    failed_at = excluded.failed_at`

export const forgetFailures = (sql: Sql | Tx, email: string) =>
  (sql as Sql)`delete from access.attempt where address_hash = ${hashToken(email)}`

/** Failures of more than a day ago count no longer, and no lock lasts as long. */
export const forgetOldFailures = (sql: Sql, now: Instant) =>
  sql`delete from access.attempt where failed_at < ${new Date(Date.parse(now) - 24 * 3_600_000).toISOString()}`
