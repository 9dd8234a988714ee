/**
 * server/modules/quality/follow-stock.ts — holds and stock that changes its place: a hold on a batch at a place goes along
 * with the goods, and nobody makes held goods sellable by carrying them elsewhere who may not lift holds.
 */
import type { Tx } from '#platform/db.ts'
import { nextNumbers } from '#platform/numbers.ts'
import { Refusal } from '#platform/refusal.ts'
import { allows, auditMany } from '../access/index.ts'
import { placesById } from '../places/index.ts'
import type { StockMoved } from '../stock/index.ts'
import { releaseCovered } from './release-covered.ts'
import { type ActiveHold, activeHolds, covers, holdRow, insertHolds } from './store.ts'

const placed = ({ productId, batchId }: StockMoved, placeId: string) => ({ productId, batchId, placeId })
const held = (holds: readonly ActiveHold[], move: StockMoved, placeId: string, scopes?: readonly string[]) =>
  holds.filter((hold) => covers(hold, placed(move, placeId)) && (scopes?.includes(hold.scope) ?? true))

/**
 * Before goods are moved. Refuses `would_free_held`: out of quarantine, or out of a held place, to where they could be
 * sold, unless by someone who may lift holds.
 */
export async function refuseFreeing(tx: Tx, moves: readonly StockMoved[]): Promise<void> {
  if (allows(tx.act.role, 'lift holds') || moves.length === 0) return
  const holds = await activeHolds(tx, [...new Set(moves.map(({ productId }) => productId))])
  const freeing = moves.find(
    (move) =>
      move.to.kind === 'storage' &&
      held(holds, move, move.to.id).length === 0 &&
      (move.from.kind === 'quarantine' || held(holds, move, move.from.id, ['place']).length > 0),
  )
  if (!freeing) return
  const [place] = await placesById(tx, [freeing.from.id])
  const [hold] = held(holds, freeing, freeing.from.id, ['place'])
  throw new Refusal('would_free_held', {
    where: freeing.where,
    place: place?.code ?? '',
    hold: hold?.number ?? null,
    role: tx.act.role,
  })
}

export type Becomes = Readonly<{ productId: string; placeId: string; fromBatchId: string; toBatchId: string }>

/**
 * Before units become another batch where they lie: the hold, and the first of them, that lies on what they are and not on what they
 * become, where who acts may not lift holds; null where nothing held would be free by it.
 */
export async function heldUntilNow(
  tx: Tx,
  parts: readonly Becomes[],
): Promise<{ part: Becomes; hold: ActiveHold } | null> {
  if (allows(tx.act.role, 'lift holds') || parts.length === 0) return null
  const holds = await activeHolds(tx, [...new Set(parts.map(({ productId }) => productId))])
  const over = ({ productId, placeId }: Becomes, batchId: string) =>
    holds.filter((hold) => covers(hold, { productId, batchId, placeId }))
  for (const part of parts) {
    const [hold] = over(part, part.fromBatchId)
    if (hold && over(part, part.toBatchId).length === 0) return { part, hold }
  }
  return null
}

/**
 * After goods were moved: holds that lie on the batch at the place it left lie on it where it is now as well, and what is
 * promised of held goods is given back. The products must be locked.
 */
export async function followStock(tx: Tx, moves: readonly StockMoved[]): Promise<void> {
  const productIds = [...new Set(moves.map(({ productId }) => productId))]
  if (productIds.length === 0) return
  const holds = await activeHolds(tx, productIds)
  await carry(tx, moves, holds)
  const anew = await activeHolds(tx, productIds)
  for (const move of moves)
    if (held(anew, move, move.to.id).length > 0)
      await releaseCovered(tx, { productId: null, lotId: null, batchId: move.batchId, placeId: move.to.id })
}

async function carry(tx: Tx, moves: readonly StockMoved[], holds: readonly ActiveHold[]): Promise<void> {
  const carried = new Map(
    moves.flatMap((move) => {
      const there = held(holds, move, move.to.id, ['balance']).map(({ reason }) => reason)
      const along = held(holds, move, move.from.id, ['balance']).filter(({ reason }) => !there.includes(reason))
      return along.map((hold) => [`${move.batchId} ${move.to.id} ${hold.reason}`, { move, hold }] as const)
    }),
  )
  const numbers = await nextNumbers(tx, 'QA', carried.size)
  const rows = [...carried.values()].map(({ move: { batchId, to }, hold: { reason } }, index) =>
    holdRow(tx, { number: numbers[index] ?? '', scope: 'balance', batchId, placeId: to.id, reason }),
  )
  if (rows.length === 0) return
  await insertHolds(tx, rows)
  auditMany(
    tx,
    rows.map((row) => ({
      action: 'hold.place',
      subjectKind: 'hold',
      subjectId: row.id,
      after: row,
      reason: `${row.reason} (the goods were moved)`,
    })),
  )
}
