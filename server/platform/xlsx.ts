/**
 * server/platform/xlsx.ts — workbooks. Codes, GTINs and phone numbers stay text, so that no zero is lost and no batch becomes a date.
 */
import writeXlsxFile, { type CellObject, type Sheet as Written } from 'write-excel-file/node'
import type { Download } from './http/house.ts'
import { Refusal } from './refusal.ts'

/** What a column is read as, where it is not text. An instant is in UTC, which its title says. */
type As = 'count' | 'day' | 'instant'
export type Sheet = Readonly<{
  name: string
  /** By the fields of the rows, in the order of the columns. */
  columns: Readonly<Record<string, string>>
  as?: Readonly<Record<string, As>>
  rows: readonly Readonly<Record<string, unknown>>[]
}>

/** All of a workbook is made in memory; CSV has no such limit. */
export const sheetRowsMax = 50_000
/** Of Excel. */
const cellCharactersMax = 32_767
const width = { min: 10, max: 48 }

/** The first row stays in view. Refuses `sheet_too_long`. */
export async function workbook(name: string, sheets: readonly Sheet[]): Promise<Download & { content: Buffer }> {
  for (const { name: sheet, rows } of sheets)
    if (rows.length > sheetRowsMax)
      throw new Refusal('sheet_too_long', { sheet, rows: rows.length, rowsMax: sheetRowsMax })
  return {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: `${name}.xlsx`,
    content: await writeXlsxFile(sheets.map(written)).toBuffer(),
  }
}

function written({ name, columns, as = {}, rows }: Sheet): Written<never> {
  const keys = Object.keys(columns)
  const titles = keys.map((key) => (as[key] === 'instant' ? `${columns[key]} (UTC)` : (columns[key] ?? '')))
  const cells = rows.map((row) => keys.map((key) => cellOf(row[key], as[key])))
  return {
    sheet: name,
    columns: titles.map((title, at) => ({
      width: widthOf([title, ...cells.slice(0, 200).map((row) => shown(row[at]))]),
    })),
    stickyRowsCount: 1,
    data: [titles.map((title) => ({ ...textCell(title), fontWeight: 'bold' as const })), ...cells],
  }
}

function cellOf(value: unknown, as: As | undefined): CellObject | null {
  if (value === null || value === undefined || value === '') return null
  const text = Array.isArray(value) ? value.join(' ') : `${value as string | number | boolean}`
  if (as === 'count') return { value: Number(text), type: Number, format: '#,##0' }
  if (as === 'day') return { value: new Date(`${text}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' }
  if (as === 'instant') return { value: new Date(text), type: Date, format: 'yyyy-mm-dd hh:mm' }
  return textCell(text)
}

/** XML has no way to write most control characters. */
const textCell = (text: string): CellObject => ({
  value: text.replaceAll(/[^\P{Cc}\t\n]|[\uD800-\uDFFF\uFFFE\uFFFF]/gu, '').slice(0, cellCharactersMax),
  type: String,
  format: '@',
})

const shown = (cell: CellObject | null | undefined): string =>
  cell?.value instanceof Date ? '2000-01-01 00:00' : `${(cell?.value ?? '') as string | number}`

const widthOf = (texts: readonly string[]): number =>
  Math.min(width.max, Math.max(width.min, ...texts.map(({ length }) => length + 2)))
