import { groupBy } from '#domain/group-by.ts'
import { daysLeft, isExpired } from '#domain/shelf-life.ts'
import type { Tx } from '#platform/db.ts'
import type { Asked } from '#platform/http/index.ts'
import { newId } from '#platform/id.ts'
import { nextNumbers } from '#platform/numbers.ts'
import { Refusal } from '#platform/refusal.ts'
import { auditMany } from '../access/index.ts'
import { serveBackOrders } from '../allocation/index.ts'
import { type BatchRow, identifyBatches, identifySerials, markReceived, putBatchesIntoLot } from '../batches/index.ts'
import { type LockedProduct, lockStocked } from '../catalog/index.ts'
import { virtualPlaces } from '../places/index.ts'
import { holdOnArrival } from '../quality/index.ts'
import { type Arrived, samplesAtReceipt } from '../samples/index.ts'
import { recordMoves } from '../stock/index.ts'
import { closeComplete } from './close-inbound.ts'
import { keepClosed } from './keep-closed.ts'
import { planReceipts } from './plan-receipts.ts'
import type { PlannedLine, PlannedReceipt, ReceiptInput } from './receipt-ask.ts'
import { insertReceiptLines, insertReceipts, type ReceiptLineRow } from './store.ts'

export type Received = Readonly<{ id: string; number: string }>

type Arrival = Readonly<{ receipt: PlannedReceipt; line: PlannedLine; row: ReceiptLineRow; batch: BatchRow }>

/**
 * Records receipts, each whole or not at all. Refuses what `identifyBatches` and `recordMoves` refuse, `life_too_short`,
 * `expired_on_arrival`, `serials_needed`, `inbound_closed`, `inbound_elsewhere`, `not_found`, and `invalid_input` naming every wrong line.
 */
export async function receive(tx: Tx, asks: readonly Asked<ReceiptInput>[]): Promise<(Received | Refusal)[]> {
  const planned = await planReceipts(tx, asks)
  const accepted = planned.filter((one): one is PlannedReceipt => !(one instanceof Refusal))
  const productIds = [...new Set(accepted.flatMap(({ lines }) => lines.map(({ ask }) => ask.product.id)))]
  refuseTrackedByNow(await lockStocked(tx, productIds), accepted)
  const receipts = await keepClosed(tx, accepted)
  const lines = receipts.flatMap((receipt) => receipt.lines.map((line) => ({ receipt, line })))
  const batches = await identifyBatches(
    tx,
    lines.map(({ line }) => line.ask),
  )
  const arrivals = lines.map(({ receipt, line }, index): Arrival => {
    const batch = batches[index]
    if (!batch) throw new Error('a receipt line has no batch')
    return { receipt, line, batch, row: receiptLine({ receipt, line, batch }) }
  })
  const numbers = await nextNumbers(tx, 'RC', receipts.length)
  const done = receipts.map((receipt, index) => ({ ...receipt, number: numbers[index] ?? '' }))
  await insertReceipts(tx, done)
  await Promise.all([
    insertReceiptLines(
      tx,
      arrivals.map(({ row }) => row),
    ),
    markReceived(
      tx,
      arrivals.map(({ batch, receipt }) => ({ batchId: batch.id, day: receipt.day })),
    ),
  ])
  await moveIn(tx, arrivals)
  await holdOnArrival(tx, arrivals.flatMap(shortLived))
  await samplesAtReceipt(tx, arrivals.map(arrived))
  await fillLots(tx, arrivals)
  await closeComplete(
    tx,
    new Map(receipts.flatMap(({ inboundId, origin }) => (inboundId ? [[inboundId, origin] as const] : []))),
  )
  auditMany(tx, done.map(auditEntry))
  await serveBackOrders(tx, productIds, { cause: 'receipt', concerned: [] })
  let next = 0
  return planned.map((one) => (one instanceof Refusal ? one : received(done[next++])))
}

/** A product that began to be tracked since its lines were read: what comes without a batch would be unknown for ever. */
function refuseTrackedByNow(locked: readonly LockedProduct[], receipts: readonly PlannedReceipt[]): void {
  const now = new Map(locked.map(({ id, tracking }) => [id, tracking]))
  const asks = receipts.flatMap(({ lines }) => lines.map(({ ask }) => ask))
  const stale = asks.find(({ product: { id, tracking } }) => now.has(id) && now.get(id) !== tracking)
  if (stale) throw new Refusal('tracked_by_now', { sku: stale.product.sku })
}

function received(receipt: { id: string; number: string } | undefined): Received {
  return { id: receipt?.id ?? '', number: receipt?.number ?? '' }
}

const auditEntry = (receipt: PlannedReceipt & { number: string }) => ({
  action: 'receipt.record',
  subjectKind: 'receipt',
  subjectId: receipt.id,
  origin: receipt.origin,
  after: { number: receipt.number, warehouseId: receipt.warehouseId, lines: receipt.lines.length },
})

/** What the line says of the life left, judged in the warehouse's zone on the day of arrival. */
function receiptLine({
  receipt,
  line,
  batch,
}: {
  receipt: PlannedReceipt
  line: PlannedLine
  batch: BatchRow
}): ReceiptLineRow {
  const { where, product } = line.ask
  const left = batch.expiresOn === null ? null : daysLeft(batch.expiresOn, receipt.day)
  const required = product.receiptLifeDaysMin ?? 0
  const short = line.condition === 'good' && left !== null && left < required
  if (line.condition === 'good' && batch.expiresOn !== null && isExpired(batch.expiresOn, receipt.day))
    throw new Refusal('expired_on_arrival', { where, batch: batch.code, expiresOn: batch.expiresOn })
  if (short && product.receiptLifeAction === 'refuse')
    throw new Refusal('life_too_short', { where, batch: batch.code, left: left ?? 0, required })
  return {
    id: newId(),
    receiptId: receipt.id,
    lineNo: line.lineNo,
    productId: product.id,
    batchId: batch.id,
    placeId: line.place.id,
    quantity: line.quantity,
    condition: line.condition,
    lifeDaysLeft: left,
    outcome: short && product.receiptLifeAction === 'hold' ? 'held' : 'accepted',
    unitCost: line.unitCost,
    currency: line.currency,
    supplierLot: line.ask.supplierLot,
    originCountry: line.ask.originCountry,
  }
}

function shortLived({ receipt, row, line }: Arrival) {
  if (row.outcome !== 'held') return []
  const required = line.ask.product.receiptLifeDaysMin
  const reason = `${row.lifeDaysLeft} days left on arrival, ${required} required`
  return [{ batchId: row.batchId, placeId: row.placeId, reason, origin: receipt.origin }]
}

function arrived({ receipt, line, row, batch }: Arrival): Arrived {
  return {
    where: line.ask.where,
    receiptId: receipt.id,
    warehouseId: receipt.warehouseId,
    sku: line.ask.product.sku,
    batch,
    place: line.place,
    quantity: row.quantity,
    condition: line.condition,
    serials: line.serials,
    sample: line.sample,
    origin: receipt.origin,
  }
}

async function moveIn(tx: Tx, arrivals: readonly Arrival[]): Promise<void> {
  const supplier = { id: (await virtualPlaces(tx)).supplier, kind: 'supplier' } as const
  const serials = await identifySerials(
    tx,
    arrivals.flatMap(({ line, batch }) =>
      line.serials.map((code) => ({ productId: batch.productId, batchId: batch.id, code })),
    ),
  )
  let used = 0
  await recordMoves(
    tx,
    arrivals.map(({ receipt, line, row, batch }) => {
      const ids = serials.slice(used, used + line.serials.length).map(({ id }) => id)
      used += line.serials.length
      return {
        where: line.ask.where,
        batchId: batch.id,
        productId: batch.productId,
        from: supplier,
        to: line.place,
        quantity: line.quantity,
        reason: 'receipt',
        document: { kind: 'receipt', id: receipt.id, lineId: row.id },
        occurredAt: receipt.receivedAt,
        forced: receipt.forced,
        serialIds: ids,
      }
    }),
  )
}

async function fillLots(tx: Tx, arrivals: readonly Arrival[]): Promise<void> {
  for (const [{ lotId, origin }, rows] of groupBy(arrivals, ({ receipt }) => receipt))
    if (lotId) await putBatchesIntoLot(tx, lotId, { batchIds: [...new Set(rows.map(({ batch }) => batch.id))], origin })
}
