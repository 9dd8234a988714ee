/**
 * web/features/fulfilment/pick-scan.ts — what Enter means in the scan box: what is planned, or another batch in its stead.
 */

import { untrackedCode } from '#domain/batch-code.ts'
import type { NewPick, PickTask } from '../../api/types.ts'
import { labelOf } from '../../shared/label-of.ts'

type Shown = Pick<PickTask, 'orderLineId' | 'batchId' | 'batchCode' | 'placeId' | 'toPick'>
export type Scanned = Readonly<{ scan: string; quantity: number }>

/** The code of the batch, whether a label holds it or it stands alone. */
export const namedBy = (scan: string): string => labelOf(scan).batch ?? scan.trim()

export function pickOf(task: Shown, { scan, quantity }: Scanned): Readonly<{ swap: boolean; body: NewPick }> {
  const { orderLineId: orderLine, batchId, batchCode, placeId } = task
  const text = scan.trim()
  const planned = { orderLine, batch: batchId, place: placeId, quantity }
  if (text === '') return { swap: false, body: planned }
  if (text === batchCode) return { swap: false, body: { ...planned, scan: text } }
  // A label names the product as well: whether it is the right one, the server says.
  if (namedBy(text) === batchCode) return { swap: false, body: { ...planned, batch: text, scan: text } }
  const instead = { batch: batchId, place: placeId }
  // Goods without batch are what their label says: nothing else is taken in their stead.
  return { swap: batchCode !== untrackedCode, body: { orderLine, batch: text, quantity, scan: text, instead } }
}
