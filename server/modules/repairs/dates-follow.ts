/**
 * server/modules/repairs/dates-follow.ts — a batch was dated anew, and so is all that has its day of it: what was split off, opened or frozen, and what was made in runs.
 */
import { daysAnew } from '#domain/production/days-follow.ts'
import type { Tx } from '#platform/db.ts'
import { enqueue } from '#platform/jobs.ts'
import { batchesById, type MadeRow, madeAmong, namesOf, redateMade, withDescendants } from '../batches/index.ts'
import { derivedFollow } from '../redating/index.ts'
import { splitsFollow } from './splits-follow.ts'

/**
 * To any depth, in this transaction, each in the history of its dates and in the audit with `reason`; a job judges anew what was promised of each. A day that somebody said of a batch itself
 * stays. Done twice, it finds nothing the second time. The products of all that was made of the batches must be locked.
 */
export async function datesFollow(tx: Tx, batchIds: readonly string[], reason: string): Promise<void> {
  let changed = [...batchIds]
  while (changed.length > 0) {
    const derived: string[] = []
    for (const id of changed) derived.push(...(await derivedFollow(tx, id)), ...(await splitsFollow(tx, id)))
    // What was split off or opened may have been used too, so its days come first.
    changed = [...derived, ...(derived.length > 0 ? [] : await madeFollow(tx, batchIds, reason))]
  }
}

/** Its day was taken over from what it was made of, and nobody said another of it since. */
export const follows = ({ source, derived }: Pick<MadeRow, 'source' | 'derived'>): boolean =>
  source === 'inherited' && !derived

/** Answers with those that changed. */
async function madeFollow(tx: Tx, batchIds: readonly string[], reason: string): Promise<string[]> {
  const made = (await madeAmong(tx, await withDescendants(tx, batchIds))).filter(follows)
  if (made.length === 0) return []
  const known = await namesOf(tx, [...new Set(made.flatMap(({ id, inputIds }) => [id, ...inputIds]))])
  const days = daysAnew(
    made.map(({ ownOn, ownSays, ...row }) => ({
      ...row,
      own: ownOn === null ? null : { on: ownOn, says: ownSays ?? '' },
    })),
    new Map(known.map((row) => [row.id, row])),
  )
  for (const batch of await batchesById(tx, [...days.keys()])) {
    const day = days.get(batch.id)
    if (day === undefined) continue
    await redateMade(tx, batch, day, reason)
    await enqueue(tx, 'batch-dates-corrected', { batchId: batch.id, productId: batch.productId })
  }
  return [...days.keys()]
}
