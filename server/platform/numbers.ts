/**
 * server/platform/numbers.ts — document numbers people read out: one counter row per account and name, no gaps in a wave.
 */
import type { Tx } from './db.ts'

/** The next `count` numbers, e.g. `SO-1042`. Locks the account's counter until the end of the transaction. */
export async function nextNumbers(tx: Tx, prefix: string, count: number): Promise<string[]> {
  if (count === 0) return []
  const [row] = await tx<{ value: number }[]>`
    insert into platform.counter as c (account_id, name, value) values (${tx.act.accountId}, ${prefix}, ${count})
    on conflict (account_id, name) do update set value = c.value + excluded.value
    returning value`
  const last = row?.value ?? count
  return Array.from({ length: count }, (_, index) => `${prefix}-${last - count + index + 1}`)
}

export async function nextNumber(tx: Tx, prefix: string): Promise<string> {
  const [number] = await nextNumbers(tx, prefix, 1)
  return number ?? `${prefix}-1`
}
