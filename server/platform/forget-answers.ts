import type { Act, Database, Tx } from './db.ts'
import { answersKeptDays } from './idempotency.ts'

/** That one transaction deletes. */
const answersMax = 5000

/** A repeat comes soon: what was answered long ago is forgotten. */
export async function forgetAnswers(database: Database, act: Act): Promise<void> {
  while ((await database.write(act, forgetSome)) === answersMax);
}

async function forgetSome(tx: Tx): Promise<number> {
  const before = new Date(Date.parse(tx.act.at) - answersKeptDays * 24 * 3_600_000).toISOString()
  const { count } = await tx`
    with old as (
      select account_id, key from platform.idempotent_answer
      where account_id = ${tx.act.accountId} and answered_at < ${before} order by answered_at limit ${answersMax})
    delete from platform.idempotent_answer a using old where a.account_id = old.account_id and a.key = old.key`
  return count
}
