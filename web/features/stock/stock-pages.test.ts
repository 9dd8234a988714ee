import { expect, test } from 'vitest'
import type { StockGroup, StockRow } from '../../api/types.ts'
import { groupedLines, pagesOf, plainLines } from './stock-pages.ts'

const row = (batchCode: string): StockRow => ({ batchCode }) as StockRow
const rows = ['T1', 'T2', 'J1', 'O1', 'O2', 'O3'].map(row)
const group = (sku: string, count: number): StockGroup => ({ sku, rows: count }) as StockGroup

test.each([
  [0, 30, 100_000, [0]],
  [0, 370, 100_000, [0, 1]],
  [50_000, 50_030, 100_000, [124, 125]],
  [50_100, 50_130, 100_000, [125]],
  [99_970, 99_999, 100_000, [249]],
  [0, 30, 0, [0]],
])('rows %i to %i of %i are on pages %j', (first, last, total, pages) => {
  expect(pagesOf(first, last, total)).toEqual(pages)
})

const shown = (lines: ReturnType<typeof plainLines>) =>
  Array.from({ length: lines.count }, (_, index) => {
    const line = lines.at(index)
    if (!line) return '…'
    return line.kind === 'row' ? line.row.batchCode : `[${line.group.sku}]`
  }).join(' ')

test('plain lines are rows; what has not been read is not there yet', () => {
  expect(shown(plainLines(7, (index) => rows[index]))).toBe('T1 T2 J1 O1 O2 O3 …')
})

test('grouped, each product has a line before its rows', () => {
  const lines = groupedLines([group('TEA', 2), group('JAM', 1), group('OIL', 3)], (index) => rows[index])
  expect(shown(lines)).toBe('[TEA] T1 T2 [JAM] J1 [OIL] O1 O2 O3')
  expect(Array.from({ length: lines.count }, (_, index) => lines.rowOf(index))).toEqual([0, 0, 1, 2, 2, 3, 3, 4, 5])
})
