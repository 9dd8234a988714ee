/**
 * server/modules/identifying/begin-path.ts — a product with stock is tracked by batch from now on: what lies there is a set of candidates, and
 * orders flow on.
 */
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { releaseUnfit, serveBackOrders } from '../allocation/index.ts'
import { lockProducts, type ProductRow, trackBatches } from '../catalog/index.ts'
import { reservationsOf } from '../stock/index.ts'
import { shippedOf } from './lying.ts'
import { batchesMeant, nothingPossible, type SaidBatch } from './read-batches.ts'
import { insertCandidates, insertPath } from './store.ts'
import { type Barred, barredBy, type Dates, datesFor, unidentifiedStock } from './what-would-change.ts'

export type NewPath = Readonly<{
  id?: string
  product: string
  dates?: Dates
  /** Batches that the stock may be of: known ones, or new ones with what their label says. */
  candidates?: readonly SaidBatch[]
  /** Or of any other; where nothing is said, it is unless candidates are named. */
  openToAny?: boolean
  /** That promises which the dates forbid are given back. */
  accept?: boolean
  reason: string
}>

/**
 * Stock and promises stay as they are, but for promises that ask for life of goods without a date: these are told, and given back where that is
 * accepted. Refuses `identification_none`, `identification_bars`, and what `unidentifiedStock` and `identifyBatches` refuse.
 */
export async function beginPath(tx: Tx, ask: NewPath): Promise<string> {
  const seen = await unidentifiedStock(tx, ask.product)
  await lockProducts(tx, [seen.product.id])
  const { product, unknown, quantity } = await unidentifiedStock(tx, seen.product.id)
  const { sku, tracking } = product
  if (!unknown || quantity === 0) throw new Refusal('identification_none', { sku, tracking })
  const dates = datesFor(product, ask.dates)
  const barred = await barredBy(tx, { ...product, tracking: 'batch', dates }, unknown.id)
  if (barred.length > 0 && !ask.accept) throw bars(product, barred)
  const { reason } = ask
  const tracked = tracking === 'none' ? await trackBatches(tx, product, { dates, reason }) : product
  const candidates = await batchesMeant(tx, tracked, (ask.candidates ?? []).map(named))
  const openToAny = ask.openToAny ?? candidates.length === 0
  if (candidates.length === 0 && !openToAny) throw nothingPossible()
  const id = ask.id ?? newId()
  const shipped = await shippedOf(tx, unknown.id)
  await insertPath(tx, { id, productId: product.id, batchId: unknown.id, quantity, shipped, openToAny, reason })
  await insertCandidates(tx, id, [...new Set(candidates.map((batch) => batch.id))])
  audit(tx, {
    action: 'identification.begin',
    subjectKind: 'identification',
    subjectId: id,
    after: { product: sku, quantity, dates, candidates: candidates.map(({ code }) => code), openToAny },
    reason,
  })
  const released = await releaseUnfit(tx, await promisesOf(tx, unknown.id))
  await serveBackOrders(tx, [product.id], { cause: 'correction', concerned: released })
  return id
}

/** Of the lines that have some of these goods, all that they have. */
async function promisesOf(tx: Tx, batchId: string) {
  const demandIds = (await reservationsOf(tx, { batchIds: [batchId] })).map(({ demandId }) => demandId)
  return demandIds.length > 0 ? reservationsOf(tx, { demandIds: [...new Set(demandIds)] }) : []
}

const named = (said: SaidBatch, index: number) => ({
  ...said,
  where: `Candidate ${index + 1}`,
  at: `candidates[${index}].batch`,
})

function bars({ sku }: ProductRow, barred: readonly Barred[]): Refusal {
  return new Refusal('identification_bars', {
    sku,
    quantity: barred.reduce((sum, row) => sum + row.quantity, 0),
    lines: new Set(barred.map(({ demandId }) => demandId)).size,
    says: barred[0]?.says ?? '',
    choices: ['accept'],
  })
}
