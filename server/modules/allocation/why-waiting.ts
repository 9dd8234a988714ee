import type { PassedOver } from '#domain/allocation/planner.ts'
import type { Db } from '#platform/db.ts'
import { resolveProducts } from '../catalog/index.ts'
import type { DemandRow } from '../stock/index.ts'
import { planAllocation } from './allocate.ts'
import { candidates } from './candidates.ts'
import { rulesNow } from './rules/rules-in-force.ts'
import type { ToAllocate } from './under-the-rules.ts'

/** What stands at this moment between lines that wait, in their turn, and the stock of their products. Writes nothing. */
export async function whyWaiting(db: Db, lines: readonly DemandRow[]): Promise<Map<string, readonly PassedOver[]>> {
  const productIds = [...new Set(lines.map(({ productId }) => productId))]
  const [products, stock, rules] = await Promise.all([
    resolveProducts(db, productIds),
    candidates(db, productIds),
    rulesNow(db),
  ])
  const asks = lines.flatMap((demand): ToAllocate[] => {
    const product = products.get(demand.productId)
    const quantity = demand.quantity - demand.reserved - demand.shipped
    return product ? [{ demand, product, quantity, history: false, waits: false, told: false }] : []
  })
  const { answers } = await planAllocation(db, asks, { stock, rules, cause: 'retry' })
  return new Map(answers.map(({ demandId, passedOver }) => [demandId, passedOver]))
}
