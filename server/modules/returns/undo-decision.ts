import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { serveBackOrders } from '../allocation/index.ts'
import { lockProducts } from '../catalog/index.ts'
import { placesById } from '../places/index.ts'
import { recordMoves, serialsOfMove } from '../stock/index.ts'
import { type DecisionRow, decisionById, markUndone } from './inspection-store.ts'
import { lotsOf } from './lots.ts'
import { cameBackMove, lockReturn } from './store.ts'

/**
 * The units stand again as they did before, and lie where they lay; the decision stays, with who took it back and why. Refuses `decision_final`
 * for one that is undone, and for a disposal, which is cancelled or reversed itself; and what the stock of today cannot bear.
 */
export async function undoDecision(tx: Tx, id: string, reason: string): Promise<string> {
  const [seen] = await decisionById(tx, id)
  if (!seen) throw new Refusal('not_found', { kind: 'decision', id })
  await lockProducts(tx, [seen.productId])
  await lockReturn(tx, seen.returnId)
  const [decision] = await decisionById(tx, id)
  if (!decision?.stands) throw new Refusal('decision_final', { by: 'This decision is undone already.' })
  refuseDisposal(decision)
  await refuseFollowed(tx, decision)
  if (decision.moveId !== null) await moveBack(tx, decision, reason)
  await markUndone(tx, id, reason)
  const { becomes, quantity } = decision
  audit(tx, {
    action: 'return.undo',
    subjectKind: 'return',
    subjectId: decision.returnId,
    before: { decided: becomes, quantity },
    reason,
  })
  await serveBackOrders(tx, [decision.productId], { cause: 'release', concerned: [] })
  return decision.returnId
}

function refuseDisposal({ disposalNumber, destroyed }: DecisionRow): void {
  if (disposalNumber === null) return
  const how = destroyed ? 'reverse' : 'cancel'
  throw new Refusal('decision_final', {
    by: `It stands in disposal ${disposalNumber}: ${how} that, and this is to be decided again.`,
  })
}

/** What was decided anew since is taken back first. */
async function refuseFollowed(tx: Tx, { returnId, lineId, batchId, unlabelledId, becomes, quantity }: DecisionRow) {
  if (becomes !== 'quarantine' && becomes !== 'refurbish') return
  const lot = (await lotsOf(tx, [returnId])).find(
    (one) => one.lineId === lineId && one.batchId === batchId && one.unlabelledId === unlabelledId,
  )
  const most = lot?.standings[becomes] ?? 0
  if (quantity > most)
    throw new Refusal('decided_beyond', { asked: quantity, most, standing: 'not decided anew since' })
}

async function moveBack(tx: Tx, { moveId, returnId, lineId }: DecisionRow, reason: string): Promise<void> {
  const [move] = await cameBackMove(tx, moveId ?? '')
  if (!move) throw new Error('a decision stands by a move that does not')
  const places = new Map((await placesById(tx, [move.fromPlaceId, move.toPlaceId])).map((row) => [row.id, row]))
  const [from, to] = [places.get(move.toPlaceId), places.get(move.fromPlaceId)]
  if (!from || !to) throw new Error('a move has no places')
  const serialIds = (await serialsOfMove(tx, move.id)).map(({ serialId }) => serialId)
  await recordMoves(tx, [
    {
      id: newId(),
      where: 'undoing',
      batchId: move.batchId,
      productId: move.productId,
      from,
      to,
      quantity: move.quantity,
      reason: 'reversal',
      document: { kind: 'return', id: returnId, lineId },
      occurredAt: tx.act.at,
      note: reason,
      reversesId: move.id,
      ...(serialIds.length > 0 ? { serialIds } : {}),
    },
  ])
}
