import type { Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { lockProducts } from '../catalog/index.ts'
import { type BatchRow, batchesById } from './store.ts'

/**
 * The batch as it is under the lock of its product, which keeps its codes apart as well. Refuses `not_found`, and `batch_merged`: what is to be repaired
 * is then the batch that its goods are now.
 */
export async function lockBatch(tx: Tx, id: string): Promise<BatchRow> {
  const [seen] = await batchesById(tx, [id])
  if (!seen) throw new Refusal('not_found', { kind: 'batch', id })
  await lockProducts(tx, [seen.productId])
  const [batch = seen] = await batchesById(tx, [id])
  if (batch.mergedIntoId === null) return batch
  const [now] = await batchesById(tx, [batch.mergedIntoId])
  throw new Refusal('batch_merged', { batch: batch.code, now: now?.code ?? '', nowId: batch.mergedIntoId })
}
