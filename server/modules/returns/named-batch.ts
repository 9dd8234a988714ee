/**
 * server/modules/returns/named-batch.ts — which of the batches that can be meant a label names: by its code, by one that it had, or by that of a batch
 * with which it was merged since.
 */
import { normaliseBatchCode } from '#domain/batch-code.ts'
import type { Db } from '#platform/db.ts'
import { batchesNow, otherNames } from '../batches/index.ts'

type Known = Readonly<{ batchId: string; batchCode: string }>
type Named = Readonly<{ productId: string; name: string }>

/** Answers with null for what is none of them. */
export async function namedAmong(
  db: Db,
  named: readonly Named[],
  candidates: readonly Known[],
): Promise<(named: Named, among: readonly Known[]) => string | null> {
  const strange = named.filter(({ name }) => !candidates.some(isCalled(name)))
  if (strange.length === 0) return ({ name }, among) => among.find(isCalled(name))?.batchId ?? null
  const ids = candidates.map(({ batchId }) => batchId)
  const [meant, now] = await Promise.all([otherNames(db, strange), batchesNow(db, ids)])
  return (one, among) =>
    (among.find(isCalled(one.name)) ?? among.find(({ batchId }) => now(batchId) === meant(one)))?.batchId ?? null
}

const isCalled = (name: string) => {
  const { code } = normaliseBatchCode(name)
  return ({ batchId, batchCode }: Known) => batchId === name || normaliseBatchCode(batchCode).code === code
}
