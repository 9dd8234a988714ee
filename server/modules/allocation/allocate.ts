/**
 * server/modules/allocation/allocate.ts — plans demands against the stock of this moment, with the reasons that are kept.
 */
import { type Plan, planWave, type Rotation } from '#domain/allocation/planner.ts'
import type { Pool } from '#domain/allocation/pools.ts'
import { groupBy } from '#domain/group-by.ts'
import type { Db } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import type { OfferCause, Promised } from '../stock/index.ts'
import type { Candidate } from './candidates.ts'
import type { DecisionRow } from './decisions.ts'
import type { Arrival } from './delivery/arrivals.ts'
import { type Draws, poolsOf } from './pools/kept-pools.ts'
import { isRouted, type PlannedWave, planRouted } from './routing/plan-routed.ts'
import type { NewRouting } from './routing/routing-store.ts'
import type { RulesInForce } from './rules/rules-in-force.ts'
import { ruleTeller, type ToldRule } from './rules/told-rules.ts'
import { type Judged, type ToAllocate, underTheRules } from './under-the-rules.ts'

export type AllocationCause = 'order' | 'transfer' | OfferCause
export type NamedPick = Readonly<Candidate & { quantity: number }>
export type Allocated = Readonly<{
  demandId: string
  rotation: Rotation // by the line's own word, a rule's, or the product's
  picks: readonly NamedPick[]
  shortfall: number
  passedOver: Plan['passedOver']
  arrivals: readonly Arrival[]
}>
type NewDecision = Omit<DecisionRow, 'decidedAt' | 'actorName'>
export type Planned = Readonly<{
  answers: Allocated[]
  promises: Promised[]
  decisions: NewDecision[]
  draws: Draws
  routings: readonly NewRouting[]
}>
type Against = Readonly<{
  stock: ReadonlyMap<string, readonly Candidate[]>
  rules: RulesInForce
  cause: AllocationCause
  givenBack?: readonly Promised[] // by a preview: planned as if the lines had them no more
}>
type Having = Readonly<{ stock: Against['stock']; pools: ReadonlyMap<string, readonly Pool[]> }>

/** Who gets what, and nothing that is written of it. */
export async function planWaves(
  db: Db,
  judged: readonly Judged[],
  { stock, pools, cause }: Having & Pick<Against, 'cause'>,
): Promise<PlannedWave> {
  return judged.some(isRouted)
    ? await planRouted(db, judged, { stock, pools, cause })
    : byProduct(judged, { stock, pools })
}

/** One answer for each demand, in order, from stock and rules read under the lock of its product. Writes nothing. */
export async function planAllocation(db: Db, asks: readonly ToAllocate[], against: Against): Promise<Planned> {
  const { stock, rules, cause, givenBack = [] } = against
  const productIds = asks.map(({ product }) => product.id)
  const [judged, pools] = await Promise.all([
    underTheRules(db, asks, { stock, rules, givenBack }),
    poolsOf(db, productIds, { ...rules, givenBack }),
  ])
  const { plans, routings } = await planWaves(db, judged, { stock, pools, cause })
  const [rowOf, tell] = [stockByPlace(against.stock), ruleTeller()]
  const named = judged.map((one) => withNames(one, plans.get(one) ?? nothing(one.ask), rowOf))
  return {
    answers: named,
    promises: asks.flatMap((ask, index) =>
      (named[index]?.picks ?? []).map(({ batchId, placeId, quantity }) => ({
        demandId: ask.demand.id,
        productId: ask.product.id,
        batchId,
        placeId,
        quantity,
      })),
    ),
    draws: {
      demandIds: judged.filter(({ ask }) => pools.has(ask.product.id)).map(({ ask }) => ask.demand.id),
      rows: judged.flatMap((one) =>
        (plans.get(one)?.drawn ?? []).map((part) => ({ ...part, demandId: one.ask.demand.id })),
      ),
    },
    decisions: judged.flatMap((one, index) => {
      const answer = named[index]
      if (!answer || (answer.picks.length === 0 && !one.ask.told)) return []
      return [decision(one, answer, { cause: against.cause, rules: tell(one.rules) })]
    }),
    routings,
  }
}

function byProduct(judged: readonly Judged[], { stock, pools }: Having): PlannedWave {
  const plans = new Map<Judged, Plan>()
  for (const [productId, group] of groupBy(judged, ({ ask }) => ask.product.id)) {
    const planned = planWave(
      group.map(({ demand }) => demand),
      stock.get(productId) ?? [],
      pools.get(productId),
    )
    for (const [index, one] of group.entries()) plans.set(one, planned[index] ?? nothing(one.ask))
  }
  return { plans, routings: [] }
}

const nothing = ({ quantity }: ToAllocate): Plan => ({ picks: [], shortfall: quantity, passedOver: [] })

type At = Readonly<{ batchId: string; placeId: string }>

/** Found by one map for all lines: many of them take of the same stock. */
function stockByPlace(stock: ReadonlyMap<string, readonly Candidate[]>): (at: At) => Candidate | undefined {
  const keyOf = ({ batchId, placeId }: At) => `${batchId} ${placeId}`
  const rows = new Map([...stock.values()].flatMap((some) => some.map((row) => [keyOf(row), row] as const)))
  return (at) => rows.get(keyOf(at))
}

function withNames(
  { ask, demand, arrivals }: Judged,
  { picks, shortfall, passedOver }: Plan,
  rowOf: (at: At) => Candidate | undefined,
): Allocated {
  return {
    demandId: ask.demand.id,
    rotation: demand.rotation,
    picks: picks.flatMap(({ quantity, ...at }) => {
      const row = rowOf(at)
      return row ? [{ ...row, quantity }] : []
    }),
    shortfall,
    passedOver,
    arrivals,
  }
}

function decision(
  { ask, demand, judgedOn: on, arrivals }: Judged,
  answer: Allocated,
  { cause, rules }: Readonly<{ cause: AllocationCause; rules: ToldRule[] }>,
): NewDecision {
  return {
    id: newId(),
    demandId: ask.demand.id,
    cause,
    judgedOn: on,
    rotation: demand.rotation,
    asked: ask.quantity,
    shortfall: answer.shortfall,
    picks: answer.picks.map(({ batchId, batchCode, placeId, quantity: picked }) => ({
      batchId,
      batchCode,
      placeId,
      quantity: picked,
    })),
    passedOver: [...answer.passedOver],
    rules,
    arrivals: [...arrivals],
  }
}
