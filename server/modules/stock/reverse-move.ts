import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { lockProducts } from '../catalog/index.ts'
import { placesById } from '../places/index.ts'
import { moveById } from './moves.ts'
import { recordMoves } from './record-moves.ts'
import type { StockHooks } from './stock-hooks.ts'
import { serialsOfMove } from './store.ts'

type Seen = Awaited<ReturnType<typeof moveById>>[number]

/** What is undone in another way than move by move; null where it is reversed. */
function whyNot({ reason, toKind, documentKind }: Seen): string | null {
  if (reason === 'shipment')
    return 'a shipment is not reversed move by move: cancel the shipment, or take back by a return what had left'
  if (reason === 'reversal') return 'a reversal cannot be reversed: make the move again'
  if (reason === 'transfer' && toKind === 'transit')
    return 'what left for another warehouse is received back, not reversed'
  if (reason === 'disposal' && documentKind === 'disposal')
    return 'what was destroyed is reversed as a whole: open the disposal, and say why'
  if (toKind === 'sample')
    return 'what was taken as a sample is not reversed, for some of it may have been used: put it back into the stock from the sample'
  if (documentKind === 'redating')
    return 'what was opened, frozen or thawed is undone as a whole: undo that, not one of its moves'
  if (documentKind === 'production_run')
    return 'what a run used and made is undone as a whole: undo the run, not one of its moves'
  if (documentKind === 'repair') return 'what became another batch is undone as a whole: undo the repair'
  if (documentKind === 'identification')
    return 'units that were identified are undone as a whole: undo that, not one of its moves'
  return null
}

/**
 * Undoes a move by its opposite, of the same serials; both stay in the ledger. Refuses `already_reversed`, a reversal of a shipment (that is cancelled
 * as a whole, as a disposal is), of what was taken as a sample, redated, made or repaired, of what left for another warehouse (it is received back), and what the stock of today cannot bear.
 */
export async function reverseMove(tx: Tx, { id, reason }: { id: string; reason: string }, hooks: StockHooks) {
  const [seen] = await moveById(tx, id)
  if (!seen) throw new Refusal('not_found', { kind: 'move', id })
  await lockProducts(tx, [seen.productId])
  const [move] = await moveById(tx, id)
  if (!move || move.reversedById) throw new Refusal('already_reversed', { move: id })
  const message = whyNot(move)
  if (message) throw new Refusal('invalid_input', { problems: [{ at: '', message }] })
  const serialIds = (await serialsOfMove(tx, id)).map(({ serialId }) => serialId)
  const places = new Map((await placesById(tx, [move.fromPlaceId, move.toPlaceId])).map((row) => [row.id, row]))
  const from = places.get(move.toPlaceId)
  const to = places.get(move.fromPlaceId)
  if (!from || !to) throw new Refusal('not_found', { kind: 'place', id: move.toPlaceId })
  const ask = {
    where: 'reversal',
    batchId: move.batchId,
    productId: move.productId,
    from,
    to,
  }
  await hooks.before(tx, [ask])
  const [reversal] = await recordMoves(tx, [
    {
      ...ask,
      id: newId(),
      quantity: move.quantity,
      reason: 'reversal',
      document: { kind: move.documentKind, id: move.documentId, lineId: move.documentLineId },
      occurredAt: tx.act.at,
      note: reason,
      reversesId: id,
      ...(serialIds.length > 0 ? { serialIds } : {}),
    },
  ])
  await hooks.after(tx, [ask])
  audit(tx, {
    action: 'stock.reverse',
    subjectKind: 'move',
    subjectId: id,
    after: { reversal: reversal?.id },
    reason,
  })
  return { id: reversal?.id ?? '', reverses: id, productIds: [move.productId] }
}
