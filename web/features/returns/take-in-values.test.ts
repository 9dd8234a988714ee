import { expect, test } from 'vitest'
import { Problem } from '../../api/problem.ts'
import { backLine, bodyOf, problemsOf, type ReturnLine } from './take-in-values.ts'

const batch = (batchId: string) => ({ batchId, batchCode: batchId.toUpperCase(), expiresOn: null, quantity: 3 })
const line = (lineNo: number, ...out: string[]): ReturnLine => ({
  lineNo,
  productId: 'p',
  sku: 'TEA',
  productName: 'Green tea',
  category: '',
  tracking: 'batch',
  quantity: 4,
  returned: 0,
  batches: [],
  lots: [],
  out: out.map(batch),
})

test.each([
  ['none is known to be out', [], ''],
  ['one is out', ['a'], 'A'],
  ['several are out', ['a', 'b'], ''],
])('%s', (_, out, expected) => {
  expect(backLine(line(1, ...out), 4).batch).toBe(expected)
})

test('a line that did not come is not sent, and a refusal finds the line as it stands', () => {
  const lines = [
    backLine(line(1), ''),
    { ...backLine(line(2, 'a'), 2), serials: 'S-1, S-2' },
    backLine(line(3, 'a', 'b'), 1),
  ]
  expect(bodyOf({ warehouse: 'CHI', lines })).toEqual({
    warehouse: 'CHI',
    lines: [
      { line: 2, quantity: 2, batch: 'A', serials: ['S-1', 'S-2'] },
      { line: 3, quantity: 1 },
    ],
  })
  const refused = new Problem({
    code: 'return_which_batch',
    status: 409,
    detail: 'Line 2: TEA was sent from several batches.',
    facts: { where: 'line 2' },
    requestId: '',
  })
  expect(problemsOf(refused, lines)).toEqual([{ at: 'lines.2.batch', message: 'TEA was sent from several batches.' }])
})
