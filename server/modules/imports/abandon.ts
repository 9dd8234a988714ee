import type { Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { countRows, lockImport } from './store.ts'
import { remove } from './upload.ts'

/** Nothing of stock goes with it. Refuses `not_found`, `import_under_way`, `import_ended`: what was committed stays on record. */
export async function abandon(tx: Tx, id: string): Promise<void> {
  const [of] = await lockImport(tx, id)
  if (!of) throw new Refusal('not_found', { kind: 'import', id })
  const { number, name } = of
  const [{ committed } = { committed: 0 }] = await countRows(tx, id)
  if (of.endedAt) throw new Refusal('import_ended', { number, committed })
  if (of.mode) throw new Refusal('import_under_way', { number })
  await remove(tx, id)
  audit(tx, { action: 'import.abandon', subjectKind: 'import', subjectId: id, before: { number, name } })
}
