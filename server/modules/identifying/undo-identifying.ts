import type { Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { serveBackOrders } from '../allocation/index.ts'
import { lockProducts } from '../catalog/index.ts'
import { lyingWithPicked } from '../fulfilment/index.ts'
import { heldUntilNow } from '../quality/index.ts'
import { becameBy, unbecome } from '../stock/index.ts'
import { linkAnew, releaseForbidden } from './identify-parts.ts'
import { pickedPromises } from './lying.ts'
import { type IdentifiedRow, identifiedList, markUndone } from './store.ts'

async function identifiedById(tx: Tx, id: string): Promise<IdentifiedRow> {
  const [row] = await identifiedList(tx, { id, pathId: null, before: null, limit: 1 })
  if (!row) throw new Refusal('not_found', { kind: 'identification', id })
  return row
}

/**
 * They are not that batch: all of them are unknown again, where they lie, and their promises go along as far as the rules allow. Refuses `identified_undone`,
 * `identified_used` where some were carried elsewhere, picked or have left, `identify_frees_held`, `not_found`.
 */
export async function undoIdentifying(tx: Tx, id: string, reason: string): Promise<string> {
  const seen = await identifiedById(tx, id)
  await lockProducts(tx, [seen.productId])
  const row = await identifiedById(tx, id)
  const { pathId, productId, unknownBatchId, batchId, batchCode, placeId, placeCode, quantity } = row
  if (row.undoneAt !== null) throw new Refusal('identified_undone', { batch: batchCode, place: placeCode })
  const lying = (await lyingWithPicked(tx, batchId)).find((one) => one.placeId === placeId)
  const left = (lying?.onHand ?? 0) - (lying?.picked ?? 0)
  if (left < quantity) throw new Refusal('identified_used', { batch: batchCode, place: placeCode, quantity, left })
  await refuseFreeing(tx, row)
  const document = { kind: 'identification', id, lineId: null }
  await unbecome(tx, await becameBy(tx, document), {
    productId,
    intoBatchId: unknownBatchId,
    document,
    note: reason,
    kept: await pickedPromises(tx, batchId, [placeId]),
  })
  await markUndone(tx, id, reason)
  await linkAnew(tx, { id: pathId, batchId: unknownBatchId }, [batchId])
  audit(tx, {
    action: 'identification.undo',
    subjectKind: 'identification',
    subjectId: pathId,
    after: { batch: batchCode, place: placeCode, quantity },
    reason,
  })
  const released = await releaseForbidden(tx, [unknownBatchId])
  await serveBackOrders(tx, [productId], { cause: 'correction', concerned: released })
  return pathId
}

async function refuseFreeing(tx: Tx, row: IdentifiedRow): Promise<void> {
  const { productId, placeId, placeCode: place, batchId: fromBatchId, unknownBatchId: toBatchId, batchCode } = row
  const freed = await heldUntilNow(tx, [{ productId, placeId, fromBatchId, toBatchId }])
  if (!freed) return
  const { number: hold, reason } = freed.hold
  throw new Refusal('identify_frees_held', { where: 'Undoing', sku: batchCode, place, hold, reason, role: tx.act.role })
}
