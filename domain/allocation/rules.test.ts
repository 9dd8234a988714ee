/**
 * The planner under rules, with the numbers of the scenarios.
 */
import { expect, test } from 'vitest'
import { addDays } from '../calendar-date.ts'
import type { AvailableStock, Demand } from './demand.ts'
import { by, picked, row, today, wants } from './fixture.ts'
import type { Plan } from './plan.ts'
import { explainPassedOver, planAllocation, planWave } from './planner.ts'

const choice = (name: NonNullable<Demand['batches']>['choice']) => ({ batches: { choice: name, by } })
const says = ({ passedOver }: Plan) => passedOver.map(explainPassedOver)

const a60 = row('A', 60, '2026-01-01')
const b40 = row('B', 40, '2025-12-01')
const a100 = row('A', 100, '2026-01-01')
const b100 = row('B', 100, '2025-12-01')
const lots = [row('LOT1', 8, '2026-01-01'), row('LOT2', 10, '2026-02-01'), row('LOT3', 30, '2026-03-01')]
const xAndY = [row('X', 9, '2026-03-01'), row('Y', 9, '2026-06-01')]
const notOlder = { notOlder: { expiresOn: '2026-05-01', deliveredOn: '2025-10-12', by } }
const boxes = [row('L', 300, '2026-01-01', { placeId: 'B', closedPackOf: 100 }), row('L', 200, '2026-01-01')]
const oneLine = choice('one_per_line')
const days = (daysMin: number, boundary?: 'more_than') =>
  ({ rules: [{ kind: 'days', daysMin, by, ...(boundary ? { boundary } : {}) }] }) as const
const amazon = { deliverOn: '2025-11-30' }
const lists = { approved: [{ batchIds: ['A', 'C'], by: { ruleId: 'e', name: 'EU' } }] }

test.each<[string, AvailableStock[], Demand, string, number, string[]]>([
  ['6: 30 days asked, 30 left', [row('E', 9, '2025-12-23')], wants(1, days(30)), 'E 1', 0, []],
  [
    '6: 30 days asked, 29 left',
    [row('E', 9, '2025-12-22')],
    wants(1, days(30)),
    '',
    1,
    ['E: 29 days left on 2025-11-23, Amazon needs 30'],
  ],
  [
    '7: five days on the way, 34 left now',
    [row('E', 9, addDays(today, 34))],
    wants(1, { ...days(30), deliverOn: '2025-11-28' }),
    '',
    1,
    ['E: 29 days left on 2025-11-28, Amazon needs 30'],
  ],
  [
    '7: five days on the way, 35 left now',
    [row('E', 9, addDays(today, 35))],
    wants(1, { ...days(30), deliverOn: '2025-11-28' }),
    'E 1',
    0,
    [],
  ],
  [
    '14: one batch only',
    [a60, b40],
    wants(50, oneLine),
    'A 50',
    0,
    ['B: 40 left alone, the 50 must come from one batch (Amazon)'],
  ],
  [
    '14: fewest batches',
    [a60, b40],
    wants(50, choice('fewest')),
    'A 50',
    0,
    ['B: 40 left alone, the 50 come from as few batches as can be (Amazon)'],
  ],
  ['14: without', [a60, b40], wants(50), 'B 40, A 10', 0, []],
  ['14b: 6', lots, wants(6, choice('oldest_that_fills')), 'LOT1 6', 0, []],
  [
    '14b: 16',
    lots,
    wants(16, choice('oldest_that_fills')),
    'LOT3 16',
    0,
    [
      'LOT1: 8 left alone, the 16 come from the oldest batch that fills them, else from as few as can be (Amazon)',
      'LOT2: 10 left alone, the 16 come from the oldest batch that fills them, else from as few as can be (Amazon)',
    ],
  ],
  [
    '14b: 32',
    lots,
    wants(32, choice('oldest_that_fills')),
    'LOT1 8, LOT3 24',
    0,
    ['LOT2: 10 left alone, the 32 come from the oldest batch that fills them, else from as few as can be (Amazon)'],
  ],
  [
    '15: never older than last',
    xAndY,
    wants(5, notOlder),
    'Y 5',
    0,
    ['X: expires 2026-03-01, older than the 2026-05-01 delivered on 2025-10-12 (Amazon)'],
  ],
  ['15: as old as last is enough', [row('Z', 5, '2026-05-01')], wants(5, notOlder), 'Z 5', 0, []],
  [
    '15: undated is not known to be as young',
    [row('U', 5, null)],
    wants(5, notOlder),
    '',
    5,
    ['U: has no date to hold against the 2026-05-01 delivered on 2025-10-12 (Amazon)'],
  ],
  ['16: packs first', boxes, wants(350), 'L 300, L 50', 0, []],
  ['16: loose first', boxes, wants(350, { packOrder: 'loose_first' }), 'L 200, L 150', 0, []],
  [
    '18: 156 left',
    [row('E', 9, addDays(today, 156))],
    wants(1, { ...days(150), ...amazon }),
    '',
    1,
    ['E: 149 days left on 2025-11-30, Amazon needs 150'],
  ],
  ['18: 157 left', [row('E', 9, addDays(today, 157))], wants(1, { ...days(150), ...amazon }), 'E 1', 0, []],
  [
    '18: more than, 157 left',
    [row('E', 9, addDays(today, 157))],
    wants(1, { ...days(150, 'more_than'), ...amazon }),
    '',
    1,
    ['E: 150 days left on 2025-11-30, Amazon needs more than 150'],
  ],
  [
    '18: more than, 158 left',
    [row('E', 9, addDays(today, 158))],
    wants(1, { ...days(150, 'more_than'), ...amazon }),
    'E 1',
    0,
    [],
  ],
  ['freshest first', [a100, b100, row('U', 9, null)], wants(205, { rotation: 'lefo' }), 'A 100, B 100, U 5', 0, []],
  [
    'freshest first, the oldest that fills',
    [a60, b40],
    wants(30, { rotation: 'lefo', ...choice('oldest_that_fills') }),
    'B 30',
    0,
    [],
  ],
  [
    'by hand: nothing chosen',
    [a60],
    wants(5, { rotation: 'manual' }),
    '',
    5,
    ['A: 60 not chosen, batches are chosen by hand here'],
  ],
  [
    'by hand: in the order chosen',
    [b40, a60],
    wants(70, { rotation: 'manual', chosen: ['A', 'B'] }),
    'A 60, B 10',
    0,
    [],
  ],
  ['approved batches alone', [a60, b40], wants(50, lists), 'A 50', 0, ['B: not among the approved batches (EU)']],
  [
    'barred, though approved',
    [a60, b40],
    wants(9, { ...lists, barred: [{ batchIds: ['A'], by }] }),
    '',
    9,
    ['B: not among the approved batches (EU)', 'A: barred (Amazon)'],
  ],
  [
    'whole packs of 12',
    [b40, a60],
    wants(50, { packs: { of: 12, by } }),
    'B 36, A 12',
    2,
    [
      'B: 4 not taken, only whole packs of 12 go out (Amazon)',
      'A: 48 not taken, only whole packs of 12 go out (Amazon)',
    ],
  ],
  [
    'a closed pack is not opened',
    [row('K', 300, '2025-12-01', { closedPackOf: 100 }), a60],
    wants(60),
    'A 60',
    0,
    ['K: 300 not taken, closed boxes of 100 are not opened'],
  ],
  [
    'boxes of 100 for who wants packs of 150',
    [row('K', 900, '2025-12-01', { closedPackOf: 100 })],
    wants(700, { packs: { of: 150, by } }),
    'K 600',
    100,
    ['K: 300 not taken, only whole packs of 300 go out (Amazon)'],
  ],
  [
    'none fills alone: the one that serves most',
    [a60, b40],
    wants(70, oneLine),
    'A 60',
    10,
    ['B: 40 left alone, the 70 must come from one batch (Amazon)'],
  ],
  [
    'none fills alone, whole or nothing',
    [a60, b40],
    wants(70, { ...oneLine, shortage: 'whole' }),
    '',
    70,
    ['B: 40 left alone, the 70 must come from one batch (Amazon)'],
  ],
  [
    'the rest of a line comes from its batch',
    [a60, b40],
    wants(20, { ...oneLine, boundTo: 'A' }),
    'A 20',
    0,
    ['B: 40 left alone, the 20 must come from one batch (Amazon)'],
  ],
  [
    'bound to a batch that is gone',
    [b40],
    wants(20, { boundTo: 'A' }),
    '',
    20,
    ['B: 40 left alone, the 20 come from another batch'],
  ],
  [
    'one batch over two places',
    [row('A', 20, '2026-01-01'), row('A', 40, '2026-01-01', { placeId: 'P2' }), b40],
    wants(50, oneLine),
    'A 20, A 30',
    0,
    ['B: 40 left alone, the 50 must come from one batch (Amazon)'],
  ],
])('scenario %s', (_, stock, demand, picks, short, told) => {
  const plan = planAllocation(demand, stock)
  expect(picked(plan)).toBe(picks)
  expect(plan.shortfall).toBe(short)
  expect(says(plan)).toEqual(told)
})

test('the lines of an order share the batch that fills them all', () => {
  const line = (quantity: number, more: Partial<Demand> = {}) =>
    wants(quantity, { orderId: 'o1', ...choice('one_per_order'), ...more })
  const stock = [row('A', 60, '2026-01-01'), row('B', 40, '2025-12-01'), row('C', 90, '2026-02-01')]
  expect(planWave([line(30), line(25)], stock).map(picked)).toEqual(['A 30', 'A 25'])
  expect(planWave([line(30), line(25), line(9, { orderId: 'o2' })], stock).map(picked)).toEqual(['A 30', 'A 25', 'B 9'])
  expect(planWave([line(30), line(25, days(60))], stock).map(picked)).toEqual(['C 30', 'C 25'])
  expect(planWave([line(80), line(20)], stock).map(picked)).toEqual(['C 80', 'C 10'])
  const other = line(40, { orderId: 'o2' })
  expect(planWave([line(30), other, line(25)], stock).map(picked)).toEqual(['A 30', 'B 40', 'A 25'])
  expect(planWave([line(30), wants(35), line(25)], stock).map(picked)).toEqual(['A 30', 'B 35', 'A 25'])
})

test('loose first serves no less than packs first, though sizes do not divide each other', () => {
  const places = [2, 4, 6].map((available, at) =>
    row('L', available, '2026-01-01', { placeId: `P${at}`, closedPackOf: [1, 4, 6][at] ?? 1 }),
  )
  expect(planAllocation(wants(10, { packOrder: 'loose_first' }), places).shortfall).toBe(0)
})

test('the fewest batches serve no less than all in their order, though packs do not fit each other', () => {
  const stock = [
    row('A', 4, '2026-01-01', { closedPackOf: 4 }),
    row('B', 6, '2026-02-01', { closedPackOf: 6 }),
    row('C', 3, '2026-03-01'),
  ]
  expect(picked(planAllocation(wants(9, choice('fewest')), stock))).toBe('A 4, C 3')
})
