import { expect, test } from 'vitest'
import { gapsIn } from './gaps.ts'
import { guessMapping, readingOf } from './mapping.ts'
import { readStockRow } from './stock-row.ts'

const header = ['sku', 'quantity', 'warehouse', 'batch', 'expires_on', 'produced_on', 'place', 'supplier', 'gtin']
const reading = readingOf(guessMapping('stock', header))
const known = { batch: true, date: true }

const rowOf = (text: string, needs: { batch: boolean; date: boolean } | null = known) => {
  const cells = text.split(',')
  const { row, problems } = readStockRow(cells, reading)
  return { sheet: row, gtin: cells[8] || undefined, problems, needs, today: '2026-06-01' }
}
const whole = 'P,5,CHI,L1,2027-01-31,2026-01-01,A-1,ACME,4006381333931'

test.each([
  [whole, []],
  ['P,5,CHI,,2027-01-31,,A-1,ACME,', ['batch_missing']],
  ['P,5,CHI,2027-03-01,2027-01-31,,A-1,ACME,', ['batch_spoiled']],
  ['P,5,CHI,1.2E+10,2027-01-31,,A-1,ACME,', ['batch_spoiled']],
  ['P,5,CHI,L1,,,A-1,ACME,', ['date_missing']],
  ['P,5,CHI,L1,,2026-01-01,A-1,ACME,', []],
  ['P,5,CHI,L1,2027-02-30,,A-1,ACME,', ['date_impossible']],
  ['P,5,CHI,L1,03/04/2027,,A-1,ACME,', ['date_unclear']],
  ['P,5,CHI,L1,2027-01-31,2027-02-01,A-1,ACME,', ['date_impossible']],
  ['P,5,CHI,L1,2027-01-31,2026-06-02,A-1,ACME,', ['date_impossible']],
  ['P,5,CHI,L1,2026-06-01,,A-1,ACME,', []],
  ['P,5,CHI,L1,2026-05-31,,A-1,ACME,', ['expired']],
  ['P,5,CHI,L1,2027-01-31,,A-1,ACME,4006381333930', ['gtin_wrong']],
  ['P,5,CHI,L1,2027-01-31,,,,', ['place_missing', 'supplier_missing']],
])('%s has the gaps %j', (text, expected) => {
  expect(gapsIn([rowOf(text)])).toEqual([expected])
})

test('what its product does not need is no gap, and an unknown product is judged as most are', () => {
  const bare = 'P,5,CHI,,,,A-1,ACME,'
  expect(gapsIn([rowOf(bare, { batch: false, date: false })])).toEqual([[]])
  expect(gapsIn([rowOf(bare, null)])).toEqual([['batch_missing', 'date_missing', 'product_unknown']])
})

test('rows of one batch are held against each other', () => {
  const rows = [
    whole,
    whole.replace('L1', 'L-1'),
    whole.replace('2027-01-31', '2027-02-01'),
    whole,
    whole.replace('P', 'Q'),
  ]
  expect(gapsIn(rows.map((row) => rowOf(row)))).toEqual([
    ['batch_alike', 'dates_differ'],
    ['batch_alike'],
    ['batch_alike', 'dates_differ'],
    ['batch_alike', 'dates_differ', 'row_twice'],
    [],
  ])
})
