/**
 * server/modules/allocation/allocate.ts — plans demands against the stock of this moment, with the reasons that are kept.
 */
import { type Demand, type Plan, planWave, type Rotation } from '#domain/allocation/planner.ts'
import { type CalendarDate, laterOf } from '#domain/calendar-date.ts'
import { groupBy } from '#domain/group-by.ts'
import type { LifeRule } from '#domain/shelf-life.ts'
import { dayIn } from '#platform/clock.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import type { ProductRow } from '../catalog/index.ts'
import type { DemandRow, OfferCause, Promised } from '../stock/index.ts'
import type { Candidate } from './candidates.ts'
import type { DecisionRow } from './decisions.ts'

export type AllocationCause = 'order' | OfferCause
type ProductRules = Pick<ProductRow, 'id' | 'rotation' | 'deliveryLifeDaysMin' | 'deliveryLifePercentMin'>

export type ToAllocate = Readonly<{
  demand: Pick<DemandRow, 'id' | 'productId' | 'warehouseId' | 'rotation' | 'shortage' | 'deliverOn' | 'lifeDaysMin'>
  product: ProductRules
  quantity: number // what is still to be promised
  history: boolean
  waits: boolean // for its turn
  told: boolean // the decision is kept even where it gets nothing
}>
export type NamedPick = Readonly<Candidate & { quantity: number }>
export type Allocated = Readonly<{
  demandId: string
  picks: readonly NamedPick[]
  shortfall: number
  passedOver: Plan['passedOver']
}>
type NewDecision = Omit<DecisionRow, 'decidedAt' | 'actorName'>
export type Planned = Readonly<{ answers: Allocated[]; promises: Promised[]; decisions: NewDecision[] }>

/** One answer for each demand, in order, from stock read under the lock of its product. Writes nothing. */
export function planAllocation(
  tx: Tx,
  asks: readonly ToAllocate[],
  { stock, cause }: { stock: ReadonlyMap<string, readonly Candidate[]>; cause: AllocationCause },
): Planned {
  const plans = new Map<ToAllocate, Plan>()
  for (const [productId, group] of groupBy(asks, ({ product }) => product.id)) {
    const planned = planWave(group.map(plannable), stock.get(productId) ?? [])
    for (const [index, ask] of group.entries()) plans.set(ask, planned[index] ?? nothing(ask))
  }
  const named = asks.map((ask) => withNames(ask, plans.get(ask) ?? nothing(ask), stock.get(ask.product.id) ?? []))
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
    decisions: asks.flatMap((ask, index) => {
      const answer = named[index]
      if (!answer || (answer.picks.length === 0 && !ask.told)) return []
      return [decision(tx, ask, { answer, cause, today: stock.get(ask.product.id)?.[0]?.today })]
    }),
  }
}

const nothing = ({ quantity }: ToAllocate): Plan => ({ picks: [], shortfall: quantity, passedOver: [] })

function withNames(
  { demand }: ToAllocate,
  { picks, shortfall, passedOver }: Plan,
  stock: readonly Candidate[],
): Allocated {
  const byPlace = new Map(picks.length > 0 ? stock.map((row) => [`${row.batchId} ${row.placeId}`, row]) : [])
  return {
    demandId: demand.id,
    picks: picks.flatMap(({ batchId, placeId, quantity }) => {
      const row = byPlace.get(`${batchId} ${placeId}`)
      return row ? [{ ...row, quantity }] : []
    }),
    shortfall,
    passedOver,
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
    ...(history ? { history: true as const } : {}),
    ...(waits ? { waits: true as const } : {}),
  }
}

/** The product's own rules, and what this line asks beyond them. */
export function lifeRules({ lifeDaysMin }: { lifeDaysMin: number | null }, product: ProductRules): LifeRule[] {
  const days = Math.max(lifeDaysMin ?? 0, product.deliveryLifeDaysMin ?? 0)
  const share = product.deliveryLifePercentMin ?? 0
  return [
    ...(days > 0 ? [{ kind: 'days', daysMin: days } as const] : []),
    ...(share > 0 ? [{ kind: 'share', percentMin: share } as const] : []),
  ]
}

function decision(
  tx: Tx,
  { demand, product, quantity, history }: ToAllocate,
  context: { answer: Allocated; cause: AllocationCause; today: CalendarDate | undefined },
): NewDecision {
  const { answer, cause, today = dayIn('UTC', tx.act.at) } = context
  const judgedOn = demand.deliverOn === null ? today : history ? demand.deliverOn : laterOf(demand.deliverOn, today)
  const rotation: Rotation = demand.rotation ?? product.rotation
  return {
    id: newId(),
    demandId: demand.id,
    cause,
    judgedOn,
    rotation,
    asked: quantity,
    shortfall: answer.shortfall,
    picks: answer.picks.map(({ batchId, batchCode, placeId, quantity: picked }) => ({
      batchId,
      batchCode,
      placeId,
      quantity: picked,
    })),
    passedOver: [...answer.passedOver],
  }
}
