import { expect, test } from 'vitest'
import { type CellProblem, cellsOf, findColumns } from './read-cells.ts'

const columns = { sku: 0, quantity: 1, expires: 2, unit: 3 }

test.each([
  [['A', '5', '2026-01-31', 'each'], []],
  [['', '5', '', ''], ['sku is missing']],
  [
    ['A', '0', '31.1.26 or so', 'kilo'],
    [
      'quantity must be a whole number of at least 1, not "0"',
      'expires must be a day as 2026-01-31, not "31.1.26 or so"',
      'unit must be one of each, gram, not "kilo"',
    ],
  ],
  [
    ['A', '1e3', '2026-02-30', ''],
    [
      'quantity must be a whole number of at least 1, not "1e3"',
      'expires must be a day as 2026-01-31, not "2026-02-30"',
    ],
  ],
  [['A', '101', '', ''], ['quantity must be at most 100, not "101"']],
])('%j is told as %j', (cells, expected) => {
  const problems: CellProblem[] = []
  const read = cellsOf({ cells, columns, problems })
  read.needed('sku')
  read.whole('quantity', { least: 1, most: 100 })
  read.day('expires')
  read.choice('unit', ['each', 'gram'])
  expect(problems.map(({ column, message }) => `${column} ${message}`)).toEqual(expected)
})

test('a column is found under any of its names, whatever its case and spaces', () => {
  const wanted = { invoice: ['InvoiceNo', 'Invoice'], price: ['UnitPrice'], gone: ['Gone'] }
  expect(findColumns(['Price', 'invoice_no', 'Unit Price'], wanted)).toEqual({ invoice: 1, price: 2, gone: -1 })
})
