/**
 * server/modules/allocation/allocate.ts — plans demands against the stock of this moment and reserves what is picked.
 */
import type { AvailableStock, Demand, Plan, Rotation } from '#domain/allocation.ts'
import { planWave } from '#domain/allocation.ts'
import { type CalendarDate, laterOf } from '#domain/calendar-date.ts'
import { groupBy } from '#domain/group-by.ts'
import type { LifeRule } from '#domain/shelf-life.ts'
import { dayIn } from '#platform/clock.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import type { ProductRow } from '../catalog/index.ts'
import { type DemandRow, reserve } from '../stock/index.ts'
import { candidates } from './candidates.ts'
import { type DecisionRow, insertDecisions } from './decisions.ts'

export type AllocationCause = 'order' | 'edit' | 'hold' | 'lift' | 'receipt' | 'release' | 'correction' | 'retry'
type ProductRules = Pick<ProductRow, 'id' | 'rotation' | 'deliveryLifeDaysMin' | 'deliveryLifePercentMin'>

export type ToAllocate = Readonly<{
  demand: Pick<DemandRow, 'id' | 'productId' | 'warehouseId' | 'rotation' | 'shortage' | 'deliverOn' | 'lifeDaysMin'>
  product: ProductRules
  quantity: number // what is still to be promised
  history: boolean
}>
export type Allocated = Readonly<{
  demandId: string
  picks: Plan['picks']
  shortfall: number
  passedOver: Plan['passedOver']
}>

/**
 * One answer for each demand, in order. The products must be locked. An offer that changes nothing leaves no decision
 * behind; the first judgement does, and whatever took stock away or asked for more.
 */
export async function allocate(tx: Tx, asks: readonly ToAllocate[], cause: AllocationCause): Promise<Allocated[]> {
  if (asks.length === 0) return []
  const stock = await candidates(tx, [...new Set(asks.map(({ product }) => product.id))])
  const plans = new Map<ToAllocate, Plan>()
  for (const [productId, group] of groupBy(asks, ({ product }) => product.id)) {
    const planned = planWave(group.map(plannable), stock.get(productId) ?? [])
    for (const [index, ask] of group.entries()) plans.set(ask, planned[index] ?? nothing(ask))
  }
  const answers = asks.map((ask): Allocated => ({ demandId: ask.demand.id, ...(plans.get(ask) ?? nothing(ask)) }))
  const worthKeeping = answers
    .map((answer, index) => ({ answer, ask: asks[index] }))
    .filter(({ answer }) => answer.picks.length > 0 || alwaysTold.has(cause))
  await Promise.all([
    reserve(
      tx,
      asks.flatMap((ask, index) =>
        (answers[index]?.picks ?? []).map((pick) => ({ ...pick, demandId: ask.demand.id, productId: ask.product.id })),
      ),
    ),
    worthKeeping.length > 0
      ? insertDecisions(
          tx,
          worthKeeping.flatMap(({ answer, ask }) =>
            ask ? [decision(tx, ask, answer, { cause, stock: stock.get(ask.product.id) ?? [] })] : [],
          ),
        )
      : null,
  ])
  return answers
}

const alwaysTold: ReadonlySet<AllocationCause> = new Set(['order', 'edit', 'hold', 'correction'])

const nothing = ({ quantity }: ToAllocate): Plan => ({ picks: [], shortfall: quantity, passedOver: [] })

function plannable({ demand, product, quantity, history }: ToAllocate): Demand {
  return {
    quantity,
    rotation: demand.rotation ?? product.rotation,
    deliverOn: demand.deliverOn,
    rules: lifeRules(demand, product),
    warehouseId: demand.warehouseId,
    shortage: demand.shortage,
    ...(history ? { history: true as const } : {}),
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
  answer: Allocated,
  context: { cause: AllocationCause; stock: readonly AvailableStock[] },
): Omit<DecisionRow, 'decidedAt' | 'actorName'> {
  const codes = new Map(
    answer.picks.length > 0 ? context.stock.map(({ batchId, batchCode }) => [batchId, batchCode]) : [],
  )
  const today: CalendarDate = context.stock[0]?.today ?? dayIn('UTC', tx.act.at)
  const judgedOn = demand.deliverOn === null ? today : history ? demand.deliverOn : laterOf(demand.deliverOn, today)
  const rotation: Rotation = demand.rotation ?? product.rotation
  return {
    id: newId(),
    demandId: demand.id,
    cause: context.cause,
    judgedOn,
    rotation,
    asked: quantity,
    shortfall: answer.shortfall,
    picks: answer.picks.map((pick) => ({ ...pick, batchCode: codes.get(pick.batchId) ?? '' })),
    passedOver: [...answer.passedOver],
  }
}
