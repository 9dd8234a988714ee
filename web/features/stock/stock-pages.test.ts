import { expect, test } from 'vitest'
import type { StockPage, StockRow } from '../../api/types.ts'
import { linesOf, pagesOf, replacePages, type StockPages } from './stock-pages.ts'

const row = (sku: string, batchId: string): StockRow =>
  ({ sku, batchId, placeId: 'p', productName: sku, onHand: 5, available: 3 }) as StockRow
const page = (next: string | null, ...rows: StockRow[]): StockPage => ({
  items: rows,
  next,
  total: null,
  onHand: null,
  available: null,
})
const held: StockPages = {
  pages: [page('c1', row('A', '1'), row('A', '2')), page('c2', row('B', '3')), page(null, row('B', '4'))],
  pageParams: [undefined, 'c1', 'c2'],
}

test('the pages in view are those that hold any of the rows in view', () => {
  expect(pagesOf(held, 0, 1)).toEqual([0])
  expect(pagesOf(held, 1, 2)).toEqual([0, 1])
  expect(pagesOf(held, 3, 9)).toEqual([2])
})

test('a page read again takes its place, and those after it stay while they still follow on', () => {
  const fresh = page('c2', row('B', '33'))
  expect(replacePages(held, new Map([[1, fresh]])).pages).toEqual([held.pages[0], fresh, held.pages[2]])
})

test('pages that no longer follow on are dropped, so that no row is missed or shown twice', () => {
  const fresh = page('elsewhere', row('B', '33'))
  expect(replacePages(held, new Map([[1, fresh]]))).toEqual({
    pages: [held.pages[0], fresh],
    pageParams: [undefined, 'c1'],
  })
})

test('grouped, each product has a line with its sums before its rows', () => {
  const lines = linesOf(
    held.pages.flatMap(({ items }) => items),
    true,
  )
  expect(lines.count).toBe(6)
  expect(lines.at(0)).toMatchObject({ kind: 'group', sku: 'A', batches: 2, onHand: 10, available: 6 })
  expect(lines.at(3)).toMatchObject({ kind: 'group', sku: 'B' })
  expect(lines.at(6)).toBeUndefined()
})
