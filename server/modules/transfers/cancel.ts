import type { Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { serveBackOrders } from '../allocation/index.ts'
import { lockProducts } from '../catalog/index.ts'
import { cancelDemand, demandsOfDocuments, releaseFromDemands } from '../stock/index.ts'
import { lockTransfer, markCancelled, productsOfTransfer } from './store.ts'

/**
 * Nothing more of it leaves: what is promised to it is free, and offered to those who wait. What has left is on its way, and is
 * received, at the one end or the other. Refuses `not_found`, `transfer_cancelled`, `transfer_sent` where all of it has left.
 */
export async function cancelTransfer(tx: Tx, { id, reason }: Readonly<{ id: string; reason: string }>): Promise<void> {
  const productIds = (await productsOfTransfer(tx, id)).map(({ productId }) => productId)
  await lockProducts(tx, productIds)
  const [transfer] = await lockTransfer(tx, id)
  if (!transfer) throw new Refusal('not_found', { kind: 'transfer', id })
  const { number } = transfer
  if (transfer.cancelledAt) throw new Refusal('transfer_cancelled', { number })
  const open = (await demandsOfDocuments(tx, [id])).filter(({ quantity, shipped }) => shipped < quantity)
  if (transfer.approvedAt && open.length === 0) throw new Refusal('transfer_sent', { number })
  const ids = open.map((demand) => demand.id)
  const freed = await releaseFromDemands(tx, ids)
  await cancelDemand(tx, ids)
  await markCancelled(tx, { id, reason })
  audit(tx, {
    action: 'transfer.cancel',
    subjectKind: 'transfer',
    subjectId: id,
    before: { cancelledBy: null, promised: freed.reduce((sum, { quantity }) => sum + quantity, 0) },
    after: { number, cancelledBy: tx.act.actorName, promised: 0 },
    reason,
  })
  if (freed.length > 0) await serveBackOrders(tx, productIds, { cause: 'release', concerned: [] })
}
