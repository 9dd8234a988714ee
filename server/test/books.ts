/**
 * server/test/books.ts — workbooks as people have them.
 */
import writeXlsxFile from 'write-excel-file/node'

export type BookCell = string | number | Date | Readonly<{ value: Date | number; format: string }> | null

const dayFormat = 'dd.mm.yyyy'

function cellOf(cell: BookCell) {
  if (cell === null) return null
  if (typeof cell === 'string') return { value: cell, type: String }
  if (typeof cell === 'number') return { value: cell, type: Number }
  if (cell instanceof Date) return { value: cell, type: Date, format: dayFormat }
  return { ...cell, type: cell.value instanceof Date ? Date : Number }
}

/** With a sheet of each name. */
export const bookOf = (sheets: Readonly<Record<string, readonly (readonly BookCell[])[]>>): Promise<Buffer> =>
  writeXlsxFile(
    Object.entries(sheets).map(([sheet, rows]) => ({ sheet, data: rows.map((row) => row.map(cellOf)) })) as never,
  ).toBuffer()
