import { groupBy } from '#domain/group-by.ts'
import type { Db } from '#platform/db.ts'
import type { ReservationRow } from '../../stock/index.ts'
import { type Candidate, candidates } from '../candidates.ts'
import { promisedStock } from '../rejudge.ts'

const units = (rows: readonly { quantity: number }[]) => rows.reduce((sum, { quantity }) => sum + quantity, 0)

/** Free stock, and what would be given back to it. */
export async function withFreed(
  db: Db,
  productIds: readonly string[],
  freed: readonly ReservationRow[],
): Promise<Map<string, Candidate[]>> {
  const [stock, stockOf] = await Promise.all([candidates(db, productIds), promisedStock(db, freed)])
  for (const [key, rows] of groupBy(freed, ({ batchId, placeId }) => `${batchId} ${placeId}`)) {
    const [row] = rows
    if (!row) continue
    const all = stock.get(row.productId) ?? []
    const at = all.findIndex(({ batchId, placeId }) => `${batchId} ${placeId}` === key)
    const known = all[at] ?? { ...stockOf(row), available: 0, placeCode: '', warehouseCode: '' }
    const more = { ...known, available: known.available + units(rows) }
    stock.set(row.productId, at < 0 ? [...all, more] : all.with(at, more))
  }
  return stock
}
