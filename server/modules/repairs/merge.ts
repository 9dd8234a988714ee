/**
 * server/modules/repairs/merge.ts — one batch was recorded as two: what is here of the wrong one is of the right one from now on.
 */
import { againstMerging, type WhyNotMerged } from '#domain/repairs.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { nextNumber } from '#platform/numbers.ts'
import { found } from '#platform/references.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { type BatchRow, batchesById, joinBatches, lockBatch, markReceived } from '../batches/index.ts'
import { type ProductRow, resolveProducts, resolveSuppliers } from '../catalog/index.ts'
import { placesById } from '../places/index.ts'
import { becomeBatch } from '../stock/index.ts'
import { countsOpen, lyingOf, ordersPicked, placeOf, transfersCarrying } from './goods.ts'
import { joined, refuseSpecial } from './repaired.ts'
import { insertRepair } from './store.ts'

export type Merge = Readonly<{ id?: string; batch: string; into: string; sameSupplier?: boolean; reason: string }>

/**
 * All that lies here of the batch becomes the other one where it lies, promises along; its code means the other one from now on. It stays, marked as merged, for
 * what was sent, destroyed or sampled of it. Refuses `not_found`, `batch_merged`, `merge_itself`, `merge_other_product`, `merge_dates_differ`, `merge_supplier_differs`
 * unless `sameSupplier`, `merge_picked`, `merge_in_transit`, `merge_counted`, `repair_untracked`, `repair_unidentified`, `repair_redated`, and what
 * `becomeBatch` refuses.
 */
export async function mergeBatches(tx: Tx, ask: Merge): Promise<string> {
  const from = await lockBatch(tx, ask.batch)
  const into = await intoOf(tx, ask.into)
  const product = found(await resolveProducts(tx, [from.productId]), 'product', from.productId)
  await refuseDifferent(tx, ask, { from, into, product })
  await refuseSpecial(tx, 'merge', product, [from, into])
  await refuseBegun(tx, from)
  const id = ask.id ?? newId()
  const quantity = await become(tx, id, { from, into, reason: ask.reason })
  await joinBatches(tx, { fromId: from.id, intoId: into.id, quantity })
  if (from.firstReceivedOn) await markReceived(tx, [{ batchId: into.id, day: from.firstReceivedOn }])
  const number = await nextNumber(tx, 'BR')
  const own = { productId: from.productId, batchId: from.id, otherId: into.id, reason: ask.reason }
  const none = { codeBefore: null, codeAfter: null, dateId: null, dateBefore: null }
  await insertRepair(tx, { id, number, kind: 'merge', ...own, ...none, receivedBefore: into.firstReceivedOn })
  audit(tx, {
    action: 'repair.merge',
    subjectKind: 'repair',
    subjectId: id,
    after: { number, batch: from.code, into: into.code, quantity },
    reason: ask.reason,
  })
  await joined(tx, from.productId, into.id)
  return id
}

/** Of the same product it is locked by now; of another one it is refused. */
async function intoOf(tx: Tx, id: string): Promise<BatchRow> {
  const [into] = await batchesById(tx, [id])
  if (!into) throw new Refusal('not_found', { kind: 'batch', id })
  if (into.mergedIntoId === null) return into
  const [now] = await batchesById(tx, [into.mergedIntoId])
  throw new Refusal('batch_merged', { batch: into.code, now: now?.code ?? '', nowId: into.mergedIntoId })
}

type Both = Readonly<{ from: BatchRow; into: BatchRow; product: ProductRow }>

async function refuseDifferent(tx: Tx, { sameSupplier }: Merge, both: Both): Promise<void> {
  const against = againstMerging(both.from, both.into).filter(
    ({ because }) => because !== 'supplier' || sameSupplier !== true,
  )
  const [first] = against
  if (first) throw await refusalOf(tx, first, both)
}

async function refusalOf(tx: Tx, why: WhyNotMerged, { from, into, product }: Both): Promise<Refusal> {
  const names = { batch: from.code, into: into.code }
  if (why.because === 'itself') return new Refusal('merge_itself', { batch: from.code })
  if (why.because === 'product') {
    const other = found(await resolveProducts(tx, [into.productId]), 'product', into.productId)
    return new Refusal('merge_other_product', { ...names, sku: product.sku, intoSku: other.sku })
  }
  if (why.because === 'supplier') {
    const suppliers = await resolveSuppliers(tx, [from.supplierId ?? '', into.supplierId ?? ''])
    const nameOf = (id: string | null) => suppliers.get(id ?? '')?.name ?? ''
    const both = { supplier: nameOf(from.supplierId), intoSupplier: nameOf(into.supplierId) }
    return new Refusal('merge_supplier_differs', { ...names, ...both, choices: ['same_supplier', 'leave_apart'] })
  }
  const { what, date, intoDate } = why
  const choices = intoDate === null ? ['state_date', 'merge_the_other_way'] : ['correct_date', 'leave_apart']
  return new Refusal('merge_dates_differ', { ...names, what, date, intoDate, choices })
}

/** What is in somebody's hands, on a lorry or on a tally is called by the code that was read. */
async function refuseBegun(tx: Tx, { id, code: batch }: BatchRow): Promise<void> {
  const [orders, transfers, counts] = await Promise.all([
    ordersPicked(tx, id, null),
    transfersCarrying(tx, id),
    countsOpen(tx, id),
  ])
  if (orders.length > 0) throw new Refusal('merge_picked', { batch, orders })
  if (transfers.length > 0) throw new Refusal('merge_in_transit', { batch, transfers })
  if (counts.length > 0) throw new Refusal('merge_counted', { batch, counts })
}

type Becoming = Readonly<{ from: BatchRow; into: BatchRow; reason: string }>

async function become(tx: Tx, id: string, { from, into, reason }: Becoming): Promise<number> {
  const lying = await lyingOf(tx, from.id)
  if (lying.length === 0) return 0
  const place = placeOf(
    await placesById(
      tx,
      lying.map(({ placeId }) => placeId),
    ),
  )
  await becomeBatch(
    tx,
    lying.map(({ placeId, onHand }) => ({
      where: 'Units',
      productId: from.productId,
      batchId: from.id,
      intoBatchId: into.id,
      place: place(placeId),
      quantity: onHand,
      document: { kind: 'repair', id, lineId: null },
      note: reason,
    })),
  )
  return lying.reduce((sum, { onHand }) => sum + onHand, 0)
}
