import { daysLeft, isExpired } from '#domain/shelf-life.ts'
import { newId } from '#platform/id.ts'
import { Refusal } from '#platform/refusal.ts'
import type { BatchRow } from '../batches/index.ts'
import type { PlannedLine, PlannedReceipt } from './receipt-ask.ts'
import type { ReceiptLineRow } from './store.ts'

/** What the line says of the life left, judged in the warehouse's zone on the day of arrival. Refuses `expired_on_arrival` and `life_too_short`. */
export function receiptLine({
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
