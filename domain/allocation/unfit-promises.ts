/**
 * domain/allocation/unfit-promises.ts — which promises no longer keep the rules of their line.
 */
import type { AvailableStock, Demand } from './demand.ts'
import { judgeOf } from './judge.ts'

/** Part of a balance promised to the line; `stock` as the planner would see it. */
export type HeldFor = Readonly<{ stock: AvailableStock; quantity: number }>

/**
 * What is unfit in itself; what is no whole pack; and all of it where the line may come from one batch only and comes from
 * more. That fewer batches or others would be better breaks nothing: a promise is kept while it may be.
 */
export function unfitPromises<Row extends HeldFor>(demand: Demand, promised: readonly Row[]): Row[] {
  const whyNot = judgeOf(demand)
  const single = demand.batches?.choice === 'one_per_line' || demand.batches?.choice === 'one_per_order'
  const batches = new Set(promised.map(({ stock }) => stock.batchId))
  if (single && batches.size > 1) return [...promised]
  const packOf = demand.packs?.of ?? 1
  return promised.filter(({ stock, quantity }) => whyNot(stock) !== null || quantity % packOf !== 0)
}
