import type { Db } from '#platform/db.ts'
import { sentBatches } from './sent-batches.ts'

type Order = Readonly<{ id: string; number: string; customerId: string | null }>
type Batch = Readonly<{ batchId: string; productId: string }>

/** Of these batches, those of which any came back; `ofNobody` where no order of ours and no customer is known for some of it. */
const cameBack = (db: Db, batchIds: readonly string[]) => db<{ batchId: string; ofNobody: boolean }[]>`
  select m.batch_id, bool_or(o.id is null and r.customer_id is null) as of_nobody
  from stock.net_move m
  join returns.announced_return r on r.account_id = m.account_id and r.id = m.document_id
  left join orders.sales_order o on o.account_id = r.account_id and o.number = r.order_number
  where m.account_id = ${db.act.accountId} and m.batch_id = any(${batchIds as string[]}::uuid[]) and m.reason = 'return'
  group by m.batch_id`

/**
 * By batch, how many units of it are out with whom the order is for, in the narrowest of what returns can say: its order, its
 * customer, nobody. Batches of which nothing came back are not in it. The products must be locked.
 */
export async function stillOut(
  db: Db,
  { id, number, customerId }: Order,
  batches: readonly Batch[],
): Promise<Map<string, number>> {
  const back = await cameBack(
    db,
    batches.map(({ batchId }) => batchId),
  )
  if (back.length === 0) return new Map()
  const scopes = [
    { kind: 'order' as const, value: number },
    ...(customerId === null ? [] : [{ kind: 'customer' as const, value: customerId }]),
    ...(back.some(({ ofNobody }) => ofNobody) ? [{ kind: 'anybody' as const, value: '' }] : []),
  ]
  const productIds = [...new Set(batches.map(({ productId }) => productId))]
  const sent = (await sentBatches(db, [{ id, scopes, productIds }]))(id)
  const out = new Map(sent.map((row) => [row.batchId, row.out]))
  return new Map(back.map(({ batchId }) => [batchId, out.get(batchId) ?? 0]))
}
