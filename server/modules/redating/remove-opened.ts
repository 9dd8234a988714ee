import type { Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { lockProducts } from '../catalog/index.ts'
import { openedPlace, virtualPlaces } from '../places/index.ts'
import { recordMoves } from '../stock/index.ts'
import { redatingById } from './redating-detail.ts'
import { freeAt } from './store.ts'

export const ends = ['used', 'thrown_away'] as const
export type OpenedRemoval = Readonly<{ quantity: number; as: (typeof ends)[number]; reason: string }>

/** Opened units are used up or thrown away. Refuses `opened_left`, `not_found`. */
export async function removeOpened(tx: Tx, id: string, { quantity, as, reason }: OpenedRemoval): Promise<void> {
  const { productId, childId, childCode, warehouseId } = await redatingById(tx, id)
  await lockProducts(tx, [productId])
  const from = await openedPlace(tx, warehouseId)
  const left = await freeAt(tx, childId, from.id)
  if (quantity > left) throw new Refusal('opened_left', { batch: childCode, left, asked: quantity })
  const { production, scrap } = await virtualPlaces(tx)
  const way =
    as === 'used'
      ? { to: { id: production, kind: 'production' as const }, reason: 'consume' as const }
      : { to: { id: scrap, kind: 'scrap' as const }, reason: 'disposal' as const }
  await recordMoves(tx, [
    {
      ...way,
      where: 'Opened units',
      batchId: childId,
      productId,
      from,
      quantity,
      document: { kind: 'opened', id, lineId: null },
      occurredAt: tx.act.at,
      note: reason,
    },
  ])
  const after = { batch: childCode, quantity, as, left: left - quantity }
  audit(tx, { action: 'redating.remove', subjectKind: 'redating', subjectId: id, after, reason })
}
