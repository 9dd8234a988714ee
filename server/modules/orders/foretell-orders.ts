/**
 * server/modules/orders/foretell-orders.ts — what placing would refuse of many orders, by its own rules and without placing any.
 */
import type { Tx } from '#platform/db.ts'
import type { Asked } from '#platform/http/index.ts'
import { Refusal } from '#platform/refusal.ts'
import { lookUp, type OrderInput, planOrders } from './plan-orders.ts'

/** Of each order why it would be refused, or null. */
export async function foretellOrders(tx: Tx, asks: readonly Asked<OrderInput>[]): Promise<(Refusal | null)[]> {
  const known = await lookUp(
    tx,
    asks.map(({ body }) => body),
  )
  return planOrders(tx, asks, known).map((one) => (one instanceof Refusal ? one : null))
}
