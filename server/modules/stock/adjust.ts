import type { Instant } from '#platform/clock.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { audit } from '../access/index.ts'
import { virtualPlaces } from '../places/index.ts'
import { type MoveAsk, type PlaceOf, recordMoves } from './record-moves.ts'
import type { MoveRow } from './store.ts'

export type Adjustment = Readonly<{
  id?: string | undefined
  reason: string
  occurredAt: Instant
  lines: readonly Readonly<{
    where: string
    batchId: string
    productId: string
    place: PlaceOf
    quantity: number
    note: string | null
  }>[]
}>

/**
 * Corrects stock by signed quantities, against the place where count differences go. The products must be locked.
 * Refuses what `recordMoves` refuses.
 */
export async function adjust(
  tx: Tx,
  { id = newId(), reason, occurredAt, lines }: Adjustment,
): Promise<{ id: string; moves: MoveRow[] }> {
  const count: PlaceOf = { id: (await virtualPlaces(tx)).count, kind: 'count' }
  const moves = await recordMoves(
    tx,
    lines.map(
      ({ place, quantity, note, ...line }): MoveAsk => ({
        ...line,
        from: quantity < 0 ? place : count,
        to: quantity < 0 ? count : place,
        quantity: Math.abs(quantity),
        reason: 'adjustment',
        document: { kind: 'adjustment', id, lineId: null },
        occurredAt,
        note: note ?? reason,
      }),
    ),
  )
  audit(tx, {
    action: 'stock.adjust',
    subjectKind: 'adjustment',
    subjectId: id,
    reason,
    after: moves.map(({ batchId, fromPlaceId, toPlaceId, quantity }) => ({
      batchId,
      fromPlaceId,
      toPlaceId,
      quantity,
    })),
  })
  return { id, moves }
}
