import { expect, test } from 'vitest'
import { type ReturnedBatch, returnedBatch } from './returned-batch.ts'

const a = { batchId: 'a', batchCode: 'A', out: 3 }
const b = { batchId: 'b', batchCode: 'B', out: 2 }
const back = { batchId: 'c', batchCode: 'C', out: 0 }

test.each<[string, string | null, number, (typeof a)[], ReturnedBatch]>([
  ['only one is out', null, 3, [a, back], { kind: 'batch', batchId: 'a' }],
  ['more than is out of the only one', null, 4, [a], { kind: 'too_many', most: 3 }],
  ['two are out: it is asked', null, 1, [a, b], { kind: 'which', among: [a, b] }],
  ['two are out, and each would be enough or not', null, 3, [a, b], { kind: 'which', among: [a, b] }],
  ['more than is out of all', null, 6, [a, b], { kind: 'too_many', most: 5 }],
  ['the label says it', 'b', 2, [a, b], { kind: 'batch', batchId: 'b' }],
  ['the label says it, and it is too many', 'b', 3, [a, b], { kind: 'too_many', most: 2 }],
  ['all of it is back', 'c', 1, [a, back], { kind: 'too_many', most: 0 }],
  ['it was never sent', 'z', 1, [a], { kind: 'too_many', most: 0 }],
  ['nothing was sent', null, 1, [], { kind: 'too_many', most: 0 }],
])('%s', (_, named, quantity, sent, expected) => {
  expect(returnedBatch({ named, quantity }, sent)).toEqual(expected)
})
