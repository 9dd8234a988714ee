import type { Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { serveBackOrders } from '../allocation/index.ts'
import { lockProducts } from '../catalog/index.ts'
import { becameBy, unbecome } from '../stock/index.ts'
import { redatingById } from './redating-detail.ts'
import { freeAt, markUndone } from './store.ts'

/**
 * It did not happen: all its units are of their old batch again, where they lay, and both moves stay with their opposites. Refuses
 * `redating_undone`, and `redating_used` where some are used, moved or promised.
 */
export async function undoRedating(tx: Tx, id: string, reason: string): Promise<void> {
  const seen = await redatingById(tx, id)
  await lockProducts(tx, [seen.productId])
  const { batchId, childId, childCode, quantity, undoneAt, productId } = await redatingById(tx, id)
  if (undoneAt !== null) throw new Refusal('redating_undone', { batch: childCode })
  const document = { kind: 'redating', id, lineId: null }
  const became = await becameBy(tx, document)
  const made = became.find(({ reason }) => reason === 'make')
  const left = made ? await freeAt(tx, childId, made.place.id) : 0
  if (left < quantity) throw new Refusal('redating_used', { batch: childCode, made: quantity, left })
  await unbecome(tx, became, { productId, intoBatchId: batchId, document, note: reason })
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
