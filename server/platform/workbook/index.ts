/**
 * server/platform/workbook/index.ts — reads an Excel workbook (XLSX, ECMA-376) row by row: it is kept on disk while it is read, for its table of
 * contents stands at its end.
 */
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bookOf, meaningsOf, type SheetPart, sharedTexts } from './parts.ts'
import { type BookRow, sheetRows } from './sheet-rows.ts'
import { Unreadable } from './unreadable.ts'
import { openZip } from './zip.ts'

export type { BookRow } from './sheet-rows.ts'
export { Unreadable } from './unreadable.ts'

/** Which sheet was read, and which a person sees in the workbook. */
export type Book = Readonly<{ sheet: string; sheets: readonly string[] }>
type Wanted = Readonly<{ sheet: string | null; onBook: ((book: Book) => void) | undefined }>

/** Of the sheet of that name, or of the first that has rows and is seen. Throws `Unreadable`. */
export async function* workbookRows(
  content: AsyncIterable<Uint8Array>,
  sheet: string | null,
  onBook?: (book: Book) => void,
): AsyncGenerator<BookRow> {
  const folder = await mkdtemp(join(tmpdir(), 'firstout-book-'))
  try {
    const path = join(folder, 'book.xlsx')
    await writeFile(path, content)
    yield* rowsOf(path, { sheet, onBook })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function* rowsOf(path: string, { sheet, onBook }: Wanted): AsyncGenerator<BookRow> {
  const file = await open(path)
  try {
    const zip = await openZip(file)
    const { sheets, from1904 } = await bookOf(zip)
    const known = { texts: await sharedTexts(zip), meanings: await meaningsOf(zip), from1904 }
    const rowsIn = ({ part }: SheetPart) => sheetRows(zip.texts(part), known)
    const begun = sheet === null ? await firstWithRows(sheets, rowsIn) : begin(named(sheets, sheet), rowsIn)
    const seen = sheets.filter((one) => !one.isHidden || one === begun.sheet)
    onBook?.({ sheet: begun.sheet.name, sheets: seen.map(({ name }) => name) })
    yield* begun.head
    yield* begun.rest
  } finally {
    await file.close()
  }
}

type RowsIn = (sheet: SheetPart) => AsyncGenerator<BookRow>
/** What was read of its rows already, and the reading that goes on. */
type Begun = Readonly<{ sheet: SheetPart; head: readonly BookRow[]; rest: AsyncGenerator<BookRow> }>

const begin = (sheet: SheetPart, rowsIn: RowsIn): Begun => ({ sheet, head: [], rest: rowsIn(sheet) })

/**
 * A cover sheet has a title at most: what has rows has a row that names columns and another below it. None is broken off, which would close the file:
 * those that are passed over are read to their end, and the one that is taken is read on.
 */
async function firstWithRows(sheets: readonly SheetPart[], rowsIn: RowsIn): Promise<Begun> {
  const seen = sheets.filter(({ isHidden }) => !isHidden)
  for (const sheet of seen) {
    const rest = rowsIn(sheet)
    const head = await headOf(rest)
    if (head.length > 1) return { sheet, head, rest }
  }
  const [first] = [...seen, ...sheets]
  if (!first) throw new Unreadable('it has no sheet')
  return begin(first, rowsIn)
}

const isFilled = ({ cells }: BookRow): boolean => cells.some((cell) => cell.trim() !== '')

/** The first two rows in which anything stands. */
async function headOf(rows: AsyncGenerator<BookRow>): Promise<BookRow[]> {
  const head: BookRow[] = []
  while (head.length < 2) {
    const next = await rows.next()
    if (next.done) break
    if (isFilled(next.value)) head.push(next.value)
  }
  return head
}

function named(sheets: readonly SheetPart[], wanted: string): SheetPart {
  const plain = (name: string) => name.trim().toLowerCase()
  const found = sheets.find(({ name }) => plain(name) === plain(wanted))
  if (found) return found
  const names = sheets.filter(({ isHidden }) => !isHidden).map(({ name }) => `"${name}"`)
  throw new Unreadable(`it has no sheet "${wanted}", but ${names.join(', ')}`)
}
