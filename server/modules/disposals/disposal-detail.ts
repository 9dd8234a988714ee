import { disposalState, signaturesMissing } from '#domain/disposal.ts'
import type { Db, Tx } from '#platform/db.ts'
import { filesById } from '#platform/files.ts'
import { isId } from '#platform/references.ts'
import { Refusal } from '#platform/refusal.ts'
import { type DisposalFilter, type DisposalView, disposalList, linesOf, proofIds, signaturesOf } from './store.ts'

export const everyDisposal: DisposalFilter = {
  ids: null,
  number: null,
  state: null,
  batchId: null,
  before: null,
  limit: 1,
}

const named = ({ signed }: Pick<DisposalView, 'signed'>) => signed.map((meaning) => ({ meaning }))

/** As domain/disposal.ts knows it. */
export const disposalOf = (row: DisposalView) => ({
  byPassword: row.byPassword,
  authorId: row.madeById,
  authorIsKey: row.madeByKey,
  destroyedAt: row.destroyedAt,
  cancelledAt: row.cancelledAt,
  reversedAt: row.reversedAt,
})

export const summaryOf = (row: DisposalView) => ({
  ...row,
  state: disposalState(disposalOf(row), named(row)),
  missing: signaturesMissing(row, named(row)),
})
export type DisposalSummary = ReturnType<typeof summaryOf>

export async function disposalByRef(db: Db, ref: string): Promise<DisposalSummary> {
  const [row] = await disposalList(db, { ...everyDisposal, ...(isId(ref) ? { ids: [ref] } : { number: ref }) })
  if (!row) throw new Refusal('not_found', { kind: 'disposal', id: ref })
  return summaryOf(row)
}

/** Refuses `not_found`. */
export async function disposalInFull(db: Db, ref: string) {
  const summary = await disposalByRef(db, ref)
  const [lines, signatures, proofs] = await Promise.all([
    linesOf(db, summary.id),
    signaturesOf(db, summary.id),
    proofIds(db, summary.id),
  ])
  const files = await filesById(
    db,
    proofs.map(({ fileId }) => fileId),
  )
  return { ...summary, lines, signatures, proofs: files }
}
export type DisposalDetail = Awaited<ReturnType<typeof disposalInFull>>

/** Refuses `disposal_closed` for one that is destroyed, cancelled or reversed. It must be locked. */
export async function openDisposal(tx: Tx, id: string): Promise<DisposalSummary> {
  const disposal = await disposalByRef(tx, id)
  const { number, state } = disposal
  if (state !== 'draft' && state !== 'signed') throw new Refusal('disposal_closed', { number, state })
  return disposal
}
