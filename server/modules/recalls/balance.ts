/**
 * server/modules/recalls/balance.ts — of what is recalled: how much was out, came back, is here, was destroyed and is still out; every unit of it, by product.
 */
import { recalledUnits } from '#domain/recalls/recalled-units.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { productBalances, reachOf, withBatchesOfSerials } from '../trace/index.ts'
import type { Recall } from './recall-by-ref.ts'

export const startedAt = ({ acts }: Pick<Recall, 'acts'>): Instant | null =>
  acts.find(({ kind }) => kind === 'start')?.at ?? null
export const endedAt = ({ acts }: Pick<Recall, 'acts'>): Instant | null =>
  acts.find(({ kind }) => kind === 'end')?.at ?? null

/** Both sides are of the batches that are reached now, or were as it was known then: what is made of them since counts in both. Null until it started. */
export async function recallBalance(db: Db, recall: Recall, knownOn: Instant | null) {
  const began = startedAt(recall)
  if (began === null) return null
  const batchIds = withBatchesOfSerials(await reachOf(db, recall.now.scope, knownOn))
  const [then, now] = await Promise.all([
    productBalances(db, { batchIds, knownOn: began }),
    productBalances(db, { batchIds, knownOn }),
  ])
  const before = new Map(then.map((row) => [row.productId, row.massBalance]))
  return now.map(({ productId, sku, productName, massBalance, returned }) => {
    const earlier = then.find((row) => row.productId === productId)
    const units = recalledUnits(before.get(productId) ?? null, massBalance, returned - (earlier?.returned ?? 0))
    return { productId, sku, productName, ...units }
  })
}
