/**
 * batches — what a batch is: its code, its dates with their sources, the lots that group batches, the serials within.
 *
 * Tables: batches.batch, code_pattern, former_code, batch_date, batch_link, lot, lot_batch, serial. A batch is unique by product and normalised code (and
 * supplier, where the product says so). No date is invented: each has a source, and the newest statement of each kind
 * stands. `expires_on` is decided by one function of the domain, in the transaction that states the date.
 * A batch keeps every code that it had, and of two that were merged one is meant by both codes (`known_as`): who is told a code looks there.
 * Units that get another last day become a batch of their own, linked to the one they come from; who holds or traces that one means them too.
 */

export type { BatchAsk } from './batch-ask.ts'
export { batchDetail, batchesOf } from './batch-detail.ts'
export { correctDate, type DateCorrection, withdrawDate } from './correct-date.ts'
export { deriveBatch, splitBatch } from './derive-batch.ts'
export { foretellBatches, identifyBatches } from './identify-batches.ts'
export { followParent, redateDerived, redateMade } from './inherit-dates.ts'
export {
  ancestryOf,
  endMade,
  type LinkRow,
  linkIdentified,
  linkKinds,
  linkMade,
  linksAmong,
  linksOf,
  openedAmong,
  reachedAs,
  reachedFrom,
  sameGoodsOf,
  topmostOf,
  whatItBecame,
  withDescendants,
} from './lineage.ts'
export { lockBatch, lockWithMade } from './lock-batch.ts'
export { batchIdsOfLot, type LotRow, lockLot, lotByRef, putBatchesIntoLot, resolveLots } from './lots.ts'
export { type MadeRow, madeAmong, namesOf } from './made-among.ts'
export { joinBatches, mergedAmong, oneWith, partBatches, sayMergedCame, unsplit } from './one-batch.ts'
export { batchesNow, otherNames } from './other-codes.ts'
export { codeGiven, refuseTaken, renameBatch } from './rename-batch.ts'
export { batchesRoutes } from './routes.ts'
export { findSerials, identifySerials, regroupSerials, type SerialRow } from './serials.ts'
export { Batch, BatchDetail, BatchLink, dateKinds } from './shapes.ts'
export { type BatchListRow, type BatchRow, batchesById, markReceived, receivedFirst, standingDatesOf } from './store.ts'
