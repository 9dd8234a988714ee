/**
 * server/platform/http/csv.ts — tables for spreadsheets (RFC 4180, UTF-8 with byte order mark, so that Excel reads it).
 */
import { stringify } from 'csv-stringify/sync'

type Columns = Readonly<Record<string, string>>
type Rows = readonly Readonly<Record<string, unknown>>[]

const bytes = (text: string) => new TextEncoder().encode(text)

/** Text that a spreadsheet would run as a formula is made plain text; what a cell shows stays the same. */
export function csv(columns: Columns, rows: Rows) {
  return bytes(stringify(cells(columns, rows), { header: true, columns, record_delimiter: 'windows', bom: true }))
}

/** The same table of rows that come in pieces, of which it keeps none. */
export async function* csvInPieces(columns: Columns, pieces: AsyncIterable<Rows>) {
  yield csv(columns, [])
  for await (const rows of pieces)
    yield bytes(stringify(cells(columns, rows), { columns, record_delimiter: 'windows' }))
}

const cells = (columns: Columns, rows: Rows) =>
  rows.map((row) => Object.fromEntries(Object.keys(columns).map((key) => [key, harmless(row[key])])))

function harmless(value: unknown): unknown {
  if (Array.isArray(value)) return value.join(' ')
  return typeof value === 'string' && /^[=+\-@\t\r]/.test(value) && !/^-?\d+(\.\d+)?$/.test(value) ? `'${value}` : value
}
