import type { Db } from '#platform/db.ts'
import { unlabelledRows } from './inspection-store.ts'
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
 * customer, nobody; what came back without a label counts as of every batch that it may be of. Batches of which nothing came back are not in it.
 * The products must be locked.
 */
export async function stillOut(
  db: Db,
  { id, number, customerId }: Order,
  batches: readonly Batch[],
): Promise<Map<string, number>> {
  const [back, mayBeBack] = await Promise.all([
    cameBack(
      db,
      batches.map(({ batchId }) => batchId),
    ),
    unlabelledByBatch(db, batches),
  ])
  const concerned = new Set([...back.map(({ batchId }) => batchId), ...mayBeBack.keys()])
  if (concerned.size === 0) return new Map()
  const scopes = [
    { kind: 'order' as const, value: number },
    ...(customerId === null ? [] : [{ kind: 'customer' as const, value: customerId }]),
    ...(back.some(({ ofNobody }) => ofNobody) ? [{ kind: 'anybody' as const, value: '' }] : []),
  ]
  const productIds = [...new Set(batches.map(({ productId }) => productId))]
  const sent = (await sentBatches(db, [{ id, scopes, productIds }]))(id)
  const out = new Map(sent.map((row) => [row.batchId, row.out]))
  return new Map(
    [...concerned].map((batchId) => [batchId, Math.max(0, (out.get(batchId) ?? 0) - (mayBeBack.get(batchId) ?? 0))]),
  )
}

/** Of units without a label, as many as may be of each batch: any of them may have left. */
async function unlabelledByBatch(db: Db, batches: readonly Batch[]): Promise<Map<string, number>> {
  const rows = await unlabelledRows(db, { batchIds: batches.map(({ batchId }) => batchId) })
  const sums = new Map<string, number>()
  for (const { candidates, quantity } of rows)
    for (const batchId of candidates) sums.set(batchId, (sums.get(batchId) ?? 0) + quantity)
  return new Map(batches.flatMap(({ batchId }) => (sums.has(batchId) ? [[batchId, sums.get(batchId) ?? 0]] : [])))
}
