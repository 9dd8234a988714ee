/**
 * server/modules/allocation/under-the-rules.ts — lines that want stock, as the rules and the days of delivery have them.
 */
import { type AvailableStock, type LineFacts, underRules } from '#domain/allocation/demand.ts'
import { judgedOn } from '#domain/allocation/judge.ts'
import type { Demand } from '#domain/allocation/planner.ts'
import type { CalendarDate } from '#domain/calendar-date.ts'
import { numbering } from '#domain/numbering.ts'
import { remembered } from '#domain/remembered.ts'
import { noRules, type ResolvedRules } from '#domain/rules.ts'
import type { LifeRule } from '#domain/shelf-life.ts'
import { dayIn } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import type { ProductRow } from '../catalog/index.ts'
import type { DemandRow, Promised } from '../stock/index.ts'
import { type Arrival, type Arrivals, arrivalsFor, noArrivals } from './delivery/arrivals.ts'
import { lineFacts, noFacts } from './rules/line-facts.ts'
import { contextOf, type LineRules, type RulesInForce, resolver } from './rules/rules-in-force.ts'

type ProductRules = Pick<
  ProductRow,
  'id' | 'category' | 'clientId' | 'dates' | 'rotation' | 'deliveryLifeDaysMin' | 'deliveryLifePercentMin'
>
type DemandRules = Pick<
  DemandRow,
  | 'id'
  | 'kind'
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
  | 'takesExpired'
> & { readonly chosenBatchIds?: readonly string[] }

export type ToAllocate = Readonly<{
  demand: DemandRules
  product: ProductRules
  quantity: number // what is still to be promised
  history: boolean
  waits: boolean // for its turn
  told: boolean // the decision is kept even where it gets nothing
}>
export type Judged = Readonly<{
  ask: ToAllocate
  demand: Demand
  rules: LineRules
  judgedOn: CalendarDate
  arrivals: readonly Arrival[]
}>

type Under = Readonly<{
  stock: ReadonlyMap<string, readonly AvailableStock[]>
  rules: RulesInForce
  givenBack?: readonly Promised[] // by a preview: judged as if the lines had them no more
}>

/** Each demand as the rules of its day have it, with the days on which it can arrive. */
export async function underTheRules(db: Db, asks: readonly ToAllocate[], under: Under): Promise<Judged[]> {
  const { stock, rules, givenBack = [] } = under
  const resolve = resolver(rules)
  const arrivals = await arrivalsFor(db, asks, { stock, rules })
  const ruled = asks.map((ask) => {
    const { deliverOn } = ask.demand
    const day = ask.history && deliverOn !== null ? deliverOn : rules.today
    return { ask, rules: ask.demand.kind === 'order' ? resolve(contextOf(ask.demand, ask.product), day) : unruled }
  })
  const facts = rules.rules.length > 0 ? await lineFacts(db, ruled, givenBack) : []
  const kindOf = kinds((line) => {
    const { demand, product, history } = line.ask
    const here = someStock(stock.get(product.id) ?? [], demand.warehouseId)
    const at = { warehouseId: here?.warehouseId ?? '', today: here?.today ?? dayIn('UTC', db.act.at) }
    return judgedOn({ deliverOn: demand.deliverOn, arrivals: line.ways.days, ...historyOf(history) }, at)
  })
  return ruled.map(({ ask, rules: held }, index) => {
    const ways = arrivals[index] ?? noArrivals
    const kind = kindOf({ ask, rules: held, ways, facts: facts[index] ?? noFacts })
    return { ask, rules: held, arrivals: ways.told, ...kind }
  })
}

/** What goes to nobody: the rules say who may have what. */
const unruled: LineRules = { line: noRules, inWarehouse: new Map() }

const historyOf = (history: boolean) => (history ? { history: true as const } : {})

/** Where it may go from any warehouse, of the first one that has some. */
const someStock = (stock: readonly AvailableStock[], warehouseId: string | null): AvailableStock | undefined =>
  stock.find((one) => warehouseId === null || one.warehouseId === warehouseId) ?? stock[0]

type Ruled = Readonly<{ ask: ToAllocate; rules: LineRules; ways: Arrivals; facts: LineFacts }>
type Kind = Pick<Judged, 'demand' | 'judgedOn'>

/** Lines of one product that ask the same, under the same rules, days and facts, share one demand. */
function kinds(judgedOnOf: (line: Ruled) => CalendarDate): (line: Ruled) => Kind {
  const number = numbering()
  return remembered(
    (line) => ({ demand: demandOf(line), judgedOn: judgedOnOf(line) }),
    (line) => {
      const { demand, product, quantity, history, waits } = line.ask
      const { warehouseId, shortage, rotation, deliverOn, lifeDaysMin, channel } = demand
      const around = `${product.id} ${number(line.rules)} ${number(line.ways)} ${number(line.facts)} ${sharingOrder(line)}`
      const asked = `${quantity} ${warehouseId} ${shortage} ${rotation} ${deliverOn} ${lifeDaysMin} ${history} ${waits}`
      return `${around} ${asked} ${channel} ${byHand(line.ask)}`
    },
  )
}

const byHand = ({ demand: { kind, takesExpired, chosenBatchIds = [] } }: ToAllocate): string =>
  kind === 'order' ? kind : `${takesExpired} ${chosenBatchIds.join()}`

/** The order whose lines have to share a batch with this one; null where they need not. */
const sharingOrder = ({ ask, rules }: Ruled): string | null =>
  rules.line.batches?.value === 'one_per_order' ? ask.demand.documentId : null

/** What the line itself says of its rotation stands; else a rule's, else the product's. */
function demandOf(ruled: Ruled): Demand {
  const { ask, facts, ways } = ruled
  const demand = plannable(ask)
  if (ask.demand.kind === 'transfer') return { ...demand, ...byPerson(ask) }
  const { line, inWarehouse } = ruled.rules
  const orderId = sharingOrder(ruled)
  const under = (resolved: ResolvedRules) =>
    underRules(demand, ask.demand.rotation === null ? resolved : { ...resolved, rotation: null }, facts)
  const own = [...inWarehouse].map(([id, resolved]) => [id, under(resolved)] as const)
  return {
    ...under(line),
    ...(own.length > 0 ? { inWarehouse: new Map(own) } : {}),
    ...(ways.days.size > 0 ? { arrivals: ways.days } : {}),
    ...(orderId === null ? {} : { orderId }),
  }
}

function plannable({ demand, product, quantity, history, waits }: ToAllocate): Demand {
  return {
    quantity,
    rotation: demand.rotation ?? product.rotation,
    deliverOn: demand.deliverOn,
    rules: demand.kind === 'order' ? lifeRules(demand, product) : [],
    warehouseId: demand.warehouseId,
    shortage: demand.shortage,
    channel: demand.channel,
    ...historyOf(history),
    ...(product.dates === 'none' ? { dateless: true as const } : {}),
    ...(waits ? { waits: true as const } : {}),
  }
}

/** A batch that somebody chose to go, and no other; expired, where that was said. */
const byPerson = ({ demand: { chosenBatchIds = [], takesExpired } }: ToAllocate): Partial<Demand> => ({
  ...(chosenBatchIds.length > 0 ? { rotation: 'manual' as const, chosen: chosenBatchIds } : {}),
  ...(takesExpired ? { takesExpired: true as const } : {}),
})

/** The product's own rules, and what this line asks beyond them. */
export function lifeRules(
  { lifeDaysMin }: { lifeDaysMin: number | null },
  product: Pick<ProductRules, 'deliveryLifeDaysMin' | 'deliveryLifePercentMin'>,
): LifeRule[] {
  const days = Math.max(lifeDaysMin ?? 0, product.deliveryLifeDaysMin ?? 0)
  const share = product.deliveryLifePercentMin ?? 0
  return [
    ...(days > 0 ? [{ kind: 'days', daysMin: days } as const] : []),
    ...(share > 0 ? [{ kind: 'share', percentMin: share } as const] : []),
  ]
}
