/**
 * server/modules/orders/place-in-groups.ts — more orders than are planned at once, in one transaction all the same.
 */
import type { Tx } from '#platform/db.ts'
import type { Asked } from '#platform/http/index.ts'
import { Refusal } from '#platform/refusal.ts'
import { lockStocked } from '../catalog/index.ts'
import { placedLinesMax, placeOrders } from './place-orders.ts'
import { lookUp, type OrderInput, planOrders } from './plan-orders.ts'

type Ask = Asked<OrderInput>

/** In their order. The products of all are locked first, so that no two such transactions wait for each other. Refuses what `placeOrders` does. */
export async function placeInGroups(tx: Tx, asks: readonly Ask[]): Promise<(Refusal | null)[]> {
  const known = await lookUp(
    tx,
    asks.map(({ body }) => body),
  )
  const planned = planOrders(tx, asks, known).map((one) => (one instanceof Refusal ? [] : one.lines))
  await lockStocked(tx, new Set(planned.flatMap((lines) => lines.map(({ product }) => product.id))))
  const told: (Refusal | null)[] = []
  for (const group of grouped(asks, (_, at) => planned[at]?.length ?? 0))
    for (const one of await placeOrders(tx, group, known)) told.push(one instanceof Refusal ? one : null)
  return told
}

function grouped(asks: readonly Ask[], linesOf: (ask: Ask, at: number) => number): Ask[][] {
  const groups: Ask[][] = []
  let lines = 0
  for (const [at, ask] of asks.entries()) {
    const own = linesOf(ask, at)
    const last = groups.at(-1)
    if (last && lines + own <= placedLinesMax) last.push(ask)
    else groups.push([ask])
    lines = last && lines + own <= placedLinesMax ? lines + own : own
  }
  return groups
}
