import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { enqueue } from '#platform/jobs.ts'
import { nextNumber } from '#platform/numbers.ts'
import { audit } from '../access/index.ts'
import { openOffers } from '../stock/index.ts'
import { lockReached } from './lock-reached.ts'
import { releaseCovered } from './release-covered.ts'
import { type CoveredReservation, type HoldRow, holdRow, insertHolds, type Scope } from './store.ts'

export type NewHold = Readonly<{
  id?: string | undefined
  scope: Scope
  productId: string | null
  batchId: string | null
  lotId: string | null
  placeId: string | null
  reason: string
}>
export type PlacedHold = { hold: HoldRow; released: CoveredReservation[] }

/**
 * From the commit on, nothing that the hold covers is allocated or shipped; what was promised of it is free, and a job
 * looks for other batches. New stock that falls under the hold is held as it comes. The counter is taken after the
 * products, like everywhere.
 */
export async function placeHold(tx: Tx, given: NewHold): Promise<PlacedHold> {
  await lockReached(tx, given)
  const hold = holdRow(tx, {
    ...given,
    id: given.id ?? newId(),
    number: await nextNumber(tx, 'QA'),
  })
  await insertHolds(tx, [hold])
  const released = await releaseCovered(tx, hold)
  audit(tx, {
    action: 'hold.place',
    subjectKind: 'hold',
    subjectId: hold.id,
    after: { ...hold, released: released.length },
    reason: hold.reason,
  })
  await openOffers(tx, [...new Set(released.map(({ productId }) => productId))], 'hold')
  await enqueue(tx, 'hold-placed', { holdId: hold.id, demandIds: [...new Set(released.map((row) => row.demandId))] })
  return { hold, released }
}
