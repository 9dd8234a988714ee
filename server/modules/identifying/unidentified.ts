/**
 * server/modules/identifying/unidentified.ts — of a batch: which goods without batch may be of it.
 */
import { type Among, mayBeOf } from '#domain/identifying/may-be-of.ts'
import type { Db } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { batchesById, withDescendants } from '../batches/index.ts'
import { lyingWithPicked } from '../fulfilment/index.ts'

import { candidatesOf, noFilter, type PathRow, pathList } from './store.ts'

/**
 * The path of the batch's product, and what is said of the goods on it: a candidate that a hold of the batch reaches counts as the batch. Null where
 * there is none, and for the goods without batch themselves. Refuses `not_found`.
 */
export async function amongWhich(db: Db, batchId: string): Promise<(Among & { path: PathRow }) | null> {
  const [batch] = await batchesById(db, [batchId])
  if (!batch) throw new Refusal('not_found', { kind: 'batch', id: batchId })
  if (batch.kind === 'untracked') return null
  const [path] = await pathList(db, { ...noFilter, productId: batch.productId })
  if (!path) return null
  const [rows, family] = await Promise.all([candidatesOf(db, path.id), withDescendants(db, [batchId])])
  const reached = new Set(family)
  const candidates = rows.map((row) => (reached.has(row.batchId) ? batchId : row.batchId))
  return { path, candidates: [...new Set(candidates)], openToAny: path.openToAny }
}

/** Units on hand that may be of the batch, and where they lie. Refuses `not_found`. */
export async function unidentifiedOf(db: Db, batchId: string) {
  const among = await amongWhich(db, batchId)
  if (!among) return { path: null, unknownBatchId: null, sku: null, least: 0, most: 0, places: [] }
  const { path } = among
  const bounds = mayBeOf(batchId, path.here, among)
  const places = bounds.most > 0 ? await lyingWithPicked(db, path.batchId) : []
  return { path: path.id, unknownBatchId: path.batchId, sku: path.sku, ...bounds, places }
}
