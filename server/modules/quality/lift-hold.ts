import type { Tx } from '#platform/db.ts'
import { enqueue } from '#platform/jobs.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { lockProducts } from '../catalog/index.ts'
import { openOffers } from '../stock/index.ts'
import { type HoldRow, holdList, markLifted, productsInScope } from './store.ts'

const any = { ref: null, active: null, batchId: null, lotId: null, productId: null, after: null, limit: 1 }

/**
 * Ends one hold; others stay. What became free is from now on on offer to back orders, and a job serves them. Refuses
 * `hold_already_lifted`, and `hold_kept` where something else keeps it.
 */
export async function liftHold(tx: Tx, { id, reason }: { id: string; reason: string }): Promise<HoldRow> {
  const [seen] = await holdList(tx, { ...any, id })
  if (!seen) throw new Refusal('not_found', { kind: 'hold', id })
  const productIds = await productsInScope(tx, seen)
  await lockProducts(tx, productIds)
  await tx`select 1 from quality.hold where account_id = ${tx.act.accountId} and id = ${id} for update`
  const [hold] = await holdList(tx, { ...any, id })
  if (!hold || hold.liftedBy !== null)
    throw new Refusal('hold_already_lifted', { number: seen.number, by: hold?.liftedBy ?? '' })
  if (hold.keeperNumber !== null) throw new Refusal('hold_kept', { number: hold.number, keeper: hold.keeperNumber })
  await markLifted(tx, { ids: [id], reason })
  audit(tx, {
    action: 'hold.lift',
    subjectKind: 'hold',
    subjectId: id,
    before: { number: hold.number, reason: hold.reason },
    reason,
  })
  await openOffers(tx, productIds, 'lift')
  await enqueue(tx, 'hold-lifted', { holdId: id })
  return hold
}
