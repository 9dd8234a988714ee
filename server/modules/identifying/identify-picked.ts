/**
 * server/modules/identifying/identify-picked.ts — a picker was sent for goods without batch, and scans a label that names one.
 */
import { readLabel } from '#domain/gs1/label.ts'
import type { Db, Tx } from '#platform/db.ts'
import { found, isId } from '#platform/references.ts'
import { serveBackOrders } from '../allocation/index.ts'
import { batchesById } from '../batches/index.ts'
import { lockProducts, type ProductRow, productsByGtin, resolveProducts } from '../catalog/index.ts'
import { lyingWithPicked } from '../fulfilment/index.ts'
import { placesById } from '../places/index.ts'
import { identifyParts, releaseForbidden } from './identify-parts.ts'
import { isKnownCode } from './lying.ts'
import { batchesMeant } from './read-batches.ts'
import { type PathOfProduct, pathsOfProducts } from './store.ts'

export type PickedAsk = Readonly<{
  batch: string
  quantity: number
  instead?: Readonly<{ batch: string; place: string }>
}>

/**
 * As many as are picked become that batch where they lie. Null where nothing is to be found out: what was to be picked has a batch, the scan names none,
 * or units known to be of it lie there already. A code that nobody knows counts where a label says it, for a typed one may be a slip. Refuses
 * what `batchesMeant` and `identifyParts` refuse.
 */
export async function identifyPicked(tx: Tx, waveId: string, { batch, quantity, instead }: PickedAsk) {
  const path = instead ? await pathWith(tx, instead.batch) : null
  if (!instead || !path || isId(batch)) return null
  const product = found(await resolveProducts(tx, [path.productId]), 'product', path.productId)
  if (!(await namesBatch(tx, product, batch))) return null
  await lockProducts(tx, [path.productId])
  const [into] = await batchesMeant(tx, product, [{ batch, where: 'Scan', at: 'batch' }])
  const [place] = await placesById(tx, [instead.place])
  if (!into || !place || (await lyingWithPicked(tx, into.id)).some(({ placeId }) => placeId === place.id)) return null
  const parts = [{ where: 'Scan', intoBatchId: into.id, place, quantity }]
  await identifyParts(tx, { path, parts, foundBy: 'pick', documentId: waveId })
  return { batchId: into.id, says: `${quantity} of ${path.sku} had no batch: they are batch ${into.code} from now on.` }
}

/** Of goods without batch; null where it is another batch, or nobody looks for the rest any more. */
async function pathWith(db: Db, unknownId: string): Promise<PathOfProduct | null> {
  const [unknown] = await batchesById(db, [unknownId])
  const [path] = unknown ? await pathsOfProducts(db, [unknown.productId]) : []
  return path?.batchId === unknownId && path.givenUpAt === null ? path : null
}

async function namesBatch(db: Db, product: ProductRow, scan: string): Promise<boolean> {
  const { problems, gtin, batch, text } = readLabel(scan, Number(db.act.at.slice(0, 4)))
  if (problems.length > 0) return false
  if (batch === null) return gtin === null && isKnownCode(db, product.id, text)
  if (gtin === null) return true
  return (await productsByGtin(db, [gtin])).some(({ id }) => id === product.id)
}

/** The units that it took from lie there no more. The product is locked. */
export async function settlePicked(tx: Tx, batchId: string): Promise<void> {
  const [batch] = await batchesById(tx, [batchId])
  if (!batch) return
  const released = await releaseForbidden(tx, [batchId])
  await serveBackOrders(tx, [batch.productId], { cause: 'correction', concerned: released })
}
