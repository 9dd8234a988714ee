import type { Db, Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { lockProducts } from '../catalog/index.ts'
import { withDescendants } from './lineage.ts'
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

/**
 * Locks the products of these batches and of all that was made of them, at once and in their order. What was being made of them meanwhile is seen once the locks are
 * held; then all are let go and taken anew.
 */
export async function lockWithMade(tx: Tx, batchIds: readonly string[], more: readonly string[] = []): Promise<void> {
  const locked = [...new Set([...more, ...(await productsWithMade(tx, batchIds))])]
  await tx`savepoint with_made`
  await lockProducts(tx, locked)
  const since = (await productsWithMade(tx, batchIds)).filter((id) => !locked.includes(id))
  await (since.length === 0 ? tx`release savepoint with_made` : tx`rollback to savepoint with_made`)
  if (since.length > 0) await lockWithMade(tx, batchIds, [...locked, ...since])
}

async function productsWithMade(db: Db, batchIds: readonly string[]): Promise<string[]> {
  const rows = await batchesById(db, await withDescendants(db, batchIds))
  return rows.map(({ productId }) => productId)
}
