/**
 * server/modules/counts/costs.ts — what a unit cost, by the receipts that said so in the account's currency.
 */
import type { Db } from '#platform/db.ts'

type Cost = { productId: string; batchId: string; units: number; total: number }

const receiptCosts = (db: Db, productIds: readonly string[]) => db<Cost[]>`
  select l.product_id, l.batch_id, sum(l.quantity)::float8 as units, sum(l.quantity::numeric * l.unit_cost)::float8 as total
  from batches.batch b
  join receiving.receipt_line l on l.account_id = b.account_id and l.batch_id = b.id
  join access.account a on a.account_id = l.account_id and a.currency = l.currency
  where b.account_id = ${db.act.accountId} and b.product_id = any(${productIds as string[]}::uuid[]) and l.unit_cost is not null
  group by l.product_id, l.batch_id`

/** Minor units per base unit: the mean over the batch's receipts, else over all of the product; null where none said a cost. */
export async function costsOf(db: Db, productIds: readonly string[]) {
  const rows = productIds.length > 0 ? await receiptCosts(db, productIds) : []
  const ofBatch = new Map(rows.map(({ batchId, units, total }) => [batchId, total / units]))
  const sums = new Map<string, { units: number; total: number }>()
  for (const { productId, units, total } of rows) {
    const before = sums.get(productId) ?? { units: 0, total: 0 }
    sums.set(productId, { units: before.units + units, total: before.total + total })
  }
  return ({ productId, batchId }: { productId: string; batchId: string | null }): number | null => {
    const all = sums.get(productId)
    return (batchId === null ? undefined : ofBatch.get(batchId)) ?? (all ? all.total / all.units : null)
  }
}
