/**
 * server/modules/imports/mend-row.ts — one row is written otherwise than it came, and judged anew with all that may be of its batch.
 */
import type { Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { chunkRows } from './in-turn.ts'
import { rejudge } from './judge-import.ts'
import { keyOf, kinds } from './kinds.ts'
import { lockedImport } from './locked-import.ts'
import { readingFor } from './mapping-of.ts'
import { cellText } from './read-file.ts'
import { type ImportRow, mendCells, refusalIsOver, rowAt, rowsOfKeys, type SheetRow } from './store.ts'
import { saveVerdicts } from './store-verdicts.ts'

export type Mending = Readonly<{ id: string; lineNo: number; cells: readonly string[] }>

/**
 * Cells in the order of the header; those left out at its end are empty. Where too many rows may be of the same batch, a job judges all, and the row
 * is `new` until then. Refuses what `lockedImport` does, `not_found` and `invalid_input`.
 */
export async function mendRow(tx: Tx, { id, lineNo, cells }: Mending): Promise<SheetRow> {
  const of = await lockedImport(tx, id)
  const [before] = await rowAt(tx, id, lineNo)
  if (!before) throw new Refusal('not_found', { kind: 'row', id: `line ${lineNo} of ${of.number}` })
  refuseMore(of, cells)
  const mended = cells.map(cellText)
  const key = keyOf(of.kind, mended, readingFor(of))
  await refusalIsOver(tx, id)
  await mendCells(tx, id, { lineNo, cells: mended, key })
  audit(tx, {
    action: 'import.mend',
    subjectKind: 'import',
    subjectId: id,
    before: { line: lineNo, cells: before.cells },
    after: { line: lineNo, cells: mended },
  })
  await judgeKeys(tx, of, [before.key, key])
  const [now] = await rowAt(tx, id, lineNo)
  return now ?? before
}

function refuseMore({ number, header }: ImportRow, cells: readonly string[]): void {
  if (cells.length <= header.length) return
  const message = `are ${cells.length}, and ${number} has ${header.length} columns: ${header.join(', ')}`
  throw new Refusal('invalid_input', { problems: [{ at: 'cells', message }] })
}

async function judgeKeys(tx: Tx, of: ImportRow, keys: readonly string[]): Promise<void> {
  const rows = await rowsOfKeys(tx, of.id, { keys, limit: chunkRows + 1 })
  if (rows.length > chunkRows) return rejudge(tx, of.id)
  await saveVerdicts(tx, of.id, await kinds[of.kind].judge(tx, of, { rows, repeats: { key: '', counts: new Map() } }))
  await kinds[of.kind].lookTogether?.(tx, of, keys)
}
