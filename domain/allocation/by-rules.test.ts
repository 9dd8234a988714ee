/**
 * What the lines of an order leave each other under rules, and what is told of the stock that stays.
 */
import { expect, test } from 'vitest'
import type { AvailableStock, Demand } from './demand.ts'
import { by, picked, pool, row, today, wants } from './fixture.ts'
import { explainPassedOver, planAllocation, planWave } from './planner.ts'
import type { Pool } from './pools.ts'

const choice = (name: NonNullable<Demand['batches']>['choice']) => ({ batches: { choice: name, by } })
const a60 = row('A', 60, '2026-01-01')
const b40 = row('B', 40, '2025-12-01')
const c90 = row('C', 90, '2026-02-01')
const packs = (of: number) => ({ packs: { of, by } })
const kept = (quantity: number) => `B: ${quantity} kept for Shopify until 2025-11-30 (Black Friday)`
const boxes = [row('L', 300, '2026-01-01', { placeId: 'B', closedPackOf: 50 }), row('L', 200, '2026-01-01')]
const barred = { barred: [{ batchIds: ['B'], by }] }
const twoPlaces = [row('A', 20, '2026-01-01'), row('A', 40, '2026-01-01', { placeId: 'P2' })]
const box = row('K', 300, '2025-12-01', { closedPackOf: 100 })

test.each<[string, AvailableStock[], Pool[], Demand, string, string[]]>([
  [
    'the rest of a pack, though the line is served',
    [a60, b40],
    [],
    wants(48, packs(12)),
    'B 36, A 12',
    ['B: 4 not taken, only whole packs of 12 go out (Amazon)'],
  ],
  ['nothing that the line did not need', twoPlaces, [], wants(12, packs(12)), 'A 12', []],
  ['nothing of what stands after the last pick', [b40, a60, c90], [], wants(40, choice('one_per_line')), 'B 40', []],
  ['nothing of an earlier place of the batch', boxes, [], wants(250, { packOrder: 'loose_first' }), 'L 50, L 200', []],
  [
    'what a box keeps, and nobody asked for packs',
    [box, a60],
    [],
    wants(10, packs(1)),
    'A 10',
    ['K: 300 not taken, closed boxes of 100 are not opened'],
  ],
  [
    'what is free and in no pack, then what is kept',
    [a60, b40],
    [pool(10)],
    wants(40, packs(12)),
    'B 24, A 12',
    [
      'B: 6 not taken, only whole packs of 12 go out (Amazon)',
      kept(10),
      'A: 48 not taken, only whole packs of 12 go out (Amazon)',
    ],
  ],
  ['what is kept, where all else of it went', [a60, b40], [pool(30)], wants(50), 'B 10, A 40', [kept(30)]],
  ['nothing kept for its own channel', [a60, b40], [pool(30)], wants(50, { channel: 'Shopify' }), 'B 40, A 10', []],
  [
    'nothing kept, where it is history',
    [a60, b40],
    [pool(30)],
    wants(50, { deliverOn: today, history: true }),
    'B 40, A 10',
    [],
  ],
  ['a rule against it before what is kept', [a60, b40], [pool(30)], wants(50, barred), 'A 50', ['B: barred (Amazon)']],
  [
    'nothing where there is too little, and the line goes whole or not at all',
    [a60, b40],
    [],
    wants(101, { ...packs(20), shortage: 'whole' }),
    '',
    [],
  ],
])('of stock that stays is told %s', (_, stock, pools, demand, picks, told) => {
  const plan = planAllocation(demand, stock, pools)
  expect(picked(plan)).toBe(picks)
  expect(plan.passedOver.map(explainPassedOver)).toEqual(told)
})

const line = (quantity: number, more: Partial<Demand> = {}) =>
  wants(quantity, { orderId: 'o1', ...choice('one_per_order'), ...more })
const free = { orderId: 'o1' }

test.each<[string, Demand[], string[]]>([
  ['the batch of the first serves the second, though another would do', [line(40), line(30, barred)], ['C 40', 'C 30']],
  [
    'where none is fit for all, the first takes its own',
    [line(60, barred), line(90, { approved: [{ batchIds: ['B'], by }] })],
    ['A 60', ''],
  ],
  ['a line that may be divided is not asked', [line(40), wants(100, free)], ['B 40', 'A 60, C 40']],
  ['nor is a line of its own batch', [line(40), wants(60, { ...free, ...choice('one_per_line') })], ['B 40', 'A 60']],
  [
    'lines without an order share none',
    [wants(40, choice('one_per_order')), wants(60, choice('one_per_order'))],
    ['B 40', 'A 60'],
  ],
  ['a line that is bound already stays so', [line(20, { boundTo: 'C' }), line(20)], ['C 20', 'C 20']],
  [
    'what is bound stays, though the next would be bound elsewhere',
    [line(20), line(20, { boundTo: 'C' }), line(20)],
    ['A 20', 'C 20', 'A 20'],
  ],
  [
    'a line that got nothing binds nobody',
    [line(5, { approved: [{ batchIds: [], by }] }), line(95), line(90)],
    ['', 'C 90', ''],
  ],
  ['nor does that bind the order', [wants(30, { ...free, ...choice('one_per_line') }), line(20)], ['B 30', 'A 20']],
  [
    'what is fit for each of them',
    [line(10), line(10, barred), line(10, { barred: [{ batchIds: ['A'], by }] })],
    ['C 10', 'C 10', 'C 10'],
  ],
  ['in whole packs', [line(24, packs(12)), line(12, packs(12))], ['B 24', 'B 12']],
])('lines of an order that must share a batch: %s', (_, demands, plans) => {
  expect(planWave(demands, [a60, b40, c90]).map(picked)).toEqual(plans)
})

test('the batch that lines share is sought in what earlier demands and pools left', () => {
  expect(planWave([wants(10), line(20), line(15)], [a60, b40]).map(picked)).toEqual(['B 10', 'A 20', 'A 15'])
  expect(planWave([line(20), line(15)], [a60, b40], [pool(10)]).map(picked)).toEqual(['A 20', 'A 15'])
  expect(planWave([line(20), line(15)], [a60, b40], [pool(5)]).map(picked)).toEqual(['B 20', 'B 15'])
})

test('what an earlier demand took is not told', () => {
  const [, later] = planWave([wants(40), wants(12, { ...barred, ...packs(12) })], [a60, b40])
  expect(later).toEqual({ picks: [{ batchId: 'A', placeId: 'MAIN', quantity: 12 }], shortfall: 0, passedOver: [] })
})

test('what a channel takes of its pool is no longer kept for it', () => {
  const shop = wants(20, { channel: 'Shopify' })
  const [first, second, third] = planWave([shop, shop, wants(30)], [a60, b40], [pool(30)])
  expect([first?.drawn, second?.drawn, third?.drawn]).toEqual([
    [{ poolId: 'p1', quantity: 20 }],
    [{ poolId: 'p1', quantity: 10 }],
    undefined,
  ])
  expect(third && picked(third)).toBe('A 30')
})
