/**
 * server/modules/imports/upload.ts — a file comes in, row by row as its bytes do, so that a large one takes no more memory than a small one.
 */
import { countingColumns } from '#domain/imports/column-seen.ts'
import type { ImportKind } from '#domain/imports/fields.ts'
import { headerAmong, missingFields, readingOf, withStyles } from '#domain/imports/mapping.ts'
import type { Clock } from '#platform/clock.ts'
import type { Act, Database, Tx } from '#platform/db.ts'
import { enqueue } from '#platform/jobs.ts'
import { nextNumber } from '#platform/numbers.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Book } from '#platform/workbook/index.ts'
import { audit } from '../access/index.ts'
import { keyOf } from './kinds.ts'
import { type KnownMapping, knownMapping } from './known-mapping.ts'
import { type File, type FileRow, readFile, rowsMax, tooLarge } from './read-file.ts'
import {
  deleteImport,
  deleteRows,
  importById,
  importIsHeard,
  importIsRead,
  insertImport,
  insertRows,
  rowsAsSent,
} from './store.ts'

export type Upload = File &
  Readonly<{
    id: string
    kind: ImportKind
    name: string
    reference: string
    /** Of a file without a column that is needed. */
    missing: 'refuse' | 'ask'
  }>

export type Keeping = Readonly<{ database: Database; clock: Clock }>

/** Then nothing more comes of it. */
export const silentMinutesMax = 15

/**
 * Answers with the number of rows; what came whole before under this id is there already. Of one that breaks off nothing stays. Refuses
 * `key_reused`, `import_columns_missing`, `import_without_rows`, `import_cut_off` and what `readFile` refuses.
 */
export async function upload(keeping: Keeping, act: Act, file: Upload): Promise<void> {
  const { database } = keeping
  if (await database.write(act, (tx) => isHere(tx, file))) return refuseOther(database, act, file)
  try {
    await keep(keeping, act, file)
  } catch (error) {
    await database.write(act, (tx) => remove(tx, file.id))
    throw error
  }
}

/** Else it is begun; what broke off in the middle is begun anew. */
async function isHere(tx: Tx, { id, kind, name, reference }: Upload): Promise<boolean> {
  const [before] = await importById(tx, id)
  if (before && (before.kind !== kind || before.name !== name || before.reference !== reference))
    throw new Refusal('key_reused', { key: id })
  if (before?.readAt) return true
  if (before) await remove(tx, id)
  await insertImport(tx, { id, kind, name, reference, number: before?.number ?? (await nextNumber(tx, 'IM')) })
  return false
}

export async function remove(tx: Tx, id: string): Promise<void> {
  await deleteRows(tx, id)
  await deleteImport(tx, id)
}

const rowsAtOnce = 1000

type Chunk = Readonly<{ header: string[]; rows: FileRow[] }>

async function* inChunks({ kind, ...file }: Upload): AsyncGenerator<Chunk> {
  let header: string[] | null = null
  let rows: FileRow[] = []
  for await (const row of readFile(file)) {
    rows.push(row)
    if (header === null && rows.length <= headRows) continue
    if (header === null) [header, rows] = parted(kind, rows)
    if (rows.length < rowsAtOnce) continue
    yield { header, rows }
    rows = []
  }
  if (header === null && rows.length > 0) [header, rows] = parted(kind, rows)
  if (header !== null) yield { header, rows }
}

/** Among which the header is looked for. */
const headRows = 20

function parted(kind: ImportKind, rows: readonly FileRow[]): [string[], FileRow[]] {
  const at = headerAmong(
    kind,
    rows.map(({ cells }) => cells),
  )
  return [rows[at]?.cells ?? [], rows.slice(at + 1)]
}

async function keep({ database, clock }: Keeping, act: Act, file: Upload): Promise<void> {
  const { id, kind, name } = file
  const columns = countingColumns()
  let known: (KnownMapping & { header: string[] }) | null = null
  let count = 0
  let book: Book | null = null
  const onBook = (one: Book) => {
    book = one
  }
  for await (const { header, rows } of inChunks({ ...file, onBook })) {
    known ??= { header, ...(await mappingOf(database, act, { file, header })) }
    const reading = readingOf(known.mapping)
    count += rows.length
    if (count > rowsMax) throw tooLarge()
    for (const { cells } of rows) columns.add(cells)
    const full = rows.map((row) => ({ ...row, key: keyOf(kind, row.cells, reading) }))
    await database.write({ ...act, at: clock.now() }, async (tx) => {
      if ((await importIsHeard(tx, id)).length === 0) throw new Refusal('import_cut_off', { name, silentMinutesMax })
      await insertRows(tx, id, full)
    })
  }
  if (!known || count === 0) throw new Refusal('import_without_rows', {})
  const seen = columns.seen()
  const read = { ...known, mapping: withStyles(kind, known.mapping, seen), seen }
  await database.write(act, async (tx) => {
    await importIsRead(tx, id, { ...read, book })
    audit(tx, { action: 'import.upload', subjectKind: 'import', subjectId: id, after: { name, rows: count } })
    await enqueue(tx, 'import-uploaded', { importId: id }, id)
  })
}

type Headed = Readonly<{ file: Upload; header: readonly string[] }>

async function mappingOf(database: Database, act: Act, { file, header }: Headed): Promise<KnownMapping> {
  const known = await database.read(act, (db) => knownMapping(db, file.kind, header))
  const missing = missingFields(file.kind, known.mapping)
  if (missing.length > 0 && file.missing === 'refuse') throw new Refusal('import_columns_missing', { missing, header })
  return known
}

/** What is sent again is the same file, row by row: whoever sends another under its id would be told of rows that are not in it. */
async function refuseOther(database: Database, act: Act, file: Upload): Promise<void> {
  const { id } = file
  const other = () => new Refusal('key_reused', { key: id })
  let after: number | null = null
  for await (const { header, rows } of inChunks(file)) {
    const from: number = after ?? 0
    const [[of], kept] = await database.read(act, (db) =>
      Promise.all([importById(db, id), rowsAsSent(db, id, { after: from, limit: rowsAtOnce })]),
    )
    if (told({ header, rows }) !== told({ header: of?.header ?? [], rows: kept })) throw other()
    after = rows.at(-1)?.lineNo ?? from
  }
  if (after === null) throw other()
}

const told = ({ header, rows }: Chunk): string =>
  JSON.stringify([header, rows.map(({ lineNo, cells }) => [lineNo, cells])])
