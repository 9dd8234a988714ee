/**
 * server/platform/workbook/sheet-rows.ts — the rows of one sheet as its XML comes. Texts stay texts: no zero is lost, no code becomes a number or a day.
 */
import { type Meaning, numberText } from './number-formats.ts'
import { cellString } from './parts.ts'
import { type Attributes, type Heard, xmlReader } from './xml.ts'

export type BookRow = Readonly<{ lineNo: number; cells: string[] }>
export type Known = Readonly<{ texts: readonly string[]; meanings: readonly Meaning[]; from1904: boolean }>

const columnsMax = 1000

export async function* sheetRows(xml: AsyncIterable<string>, known: Known): AsyncGenerator<BookRow> {
  let rows: BookRow[] = []
  const read = xmlReader(
    rowElements(known, (row) => {
      rows.push(row)
    }),
  )
  for await (const text of xml) {
    read(text)
    yield* rows
    rows = []
  }
}

type Cell = { at: number; type: string; style: number; value: string }

function rowElements(known: Known, tell: (row: BookRow) => void): Heard {
  let lineNo = 0
  let cells: string[] = []
  let cell: Cell | null = null
  let isValue = false
  return {
    open(name, attribute) {
      if (name === 'row') {
        lineNo = Number(attribute('r') ?? lineNo + 1)
        cells = []
      }
      if (name === 'c') cell = cellAt(attribute, cells.length)
      if (name === 'v' || name === 't') isValue = true
    },
    text(text) {
      if (cell && isValue) cell.value += text
    },
    close(name) {
      if (name === 'v' || name === 't') isValue = false
      if (name === 'c' && cell) {
        if (cell.at < columnsMax) put(cells, cell.at, said(cell, known))
        cell = null
      }
      if (name === 'row') tell({ lineNo, cells })
    },
  }
}

function cellAt(attribute: Attributes, next: number): Cell {
  const letters = /^[A-Z]+/.exec(attribute('r') ?? '')?.[0]
  const at = letters === undefined ? next : [...letters].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0) - 1
  return { at, type: attribute('t') ?? 'n', style: Number(attribute('s') ?? 0), value: '' }
}

/** Empty cells before it are not written. */
function put(cells: string[], at: number, value: string): void {
  while (cells.length < at) cells.push('')
  cells[at] = value
}

function said({ type, style, value }: Cell, { texts, meanings, from1904 }: Known): string {
  if (type === 's') return texts[Number(value)] ?? ''
  if (type === 'n') return numberText(value, meanings[style] ?? 'number', from1904)
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
  return cellString(value)
}
