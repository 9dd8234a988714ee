import { expect, test } from 'vitest'
import { discrepancies, emptyTally, summaryText } from './summary.ts'

const bad = { lineNo: 3, invoice: '1', code: 'A', kind: 'bad row' as const, reason: 'has a quantity of 0' }
const whole = () => ({
  ...emptyTally(),
  linesIn: 7,
  orders: { documents: 1, lines: 2, units: 10, allocated: 8, backOrdered: 2 },
  shipments: { documents: 1, units: 8, wanted: 8 },
  returns: { documents: 1, lines: 1, units: 1 },
  adjustments: { lines: 1, units: 5 },
  odd: [{ lineNo: 9, invoice: '2', code: 'POST', what: 'postage' }],
  bad: [bad],
  refused: [{ ...bad, lineNo: 4, kind: 'refused' as const }],
})

test('an account in which every line and unit is somewhere adds up', () => {
  expect(discrepancies(whole())).toEqual([])
  expect(summaryText(whole())).toContain('It adds up, to the line.')
})

test.each([
  ['a lost line', { linesIn: 8 }, '8 lines came in, but 7 are accounted for'],
  [
    'a lost unit',
    { orders: { documents: 1, lines: 2, units: 11, allocated: 8, backOrdered: 2 } },
    '11 units were ordered, but 8 allocated and 2 back-ordered',
  ],
  [
    'an order not shipped',
    { shipments: { documents: 0, units: 0, wanted: 8 } },
    '8 allocated units were to be shipped, but 0 were',
  ],
])('%s is told', (_what, change, words) => {
  expect(discrepancies({ ...whole(), ...change })).toEqual([words])
  expect(summaryText({ ...whole(), ...change })).toContain(`IT DOES NOT ADD UP: ${words}.`)
})
