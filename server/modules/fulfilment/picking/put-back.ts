import type { Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../../access/index.ts'
import { mergedAmong, sayMergedCame } from '../../batches/index.ts'
import { lockProducts } from '../../catalog/index.ts'
import { demandsById } from '../../stock/index.ts'
import { refuseCutBox } from '../whole-boxes.ts'
import { insertPicked } from './store.ts'
import { type PickRow, pickRows } from './wave-detail.ts'

export type PutBack = Readonly<{ orderLineId: string; batch: string; place: string; quantity: number; scan?: string }>

/**
 * What was picked lies at its bin again: stopped goods, or what was picked by mistake. Nothing is promised by it or taken
 * back. Refuses `put_back_beyond`, `not_found`.
 */
export async function putBack(tx: Tx, { orderLineId, batch, place, quantity, scan }: PutBack): Promise<PickRow> {
  const [demand] = await demandsById(tx, [orderLineId])
  if (!demand) throw new Refusal('not_found', { kind: 'order line', id: orderLineId })
  await lockProducts(tx, [demand.productId])
  const rows = await pickRows(tx, { orderIds: [demand.documentId], warehouseId: null })
  const row = rows.find((one) => one.orderLineId === orderLineId && one.batchId === batch && one.placeId === place)
  if (!row) throw new Refusal('not_found', { kind: 'picked batch', id: batch })
  const { batchCode, placeCode, loose, packed, productId } = row
  if (quantity > loose)
    throw new Refusal('put_back_beyond', { batch: batchCode, place: placeCode, asked: quantity, loose, packed })
  refuseCutBox({ ...row, where: 'Put back', quantity })
  const goods = { orderLineId, productId, batchId: batch, placeId: place, quantity }
  await insertPicked(tx, [{ ...goods, waveId: null, kind: 'put_back', scan: scan ?? null }])
  audit(tx, {
    action: 'order.put_back',
    subjectKind: 'order',
    subjectId: row.orderId,
    after: { number: row.orderNumber, batchCode, placeCode, quantity },
    reason: row.why,
  })
  await sayMergedCame(tx, await mergedAmong(tx, [batch]))
  return row
}
