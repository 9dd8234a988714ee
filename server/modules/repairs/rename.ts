import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { nextNumber } from '#platform/numbers.ts'
import { found } from '#platform/references.ts'
import { audit } from '../access/index.ts'
import { codeGiven, lockBatch, renameBatch } from '../batches/index.ts'
import { resolveProducts } from '../catalog/index.ts'
import { refuseUntracked } from './repaired.ts'
import { insertRepair } from './store.ts'

export type Rename = Readonly<{ id?: string; batch: string; code: string; different?: boolean; reason: string }>

/** A batch gets the code that is right; labels with the other one still find it. Refuses `repair_untracked`, `repair_unidentified`, and what `renameBatch` refuses. */
export async function rename(tx: Tx, { batch, code, different = false, reason, ...ask }: Rename): Promise<string> {
  const renamed = await lockBatch(tx, batch)
  const { productId } = renamed
  refuseUntracked(found(await resolveProducts(tx, [productId]), 'product', productId), [renamed])
  const before = await renameBatch(tx, { batchId: batch, code, different, reason })
  const id = ask.id ?? newId()
  const number = await nextNumber(tx, 'BR')
  const codes = { codeBefore: before.code, codeAfter: codeGiven(code, 'code') }
  const none = { otherId: null, receivedBefore: null, dateId: null, dateBefore: null }
  await insertRepair(tx, { id, number, kind: 'rename', productId, batchId: batch, reason, ...codes, ...none })
  audit(tx, { action: 'repair.rename', subjectKind: 'repair', subjectId: id, after: { number, ...codes }, reason })
  return id
}
