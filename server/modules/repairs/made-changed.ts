/**
 * server/modules/repairs/made-changed.ts — of what was made of a batch in runs: whose last day a repair changes, and whose stays though it is later than what it was made of.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import type { Db } from '#platform/db.ts'
import { type MadeRow, madeAmong, namesOf, withDescendants } from '../batches/index.ts'
import { follows } from './dates-follow.ts'

export type MadeNow = Readonly<{ made: readonly MadeRow[]; dayOf: ReadonlyMap<string, CalendarDate | null> }>

export async function madeNow(db: Db, batchId: string): Promise<MadeNow> {
  const made = await madeAmong(db, await withDescendants(db, [batchId]))
  const known = await namesOf(db, [...new Set(made.flatMap(({ inputIds }) => inputIds))])
  return { made, dayOf: new Map(known.map(({ id, expiresOn }) => [id, expiresOn])) }
}

/** By product and code. One that stays is told where something it was made of has another day now, and an earlier one than it has. */
export function madeChanged(before: MadeNow, after: MadeNow) {
  const was = new Map(before.made.map((row) => [row.id, row]))
  return after.made.flatMap((row) => {
    const { id, code, productId, sku, expiresOn, inputIds } = row
    const told = { batchId: id, batchCode: code, productId, sku }
    const days = { before: was.get(id)?.expiresOn ?? null, after: expiresOn }
    if (days.before !== days.after) return [{ ...told, expiresOn: days, follows: true }]
    const shorter = inputIds.some((input) => {
      const [then, now] = [before.dayOf.get(input) ?? null, after.dayOf.get(input) ?? null]
      return now !== null && now !== then && expiresOn !== null && now < expiresOn
    })
    return shorter && !follows(row) ? [{ ...told, expiresOn: days, follows: false }] : []
  })
}
