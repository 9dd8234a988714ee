import type { Meaning } from '#domain/disposal.ts'
import { signatureProblem } from '#domain/disposal.ts'
import type { Tx } from '#platform/db.ts'
import { refuseUnknownFiles } from '#platform/files.ts'
import { newId } from '#platform/id.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit, type Signer } from '../access/index.ts'
import { disposalOf, openDisposal } from './disposal-detail.ts'
import { insertProofs, insertSignature, lockDisposal, markCancelled, signaturesOf } from './store.ts'

/** A signature is a person, a time and a meaning, and stays. Refuses `disposal_closed`, `signature_refused`. */
export async function sign(tx: Tx, id: string, { signer, meaning }: Readonly<{ signer: Signer; meaning: Meaning }>) {
  await lockDisposal(tx, id)
  const disposal = await openDisposal(tx, id)
  const signed = await signaturesOf(tx, id)
  const problem = signatureProblem(
    disposalOf(disposal),
    signed.map(({ meaning: as, signedById }) => ({ meaning: as, personId: signedById })),
    { meaning, personId: signer.id, byPassword: signer.byPassword },
  )
  const { number } = disposal
  if (problem)
    throw new Refusal('signature_refused', { number, problem, name: signer.name, meaning, author: disposal.madeBy })
  await insertSignature(tx, id, {
    id: newId(),
    meaning,
    signedBy: signer.name,
    signedById: signer.id,
    signedAt: tx.act.at,
    byPassword: signer.byPassword,
  })
  const after = { number, meaning, signedBy: signer.name, byPassword: signer.byPassword }
  audit(tx, { action: 'disposal.sign', subjectKind: 'disposal', subjectId: id, after })
}

/** A paper may come late: a contractor's certificate is written when all is burnt. */
export async function addProofs(tx: Tx, id: string, fileIds: readonly string[]): Promise<void> {
  if (!(await lockDisposal(tx, id))) throw new Refusal('not_found', { kind: 'disposal', id })
  await refuseUnknownFiles(tx, fileIds)
  await insertProofs(tx, id, fileIds)
  audit(tx, { action: 'disposal.prove', subjectKind: 'disposal', subjectId: id, after: { files: fileIds.length } })
}

/** A draft is given up, with a reason; nothing moved. Refuses `disposal_closed`. */
export async function cancelDisposal(tx: Tx, id: string, reason: string): Promise<void> {
  await lockDisposal(tx, id)
  const { number } = await openDisposal(tx, id)
  await markCancelled(tx, id, reason)
  audit(tx, { action: 'disposal.cancel', subjectKind: 'disposal', subjectId: id, after: { number }, reason })
}
