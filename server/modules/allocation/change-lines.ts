/**
 * server/modules/allocation/change-lines.ts — what the rules say of the promises of an order that a person changes.
 */
import type { Tx } from '#platform/db.ts'
import { resolveProducts } from '../catalog/index.ts'
import { type DemandRow, demandsById, type OfferCause, releaseFromDemands, reservationsOf } from '../stock/index.ts'
import { releaseUnfit } from './rejudge.ts'
import { lockRoutings } from './routing/routing-store.ts'
import { contextOf, type LineRules, type RulesInForce, resolver, rulesInForce } from './rules/rules-in-force.ts'
import { serveAgain } from './serve-back-orders.ts'
import { tellKept } from './tell-kept.ts'

/**
 * The lines of an order that goes elsewhere or on another day keep what they may still have, and give back the rest. Where a rule
 * says from which warehouse it goes, that is asked anew, of what is free and what it had, before whoever waits. The products
 * must be locked.
 */
export async function judgeAnew(tx: Tx, demandIds: readonly string[], cause: OfferCause): Promise<void> {
  const demands = await demandsById(tx, demandIds)
  const rules = await rulesInForce(tx)
  const rulesOf = await lineRules(tx, demands, rules)
  const isRouted = (demand: DemandRow) =>
    demand.warehouseId === null && (rulesOf(demand)?.line.routing ?? null) !== null
  if (!demands.some(isRouted)) {
    await releaseUnfit(tx, await reservationsOf(tx, { demandIds }))
    await tellKept(tx, demandIds, { rules, cause })
    return
  }
  await lockRoutings(tx, [...new Set(demands.map(({ documentId }) => documentId))])
  await releaseFromDemands(tx, demandIds)
  await serveAgain(tx, demands, { rules, cause })
}

/** The packs in which each line goes by its rules, in base units; 1 where no rule speaks of packs. */
export async function packsOf(tx: Tx, demands: readonly DemandRow[]): Promise<(demand: DemandRow) => number> {
  const rulesOf = await lineRules(tx, demands, await rulesInForce(tx))
  return (demand) => rulesOf(demand)?.line.packOf?.value ?? 1
}

async function lineRules(tx: Tx, demands: readonly DemandRow[], rules: RulesInForce) {
  const products = await resolveProducts(tx, [...new Set(demands.map(({ productId }) => productId))])
  const resolve = resolver(rules)
  return (demand: DemandRow): LineRules | null => {
    const product = products.get(demand.productId)
    return product ? resolve(contextOf(demand, product), rules.today) : null
  }
}
