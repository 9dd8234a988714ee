import { expect, test } from 'vitest'
import { guessMapping, ignoredColumns, missingFields, readingOf } from './mapping.ts'
import { readStockRow, stockRowKey } from './stock-row.ts'

const header = [
  'SKU',
  'Quantity',
  'warehouse',
  'Batch',
  'expires on',
  'boxes_of',
  'unit_cost',
  'currency',
  'origin',
  'x',
]
const reading = readingOf(guessMapping('stock', header))
const told = (cells: string[]) =>
  readStockRow(cells, reading).problems.map(({ column, message }) => `${column} ${message}`)

test('a header is read whatever its case and spaces; what is missing and what says nothing here is named', () => {
  const told = (names: string[]) => {
    const mapping = guessMapping('stock', names)
    return { missing: missingFields('stock', mapping), ignored: ignoredColumns(names, mapping) }
  }
  expect(told(header)).toEqual({ missing: [], ignored: ['x'] })
  expect(told(['sku', 'line', ''])).toEqual({ missing: ['quantity', 'warehouse'], ignored: ['line'] })
})

test('a row is the receipt that it becomes, of what its cells say and nothing else', () => {
  expect(readStockRow(['P', '12', 'CHI', 'L1', '2026-01-31', '', '', '', 'US', 'y'], reading)).toEqual({
    row: {
      warehouse: 'CHI',
      supplier: undefined,
      line: { product: 'P', quantity: 12, batch: 'L1', expiresOn: '2026-01-31', originCountry: 'US' },
    },
    problems: [],
  })
})

test.each([
  [['P', '10', 'CHI', '', '', '4'], ['boxes_of is 4, and 10 are no whole boxes of that']],
  [
    ['', '', ''],
    ['sku is missing', 'quantity is missing', 'warehouse is missing'],
  ],
  [['P', '1', 'CHI', '', '', '', '5'], ['currency is missing: a cost and its currency belong together']],
  [['P', '1', 'CHI', '', '', '', '5', 'usd'], ['currency must be three capital letters, as USD, not "usd"']],
  [['P', '1', 'CHI', '', '', '', '', '', 'Peru'], ['origin must be two capital letters, as US, not "Peru"']],
  [['P', '1', 'CHI', 'L'.repeat(401)], ['batch must have 400 characters or fewer']],
])('%j is told as %j', (cells, expected) => {
  expect(told(cells)).toEqual(expected)
})

test.each([
  ['L001', ' l001', true],
  ['L001', 'Ｌ001', true],
  ['L-001', 'L0O1', true],
  ['001', '1', false],
  ['', 'L1', false],
])('%j and %j are judged together: %j', (one, other, together) => {
  const key = (batch: string) => stockRowKey(['P', '1', 'CHI', batch], reading)
  expect(key(one) === key(other)).toBe(together)
})
