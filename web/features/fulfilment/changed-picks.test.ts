import { expect, test } from 'vitest'
import { changedPicks, changeInWords } from './changed-picks.ts'

const pick = (batchCode: string, quantity: number) => ({
  orderLineId: 'L',
  batchId: batchCode,
  placeId: 'P',
  batchCode,
  quantity,
})
type Line = ReturnType<typeof pick>

const told = (known: Line[], now: Line[], shipped: string[] = []) =>
  changedPicks({ known, now, shippedSince: new Set(shipped.map((batch) => `L ${batch}`)) }).map(
    ({ line: { batchCode }, reserved, change }) =>
      `${batchCode} ${reserved} ${change ? changeInWords(change, { batchCode, reserved }) : '–'}`,
  )

test.each<[string, Line[], Line[], string[], string[]]>([
  ['nothing changed', [pick('A', 13)], [pick('A', 13)], [], ['A 13 –']],
  ['a part was taken back', [pick('A', 13)], [pick('A', 10)], [], ['A 10 3 of A were taken back: put them back.']],
  [
    'a line went, and another stepped in',
    [pick('A', 5), pick('B', 10), pick('C', 1)],
    [pick('A', 5), pick('C', 1), pick('D', 10)],
    [],
    ['A 5 –', 'B 0 B was taken back: put 10 back.', 'C 1 –', 'D 10 New since you began: take 10 of D.'],
  ],
  [
    'the first line went',
    [pick('A', 5), pick('B', 1)],
    [pick('B', 1)],
    [],
    ['A 0 A was taken back: put 5 back.', 'B 1 –'],
  ],
  [
    'all went',
    [pick('A', 5), pick('B', 1)],
    [],
    [],
    ['A 0 A was taken back: put 5 back.', 'B 0 B was taken back: put 1 back.'],
  ],
  ['more came', [pick('A', 5)], [pick('A', 8)], [], ['A 8 3 more of A are reserved since you began.']],
  ['a colleague shipped it', [pick('A', 5)], [], ['A'], ['A 0 5 of A were shipped meanwhile by somebody else.']],
])('%s', (_, known, now, shipped, expected) => {
  expect(told(known, now, shipped)).toEqual(expected)
})
