/**
 * server/modules/repairs/repaired.ts — what all repairs have in common: which goods cannot be repaired, and what follows.
 */
import type { Tx } from '#platform/db.ts'
import { enqueue } from '#platform/jobs.ts'
import { Refusal } from '#platform/refusal.ts'
import { rejudge } from '../allocation/index.ts'
import { type BatchRow, whatItBecame, withDescendants } from '../batches/index.ts'
import { lockProducts, type ProductRow } from '../catalog/index.ts'
import { datesFollow } from '../redating/index.ts'
import { dueAnew } from '../samples/index.ts'
import { splitsFollow } from './splits-follow.ts'

/** A job does what follows, for these batches and all that was made of them. */
export const repaired = (tx: Tx, productId: string, batchIds: readonly string[]) =>
  enqueue(tx, 'batch-repaired', { productId, batchIds } satisfies Repaired)

export type Repaired = Readonly<{ productId: string; batchIds: readonly string[] }>

/**
 * What was made of them, and samples, follow their dates, of each batch first its own; then what is promised is judged anew, as holds reach it now, and what is
 * free is offered.
 */
export async function judgeRepaired(tx: Tx, { productId, batchIds }: Repaired): Promise<void> {
  await lockProducts(tx, [productId])
  const reached = await withDescendants(tx, batchIds)
  for (const batchId of reached) {
    await dueAnew(tx, batchId)
    await datesFollow(tx, batchId)
    await splitsFollow(tx, batchId)
  }
  await rejudge(tx, { batchIds: reached, productId })
}

export function refuseUntracked({ sku, tracking }: ProductRow, batches: readonly BatchRow[]): void {
  if (tracking === 'none') throw new Refusal('repair_untracked', { sku })
  if (batches.some(({ kind }) => kind === 'untracked')) throw new Refusal('repair_unidentified', { sku })
}

/** A serial is of one batch for ever; what was opened, frozen or thawed has a day of its own. Refuses `repair_untracked`, `repair_unidentified`, `repair_by_serial`, `repair_redated`. */
export async function refuseSpecial(
  tx: Tx,
  kind: 'merge' | 'split',
  product: ProductRow,
  batches: readonly BatchRow[],
): Promise<void> {
  refuseUntracked(product, batches)
  if (product.tracking === 'serial') throw new Refusal('repair_by_serial', { sku: product.sku, kind })
  for (const { id, code: batch } of batches) {
    const became = await whatItBecame(tx, id)
    if (became.some((one) => one !== 'split')) throw new Refusal('repair_redated', { batch, kind })
  }
}
