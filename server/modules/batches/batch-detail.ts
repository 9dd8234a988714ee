import type { Db } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { standingDates } from './correct-date.ts'
import { linksOf } from './lineage.ts'
import { lotsOfBatch } from './lots.ts'
import { batchList, datesOf } from './store.ts'

const everything = { productId: null, text: null, expiresBefore: null, supplierLot: null, called: null, after: null }

/** A batch with every statement about its dates, newest first, the lots it is in, what it was made of and what was made of it. */
export async function batchDetail(db: Db, id: string) {
  const [[batch], dates, lots, parents, children] = await Promise.all([
    batchList(db, { ...everything, ids: [id], limit: 1 }),
    datesOf(db, id),
    lotsOfBatch(db, id),
    linksOf(db, id, 'parents'),
    linksOf(db, id, 'children'),
  ])
  if (!batch) throw new Refusal('not_found', { kind: 'batch', id })
  const standing = new Set([...standingDates(dates).values()].map((row) => row.id))
  return {
    ...batch,
    dates: dates.map(({ onDate, batchId: _, ...date }) => ({ ...date, on: onDate, stands: standing.has(date.id) })),
    lots,
    parents,
    children,
  }
}

export async function batchesOf(db: Db, ids: readonly string[]) {
  return batchList(db, { ...everything, ids, limit: Math.max(ids.length, 1) })
}
