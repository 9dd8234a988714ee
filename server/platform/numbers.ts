/**
 * server/platform/numbers.ts — document numbers people read out: one counter row per account and name, no gaps in a wave.
 */
import type { Tx } from './db.ts'

/**
 * The next `count` numbers, e.g. `SO-1042`, beyond those of the same form that callers gave themselves: else the counter
 * would come upon one of them, roll back, and come upon it for ever. Locks the account's counter until the end of the
 * transaction, as the last lock it takes.
 */
export async function nextNumbers(
  tx: Tx,
  prefix: string,
  count: number,
  given: readonly string[] = [],
): Promise<string[]> {
  const highest = Math.max(0, ...given.map((number) => numberOf(prefix, number)))
  if (count === 0 && highest === 0) return []
  const [row] = await tx<{ value: number }[]>`
    insert into platform.counter as c (account_id, name, value) values (${tx.act.accountId}, ${prefix}, ${highest + count})
    on conflict (account_id, name) do update set value = greatest(c.value, ${highest}) + ${count}
    returning value`
  const last = row?.value ?? count
  return Array.from({ length: count }, (_, index) => `${prefix}-${last - count + index + 1}`)
}

/** Of a number in our form, else 0. Beyond twelve digits nobody will ever count. */
function numberOf(prefix: string, number: string): number {
  const digits = number.startsWith(`${prefix}-`) ? number.slice(prefix.length + 1) : ''
  return /^[0-9]{1,12}$/.test(digits) ? Number(digits) : 0
}

export async function nextNumber(tx: Tx, prefix: string): Promise<string> {
  const [number] = await nextNumbers(tx, prefix, 1)
  return number ?? `${prefix}-1`
}

/** How often this was asked for before: numbers that are not read out, each once. */
export async function nextCount(tx: Tx, name: string): Promise<number> {
  const [number = ''] = await nextNumbers(tx, name, 1)
  return numberOf(name, number) - 1
}
