import { expect, test } from 'vitest'
import { row, today, wants } from './fixture.ts'
import { freeLatest } from './free-latest.ts'
import { type AvailableStock, type Demand, explainPassedOver, openWave, planAllocation, planWave } from './planner.ts'

const held = { kind: 'held', hold: 'QA-17', reason: 'under test' } as const
const a = row('A', 100, '2026-01-01')
const b = row('B', 100, '2025-12-01')
const bHeld = row('B', 100, '2025-12-01', { obstacles: [held] })
const old = row('D', 50, '2025-11-20')
const undated = row('U', 50, null)
const early = { receivedOn: '2025-10-15' }
const past = '2025-11-19'
const life = (daysMin: number) => ({ rules: [{ kind: 'days', daysMin }] as const })
const cHeld = row('C', 9, '2026-02-01', { obstacles: [held] })
const inDallas = row('A', 10, '2026-01-01', { warehouseId: 'DAL' })
const shut = row('A', 5, null, { obstacles: [{ kind: 'place', placeKind: 'quarantine' }] })

test.each<[string, AvailableStock[], Demand, string, number, string[]]>([
  ['what expires first goes first', [a, b], wants(150), 'B100 A50', 0, []],
  ['a demand served by the first asks no more', [a, b], wants(100), 'B100', 0, []],
  ['a held batch is passed over', [a, bHeld], wants(150), 'A100', 50, ['B: 100 on hold (QA-17)']],
  ['undated last, expired never', [undated, a, old], wants(170), 'A100 U50', 20, ['D: expired 3 days ago']],
  ['what comes after the last pick was not passed over', [b, cHeld], wants(1), 'B1', 0, []],
  ['tie of days: received first', [a, row('C', 100, '2026-01-01', early)], wants(10), 'C10', 0, []],
  ['tie of all: by code', [row('Z', 5, null), row('Y', 5, null)], wants(7), 'Y5 Z2', 0, []],
  ['first in, first out', [b, row('A', 10, '2026-01-01', early)], wants(12, { rotation: 'fifo' }), 'A10 B2', 0, []],
  ['last in, first out', [b, row('A', 10, '2026-01-01', early)], wants(102, { rotation: 'lifo' }), 'B100 A2', 0, []],
  ['only from the warehouse asked', [b, inDallas], wants(12, { warehouseId: 'DAL' }), 'A10', 2, []],
  ['whole or nothing: nothing', [a], wants(101, { shortage: 'whole' }), '', 101, []],
  ['whole or nothing: whole', [a], wants(100, { shortage: 'whole' }), 'A100', 0, []],
  ['where nothing is for sale', [shut], wants(1), '', 1, ['A: 5 at a quarantine place, not for sale']],
  ['judged on the day of delivery', [b], wants(1, { deliverOn: '2025-12-02' }), '', 1, ['B: expired 1 day ago']],
  ['a past delivery is judged today', [old], wants(1, { deliverOn: past }), '', 1, ['D: expired 3 days ago']],
  ['history is judged on its own day', [old], wants(1, { deliverOn: past, history: true }), 'D1', 0, []],
  ['30 days asked', [b, a], wants(1, life(30)), 'A1', 0, ['B: 8 days left on 2025-11-23, 30 needed']],
  ['undated, life asked', [undated], wants(1, life(1)), '', 1, ['U: has no date to judge its remaining life by']],
  ['its turn has not come', [b], wants(5, { waits: true }), '', 5, ['B: 100 first offered to those who waited before']],
  ['an empty balance is no stock', [row('E', 0, '2025-11-01')], wants(1), '', 1, []],
  ['no stock', [], wants(3), '', 3, []],
  ['nothing asked, nothing passed over', [a, bHeld], wants(0), '', 0, []],
])('%s', (_, stock, demand, picked, short, says) => {
  const plan = planAllocation(demand, stock)
  expect(plan.picks.map(({ batchId, quantity }) => `${batchId}${quantity}`).join(' ')).toBe(picked)
  expect(plan.shortfall).toBe(short)
  expect(plan.passedOver.map(explainPassedOver)).toEqual(says)
})

test('demands are served in their order, each from what the earlier ones left', () => {
  const plans = planWave([wants(60), wants(60), wants(90, { shortage: 'whole' }), wants(90)], [a, b])
  expect(plans.map(({ picks, shortfall }) => [picks.map((one) => `${one.batchId}${one.quantity}`), shortfall])).toEqual(
    [
      [['B60'], 0],
      [['B40', 'A20'], 0],
      [[], 90],
      [['A80'], 10],
    ],
  )
})

test('two demands of one wave are each judged on the day on which the goods can be there', () => {
  const life = { rules: [{ kind: 'days', daysMin: 5 } as const] }
  const by = (day: string) => wants(10, { ...life, arrivals: new Map([['CHI', day]]) })
  const plans = planWave([by('2025-11-24'), by('2025-11-30'), by('2025-11-26')], [b])
  expect(plans.map(({ shortfall }) => shortfall)).toEqual([0, 10, 0])
})

test('what an earlier demand took is not passed over by a later one', () => {
  const [, later] = planWave([wants(70), wants(10, life(30))], [a, b])
  expect(later?.passedOver.map(({ batchId, quantity }) => [batchId, quantity])).toEqual([['B', 30]])
  const [, last] = planWave([wants(100), wants(10, life(30))], [a, b])
  expect(last?.passedOver).toEqual([])
})

const reserved = (batchId: string, quantity: number, expiresOn: string | null) => ({
  batchId,
  placeId: 'MAIN',
  quantity,
  expiresOn,
})

test.each<[string, ReturnType<typeof reserved>[], number, string]>([
  ['the latest expiry goes back', [reserved('B', 100, '2025-12-01'), reserved('A', 50, '2026-01-01')], 30, 'A30'],
  ['then the next', [reserved('B', 100, '2025-12-01'), reserved('A', 50, '2026-01-01')], 70, 'A50 B20'],
  ['undated is the latest', [reserved('A', 50, '2026-01-01'), reserved('U', 5, null)], 6, 'U5 A1'],
  ['nothing asked, nothing freed', [reserved('A', 50, '2026-01-01')], 0, ''],
  ['no more than there is', [reserved('A', 50, '2026-01-01')], 51, 'A50'],
  [
    'of one day the later batch',
    [reserved('A', 5, null), reserved('B', 5, null), reserved('A2', 5, null)],
    11,
    'B5 A25 A1',
  ],
])('to free stock: %s', (_, rows, quantity, freed) => {
  expect(
    freeLatest(rows, quantity)
      .map((one) => `${one.batchId}${one.quantity}`)
      .join(' '),
  ).toBe(freed)
})

test('of one batch the later place is freed first, in whatever order the rows are told', () => {
  const places = ['P1', 'P3', 'P2'].map((placeId) => ({ ...reserved('A', 5, '2026-01-01'), placeId }))
  for (const rows of [places, places.toReversed()])
    expect(freeLatest(rows, 10).map(({ placeId }) => placeId)).toEqual(['P3', 'P2'])
})

test('to try something out binds no order, draws from no pool and takes no stock', () => {
  const shop = { id: 'p', name: 'Shop', channel: 'shop', batchId: null, warehouseId: null, quantity: 60, until: today }
  const wave = openWave([a, b], [shop])
  const by = { ruleId: 'r', name: 'r' }
  const ours = { batches: { choice: 'one_per_order', by }, orderId: 'o1', channel: 'shop' } as const
  const notB = { barred: [{ batchIds: ['B'], by }] }
  const tried = wave.tryOut([wants(10, { ...ours, ...notB }), wants(150, { channel: 'shop' })])
  expect(tried.map(({ drawn }) => drawn?.map(({ quantity }) => quantity))).toEqual([[10], [50]])
  const [served, other] = wave.serve([wants(95, ours), wants(100)])
  expect(served).toMatchObject({ picks: [{ batchId: 'B', quantity: 95 }], drawn: [{ poolId: 'p', quantity: 60 }] })
  expect(other?.picks.map(({ batchId, quantity }) => `${batchId}${quantity}`)).toEqual(['B5', 'A95'])
})
