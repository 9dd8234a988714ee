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

/** Of the sheet of that name, or of the first that is seen. Throws `Unreadable`. */
export async function* workbookRows(content: AsyncIterable<Uint8Array>, sheet: string | null): AsyncGenerator<BookRow> {
  const folder = await mkdtemp(join(tmpdir(), 'firstout-book-'))
  try {
    const path = join(folder, 'book.xlsx')
    await writeFile(path, content)
    yield* rowsOf(path, sheet)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function* rowsOf(path: string, sheet: string | null): AsyncGenerator<BookRow> {
  const file = await open(path)
  try {
    const zip = await openZip(file)
    const { sheets, from1904 } = await bookOf(zip)
    const { part } = chosen(sheets, sheet)
    const known = { texts: await sharedTexts(zip), meanings: await meaningsOf(zip), from1904 }
    yield* sheetRows(zip.texts(part), known)
  } finally {
    await file.close()
  }
}

function chosen(sheets: readonly SheetPart[], wanted: string | null): SheetPart {
  const same = (name: string) => name.trim().toLowerCase() === wanted?.trim().toLowerCase()
  const seen = sheets.filter(({ isHidden }) => !isHidden)
  const found = wanted === null ? (seen[0] ?? sheets[0]) : sheets.find(({ name }) => same(name))
  if (found) return found
  const names = seen.map(({ name }) => `"${name}"`).join(', ')
  throw new Unreadable(wanted === null ? 'it has no sheet' : `it has no sheet "${wanted}", but ${names}`)
}
