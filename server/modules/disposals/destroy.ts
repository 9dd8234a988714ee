/**
 * server/modules/disposals/destroy.ts — what is signed for leaves the places for good; and the one way back, of the whole and with a
 * reason.
 */
import type { Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { serveBackOrders } from '../allocation/index.ts'
import { batchesNow, findSerials } from '../batches/index.ts'
import { lockProducts } from '../catalog/index.ts'
import { virtualPlaces } from '../places/index.ts'
import { type MoveAsk, promisesIn, recordMoves, serialsOfMove, takeBack, takenTogether } from '../stock/index.ts'
import { disposalByRef, openDisposal } from './disposal-detail.ts'
import { type LineView, linesOf, lockDisposal, markDestroyed, markReversed, movesOf } from './store.ts'

/** Lines do not change, so they may be read before the lock that is taken for them. */
async function lockGoods(tx: Tx, id: string) {
  const lines = await linesOf(tx, id)
  const productIds = [...new Set(lines.map(({ productId }) => productId))]
  await lockProducts(tx, productIds)
  await lockDisposal(tx, id)
  return { lines, productIds }
}

type InLedger = LineView & { batchId: string; placeId: string; placeKind: NonNullable<LineView['placeKind']> }
const isInLedger = (line: LineView): line is InLedger => line.batchId !== null && line.placeKind !== null

/**
 * What was promised of it is given back first, and those orders are served from what is left in the same transaction. Of a batch that was
 * merged meanwhile, the units are of the other by now. Units of which nobody knows the batch were in no balance: no move is of them, and the record tells which they may have been. Refuses
 * `disposal_closed`, `disposal_unsigned`, and what `recordMoves` refuses.
 */
export async function destroy(tx: Tx, id: string): Promise<void> {
  const { lines, productIds } = await lockGoods(tx, id)
  const { number, missing } = await openDisposal(tx, id)
  if (missing.length > 0) throw new Refusal('disposal_unsigned', { number, missing })
  const now = await batchesNow(
    tx,
    lines.flatMap(({ batchId }) => batchId ?? []),
  )
  const goods = lines.filter(isInLedger).map((line) => ({ ...line, batchId: now(line.batchId) }))
  const released = await giveBack(tx, goods)
  const moves = await recordMoves(tx, await movesAsked(tx, id, goods))
  await markDestroyed(tx, id)
  audit(tx, {
    action: 'disposal.destroy',
    subjectKind: 'disposal',
    subjectId: id,
    after: { number, moves: moves.map(({ batchId, fromPlaceId, quantity }) => ({ batchId, fromPlaceId, quantity })) },
  })
  await serveBackOrders(tx, productIds, { cause: 'disposal', concerned: released })
}

/** The demands that lost a promise; those last in turn lose it first. */
async function giveBack(tx: Tx, goods: readonly InLedger[]): Promise<string[]> {
  const lost = await promisesIn(tx, takenTogether(goods))
  if (lost.length === 0) return []
  const parts = await takeBack(tx, lost)
  return [...new Set([...lost, ...parts].map(({ demandId }) => demandId))]
}

async function movesAsked(tx: Tx, id: string, goods: readonly InLedger[]): Promise<MoveAsk[]> {
  const scrap = { id: (await virtualPlaces(tx)).scrap, kind: 'scrap' } as const
  const named = goods.flatMap(({ productId, serials }) => serials.map((code) => ({ productId, code })))
  const serialOf = await findSerials(tx, named)
  return goods.map((line) => ({
    where: `line ${line.lineNo}`,
    batchId: line.batchId,
    productId: line.productId,
    from: { id: line.placeId, kind: line.placeKind },
    to: scrap,
    quantity: line.quantity,
    reason: 'disposal',
    document: { kind: 'disposal', id, lineId: line.id },
    occurredAt: tx.act.at,
    note: null,
    ...(line.serials.length > 0
      ? { serialIds: line.serials.map((code) => serialIdOf(serialOf(line.productId, code), line, code)) }
      : {}),
  }))
}

function serialIdOf(serial: { id: string; batchId: string } | undefined, line: InLedger, code: string): string {
  if (serial?.batchId !== line.batchId)
    throw new Refusal('serial_elsewhere', { serial: code, place: `not in batch ${line.batchCode ?? ''}` })
  return serial.id
}

/** It was not destroyed after all: all of it lies where it lay, and the record stays. Refuses `disposal_not_destroyed`. */
export async function reverseDisposal(tx: Tx, id: string, reason: string): Promise<void> {
  const { productIds } = await lockGoods(tx, id)
  const { number, state } = await disposalByRef(tx, id)
  if (state !== 'destroyed') throw new Refusal('disposal_not_destroyed', { number, state })
  const asks: MoveAsk[] = []
  for (const move of await movesOf(tx, id)) {
    const serialIds = (await serialsOfMove(tx, move.id)).map(({ serialId }) => serialId)
    asks.push({
      where: 'reversal',
      batchId: move.batchId,
      productId: move.productId,
      from: { id: move.toPlaceId, kind: 'scrap' },
      to: { id: move.fromPlaceId, kind: move.fromKind },
      quantity: move.quantity,
      reason: 'reversal',
      document: { kind: 'disposal', id, lineId: move.lineId },
      occurredAt: tx.act.at,
      note: reason,
      reversesId: move.id,
      ...(serialIds.length > 0 ? { serialIds } : {}),
    })
  }
  await recordMoves(tx, asks)
  await markReversed(tx, id, reason)
  audit(tx, { action: 'disposal.reverse', subjectKind: 'disposal', subjectId: id, after: { number }, reason })
  await serveBackOrders(tx, productIds, { cause: 'release', concerned: [] })
}
