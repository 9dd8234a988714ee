/**
 * domain/allocation/planner.ts — chooses the batches that serve demands.
 *
 * Pure: the stock and the days come in, plans go out. Reserving what a plan picks is the caller's work, in the
 * transaction that read the stock. Rules come resolved, in the demand (`underRules`).
 */

import { groupBy } from '../group-by.ts'
import { remembered } from '../remembered.ts'
import { needsRules, type RuledWave, serveByRules } from './by-rules.ts'
import type { AvailableStock, Demand } from './demand.ts'
import { type Considered, judge, passed, picked, type Queue, queueKeys } from './judge.ts'
import type { PassedOver, Plan } from './plan.ts'
import { lessDrawn, type Pool } from './pools.ts'

export type { Rotation } from '../rules.ts'
export type { AvailableStock, Demand, Obstacle } from './demand.ts'
export { explainPassedOver } from './explain.ts'
export type { PassedOver, Pick, Plan, WhyNot } from './plan.ts'

/** Law: picks and shortfall add up to the demand, no pick exceeds what is available, and every batch passed over says why. */
export function planAllocation(
  demand: Demand,
  stock: readonly AvailableStock[],
  pools: readonly Pool[] = noPools,
): Plan {
  const [plan] = planWave([demand], stock, pools)
  return plan ?? { picks: [], shortfall: demand.quantity, passedOver: [] }
}

/**
 * Plans demands of one product in their order, each from what the earlier ones left, and what they left of the pools. A
 * batch is considered in rotation order until the demand is served; those after it were not passed over.
 */
export function planWave(
  demands: readonly Demand[],
  stock: readonly AvailableStock[],
  pools: readonly Pool[] = noPools,
): Plan[] {
  return openWave(stock, pools).serve(demands)
}

/** The stock of one product, and what those who were served left of it. */
export type Wave = Readonly<{
  stock: readonly AvailableStock[]
  serve: (demands: readonly Demand[]) => Plan[]
  tryOut: (demands: readonly Demand[]) => Plan[] // the same, but takes nothing
  giveBack: (plan: Plan) => void // what it picked is there for those who come next
}>

export function openWave(stock: readonly AvailableStock[], pools: readonly Pool[] = noPools): Wave {
  const left = stock.map(({ available }) => available)
  const wave: RuledWave = { stock, left, pools, bound: new Map(), queueOf: queuesOver(stock) }
  const closed = stock.some(({ closedPackOf = 1 }) => closedPackOf > 1)
  const serveIn = (within: RuledWave, demands: readonly Demand[]) => {
    const behind = behindInOrder(demands)
    return demands.map((demand, at) =>
      closed || pools.length > 0 || needsRules(demand)
        ? serveByRules(demand, within, () => behind(at))
        : serve(demand, within.queueOf(demand), within.left),
    )
  }
  return {
    stock,
    serve: (demands) => serveIn(wave, demands),
    tryOut: (demands) => serveIn(copyOf(wave), demands),
    giveBack({ picks, drawn = [] }) {
      for (const { batchId, placeId, quantity } of picks) {
        const index = stock.findIndex((row) => row.batchId === batchId && row.placeId === placeId)
        left[index] = (left[index] ?? 0) + quantity
      }
      wave.pools = lessDrawn(
        wave.pools,
        drawn.map(({ poolId, quantity }) => ({ poolId, quantity: -quantity })),
      )
      wave.queueOf = queuesOver(stock) // those before have it for used up
    },
  }
}

/** Demands that ask the same share a queue. Most of a large wave are the same object, and are not compared. */
const queuesOver = (stock: readonly AvailableStock[]): ((demand: Demand) => Queue) =>
  remembered(remembered((demand) => judge(stock, demand), queueKeys()))

/** Of a queue only how far it is used up changes. */
const copyOf = (wave: RuledWave): RuledWave => ({
  ...wave,
  left: [...wave.left],
  bound: new Map(wave.bound),
  queueOf: (demand) => ({ ...wave.queueOf(demand) }),
})

const noPools: readonly Pool[] = []

/** The demands behind one that are of its order. They are looked up where first asked for, for all demands at once. */
function behindInOrder(demands: readonly Demand[]): (at: number) => Demand[] {
  let known: Map<string | undefined, number[]> | null = null
  return (at) => {
    known ??= groupBy(demands.keys(), (index) => demands[index]?.orderId)
    const places = known.get(demands[at]?.orderId) ?? []
    return places.flatMap((index) => (index > at ? (demands[index] ?? []) : []))
  }
}

/** The straight way, where no rule speaks of batches, packs or pools. */
function serve(demand: Demand, queue: Queue, left: number[]): Plan {
  const taken: { row: Considered; quantity: number }[] = []
  let shortfall = demand.quantity
  let last = -1
  for (let at = queue.start; at < queue.fit.length && shortfall > 0; at += 1) {
    last = queue.fit[at] ?? -1
    const row = queue.rows[last]
    const quantity = Math.min(shortfall, left[row?.index ?? -1] ?? 0)
    if (row && quantity > 0) taken.push({ row, quantity })
    shortfall -= quantity
  }
  const passedOver = overlooked(queue, shortfall > 0 ? queue.rows.length : last, left)
  if (shortfall > 0 && demand.shortage === 'whole') return { picks: [], shortfall: demand.quantity, passedOver }
  for (const { row, quantity } of taken) left[row.index] = (left[row.index] ?? 0) - quantity
  while (queue.start < queue.fit.length && leftAt(queue, left) === 0) queue.start += 1
  return { picks: taken.map(({ row, quantity }) => picked(row, quantity)), shortfall, passedOver }
}

const leftAt = (queue: Queue, left: readonly number[]): number =>
  left[queue.rows[queue.fit[queue.start] ?? -1]?.index ?? -1] ?? 0

/** With what earlier demands of the wave left of it: another's rules may have let it be picked. */
function overlooked(queue: Queue, before: number, left: readonly number[]): PassedOver[] {
  const found: PassedOver[] = []
  for (const at of queue.unfit) {
    if (at >= before) break
    const row = queue.rows[at]
    const quantity = left[row?.index ?? -1] ?? 0
    if (row?.whyNot && quantity > 0) found.push(passed(row, quantity, row.whyNot))
  }
  return found
}
