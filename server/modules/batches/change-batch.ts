import type { Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { batchesById, updateBatch } from './store.ts'

export type BatchChange = Readonly<{
  id: string
  supplierLot?: string | null
  originCountry?: string | null
  attributes?: Record<string, unknown>
  reason?: string
}>

/** Changes what does not decide where the batch may go; dates have their own history. Refuses `not_found`. */
export async function changeBatch(tx: Tx, { reason, ...change }: BatchChange): Promise<void> {
  const [before] = await batchesById(tx, [change.id])
  if (!before) throw new Refusal('not_found', { kind: 'batch', id: change.id })
  const after = { ...before, ...change }
  await updateBatch(tx, after)
  audit(tx, {
    action: 'batch.change',
    subjectKind: 'batch',
    subjectId: change.id,
    before,
    after,
    reason: reason ?? null,
  })
}
