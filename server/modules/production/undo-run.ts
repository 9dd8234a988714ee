import type { Db, Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { serveBackOrders } from '../allocation/index.ts'
import { endMade } from '../batches/index.ts'
import { lockProducts } from '../catalog/index.ts'
import { placesById } from '../places/index.ts'
import { recordMoves } from '../stock/index.ts'
import { runByRef } from './run-detail.ts'
import { markUndone, movesOfRun, promisedOf, type UsedRow, usedSince } from './store.ts'

/**
 * It did not happen: what it used lies where it lay, what it made is not there, nothing is linked by it, and each move stays with its opposite. Refuses
 * `not_found`, `production_undone`, and `production_used` naming what was used of what it made, moved or promised, and where.
 */
export async function undoRun(tx: Tx, ref: string, reason: string): Promise<string> {
  const { id } = await runByRef(tx, ref)
  const moves = await movesOfRun(tx, id)
  const productIds = [...new Set(moves.map(({ productId }) => productId))]
  await lockProducts(tx, productIds)
  const { number, undoneAt } = await runByRef(tx, id)
  if (undoneAt !== null) throw new Refusal('production_undone', { number })
  const used = await usedOf(tx, id)
  if (used.length > 0) throw new Refusal('production_used', { number, used })
  const places = new Map(
    (await placesById(tx, [...new Set(moves.flatMap((one) => [one.fromPlaceId, one.toPlaceId]))])).map((row) => [
      row.id,
      row,
    ]),
  )
  const placeOf = (placeId: string) => {
    const place = places.get(placeId)
    if (!place) throw new Error('a place of a move is not there')
    return place
  }
  await recordMoves(
    tx,
    moves.toReversed().map(({ id: reversesId, batchId, productId, fromPlaceId, toPlaceId, quantity, serialIds }) => ({
      where: 'Undoing',
      batchId,
      productId,
      from: placeOf(toPlaceId),
      to: placeOf(fromPlaceId),
      quantity,
      reason: 'reversal',
      document: { kind: 'production_run', id, lineId: null },
      occurredAt: tx.act.at,
      note: reason,
      reversesId,
      serialIds,
    })),
  )
  await endMade(tx, id)
  await markUndone(tx, id, reason)
  audit(tx, { action: 'production.undo', subjectKind: 'production', subjectId: id, after: { number }, reason })
  await serveBackOrders(tx, productIds, { cause: 'release', concerned: [] })
  return id
}

async function usedOf(db: Db, id: string) {
  const [used, promised] = await Promise.all([usedSince(db, id), promisedOf(db, id)])
  return [
    ...used.map((row) => ({ batch: row.batchCode, quantity: row.quantity, by: wordsOf(row) })),
    ...promised.map(({ batchCode, quantity, free, placeCode }) => ({
      batch: batchCode,
      quantity: quantity - free,
      by: `promised, picked or gone at ${placeCode}`,
    })),
  ]
}

function wordsOf({ reason, placeCode }: UsedRow): string {
  if (reason === 'shipment') return 'shipped'
  if (reason === 'consume') return 'used to make something else'
  if (reason === 'disposal') return 'disposed of'
  return `moved to ${placeCode}`
}
