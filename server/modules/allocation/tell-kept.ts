/**
 * server/modules/allocation/tell-kept.ts — the decision of a line that was judged anew and keeps all it had.
 */
import { judgeOf } from '#domain/allocation/judge.ts'
import { groupBy } from '#domain/group-by.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { resolveProducts } from '../catalog/index.ts'
import { demandsById, type ReservationRow, reservationsOf } from '../stock/index.ts'
import type { AllocationCause } from './allocate.ts'
import type { Candidate } from './candidates.ts'
import { type DecisionRow, insertDecisions } from './decisions.ts'
import type { RulesInForce } from './rules/rules-in-force.ts'
import { ruleTeller } from './rules/told-rules.ts'
import { withFreed } from './rules/with-freed.ts'
import { type Judged, type ToAllocate, underTheRules } from './under-the-rules.ts'

type Keeping = Readonly<{ rules: RulesInForce; cause: AllocationCause }>

/** Lines that lack something are told by whoever looks for it. The products must be locked. */
export async function tellKept(tx: Tx, demandIds: readonly string[], { rules, cause }: Keeping): Promise<void> {
  const demands = (await demandsById(tx, demandIds)).filter(
    ({ quantity, reserved, shipped }) => reserved > 0 && reserved + shipped >= quantity,
  )
  if (demands.length === 0) return
  const productIds = [...new Set(demands.map(({ productId }) => productId))]
  const kept = await reservationsOf(tx, { demandIds: demands.map(({ id }) => id) })
  const [products, stock] = await Promise.all([resolveProducts(tx, productIds), withFreed(tx, productIds, kept)])
  const asks = demands.flatMap((demand): ToAllocate[] => {
    const product = products.get(demand.productId)
    return product ? [{ demand, product, quantity: demand.reserved, history: false, waits: false, told: true }] : []
  })
  const keptBy = groupBy(kept, ({ demandId }) => demandId)
  const tell = ruleTeller()
  insertDecisions(
    tx,
    (await underTheRules(tx, asks, { stock, rules })).map((one) => ({
      ...decisionOf(one, keptBy.get(one.ask.demand.id) ?? [], stock.get(one.ask.product.id) ?? []),
      cause,
      rules: tell(one.rules),
    })),
  )
}

function decisionOf(
  { ask, demand, judgedOn, arrivals }: Judged,
  kept: readonly ReservationRow[],
  stock: readonly Candidate[],
): Omit<DecisionRow, 'decidedAt' | 'actorName' | 'cause' | 'rules'> {
  const against = judgeOf(demand)
  return {
    id: newId(),
    demandId: ask.demand.id,
    judgedOn,
    rotation: demand.rotation,
    asked: ask.quantity,
    shortfall: 0,
    picks: kept.map(({ batchId, batchCode, placeId, quantity }) => ({ batchId, batchCode, placeId, quantity })),
    passedOver: stock.flatMap((row) => {
      const reason = against(row)
      const { batchId, batchCode, placeId, available: quantity } = row
      return reason === null || quantity <= 0 || has(kept, row)
        ? []
        : [{ batchId, batchCode, placeId, quantity, reason }]
    }),
    arrivals: [...arrivals],
  }
}

const has = (kept: readonly ReservationRow[], { batchId, placeId }: Candidate): boolean =>
  kept.some((row) => row.batchId === batchId && row.placeId === placeId)
