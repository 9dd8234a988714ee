import { expect, test } from 'vitest'
import type { AvailableStock, Demand } from './demand.ts'
import { row, wants } from './fixture.ts'
import { freshestFirst, orderOf } from './order.ts'

const batch = (batchId: string, expiresOn: string | null, receivedOn: string) =>
  row(batchId, 1, expiresOn, { batchCode: 'L', receivedOn })
/** Each pair of dates stands twice, so that the second key decides as well. */
const stock = [
  batch('soon, new', '2025-12-01', '2025-11-02'),
  batch('soon, old', '2025-12-01', '2025-11-01'),
  batch('late, new', '2026-06-01', '2025-11-02'),
  batch('late, old', '2026-06-01', '2025-11-01'),
  batch('never', null, '2025-11-01'),
]
const oldestThatFills = { batches: { choice: 'oldest_that_fills', by: { ruleId: 'r', name: 'r' } } } as const
const fefo = ['soon, old', 'soon, new', 'late, old', 'late, new', 'never']
const fifo = ['soon, old', 'late, old', 'never', 'soon, new', 'late, new']
const lifo = ['soon, new', 'late, new', 'soon, old', 'late, old', 'never']
const lefo = ['late, new', 'late, old', 'soon, new', 'soon, old', 'never']

test.each<[string, Partial<Demand>, string[]]>([
  ['what expires first', { rotation: 'fefo' }, fefo],
  ['what came first', { rotation: 'fifo' }, fifo],
  ['what came last', { rotation: 'lifo' }, lifo],
  ['the freshest', { rotation: 'lefo' }, lefo],
  ['the oldest that fills, by expiry', { rotation: 'lefo', ...oldestThatFills }, fefo],
  ['the oldest that fills, by receipt', { rotation: 'lifo', ...oldestThatFills }, fifo],
  ['the oldest that fills is what expires first already', { rotation: 'fefo', ...oldestThatFills }, fefo],
  ['the oldest that fills is what came first already', { rotation: 'fifo', ...oldestThatFills }, fifo],
  [
    'as a person chose, then what expires first',
    { rotation: 'manual', chosen: ['never', 'late, new'] },
    ['never', 'late, new', 'soon, old', 'soon, new', 'late, old'],
  ],
  ['by hand, where nobody chose', { rotation: 'manual' }, fefo],
])('first goes %s', (_, more, ids) => {
  const sorted = stock.toSorted(orderOf(wants(1, more)))
  expect(sorted.map(({ batchId }) => batchId)).toEqual(ids)
  expect(stock.toReversed().toSorted(orderOf(wants(1, more)))).toEqual(sorted)
})

test('what is kept for later is kept of the freshest', () => {
  expect(stock.toSorted(freshestFirst).map(({ batchId }) => batchId)).toEqual(lefo)
})

const named = (batchCode: string, batchId: string, placeId: string): AvailableStock => ({
  ...row(batchId, 1, null),
  batchCode,
  placeId,
})

test.each([
  ['by code, whatever the batch and the place', named('A', 'z', 'z'), named('B', 'a', 'a')],
  ['of one code by batch, whatever the place', named('A', 'a', 'z'), named('A', 'b', 'a')],
  ['of one batch by place', named('A', 'a', 'a'), named('A', 'a', 'b')],
])('of one day goes first: %s', (_, first, second) => {
  for (const rotation of ['fefo', 'fifo', 'lifo', 'lefo'] as const) {
    expect([second, first].toSorted(orderOf(wants(1, { rotation })))).toEqual([first, second])
    expect([first, second].toSorted(orderOf(wants(1, { rotation })))).toEqual([first, second])
  }
})
