/**
 * server/modules/repairs/repaired.ts — what all repairs have in common: which goods cannot be repaired, and what follows.
 */
import { groupBy } from '#domain/group-by.ts'
import type { Tx } from '#platform/db.ts'
import { enqueue } from '#platform/jobs.ts'
import { Refusal } from '#platform/refusal.ts'
import { rejudge, releaseUnfit } from '../allocation/index.ts'
import { type BatchRow, batchesById, lockWithMade, whatItBecame, withDescendants } from '../batches/index.ts'
import { lockProducts, type ProductRow } from '../catalog/index.ts'
import { dueAnew } from '../samples/index.ts'
import { reservationsOf } from '../stock/index.ts'
import { datesFollow } from './dates-follow.ts'

/** A job does what follows, for these batches and all that was made of them. */
export const repaired = (tx: Tx, productId: string, batchIds: readonly string[]) =>
  enqueue(tx, 'batch-repaired', { productId, batchIds } satisfies Repaired)

/** As placing a hold does: what must not be had any more since batches are one is given back now, and the job looks for other goods. */
export async function joined(tx: Tx, productId: string, batchId: string): Promise<void> {
  const reached = await batchesById(tx, await withDescendants(tx, [batchId]))
  // What was made of them of other products is given back by the job, which locks these.
  const batchIds = reached.filter((row) => row.productId === productId).map(({ id }) => id)
  const lost = await releaseUnfit(tx, await reservationsOf(tx, { batchIds }))
  await enqueue(tx, 'batch-repaired', { productId, batchIds: [batchId], lost } satisfies Repaired)
}

/**
 * `lost`: lines that lost a promise by it already. `apart`: batches of another product that were made of those repaired; what these reach is on its way
 * already.
 */
export type Repaired = Readonly<{
  productId: string
  batchIds: readonly string[]
  lost?: readonly string[]
  apart?: boolean
}>

/**
 * What was made of them, and samples, follow their dates, of each batch first its own; then what is promised is judged anew, as holds reach it now, and what is
 * free is offered.
 */
export async function judgeRepaired(
  tx: Tx,
  { productId, batchIds, lost = [], apart = false }: Repaired,
): Promise<void> {
  await (apart ? lockProducts(tx, [productId]) : lockWithMade(tx, batchIds))
  if (!apart) await datesFollow(tx, batchIds, 'what it comes from was repaired')
  const all = apart ? batchIds : await withDescendants(tx, batchIds)
  const byProduct = groupBy(await batchesById(tx, all), (row) => row.productId)
  const reached = (byProduct.get(productId) ?? []).map(({ id }) => id)
  for (const [other, rows] of byProduct)
    if (other !== productId)
      await enqueue(tx, 'batch-repaired', {
        productId: other,
        batchIds: rows.map(({ id }) => id),
        apart: true,
      } satisfies Repaired)
  for (const batchId of reached) await dueAnew(tx, batchId)
  await rejudge(tx, { batchIds: reached, productId, lost })
}

export function refuseUntracked({ sku, tracking }: ProductRow, batches: readonly BatchRow[]): void {
  if (tracking === 'none') throw new Refusal('repair_untracked', { sku })
  if (batches.some(({ kind }) => kind === 'untracked')) throw new Refusal('repair_unidentified', { sku })
}

/** What was opened, frozen or thawed has a day of its own. Refuses `repair_untracked`, `repair_unidentified`, `repair_redated`. */
export async function refuseSpecial(
  tx: Tx,
  kind: 'merge' | 'split',
  product: ProductRow,
  batches: readonly BatchRow[],
): Promise<void> {
  refuseUntracked(product, batches)
  for (const { id, code: batch } of batches) {
    const became = await whatItBecame(tx, id)
    if (became.some((one) => one !== 'split')) throw new Refusal('repair_redated', { batch, kind })
  }
}
