import type { Tx } from '#platform/db.ts'
import { boxPlaces } from '../places/index.ts'
import type { PlannedReceipt } from './receipt-ask.ts'

/** Boxes that stay closed go to the place for them within their bin. The products must be locked. */
export async function keepClosed(tx: Tx, receipts: readonly PlannedReceipt[]): Promise<PlannedReceipt[]> {
  const boxed = ({ place, closedPackOf }: PlannedReceipt['lines'][number]) =>
    closedPackOf === null || place.packOf !== null ? null : { bin: place, packOf: closedPackOf }
  const placeOf = await boxPlaces(
    tx,
    receipts.flatMap(({ lines }) => lines.flatMap((line) => boxed(line) ?? [])),
  )
  return receipts.map((receipt) => ({
    ...receipt,
    lines: receipt.lines.map((line) => {
      const boxes = boxed(line)
      return boxes ? { ...line, place: placeOf(boxes) } : line
    }),
  }))
}
