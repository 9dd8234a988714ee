/**
 * server/modules/disposals/draft.ts — what is to be destroyed, why and how, and what it cost. Nothing moves yet.
 */
import { costOfAll, costOfUnits } from '#domain/disposal.ts'
import type { Tx } from '#platform/db.ts'
import { refuseUnknownFiles } from '#platform/files.ts'
import { newId } from '#platform/id.ts'
import { naming } from '#platform/naming.ts'
import { nextNumber } from '#platform/numbers.ts'
import { accountSettings, audit } from '../access/index.ts'
import { resolveProducts } from '../catalog/index.ts'
import { costsOf } from '../counts/index.ts'
import { refuseUnknownWords } from './choices.ts'
import { type DisposalRow, insertDisposal, insertLines, insertProofs, type LineRow } from './store.ts'

/** Of a batch at a place; or of one of several batches, which nobody can tell apart, and which lie in no balance. */
export type DisposalLine = Readonly<{ productId: string; quantity: number; serials: readonly string[] }> &
  Readonly<{ batchId: string; placeId: string } | { candidates: readonly string[] }>
export type NewDraft = Readonly<{
  id?: string
  warehouseId: string
  reason: string
  method: string
  note?: string | undefined
  /** Minor units of the account's currency, where somebody knows better than the receipts. */
  cost?: number | undefined
  proofs?: readonly string[]
  lines: readonly DisposalLine[]
}>

/** Takes the counter of numbers, so that whoever locks products does so before. Refuses `invalid_input`, `not_found`. */
export async function draftDisposal(tx: Tx, ask: NewDraft): Promise<{ id: string; number: string }> {
  await refuseUnknownWords(tx, ask)
  await refuseUnknownFiles(tx, ask.proofs ?? [])
  const productIds = [...new Set(ask.lines.map(({ productId }) => productId))]
  const [products, costOf, [account]] = await Promise.all([
    resolveProducts(tx, productIds),
    costsOf(tx, productIds),
    accountSettings(tx),
  ])
  const id = ask.id ?? newId()
  const lines = ask.lines.map((line, index) => lineRow(id, index, { line, costOf }))
  const disposal: DisposalRow = {
    id,
    number: await nextNumber(tx, 'DS'),
    warehouseId: ask.warehouseId,
    reason: ask.reason,
    method: ask.method,
    note: ask.note ?? null,
    byPassword: [...products.values()].some(({ prescription }) => prescription),
    cost: ask.cost ?? costOfAll(lines.map(({ cost }) => cost)),
    currency: account?.currency ?? 'USD',
    madeBy: tx.act.actorName,
    madeById: tx.act.actorId,
    madeByKey: tx.act.source.startsWith('key'),
    madeAt: tx.act.at,
  }
  await naming({ kind: 'disposal', name: disposal.id }, insertDisposal(tx, disposal))
  await insertLines(tx, lines)
  if (ask.proofs?.length) await insertProofs(tx, id, ask.proofs)
  audit(tx, {
    action: 'disposal.draft',
    subjectKind: 'disposal',
    subjectId: id,
    reason: ask.reason,
    after: {
      number: disposal.number,
      method: ask.method,
      cost: disposal.cost,
      lines: lines.map(({ batchId, candidates, placeId, quantity }) => ({ batchId, candidates, placeId, quantity })),
    },
  })
  return { id, number: disposal.number }
}

type Costed = Readonly<{ line: DisposalLine; costOf: Awaited<ReturnType<typeof costsOf>> }>

/** Of units of which nobody knows the batch, at what the product cost on the whole. */
function lineRow(disposalId: string, index: number, { line, costOf }: Costed): LineRow {
  const { productId, quantity, serials } = line
  const known = 'batchId' in line ? line : null
  const batchId = known?.batchId ?? null
  return {
    id: newId(),
    disposalId,
    lineNo: index + 1,
    productId,
    batchId,
    placeId: known?.placeId ?? null,
    candidates: 'candidates' in line ? [...line.candidates] : null,
    quantity,
    cost: costOfUnits(quantity, costOf({ productId, batchId })),
    serials: [...serials],
  }
}
