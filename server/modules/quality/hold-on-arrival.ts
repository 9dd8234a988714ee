import type { Origin, Tx } from '#platform/db.ts'
import { nextNumbers } from '#platform/numbers.ts'
import { auditMany } from '../access/index.ts'
import { releaseCovered } from './release-covered.ts'
import { type HoldRow, holdRow, insertHolds } from './store.ts'

/**
 * Holds batches that arrive with too little life, before anything of them is promised; what was promised of the same batch
 * at the same place is given back, for the units cannot be told apart. Held at the place where they were put, so that good
 * stock of the batch elsewhere stays sellable. The products must be locked.
 */
export async function holdOnArrival(
  tx: Tx,
  asks: readonly Readonly<{ batchId: string; placeId: string; reason: string; origin: Origin }>[],
): Promise<HoldRow[]> {
  if (asks.length === 0) return []
  const numbers = await nextNumbers(tx, 'QA', asks.length)
  const holds = asks.map(({ batchId, placeId, reason }, index) =>
    holdRow(tx, { number: numbers[index] ?? '', scope: 'balance', batchId, placeId, reason }),
  )
  await insertHolds(tx, holds)
  for (const hold of holds) await releaseCovered(tx, hold)
  auditMany(
    tx,
    holds.map((hold, index) => ({
      action: 'hold.place',
      subjectKind: 'hold',
      subjectId: hold.id,
      after: hold,
      reason: hold.reason,
      origin: asks[index]?.origin ?? tx.act,
    })),
  )
  return holds
}
