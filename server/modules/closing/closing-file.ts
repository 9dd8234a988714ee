/**
 * server/modules/closing/closing-file.ts — what a recall was, put together at its end: a paper, a workbook, and the evidence with the SHA-256 of each part. Everything is as it
 * was known at the end, so that the same facts make the same bytes.
 */
import { createHash } from 'node:crypto'
import type { Instant } from '#platform/clock.ts'
import type { Tx } from '#platform/db.ts'
import { joinsAsWritten } from '#platform/plans.ts'
import { Refusal } from '#platform/refusal.ts'
import { type ZipPart, zipOf } from '#platform/zip.ts'
import { audit } from '../access/index.ts'
import { endedAt, lockedRecall } from '../recalls/index.ts'
import { closingFacts, type Sealed } from './closing-facts.ts'
import { closingPaper } from './closing-paper.ts'
import { closingSheets } from './closing-sheets.ts'
import { filesOf, insertFile } from './store.ts'

/**
 * Where the facts are the same as before, nothing is made; the seal it names stays the one of the first file. Refuses `not_found`, and `recall_state` of one that has not ended.
 */
export async function makeClosingFile(tx: Tx, recallId: string, sealed: Sealed): Promise<void> {
  const recall = await lockedRecall(tx, recallId)
  const end = endedAt(recall)
  if (end === null) throw new Refusal('recall_state', { number: recall.number, state: recall.state, wanted: ['ended'] })
  await joinsAsWritten(tx)
  const files = await filesOf(tx, recallId)
  const seal = await sealed(tx, files[0]?.madeAt ?? tx.act.at)
  const facts = { ...(await closingFacts(tx, recall, end)), seal }
  const parts = [
    { name: 'closing-file.pdf', content: await closingPaper(facts) },
    ...(await closingSheets(facts, end)),
    { name: 'evidence.json', content: jsonOf(facts) },
    ...(seal ? [{ name: 'checkpoint.json', content: jsonOf(seal.checkpoint) }] : []),
  ]
  const content = zipOf([...parts, manifest(recall.number, parts, end)], end)
  const sha256 = hashOf(content)
  if (files.at(-1)?.sha256 === sha256) return
  const number = (files.at(-1)?.number ?? 0) + 1
  await insertFile(tx, recallId, { number, sha256, content })
  audit(tx, { action: 'recall.closing_file', subjectKind: 'recall', subjectId: recallId, after: { number, sha256 } })
}

const jsonOf = (value: unknown): Uint8Array => new TextEncoder().encode(`${JSON.stringify(value, null, 1)}\n`)
const hashOf = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex')

const manifest = (recall: string, parts: readonly ZipPart[], asOf: Instant): ZipPart => ({
  name: 'manifest.json',
  content: jsonOf({
    recall,
    asOf,
    parts: parts.map(({ name, content }) => ({ name, bytes: content.length, sha256: hashOf(content) })),
  }),
})
