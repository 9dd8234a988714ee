import type { Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { serveBackOrders } from '../allocation/index.ts'
import { lockProducts } from '../catalog/index.ts'
import { placesById } from '../places/index.ts'
import { recordMoves } from '../stock/index.ts'
import { redatingById } from './redating-detail.ts'
import { freeAt, type MadeMove, markUndone, movesOfRedating } from './store.ts'

/**
 * It did not happen: all its units are of their old batch again, where they lay, and both moves stay with their opposites. Refuses
 * `redating_undone`, and `redating_used` where some are used, moved or promised.
 */
export async function undoRedating(tx: Tx, id: string, reason: string): Promise<void> {
  const seen = await redatingById(tx, id)
  await lockProducts(tx, [seen.productId])
  const { childId, childCode, quantity, undoneAt, productId } = await redatingById(tx, id)
  if (undoneAt !== null) throw new Refusal('redating_undone', { batch: childCode })
  const moves = await movesOfRedating(tx, id)
  const made = moves.find(({ batchId }) => batchId === childId)
  const left = made ? await freeAt(tx, childId, made.toPlaceId) : 0
  if (left < quantity) throw new Refusal('redating_used', { batch: childCode, made: quantity, left })
  await back(tx, { id, productId, reason, moves: moves.toReversed() })
  await markUndone(tx, id, reason)
  audit(tx, {
    action: 'redating.undo',
    subjectKind: 'redating',
    subjectId: id,
    after: { batch: childCode, quantity },
    reason,
  })
  await serveBackOrders(tx, [productId], { cause: 'release', concerned: [] })
}

type Undoing = Readonly<{ id: string; productId: string; reason: string; moves: readonly MadeMove[] }>

async function back(tx: Tx, { id, productId, reason, moves }: Undoing): Promise<void> {
  const places = new Map(
    (
      await placesById(
        tx,
        moves.flatMap(({ fromPlaceId, toPlaceId }) => [fromPlaceId, toPlaceId]),
      )
    ).map((row) => [row.id, row]),
  )
  const placeOf = (placeId: string) => {
    const place = places.get(placeId)
    if (!place) throw new Error('a place of a move is not there')
    return place
  }
  await recordMoves(
    tx,
    moves.map(({ id: reversesId, batchId, fromPlaceId, toPlaceId, quantity }) => ({
      where: 'Undoing',
      batchId,
      productId,
      from: placeOf(toPlaceId),
      to: placeOf(fromPlaceId),
      quantity,
      reason: 'reversal',
      document: { kind: 'redating', id, lineId: null },
      occurredAt: tx.act.at,
      note: reason,
      reversesId,
    })),
  )
}
