/**
 * server/modules/allocation/allocate.ts — plans demands against the stock of this moment, with the reasons that are kept.
 */
import { type AvailableStock, fitnessOf, type LineFacts, underRules } from '#domain/allocation/demand.ts'
import { judgedOn } from '#domain/allocation/judge.ts'
import { type Demand, type Plan, planWave, type Rotation } from '#domain/allocation/planner.ts'
import type { Pool } from '#domain/allocation/pools.ts'
import type { CalendarDate } from '#domain/calendar-date.ts'
import { groupBy } from '#domain/group-by.ts'
import type { ResolvedRules } from '#domain/rules.ts'
import type { LifeRule } from '#domain/shelf-life.ts'
import { dayIn } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import type { ProductRow } from '../catalog/index.ts'
import type { DemandRow, OfferCause, Promised } from '../stock/index.ts'
import type { Candidate } from './candidates.ts'
import type { DecisionRow } from './decisions.ts'
import { type Arrival, arrivalsFor, noArrivals } from './delivery/arrivals.ts'
import { type Draws, poolsOf } from './pools/kept-pools.ts'
import { isRouted, type PlannedWave, planRouted } from './routing/plan-routed.ts'
import type { NewRouting } from './routing/routing-store.ts'
import { lineFacts } from './rules/line-facts.ts'
import { contextOf, type LineRules, type RulesInForce, resolver } from './rules/rules-in-force.ts'
import { ruleTeller, type ToldRule } from './rules/told-rules.ts'

export type AllocationCause = 'order' | OfferCause
type ProductRules = Pick<
  ProductRow,
  'id' | 'category' | 'clientId' | 'rotation' | 'deliveryLifeDaysMin' | 'deliveryLifePercentMin'
>
type DemandRules = Pick<
  DemandRow,
  | 'id'
  | 'documentId'
  | 'productId'
  | 'warehouseId'
  | 'rotation'
  | 'shortage'
  | 'deliverOn'
  | 'lifeDaysMin'
  | 'customerId'
  | 'channel'
  | 'market'
  | 'serviceId'
  | 'postalCode'
> & { readonly chosenBatchIds?: readonly string[] }

export type ToAllocate = Readonly<{
  demand: DemandRules
  product: ProductRules
  quantity: number // what is still to be promised
  history: boolean
  waits: boolean // for its turn
  told: boolean // the decision is kept even where it gets nothing
}>
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
}>
export type Judged = Readonly<{
  ask: ToAllocate
  demand: Demand
  rules: LineRules
  judgedOn: CalendarDate
  arrivals: readonly Arrival[]
}>

/** One answer for each demand, in order, from stock and rules read under the lock of its product. Writes nothing. */
export async function planAllocation(
  db: Db,
  asks: readonly ToAllocate[],
  { stock, rules, cause }: Against,
): Promise<Planned> {
  const [judged, pools] = await Promise.all([
    underTheRules(db, asks, { stock, rules }),
    poolsOf(
      db,
      asks.map(({ product }) => product.id),
      rules,
    ),
  ])
  const { plans, routings } = judged.some(isRouted)
    ? await planRouted(db, judged, { stock, pools, cause })
    : byProduct(judged, { stock, pools })
  const [rowOf, tell] = [stockByPlace(stock), ruleTeller()]
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
      return [decision(one, answer, { cause, rules: tell(one.rules) })]
    }),
    routings,
  }
}

type Having = Readonly<{ stock: Against['stock']; pools: ReadonlyMap<string, readonly Pool[]> }>

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

type Under = Readonly<{ stock: ReadonlyMap<string, readonly AvailableStock[]>; rules: RulesInForce }>

/** Each demand as the rules of its day have it, with the days on which it can arrive. */
export async function underTheRules(db: Db, asks: readonly ToAllocate[], { stock, rules }: Under): Promise<Judged[]> {
  const resolve = resolver(rules)
  const arrivals = await arrivalsFor(db, asks, { stock, rules })
  const resolved = asks.map((ask, index) => {
    const { deliverOn, warehouseId } = ask.demand
    const ways = arrivals[index] ?? noArrivals
    const ruleDay = ask.history && deliverOn !== null ? deliverOn : rules.today
    const here = someStock(stock.get(ask.product.id) ?? [], warehouseId)
    const today = here?.today ?? dayIn('UTC', db.act.at)
    const on = judgedOn(
      { deliverOn, ...historyOf(ask), arrivals: ways.days },
      { warehouseId: here?.warehouseId ?? '', today },
    )
    return { ask, judgedOn: on, ways, rules: resolve(contextOf(ask.demand, ask.product), ruleDay) }
  })
  const facts = rules.rules.length > 0 ? await lineFacts(db, resolved) : []
  return resolved.map(({ ways, ...one }, index) => {
    const demand = ruled(one, facts[index] ?? noFacts)
    return { ...one, arrivals: ways.told, demand: ways.days.size > 0 ? { ...demand, arrivals: ways.days } : demand }
  })
}

const noFacts: LineFacts = { lastReceived: null, chosen: [], boundTo: null }
const historyOf = ({ history }: ToAllocate) => (history ? { history: true as const } : {})

/** Where it may go from any warehouse, of the first one that has some. */
const someStock = (stock: readonly AvailableStock[], warehouseId: string | null): AvailableStock | undefined =>
  stock.find((one) => warehouseId === null || one.warehouseId === warehouseId) ?? stock[0]

/** What the line itself says of its rotation stands; else a rule's, else the product's. */
function ruled({ ask, rules: { line, inWarehouse } }: Pick<Judged, 'ask' | 'rules'>, facts: LineFacts): Demand {
  const demand = plannable(ask)
  const under = (resolved: ResolvedRules) =>
    underRules(demand, ask.demand.rotation === null ? resolved : { ...resolved, rotation: null }, facts)
  const own = [...inWarehouse].map(([id, resolved]) => [id, fitnessOf(under(resolved))] as const)
  return { ...under(line), ...(own.length > 0 ? { inWarehouse: new Map(own) } : {}) }
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

function plannable({ demand, product, quantity, history, waits }: ToAllocate): Demand {
  return {
    quantity,
    rotation: demand.rotation ?? product.rotation,
    deliverOn: demand.deliverOn,
    rules: lifeRules(demand, product),
    warehouseId: demand.warehouseId,
    shortage: demand.shortage,
    channel: demand.channel,
    orderId: demand.documentId,
    ...(history ? { history: true as const } : {}),
    ...(waits ? { waits: true as const } : {}),
  }
}

/** The product's own rules, and what this line asks beyond them. */
function lifeRules({ lifeDaysMin }: { lifeDaysMin: number | null }, product: ProductRules): LifeRule[] {
  const days = Math.max(lifeDaysMin ?? 0, product.deliveryLifeDaysMin ?? 0)
  const share = product.deliveryLifePercentMin ?? 0
  return [
    ...(days > 0 ? [{ kind: 'days', daysMin: days } as const] : []),
    ...(share > 0 ? [{ kind: 'share', percentMin: share } as const] : []),
  ]
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
