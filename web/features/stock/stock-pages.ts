/**
 * web/features/stock/stock-pages.ts — a list too long to read whole, as lines of a window: which page a row is on, and
 * which row, or which product's heading, a line is.
 */
import type { StockGroup, StockRow } from '../../api/types.ts'

export const pageRows = 400

/** The pages that hold the rows from `first` to `last`, both inclusive, and what one scrolls into next. */
export function pagesOf(first: number, last: number, total: number): number[] {
  const ahead = pageRows / 10
  const from = Math.max(0, Math.floor((first - ahead) / pageRows))
  const to = Math.min(Math.floor((last + ahead) / pageRows), Math.max(0, Math.ceil(total / pageRows) - 1))
  return Array.from({ length: Math.max(1, to - from + 1) }, (_, index) => from + index)
}

export type StockLine = Readonly<{ kind: 'row'; row: StockRow }> | Readonly<{ kind: 'group'; group: StockGroup }>

export const keyOfRow = ({ batchId, placeId }: StockRow): string => `${batchId} ${placeId}`

export type StockLines = Readonly<{
  count: number
  /** Undefined where the row has not been read. */
  at(line: number): StockLine | undefined
  /** The row that stands on a line; for a heading, the first one below it. */
  rowOf(line: number): number
}>

type RowAt = (row: number) => StockRow | undefined

const asLine = (row: StockRow | undefined): StockLine | undefined => row && { kind: 'row', row }

export const plainLines = (total: number, rowAt: RowAt): StockLines => ({
  count: total,
  at: (line) => asLine(rowAt(line)),
  rowOf: (line) => line,
})

/** Each product has a line of its own above its rows. */
export function groupedLines(groups: readonly StockGroup[], rowAt: RowAt): StockLines {
  const headings: number[] = []
  let count = 0
  for (const { rows } of groups) {
    headings.push(count)
    count += rows + 1
  }
  const groupOf = (line: number) => lastAtMost(headings, line)
  return {
    count,
    at(line) {
      const index = groupOf(line)
      const group = groups[index]
      if (group && headings[index] === line) return { kind: 'group', group }
      return asLine(rowAt(line - index - 1))
    },
    rowOf(line) {
      const index = groupOf(line)
      return headings[index] === line ? line - index : line - index - 1
    },
  }
}

/** The place of the last of the ascending numbers that is not above `most`. */
function lastAtMost(numbers: readonly number[], most: number): number {
  let low = 0
  let high = numbers.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((numbers[middle] ?? 0) <= most) low = middle
    else high = middle - 1
  }
  return low
}
