/**
 * server/platform/http/csv.ts — tables for spreadsheets (RFC 4180, UTF-8 with byte order mark, so that Excel reads it).
 */
import { stringify } from 'csv-stringify/sync'

/** Text that a spreadsheet would run as a formula is made plain text; what a cell shows stays the same. */
export function csv(columns: Readonly<Record<string, string>>, rows: readonly Readonly<Record<string, unknown>>[]) {
  const safe = rows.map((row) => Object.fromEntries(Object.keys(columns).map((key) => [key, harmless(row[key])])))
  const text = stringify(safe, { header: true, columns, record_delimiter: 'windows', bom: true })
  return new TextEncoder().encode(text)
}

function harmless(value: unknown): unknown {
  if (Array.isArray(value)) return value.join(' ')
  return typeof value === 'string' && /^[=+\-@\t\r]/.test(value) && !/^-?\d+(\.\d+)?$/.test(value) ? `'${value}` : value
}
