import type { Tx } from '#platform/db.ts'
import { found } from '#platform/references.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { resolveProducts } from '../catalog/index.ts'
import { openPath } from './identify-units.ts'
import { batchesMeant, nothingPossible, type SaidBatch } from './read-batches.ts'
import { candidatesOf, deleteCandidates, insertCandidates, markOpenToAny } from './store.ts'

export type Candidates = Readonly<{ candidates: readonly SaidBatch[]; openToAny: boolean; reason: string }>

/**
 * These are the batches that the goods may be of, and no others but those that were found among them. Refuses `candidate_found`,
 * `identify_given_up`, `invalid_input` where they could be of nothing, and what `batchesMeant` refuses.
 */
export async function nameCandidates(tx: Tx, pathId: string, ask: Candidates): Promise<void> {
  const path = await openPath(tx, pathId)
  const product = found(await resolveProducts(tx, [path.productId]), 'product', path.productId)
  const said = ask.candidates.map((one, at) => ({
    ...one,
    where: `Candidate ${at + 1}`,
    at: `candidates[${at}].batch`,
  }))
  const batches = await batchesMeant(tx, product, said)
  if (batches.length === 0 && !ask.openToAny) throw nothingPossible()
  const before = await candidatesOf(tx, pathId)
  const named = new Set(batches.map(({ id }) => id))
  const dropped = before.filter(({ batchId }) => !named.has(batchId))
  const known = dropped.find(({ identified }) => identified > 0)
  if (known) throw new Refusal('candidate_found', { batch: known.batchCode, quantity: known.identified })
  await deleteCandidates(
    tx,
    pathId,
    dropped.map(({ batchId }) => batchId),
  )
  await insertCandidates(tx, pathId, [...named])
  await markOpenToAny(tx, pathId, ask.openToAny)
  audit(tx, {
    action: 'identification.candidates',
    subjectKind: 'identification',
    subjectId: pathId,
    before: { candidates: before.map(({ batchCode }) => batchCode), openToAny: path.openToAny },
    after: { candidates: batches.map(({ code }) => code), openToAny: ask.openToAny },
    reason: ask.reason,
  })
}
