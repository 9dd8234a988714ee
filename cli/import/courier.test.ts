import { expect, test } from 'vitest'
import { chunks } from './courier.ts'

test.each([
  [
    'fills each call up to the limit',
    [2, 2, 2, 2],
    4,
    [
      [2, 2],
      [2, 2],
    ],
  ],
  ['never cuts a document', [3, 3], 4, [[3], [3]]],
  ['sends a document beyond the limit alone', [1, 9, 1], 4, [[1], [9], [1]]],
  ['sends nothing for nothing', [], 4, []],
])('%s', (_rule, sizes, linesMax, expected) => {
  expect([...chunks(sizes, (size) => size, linesMax)]).toEqual(expected)
})
