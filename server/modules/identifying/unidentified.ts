/**
 * server/modules/identifying/unidentified.ts — of a batch: which goods without batch may be of it.
 */
import { type Among, mayBeOf } from '#domain/identifying/may-be-of.ts'
import type { Db } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { batchesById, withDescendants } from '../batches/index.ts'
import { lyingWithPicked } from '../fulfilment/index.ts'

import { candidatesOf, noFilter, type PathRow, pathList } from './store.ts'

export type AmongPath = Among & Readonly<{ path: PathRow }>

/**
 * The path of the product, and what is said of the goods on it: a candidate that is one of these batches, or that a hold of theirs reaches, counts as the first of them.
 * Null where there is none.
 */
export async function amongProduct(
  db: Db,
  productId: string,
  batchIds: readonly [string, ...string[]],
): Promise<AmongPath | null> {
  const [path] = await pathList(db, { ...noFilter, productId })
  if (!path) return null
  const [rows, family] = await Promise.all([candidatesOf(db, path.id), withDescendants(db, batchIds)])
  const reached = new Set(family)
  const candidates = rows.map((row) => (reached.has(row.batchId) ? batchIds[0] : row.batchId))
  return { path, candidates: [...new Set(candidates)], openToAny: path.openToAny }
}

/** Of one batch. Null also for the goods without batch themselves. Refuses `not_found`. */
export async function amongWhich(db: Db, batchId: string): Promise<AmongPath | null> {
  const [batch] = await batchesById(db, [batchId])
  if (!batch) throw new Refusal('not_found', { kind: 'batch', id: batchId })
  return batch.kind === 'untracked' ? null : amongProduct(db, batch.productId, [batchId])
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
