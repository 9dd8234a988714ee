/**
 * domain/allocation/routed-order.ts — serves an order by its rule of routing: what each warehouse alone could send of it is
 * tried out by the planner with all its rules; the warehouses are chosen, and its lines are planned from these alone.
 */
import { daysBetween } from '../calendar-date.ts'
import { groupBy } from '../group-by.ts'
import { chooseWarehouses, costOf, type Leg, type Routing, type RoutingRule, type WarehouseOffer } from '../routing.ts'
import type { Demand } from './demand.ts'
import { judgedOn } from './judge.ts'
import type { PassedOver, Plan } from './plan.ts'
import type { Wave } from './planner.ts'
import type { Drawn } from './pools.ts'

export type OrderLine = Readonly<{ lineId: string; productId: string; demand: Demand }>
/** What is known of a warehouse, whatever it has. */
export type WarehouseFacts = Omit<WarehouseOffer, 'quantities' | 'together' | 'daysLeftMin'>
export type RoutedOrder = Readonly<{
  lines: readonly OrderLine[] // that name no warehouse, in their order
  rule: RoutingRule
  warehouses: readonly WarehouseFacts[]
}>
type Waves = ReadonlyMap<string, Wave> // by product

/**
 * The plans, in the order of the lines. Laws: what the legs say is what the plans pick; no warehouse sends what another leg
 * was chosen for. Rules of one batch and of whole packs hold over all legs, though then a line may get less than these offer.
 */
export function serveRouted(order: RoutedOrder, waves: Waves): { plans: Plan[]; routing: Routing } {
  const offers = order.warehouses.map((warehouse) => offerOf(order, warehouse, waves))
  const chosen = chooseWarehouses({ ...order.rule, lines: order.lines.map(asked) }, offers)
  const parts = chosen.legs.map((leg) => planLeg(order, leg, waves))
  const plans = order.lines.map((line, at) => {
    const own = parts.flatMap((part) => part[at] ?? [])
    const plan = together(line, own)
    const wave = waves.get(line.productId)
    if (plan.picks.length === 0) for (const part of own) wave?.giveBack(part)
    return plan.shortfall > 0 ? withOthers(line, plan, wave) : plan
  })
  return { plans, routing: asPlanned(order, { chosen, plans, offers }, waves) }
}

const asked = ({ lineId, productId, demand: { quantity, shortage, batches, boundTo } }: OrderLine) => ({
  lineId,
  productId,
  quantity,
  shortage,
  undivided: boundTo !== undefined || batches?.choice === 'one_per_line' || batches?.choice === 'one_per_order',
})

function offerOf({ lines, rule }: RoutedOrder, facts: WarehouseFacts, waves: Waves): WarehouseOffer {
  const { warehouseId } = facts
  // Of what goes whole or not at all, a part helps only where another warehouse may send the rest.
  const here = lines.map(({ demand, ...line }) => {
    const { shortage, ...rest } = demand
    return {
      ...line,
      demand: { ...rest, warehouseId, shortage: rule.split === 'never' ? shortage : ('part' as const) },
    }
  })
  // A line before it may take what it would get; that one may go from elsewhere, but for one of the batch that both must be of.
  const goesElsewhere = ({ quantity, batches }: Demand, plan: Plan) =>
    rule.split === 'allowed' && picked(plan) < quantity && batches?.choice !== 'one_per_order'
  const sent = eachProduct(
    here,
    (some, wave) => {
      if (!wave.stock.some((row) => row.warehouseId === warehouseId)) return some.map(() => nothing)
      const plans = wave.tryOut(some.map(({ demand }) => demand))
      const together = plans.reduce((sum, plan) => sum + picked(plan), 0)
      return some.map(({ demand }, at) => {
        const plan = plans[at] ?? noPlan
        const [own = plan] = some.length > 1 && goesElsewhere(demand, plan) ? wave.tryOut([demand]) : []
        return { quantity: picked(own), together, daysLeft: daysLeftOf(demand, plan, wave) }
      })
    },
    waves,
  )
  const days = sent.flatMap((one) => one?.daysLeft ?? [])
  return {
    ...facts,
    daysLeftMin: days.length > 0 ? Math.min(...days) : null,
    quantities: new Map(lines.map(({ lineId }, at) => [lineId, sent[at]?.quantity ?? 0])),
    together: new Map(lines.map(({ productId }, at) => [productId, sent[at]?.together ?? 0])),
  }
}

const nothing = { quantity: 0, together: 0, daysLeft: [] as number[] }
const noPlan: Plan = { picks: [], shortfall: 0, passedOver: [] }
const picked = ({ picks }: Plan): number => picks.reduce((sum, { quantity }) => sum + quantity, 0)

/** On the day on which the customer has it. */
function daysLeftOf(demand: Demand | undefined, { picks }: Plan, { stock }: Wave): number[] {
  return picks.flatMap(({ batchId, placeId }) => {
    const row = stock.find((one) => one.batchId === batchId && one.placeId === placeId)
    return row?.expiresOn && demand ? [daysBetween(judgedOn(demand, row), row.expiresOn)] : []
  })
}

/** By product, for lines of one product are planned together; answered in the order of the lines. */
function eachProduct<Line extends OrderLine, Result>(
  lines: readonly Line[],
  each: (some: readonly Line[], wave: Wave) => readonly Result[],
  waves: Waves,
): (Result | undefined)[] {
  const results = new Map<Line, Result | undefined>()
  for (const [productId, some] of groupBy(lines, (line) => line.productId)) {
    const wave = waves.get(productId)
    const answers = wave ? each(some, wave) : []
    for (const [at, line] of some.entries()) results.set(line, answers[at])
  }
  return lines.map((line) => results.get(line))
}

/** In the order of all lines of the order; none where the leg has nothing of the line. */
function planLeg({ lines }: RoutedOrder, { warehouseId, lines: parts }: Leg, waves: Waves): (Plan | undefined)[] {
  const quantityOf = new Map(parts.map(({ lineId, quantity }) => [lineId, quantity]))
  const here = lines.flatMap(({ demand, ...line }) => {
    const quantity = quantityOf.get(line.lineId)
    return quantity === undefined
      ? []
      : [{ ...line, demand: { ...demand, warehouseId, quantity, shortage: 'part' as const } }]
  })
  const plans = eachProduct(here, (some, wave) => wave.serve(some.map(({ demand }) => demand)), waves)
  const planOfLine = new Map(here.map(({ lineId }, at) => [lineId, plans[at]]))
  return lines.map(({ lineId }) => planOfLine.get(lineId))
}

function together({ demand: { quantity, shortage } }: OrderLine, parts: readonly Plan[]): Plan {
  const picks = parts.flatMap((part) => part.picks)
  const shortfall = quantity - parts.reduce((sum, part) => sum + picked(part), 0)
  const passedOver = parts.flatMap((part) => part.passedOver)
  if (shortfall > 0 && shortage === 'whole') return { picks: [], shortfall: quantity, passedOver }
  const drawn = summed(parts.flatMap((part) => part.drawn ?? []))
  return { picks, shortfall, passedOver, ...(drawn.length > 0 ? { drawn } : {}) }
}

const summed = (parts: readonly Drawn[]): Drawn[] =>
  [...groupBy(parts, ({ poolId }) => poolId)].map(([poolId, some]) => ({
    poolId,
    quantity: some.reduce((sum, { quantity }) => sum + quantity, 0),
  }))

/** Where a line is short, with what stands against the batches that its legs had no need to look at. */
function withOthers({ demand }: OrderLine, plan: Plan, wave: Wave | undefined): Plan {
  const [other] = wave?.tryOut([{ ...demand, quantity: plan.shortfall, shortage: 'part' }]) ?? []
  const told = new Set(plan.passedOver.map(balanceOf))
  return {
    ...plan,
    passedOver: [...plan.passedOver, ...(other?.passedOver ?? []).filter((one) => !told.has(balanceOf(one)))],
  }
}

const balanceOf = ({ batchId, placeId }: PassedOver): string => `${batchId} ${placeId}`

const placesOf = (wave: Wave | undefined): Map<string, string> =>
  new Map((wave?.stock ?? []).map(({ placeId, warehouseId }) => [placeId, warehouseId]))

type Served = Readonly<{ chosen: Routing; plans: readonly Plan[]; offers: readonly WarehouseOffer[] }>

/** By what the plans pick: rules of batches and packs may have kept a warehouse from sending its part. */
function asPlanned({ lines, rule }: RoutedOrder, { chosen, plans, offers }: Served, waves: Waves): Routing {
  const sent = lines.flatMap(({ lineId, productId }, at) => {
    const warehouseOf = placesOf(waves.get(productId))
    return (plans[at]?.picks ?? []).map(({ placeId, quantity }) => ({
      lineId,
      warehouseId: warehouseOf.get(placeId),
      quantity,
    }))
  })
  const all = chosen.legs.map(({ warehouseId }): Leg => {
    const here = groupBy(
      sent.filter((one) => one.warehouseId === warehouseId),
      ({ lineId }) => lineId,
    )
    const quantity = (some: readonly { quantity: number }[]) => some.reduce((sum, one) => sum + one.quantity, 0)
    return { warehouseId, lines: [...here].map(([lineId, some]) => ({ lineId, quantity: quantity(some) })) }
  })
  const codeOf = new Map(offers.map(({ warehouseId, warehouseCode }) => [warehouseId, warehouseCode]))
  const idle = all.filter((leg) => leg.lines.length === 0)
  const legs = all.filter((leg) => leg.lines.length > 0)
  const sending = new Set(legs.map(({ warehouseId }) => warehouseId))
  return {
    legs,
    cost: costOf(rule, { chosen: offers.filter(({ warehouseId }) => sending.has(warehouseId)), all: offers }),
    shortfall: plans.reduce((sum, { shortfall }) => sum + shortfall, 0),
    passedOver: [
      ...chosen.passedOver,
      ...idle.map(({ warehouseId }) => ({
        warehouseId,
        warehouseCode: codeOf.get(warehouseId) ?? '',
        reason: { kind: 'not_together' as const },
      })),
    ],
  }
}
