/**
 * server/modules/orders/waiting-now.ts — what stands between the lines of an order that wait and stock, at this moment: holds and shelves change
 * after a line was last decided.
 */
import { explainPassedOver } from '#domain/allocation/planner.ts'
import type { Db } from '#platform/db.ts'
import { whyWaiting } from '../allocation/index.ts'
import { demandsById } from '../stock/index.ts'
import type { orderDetails } from './order-detail.ts'

type Order = Awaited<ReturnType<typeof orderDetails>>[number]

/** Lines that have all they asked for stay as they were decided. */
export async function waitingAsOfNow(db: Db, order: Order): Promise<Order> {
  const waiting = order.lines
    .flatMap(({ components, ...line }) => (components.length > 0 ? components : [line]))
    .filter(({ backOrdered }) => backOrdered > 0)
  if (waiting.length === 0) return order
  const demands = await demandsById(
    db,
    waiting.map(({ id }) => id),
  )
  const now = await whyWaiting(db, demands)
  const judged = <Line extends Pick<Order['lines'][number], 'id' | 'passedOver'>>(line: Line): Line => {
    const passedOver = now.get(line.id)
    return passedOver
      ? { ...line, passedOver: passedOver.map((one) => ({ ...one, says: explainPassedOver(one) })) }
      : line
  }
  return {
    ...order,
    lines: order.lines.map((line) => ({ ...judged(line), components: line.components.map(judged) })),
  }
}
