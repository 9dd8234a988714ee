/**
 * batches — what a batch is: its code, its dates with their sources, the lots that group batches, the serials within.
 *
 * Tables: batches.batch, batch_date, batch_link, lot, lot_batch, serial. A batch is unique by product and normalised code (and
 * supplier, where the product says so). No date is invented: each has a source, and the newest statement of each kind
 * stands. `expires_on` is decided by one function of the domain, in the transaction that states the date.
 * Units that get another last day become a batch of their own, linked to the one they come from; who holds or traces that one means them too.
 */

export type { BatchAsk } from './batch-ask.ts'
export { batchesOf } from './batch-detail.ts'
export { deriveBatch, redateDerived } from './derive-batch.ts'
export { identifyBatches } from './identify-batches.ts'
export { ancestryOf, linksOf, openedAmong, whatItBecame, withDescendants } from './lineage.ts'
export { batchIdsOfLot, type LotRow, lockLot, lotByRef, putBatchesIntoLot, resolveLots } from './lots.ts'
export { batchesRoutes } from './routes.ts'
export { findSerials, identifySerials, type SerialRow } from './serials.ts'
export { Batch, BatchLink } from './shapes.ts'
export { type BatchListRow, type BatchRow, batchesById, markReceived } from './store.ts'
