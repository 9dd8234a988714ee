/**
 * domain/allocation/unfit-promises.ts — which promises do not keep the rules of their line, and whether it may have other stock instead.
 */
import type { AvailableStock, Demand } from './demand.ts'
import { judgeOf } from './judge.ts'
import type { WhyNot } from './plan.ts'

/** Part of a balance promised to the line; `stock` as the planner would see it. */
export type HeldFor = Readonly<{ stock: AvailableStock; quantity: number }>

/**
 * What is unfit in itself; what is no whole pack; and all of it where the line may come from one batch only and comes from
 * more. That fewer batches or others would be better breaks nothing: a promise is kept while it may be. What was forced
 * is asked neither for its pack nor for its company.
 */
export function unfitPromises<Row extends HeldFor>(
  demand: Demand,
  promised: readonly Row[],
  whyNot = judgeOf(demand),
): Row[] {
  const bound = promised.filter(({ stock }) => !isForced(demand, stock))
  if (isSingle(demand) && new Set(bound.map(({ stock }) => stock.batchId)).size > 1) return bound
  const packOf = demand.packs?.of ?? 1
  return promised.filter(
    ({ stock, quantity }) => whyNot(stock) !== null || (!isForced(demand, stock) && quantity % packOf !== 0),
  )
}

/** Why the line may not have `taken` beside what it keeps; null where it may. No one forces a part of a closed pack: it is opened first. */
export function whyNotBeside(demand: Demand, kept: readonly HeldFor[], taken: HeldFor): WhyNot | null {
  const cut = [taken, ...kept].find(({ stock, quantity }) => quantity % (stock.closedPackOf ?? 1) !== 0)
  if (cut) return { kind: 'pack', of: cut.stock.closedPackOf ?? 1, by: null }
  const why = judgeOf(demand)(taken.stock)
  if (why !== null || isForced(demand, taken.stock)) return why
  const { batches, packs, boundTo, quantity: asked } = demand
  const others = kept.some(({ stock }) => stock.batchId !== taken.stock.batchId && !isForced(demand, stock))
  const ofTheOrder = batches?.choice === 'one_per_order' && boundTo !== undefined && boundTo !== taken.stock.batchId
  if (batches && isSingle(demand) && (others || ofTheOrder))
    return { kind: 'batches', choice: batches.choice, asked, by: batches.by }
  if (packs && [taken, ...kept].some(({ quantity }) => quantity % packs.of !== 0))
    return { kind: 'pack', of: packs.of, by: packs.by }
  return null
}

const isForced = ({ forced }: Demand, { batchId }: AvailableStock): boolean => forced?.includes(batchId) ?? false
const isSingle = ({ batches }: Demand): boolean =>
  batches?.choice === 'one_per_line' || batches?.choice === 'one_per_order'
