/**
 * server/modules/fulfilment/picking/read-scan.ts — which batches a scan may mean: by id, by code, or by what a GS1 label says,
 * whose product must be wanted.
 */
import { untrackedCode } from '#domain/batch-code.ts'
import { type Label, readLabel } from '#domain/gs1/label.ts'
import { codeOn, judgeScan, type Wanted } from '#domain/picking/judge-scan.ts'
import type { Db } from '#platform/db.ts'
import { isId } from '#platform/references.ts'
import { Refusal } from '#platform/refusal.ts'
import { productsByGtin } from '../../catalog/index.ts'
import { batchesNamed, type NamedBatch } from './store.ts'

export type ScanRead = Readonly<{
  /** As people call it. */
  name: string
  batches: readonly NamedBatch[]
  /** What differs from what is known here, in sentences. */
  notesOn: (batch: NamedBatch) => string[]
}>

/** Refuses `scan_unreadable`, `scan_of_other`, `scan_without_batch`. */
export async function readScan(db: Db, scan: string, wanted: readonly Wanted[]): Promise<ScanRead> {
  const productIds = [...new Set(wanted.map(({ productId }) => productId))]
  const notesOn = () => []
  if (isId(scan)) return { name: scan, batches: await batchesNamed(db, productIds, { id: scan, code: '' }), notesOn }
  const label = readLabel(scan, Number(db.act.at.slice(0, 4)))
  const code = codeOn(label)
  const called = code === null ? [] : await batchesNamed(db, productIds, { id: null, code })
  const [owner] = label.gtin === null ? [] : await productsByGtin(db, [label.gtin])
  const judged = judgeScan(label, { wanted, called, owner: owner ?? null })
  if (judged.refused) throw new Refusal(judged.refused.code, judged.refused.facts)
  const name = code ?? label.text
  const lifeNotesOn = ({ expiresOn }: NamedBatch) => lifeNotes(label, expiresOn)
  if ('withoutBatchOf' in judged)
    return { name, batches: await batchesNamed(db, [judged.withoutBatchOf], untracked), notesOn: lifeNotesOn }
  return { name, batches: judged.batches, notesOn: judged.labelled ? lifeNotesOn : notesOn }
}

const untracked = { id: null, code: untrackedCode }

function lifeNotes({ expiresOn, bestBefore }: Label, ours: string | null): string[] {
  const said = expiresOn ?? bestBefore
  if (said === null || said === ours) return []
  return [`The label says ${said} is the last day, here it is ${ours ?? 'not known'}. Tell someone who may correct it.`]
}
