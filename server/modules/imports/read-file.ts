/**
 * server/modules/imports/read-file.ts — the rows of a person's file as its bytes come: never the whole of it at once in memory.
 */
import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { type Decoding, textDecoding } from '#domain/imports/decode-text.ts'
import { delimiterOf } from '#domain/imports/delimiter.ts'
import { Refusal } from '#platform/refusal.ts'
import { type Book, Unreadable, workbookRows } from '#platform/workbook/index.ts'

export type FileRow = Readonly<{ lineNo: number; cells: string[] }>

export const bytesMax = 500_000_000
export const rowsMax = 1_000_000
export const cellMax = 5000
const headMin = 4096 // characters, in which a header ends

/** `sheet` names one of a workbook; null is its first with rows. `onBook` is told which one is read, before its rows. */
export type File = Readonly<{
  content: AsyncIterable<Uint8Array>
  sheet: string | null
  onBook?: (book: Book) => void
}>

/** Blank lines are no rows. Refuses `import_not_text`, `import_too_large`, `import_unreadable` and `import_book_unreadable`. */
export async function* readFile({ content, ...wanted }: File): AsyncGenerator<FileRow> {
  const pieces = limited(content)[Symbol.asyncIterator]()
  const first = await pieces.next()
  if (first.done) return
  const all = whole(first.value, { [Symbol.asyncIterator]: () => pieces })
  if (begins(first.value, 'PK\x03\x04')) yield* bookRows({ content: all, ...wanted })
  else yield* textRows(all)
}

async function* bookRows({ content, sheet, onBook }: File): AsyncGenerator<FileRow> {
  try {
    yield* filled(workbookRows(content, sheet, onBook))
  } catch (error) {
    if (error instanceof Unreadable) throw new Refusal('import_book_unreadable', { why: error.message })
    throw error
  }
}

async function* filled(rows: AsyncIterable<FileRow>): AsyncGenerator<FileRow> {
  for await (const { lineNo, cells: written } of rows) {
    const cells = written.map(cellText)
    if (cells.some((cell) => cell !== '')) yield { lineNo, cells }
  }
}

async function* textRows(content: AsyncIterable<Uint8Array>): AsyncGenerator<FileRow> {
  const texts = textsOf(content)
  let head = ''
  for (let next = await texts.next(); !next.done; next = await texts.next()) {
    head += next.value
    if (head.length >= headMin) break
  }
  const parser = Readable.from(whole(head, texts)).pipe(
    parse({
      delimiter: delimiterOf(head),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: 200_000,
      info: true,
    }),
  )
  try {
    yield* filled(rowsFrom(parser as AsyncIterable<Parsed>))
  } catch (error) {
    if (error instanceof CsvError) throw new Refusal('import_unreadable', { line: lineOf(error), why: wordsOf(error) })
    throw error
  }
}

type Parsed = Readonly<{ record: string[]; info: { lines: number } }>

async function* rowsFrom(parser: AsyncIterable<Parsed>): AsyncGenerator<FileRow> {
  for await (const { record, info } of parser) yield { lineNo: info.lines, cells: record }
}

const lineOf = ({ message }: CsvError): number => Number(/ line (\d+)/.exec(message)?.[1] ?? 1)

const wordsOf = ({ code }: CsvError): string =>
  code === 'CSV_QUOTE_NOT_CLOSED'
    ? 'a quotation mark is opened and never closed'
    : 'it is too long, or its quotation marks do not match'

/** Our own sheets put an apostrophe before what a spreadsheet would run. */
export const cellText = (cell: string): string =>
  cell
    .replaceAll('\u0000', '')
    .trim()
    .replace(/^'(?=[=+\-@])/, '')
    .slice(0, cellMax)

async function* whole<Piece extends string | Uint8Array>(
  head: Piece,
  rest: AsyncIterable<Piece>,
): AsyncGenerator<Piece> {
  if (head.length > 0) yield head
  yield* rest
}

async function* textsOf(content: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoding: Decoding = textDecoding()
  let isFirst = true
  for await (const piece of content) {
    if (isFirst) refuseOtherKinds(piece)
    isFirst = false
    yield decoding.write(piece)
  }
  yield decoding.end()
}

async function* limited(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let bytes = 0
  for await (const piece of content) {
    bytes += piece.length
    if (bytes > bytesMax) throw tooLarge()
    if (piece.length > 0) yield piece
  }
}

export const tooLarge = () => new Refusal('import_too_large', { rowsMax, megabytesMax: bytesMax / 1_000_000 })

const kinds = [
  ['\xd0\xcf\x11\xe0', 'an old Excel workbook (XLS)'],
  ['%PDF-', 'a PDF'],
] as const

const begins = (piece: Uint8Array, letters: string): boolean =>
  Buffer.from(piece.subarray(0, letters.length)).equals(Buffer.from(letters, 'latin1'))

function refuseOtherKinds(piece: Uint8Array): void {
  const found = kinds.find(([letters]) => begins(piece, letters))
  if (found) throw new Refusal('import_not_text', { what: found[1] })
}
