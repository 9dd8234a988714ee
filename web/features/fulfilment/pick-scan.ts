/**
 * web/features/fulfilment/pick-scan.ts — what Enter means in the scan box: what is planned, or another batch in its stead.
 */
import type { NewPick, PickTask } from '../../api/types.ts'

type Shown = Pick<PickTask, 'orderLineId' | 'batchId' | 'batchCode' | 'placeId' | 'toPick'>
export type Scanned = Readonly<{ scan: string; quantity: number }>

export function pickOf(task: Shown, { scan, quantity }: Scanned): Readonly<{ swap: boolean; body: NewPick }> {
  const { orderLineId: orderLine, batchId, batchCode, placeId } = task
  const text = scan.trim()
  if (text === '' || text === batchCode) {
    const said = text === '' ? {} : { scan: text }
    return { swap: false, body: { orderLine, batch: batchId, place: placeId, quantity, ...said } }
  }
  const instead = { batch: batchId, place: placeId }
  return { swap: true, body: { orderLine, batch: text, quantity, scan: text, instead } }
}
