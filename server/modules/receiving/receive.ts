import { groupBy } from '#domain/group-by.ts'
import type { Tx } from '#platform/db.ts'
import type { Asked } from '#platform/http/index.ts'
import { nextNumbers } from '#platform/numbers.ts'
import { Refusal } from '#platform/refusal.ts'
import { auditMany } from '../access/index.ts'
import { serveBackOrders } from '../allocation/index.ts'
import { type BatchRow, identifyBatches, identifySerials, markReceived, putBatchesIntoLot } from '../batches/index.ts'
import { lockAsRead } from '../catalog/index.ts'
import { virtualPlaces } from '../places/index.ts'
import { holdOnArrival, holdWatched } from '../quality/index.ts'
import { type Arrived, samplesAtReceipt } from '../samples/index.ts'
import { recordMoves } from '../stock/index.ts'
import { closeComplete } from './close-inbound.ts'
import { keepClosed } from './keep-closed.ts'
import { planReceipts } from './plan-receipts.ts'
import type { PlannedLine, PlannedReceipt, ReceiptInput } from './receipt-ask.ts'
import { receiptLine } from './receipt-line.ts'
import { insertReceiptLines, insertReceipts, type ReceiptLineRow } from './store.ts'

export type Received = Readonly<{ id: string; number: string }>
/** What a later module does with the batches that came; wired in app.ts. */
export type Arrive = (tx: Tx, batches: readonly BatchRow[]) => Promise<void>

type Arrival = Readonly<{ receipt: PlannedReceipt; line: PlannedLine; row: ReceiptLineRow; batch: BatchRow }>

/**
 * Records receipts, each whole or not at all. Refuses what `identifyBatches` and `recordMoves` refuse, `life_too_short`,
 * `expired_on_arrival`, `serials_needed`, `inbound_closed`, `inbound_elsewhere`, `not_found`, and `invalid_input` naming every wrong line.
 */
export async function receive(
  tx: Tx,
  asks: readonly Asked<ReceiptInput>[],
  arrived: Arrive,
): Promise<(Received | Refusal)[]> {
  const planned = await planReceipts(tx, asks)
  const accepted = planned.filter((one): one is PlannedReceipt => !(one instanceof Refusal))
  const products = accepted.flatMap(({ lines }) => lines.map(({ ask }) => ask.product))
  const productIds = [...new Set(products.map(({ id }) => id))]
  await lockAsRead(tx, products)
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
  await fillLots(tx, arrivals)
  await holdWatched(tx, arrivals.map(came))
  await samplesAtReceipt(tx, arrivals.map(forSamples))
  await closeComplete(
    tx,
    new Map(receipts.flatMap(({ inboundId, origin }) => (inboundId ? [[inboundId, origin] as const] : []))),
  )
  auditMany(tx, done.map(auditEntry))
  await serveBackOrders(tx, productIds, { cause: 'receipt', concerned: [] })
  await arrived(tx, batches)
  let next = 0
  return planned.map((one) => (one instanceof Refusal ? one : received(done[next++])))
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

function shortLived({ receipt, row, line }: Arrival) {
  if (row.outcome !== 'held') return []
  const required = line.ask.product.receiptLifeDaysMin
  const reason = `${row.lifeDaysLeft} days left on arrival, ${required} required`
  return [{ batchId: row.batchId, placeId: row.placeId, reason, origin: receipt.origin }]
}

const came = ({ receipt: { supplierId, origin }, row: { batchId, supplierLot } }: Arrival) => ({
  batchId,
  supplierId,
  supplierLot,
  origin,
})

function forSamples({ receipt, line, row, batch }: Arrival): Arrived {
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
