/**
 * server/modules/allocation/routing/plan-routed.ts — plans a wave in which a rule says from where orders go: order after order,
 * each against what those before it left.
 */
import { openWave, type Plan, type Wave } from '#domain/allocation/planner.ts'
import type { Pool } from '#domain/allocation/pools.ts'
import { serveRouted } from '#domain/allocation/routed-order.ts'
import { groupBy } from '#domain/group-by.ts'
import type { Routing } from '#domain/routing.ts'
import type { Won } from '#domain/rules.ts'
import type { Db } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { accountSettings } from '../../access/index.ts'
import type { AllocationCause } from '../allocate.ts'
import type { Candidate } from '../candidates.ts'
import type { Judged } from '../under-the-rules.ts'
import type { NewRouting } from './routing-store.ts'
import { warehouseFacts } from './warehouse-facts.ts'

type Against = Readonly<{
  stock: ReadonlyMap<string, readonly Candidate[]>
  pools: ReadonlyMap<string, readonly Pool[]>
  cause: AllocationCause
}>
export type PlannedWave = Readonly<{ plans: ReadonlyMap<Judged, Plan>; routings: readonly NewRouting[] }>

/** An order that names its warehouse is not routed, and one that waits for its turn gets nothing. */
export const isRouted = ({ ask, rules }: Judged): boolean =>
  rules.line.routing !== null && ask.demand.warehouseId === null && !ask.waits

export async function planRouted(
  db: Db,
  judged: readonly Judged[],
  { stock, pools, cause }: Against,
): Promise<PlannedWave> {
  const products = new Set(judged.map(({ ask }) => ask.product.id))
  const waves = new Map([...products].map((id) => [id, openWave(stock.get(id) ?? [], pools.get(id))]))
  const routed = judged.filter(isRouted).map(({ ask }) => ask.demand)
  const [factsOf, [account]] = await Promise.all([
    warehouseFacts(db, routed, { anew: cause === 'order' }),
    accountSettings(db),
  ])
  const plans = new Map<Judged, Plan>()
  const routings: NewRouting[] = []
  for (const lines of groupBy(judged, ({ ask }) => `${ask.demand.documentId} ${ask.waits}`).values()) {
    const [first] = lines
    const won = first && isRouted(first) ? first.rules.line.routing : null
    const served = first && won ? serve(lines, { won, waves, warehouses: factsOf(first.ask.demand) }) : null
    for (const [line, plan] of served?.plans ?? plainly(lines, waves)) plans.set(line, plan)
    if (!first || !won || !served) continue
    const { routing } = served
    if (routing.legs.length > 0 || lines.some(({ ask }) => ask.told))
      routings.push({
        ...kept(lines, won, routing),
        orderId: first.ask.demand.documentId,
        cause,
        currency: account?.currency ?? '',
        legs: named(routing, factsOf(first.ask.demand)),
      })
  }
  return { plans, routings }
}

type Serving = Readonly<{
  won: Won<'routing'>
  waves: ReadonlyMap<string, Wave>
  warehouses: ReturnType<Awaited<ReturnType<typeof warehouseFacts>>>
}>

function serve(lines: readonly Judged[], { won, waves, warehouses }: Serving) {
  const order = {
    rule: won.value,
    warehouses,
    lines: lines.map(({ ask, demand }) => ({ lineId: ask.demand.id, productId: ask.product.id, demand })),
  }
  const { plans, routing } = serveRouted(order, waves)
  return { routing, plans: lines.flatMap((line, at) => pair(line, plans[at])) }
}

const pair = (line: Judged, plan: Plan | undefined): [Judged, Plan][] => (plan ? [[line, plan]] : [])

/** Lines of one order, each from wherever its rotation says. */
function plainly(lines: readonly Judged[], waves: ReadonlyMap<string, Wave>): [Judged, Plan][] {
  return [...groupBy(lines, ({ ask }) => ask.product.id)].flatMap(([productId, some]) => {
    const plans = waves.get(productId)?.serve(some.map(({ demand }) => demand)) ?? []
    return some.flatMap((line, at) => pair(line, plans[at]))
  })
}

function kept(lines: readonly Judged[], { rule }: Won<'routing'>, { shortfall, cost, passedOver }: Routing) {
  return {
    id: newId(),
    ruleId: rule.id,
    ruleName: rule.name,
    asked: lines.reduce((sum, { ask }) => sum + ask.quantity, 0),
    shortfall,
    cost,
    passedOver: [...passedOver],
  }
}

function named({ legs }: Routing, warehouses: Serving['warehouses']): NewRouting['legs'] {
  const codeOf = new Map(warehouses.map(({ warehouseId, warehouseCode }) => [warehouseId, warehouseCode]))
  return legs.map((leg) => ({ ...leg, warehouseCode: codeOf.get(leg.warehouseId) ?? '' }))
}
