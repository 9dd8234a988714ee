/**
 * domain/allocation/by-rules.ts — serves a demand where rules speak of how many batches, of packs or of pools.
 */

import { commonMultiple } from '../packs.ts'
import type { BatchChoice } from '../rules.ts'
import type { AvailableStock, Demand } from './demand.ts'
import { type Considered, passed, picked, type Queue } from './judge.ts'
import type { PassedOver, Plan, WhyNot } from './plan.ts'
import { drawn, type Kept, keptStock, lessDrawn, type Pool } from './pools.ts'
import { distribute, total } from './strategies.ts'

/** What the demands of one wave leave each other. `bound`: the batch of an order whose lines share one. */
export type RuledWave = {
  readonly stock: readonly AvailableStock[]
  readonly left: number[]
  readonly bound: Map<string, string>
  queueOf: (demand: Demand) => Queue
  pools: readonly Pool[]
}

export const needsRules = ({ batches, packs, boundTo }: Demand): boolean =>
  boundTo !== undefined || (batches !== undefined && batches.choice !== 'any') || (packs !== undefined && packs.of > 1)

/** A balance that fits; `open` is what this demand may take of it, `taken` what it takes. `at` is its place in the queue. */
type Served = Readonly<{
  row: Considered
  at: number
  open: number
  packOf: number
  kept: readonly Kept[]
  taken: number
}>

/** `later` are the demands of its order behind it in the wave; asked for only where they may have to share a batch. */
export function serveByRules(demand: Demand, wave: RuledWave, later: () => readonly Demand[]): Plan {
  const queue = wave.queueOf(demand)
  const offered = openRows(demand, queue, wave)
  const bound = boundBatch(demand, offered, { wave, later })
  const open = offered.map((one) => ({
    batchId: one.row.stock.batchId,
    quantity: bound === null || bound === one.row.stock.batchId ? one.open : 0,
    packOf: one.packOf,
  }))
  const { quantity, packOrder = 'packs_first' } = demand
  const whole = demand.shortage === 'whole'
  const quantities = distribute(open, { quantity, choice: choiceOf(demand), packOrder, whole })
  const served = offered.map((one, index): Served => ({ ...one, taken: quantities[index] ?? 0 }))
  const shortfall = demand.quantity - total(quantities)
  const passedOver = overlooked(demand, { queue, served, shortfall, left: wave.left })
  if (shortfall > 0 && demand.shortage === 'whole') return { picks: [], shortfall: demand.quantity, passedOver }
  const taken = served.filter((one) => one.taken > 0)
  if (demand.batches?.choice === 'one_per_order') bind(demand, taken, wave)
  return {
    picks: taken.map(({ row, taken: quantity }) => picked(row, quantity)),
    shortfall,
    passedOver,
    ...commit(demand, taken, wave),
  }
}

const choiceOf = ({ batches }: Demand): BatchChoice => batches?.choice ?? 'any'

function commit({ channel }: Demand, taken: readonly Served[], wave: RuledWave): Partial<Plan> {
  for (const { row, taken: quantity } of taken) wave.left[row.index] = (wave.left[row.index] ?? 0) - quantity
  if (wave.pools.length === 0) return {}
  const rows = taken.map(({ row, taken: quantity }) => ({ row: row.stock, quantity }))
  const parts = drawn(rows, channel ?? null, wave.pools)
  wave.pools = lessDrawn(wave.pools, parts)
  return parts.length > 0 ? { drawn: parts } : {}
}

function openRows({ channel, packs, history }: Demand, queue: Queue, { stock, left, pools }: RuledWave): Served[] {
  const foreign =
    pools.length > 0 && !history ? keptStock(stock, left, pools).filter(({ pool }) => pool.channel !== channel) : []
  return queue.fit.flatMap((at): Served[] => {
    const row = queue.rows[at]
    if (!row) return []
    const kept = foreign.filter(({ index }) => index === row.index)
    const open = (left[row.index] ?? 0) - kept.reduce((sum, { quantity }) => sum + quantity, 0)
    const packOf = commonMultiple(packs?.of ?? 1, row.stock.closedPackOf ?? 1)
    return [{ row, at, open, packOf, kept, taken: 0 }]
  })
}

type Around = Readonly<{ wave: RuledWave; later: () => readonly Demand[] }>

/** The one batch that may serve the line, where its order has one already or looks for one for all its lines. */
function boundBatch(demand: Demand, offered: readonly Served[], { wave, later }: Around): string | null {
  if (demand.boundTo !== undefined) return demand.boundTo
  if (demand.batches?.choice !== 'one_per_order' || demand.orderId === undefined) return null
  const bound = wave.bound.get(demand.orderId)
  if (bound !== undefined) return bound
  const siblings = later().filter((one) => one.batches?.choice === 'one_per_order')
  if (siblings.length === 0) return null
  const fitsAll = siblings.map((one) => new Set(openRows(one, wave.queueOf(one), wave).map(({ row }) => row.index)))
  const shared = offered.filter(({ row }) => fitsAll.every((fit) => fit.has(row.index)))
  const quantity = [demand, ...siblings].reduce((sum, one) => sum + one.quantity, 0)
  const open = shared.map((one) => ({ batchId: one.row.stock.batchId, quantity: one.open, packOf: one.packOf }))
  const taken = distribute(open, { quantity, choice: 'one_per_order', packOrder: 'packs_first' })
  return open[taken.findIndex((part) => part > 0)]?.batchId ?? null
}

function bind({ orderId }: Demand, taken: readonly Served[], { bound }: RuledWave): void {
  const batchId = taken[0]?.row.stock.batchId
  if (orderId !== undefined && batchId !== undefined && !bound.has(orderId)) bound.set(orderId, batchId)
}

type Outcome = Readonly<{
  queue: Queue
  served: readonly Served[]
  shortfall: number
  left: readonly number[] // before this demand took its part
}>

/** As everywhere: what stands before the last pick, or all of it where the demand was not served. */
function overlooked(demand: Demand, { queue, served, shortfall, left }: Outcome): PassedOver[] {
  const last = Math.max(-1, ...served.filter(({ taken }) => taken > 0).map(({ at }) => at))
  const before = shortfall > 0 ? queue.rows.length : last
  const batches = new Set(served.filter(({ taken }) => taken > 0).map(({ row }) => row.stock.batchId))
  const fit = new Map(served.map((one) => [one.at, one]))
  return queue.rows.slice(0, before).flatMap((row, at) => {
    const one = fit.get(at)
    const quantity = left[row.index] ?? 0
    if (!one) return row.whyNot && quantity > 0 ? [passed(row, quantity, row.whyNot)] : []
    const pools = one.kept.map(({ pool, quantity: part }) =>
      passed(row, part, { kind: 'pool', pool: pool.name, channel: pool.channel, until: pool.until }),
    )
    const why = leftAlone(demand, one, { batches, shortfall })
    return why ? [passed(row, one.open - one.taken, why), ...pools] : pools
  })
}

/** Why fit stock that is free for this demand stays; null where the demand wanted no more of its batch. */
function leftAlone(
  demand: Demand,
  { row, open, taken, packOf }: Served,
  { batches, shortfall }: Readonly<{ batches: ReadonlySet<string>; shortfall: number }>,
): WhyNot | null {
  const rest = open - taken
  const chosen = batches.has(row.stock.batchId)
  if (rest === 0 || (chosen && shortfall === 0 && rest >= packOf)) return null
  const singled = choiceOf(demand) !== 'any' || demand.boundTo !== undefined
  if (!chosen && singled)
    return { kind: 'batches', choice: choiceOf(demand), asked: demand.quantity, by: demand.batches?.by ?? null }
  return { kind: 'pack', of: packOf, by: demand.packs && demand.packs.of > 1 ? demand.packs.by : null }
}
