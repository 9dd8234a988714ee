import type { Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { countRows, type ImportRow, lockImport } from './store.ts'

/** One that is judged and of which nothing is committed. Refuses `not_found`, `import_not_judged`, `import_under_way`, `import_ended`. */
export async function lockedImport(tx: Tx, id: string): Promise<ImportRow> {
  const [of] = await lockImport(tx, id)
  if (!of) throw new Refusal('not_found', { kind: 'import', id })
  const { number } = of
  const counts = await countRows(tx, id)
  const { new: waiting = 0, good = 0, wrong = 0, known = 0, committed = 0 } = counts[0] ?? {}
  if (of.endedAt) throw new Refusal('import_ended', { number, committed })
  if (of.mode) throw new Refusal('import_under_way', { number })
  const judged = good + wrong + known
  if (!of.judgedAt) throw new Refusal('import_not_judged', { number, judged, of: judged + waiting })
  return of
}
