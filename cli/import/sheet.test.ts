import { expect, test } from 'vitest'
import { cellsOf } from './sheet.ts'

const columns = { sku: 0, quantity: 1, expires: 2, unit: 3 }

test.each([
  [['A', '5', '2026-01-31', 'each'], []],
  [['', '5', '', ''], ['sku is missing']],
  [
    ['A', '0', '31.1.2026', 'kilo'],
    [
      'quantity must be a whole number of at least 1, not "0"',
      'expires must be a day as 2026-01-31, not "31.1.2026"',
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
])('%j is told as %j', (cells, expected) => {
  const reasons: string[] = []
  const read = cellsOf({ cells, columns, reasons })
  read.needed('sku')
  read.whole('quantity', 1)
  read.day('expires')
  read.choice('unit', ['each', 'gram'])
  expect(reasons).toEqual(expected)
})
