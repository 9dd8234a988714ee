/**
 * web/features/stock/stock-pages.ts — the pages of a list too long to read whole, kept true while others change it.
 */
import type { InfiniteData } from '@tanstack/react-query'
import type { StockPage, StockRow } from '../../api/types.ts'

export type StockPages = InfiniteData<StockPage, string | undefined>

/** The pages that hold the rows from `first` to `last`, both inclusive. */
export function pagesOf({ pages }: StockPages, first: number, last: number): number[] {
  const found: number[] = []
  let start = 0
  pages.forEach(({ items }, index) => {
    if (start <= last && start + items.length > first) found.push(index)
    start += items.length
  })
  return found
}

/** Puts pages read again in their place; what no longer follows on is dropped, and read again when it comes into view. */
export function replacePages(held: StockPages, fresh: ReadonlyMap<number, StockPage>): StockPages {
  const pages = held.pages.map((page, index) => fresh.get(index) ?? page)
  const broken = pages.findIndex(({ next }, index) => index + 1 < pages.length && next !== held.pageParams[index + 1])
  const kept = broken === -1 ? pages.length : broken + 1
  return { pages: pages.slice(0, kept), pageParams: held.pageParams.slice(0, kept) }
}

export type StockLine =
  | Readonly<{ kind: 'row'; row: StockRow }>
  | Readonly<{ kind: 'group'; sku: string; name: string; batches: number; onHand: number; available: number }>

export const keyOfRow = ({ batchId, placeId }: StockRow): string => `${batchId} ${placeId}`

export type StockLines = Readonly<{ count: number; at(index: number): StockLine | undefined }>

/** Rows as lines, each run of one product under a line of its own where `grouped`. */
export function linesOf(rows: readonly StockRow[], grouped: boolean): StockLines {
  if (!grouped) {
    // Made when they come into view: there may be a hundred thousand.
    const at = (index: number): StockLine | undefined => {
      const row = rows[index]
      return row && { kind: 'row', row }
    }
    return { count: rows.length, at }
  }
  const lines = groupedLines(rows)
  return { count: lines.length, at: (index) => lines[index] }
}

function groupedLines(rows: readonly StockRow[]): StockLine[] {
  const lines: StockLine[] = []
  let start = 0
  while (start < rows.length) {
    const sku = rows[start]?.sku ?? ''
    let end = start
    while (end < rows.length && rows[end]?.sku === sku) end += 1
    const run = rows.slice(start, end)
    lines.push(groupLine(sku, run), ...run.map((row) => ({ kind: 'row', row }) as const))
    start = end
  }
  return lines
}

function groupLine(sku: string, run: readonly StockRow[]): StockLine {
  return {
    kind: 'group',
    sku,
    name: run[0]?.productName ?? '',
    batches: new Set(run.map(({ batchId }) => batchId)).size,
    onHand: run.reduce((sum, row) => sum + row.onHand, 0),
    available: run.reduce((sum, row) => sum + row.available, 0),
  }
}
