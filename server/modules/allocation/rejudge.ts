import { laterOf } from '#domain/calendar-date.ts'
import { isExpired } from '#domain/shelf-life.ts'
import { dayIn } from '#platform/clock.ts'
import type { Tx } from '#platform/db.ts'
import { batchesById } from '../batches/index.ts'
import { lockProducts } from '../catalog/index.ts'
import { demandsById, releaseReservations, reservationsOf } from '../stock/index.ts'
import { serveBackOrders } from './serve-back-orders.ts'

/**
 * After a date was corrected: gives back what may no longer be sent, then looks for other batches. Judged on the day of
 * delivery, in UTC where several warehouses could differ: the stricter reading costs at most an early re-plan.
 */
export async function rejudge(tx: Tx, { batchId, productId }: { batchId: string; productId: string }): Promise<void> {
  await lockProducts(tx, [productId])
  const [batch] = await batchesById(tx, [batchId])
  if (!batch) return
  const reserved = await reservationsOf(tx, { batchIds: [batchId] })
  const demands = new Map(
    (
      await demandsById(
        tx,
        reserved.map(({ demandId }) => demandId),
      )
    ).map((row) => [row.id, row]),
  )
  const today = dayIn('UTC', tx.act.at)
  const unfit = reserved.filter(({ demandId }) =>
    isExpired(batch.expiresOn, laterOf(demands.get(demandId)?.deliverOn ?? today, today)),
  )
  await releaseReservations(tx, unfit)
  await serveBackOrders(tx, [productId], 'correction')
}
