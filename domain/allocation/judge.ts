/**
 * domain/allocation/judge.ts — which stock is fit for a demand, and what stands against the rest.
 */

import { type CalendarDate, laterOf } from '../calendar-date.ts'
import { numbering } from '../numbering.ts'
import { remembered } from '../remembered.ts'
import { lifeVerdict } from '../shelf-life.ts'
import type { AvailableStock, Demand, Fitness } from './demand.ts'
import { orderOf } from './order.ts'
import type { PassedOver, RuleReason, WhyNot } from './plan.ts'

export type Considered = Readonly<{ stock: AvailableStock; index: number; whyNot: WhyNot | null }>
/** The stock in rotation order, judged; places of `rows` that are fit and unfit. Those of `fit` before `start` are used up. */
export type Queue = { rows: readonly Considered[]; unfit: readonly number[]; fit: readonly number[]; start: number }

/** Demands of one wave with the same key share a queue. Lists of batches may be long: they count as equal where they are one object. */
export function queueKeys(): (demand: Demand) => string {
  const numberOf = numbering()
  const listsOf = ({ approved, barred }: Fitness) =>
    approved || barred ? [approved, barred].map((one) => one?.map(({ batchIds, by }) => [numberOf(batchIds), by])) : 0
  const fitness = (one: Fitness) => [one.rules, one.notOlder, listsOf(one)]
  return (demand) => {
    const { rotation, deliverOn, warehouseId, waits, batches, chosen, inWarehouse, arrivals } = demand
    const oldest = batches?.choice === 'oldest_that_fills'
    const own = inWarehouse ? [...inWarehouse].map(([id, one]) => [id, fitness(one)]) : 0
    const days = [deliverOn, arrivals ? [...arrivals] : 0, demand.history, demand.takesExpired, demand.dateless]
    return JSON.stringify([rotation, days, warehouseId, waits, oldest, chosen, fitness(demand), own])
  }
}

/** What stands against stock for demands, found once where both are the same objects. */
export const judges = (): ((demand: Demand) => Judge) => remembered((demand) => remembered(judgeOf(demand)))

export function judge(stock: readonly AvailableStock[], demand: Demand): Queue {
  const order = orderOf(demand)
  const whyNot = judgeOf(demand)
  const rows = stock
    .map((row, index) => ({ stock: row, index }))
    .filter(
      ({ stock: row }) => row.available > 0 && (demand.warehouseId === null || row.warehouseId === demand.warehouseId),
    )
    .map(({ stock: row, index }) => ({ stock: row, index, whyNot: whyNot(row) }))
    .sort((a, b) => order(a.stock, b.stock))
  const where = (fits: boolean) => rows.flatMap((row, at) => ((row.whyNot === null) === fits ? [at] : []))
  return { rows, fit: where(true), unfit: where(false), start: 0 }
}

type Judge = (stock: AvailableStock) => WhyNot | null
type Against = (stock: AvailableStock) => RuleReason | null

/** What stands against stock for a demand; null where it is fit. */
export function judgeOf(demand: Demand): Judge {
  const { dateless, waits, inWarehouse, forced, takesExpired } = demand
  const everywhere = { rules: demand.rules, against: ruleReasons(demand, demand) }
  const own = new Map(
    [...(inWarehouse ?? [])].map(([id, fitness]) => [
      id,
      { rules: fitness.rules, against: ruleReasons(demand, fitness) },
    ]),
  )
  return (stock) => {
    const [obstacle] = stock.obstacles
    if (obstacle) return obstacle
    const day = judgedOn(demand, stock)
    const { rules, against } = own.get(stock.warehouseId) ?? everywhere
    // Goods must be good when they leave as well as when they arrive; arriving is the later day.
    const verdict = lifeVerdict(stock, dateless && stock.expiresOn === null ? [] : rules, day)
    if (forced?.includes(stock.batchId)) return verdict.kind === 'expired' ? verdict : null
    if (verdict.kind !== 'fits' && !(takesExpired && verdict.kind === 'expired')) return verdict
    return against(stock) ?? (waits ? { kind: 'turn' } : null)
  }
}

/** The day the customer has it: as promised, but not before it can be there; what is history, on its own day alone. */
export function judgedOn(
  { deliverOn, history, arrivals }: Pick<Demand, 'deliverOn' | 'history' | 'arrivals'>,
  { warehouseId, today }: Pick<AvailableStock, 'warehouseId' | 'today'>,
): CalendarDate {
  if (history && deliverOn !== null) return deliverOn
  const first = arrivals?.get(warehouseId) ?? today
  return deliverOn === null ? first : laterOf(deliverOn, first)
}

/** What the rules about batches have against stock, the gravest first. */
function ruleReasons({ rotation, chosen }: Demand, { notOlder, approved, barred }: Fitness): Against {
  const approvals = (approved ?? []).map(({ batchIds, by }) => ({ ids: new Set(batchIds), by }))
  const bars = (barred ?? []).map(({ batchIds, by }) => ({ ids: new Set(batchIds), by }))
  const byHand = rotation === 'manual' ? new Set(chosen) : null
  return ({ batchId, expiresOn }) => {
    const bar = bars.find(({ ids }) => ids.has(batchId))
    if (bar) return { kind: 'barred', by: bar.by }
    const missing = approvals.find(({ ids }) => !ids.has(batchId))
    if (missing) return { kind: 'not_approved', by: missing.by }
    if (notOlder && (expiresOn === null || expiresOn < notOlder.expiresOn)) {
      const { by, ...last } = notOlder
      return { kind: 'older', expiresOn, last, by }
    }
    return byHand && !byHand.has(batchId) ? { kind: 'not_chosen' } : null
  }
}

export const picked = ({ stock: { batchId, placeId } }: Considered, quantity: number) => ({
  batchId,
  placeId,
  quantity,
})

export const passed = ({ stock }: Considered, quantity: number, reason: WhyNot): PassedOver => ({
  batchId: stock.batchId,
  batchCode: stock.batchCode,
  placeId: stock.placeId,
  quantity,
  reason,
})
