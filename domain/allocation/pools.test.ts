import { expect, test } from 'vitest'
import type { Demand } from './demand.ts'
import { picked, pool, row, today, wants } from './fixture.ts'
import { numberToSell } from './number-to-sell.ts'
import type { Plan } from './plan.ts'
import { explainPassedOver, planAllocation, planWave } from './planner.ts'
import type { Pool } from './pools.ts'

const says = ({ passedOver }: Plan) => passedOver.map(explainPassedOver)
const a100 = row('A', 100, '2026-01-01')
const b100 = row('B', 100, '2025-12-01')
const kept = 'B: 60 kept for Shopify until 2025-11-30 (Black Friday)'

test('scenario 17: 60 of B are kept for Shopify; wholesale gets 40 B and 60 A, and Shopify still sees 60 of B', () => {
  const [wholesale, shop] = planWave(
    [wants(100, { channel: 'wholesale' }), wants(70, { channel: 'Shopify' })],
    [a100, b100],
    [pool(60)],
  )
  expect([wholesale && picked(wholesale), wholesale && says(wholesale)]).toEqual(['B 40, A 60', [kept]])
  expect(shop).toMatchObject({ shortfall: 0, drawn: [{ poolId: 'p1', quantity: 60 }] })
  expect(shop && picked(shop)).toBe('B 60, A 10')
  const afterwards = [
    { ...a100, available: 40 },
    { ...b100, available: 60 },
  ]
  const toSell = (channel: string) =>
    numberToSell(
      [{ productId: 'P', perUnit: 1, demand: wants(1, { channel }), stock: afterwards, pools: [pool(60)] }],
      null,
    )
  expect([toSell('Shopify'), toSell('wholesale')]).toEqual([100, 40])
})

test.each<[string, Pool[], Partial<Demand>, string]>([
  ['nobody else gets it', [pool(100)], { channel: null }, 'A 100'],
  ['its own channel does', [pool(100)], { channel: 'Shopify' }, 'B 100, A 50'],
  ['through its last day', [pool(100, { until: today })], {}, 'A 100'],
  ['not after it', [pool(100, { until: '2025-11-22' })], {}, 'B 100, A 50'],
  ['of any batch: the freshest is kept', [pool(70, { batchId: null })], {}, 'B 100, A 30'],
  ['no more than there is', [pool(900, { batchId: null })], {}, ''],
  ['two pools keep different units', [pool(60), pool(60, { id: 'p2', batchId: null })], {}, 'B 40, A 40'],
  ['of its warehouse', [pool(60, { warehouseId: 'CHI' })], {}, 'B 40, A 100'],
  ['a pool of another warehouse', [pool(60, { warehouseId: 'DAL' })], {}, 'B 100, A 50'],
  [
    'too little for both: a batch goes before any batch, then the older pool',
    [
      pool(200, { id: 'p1', batchId: null }),
      pool(80, { id: 'p3', channel: 'Amazon' }),
      pool(80, { id: 'p2', channel: 'eBay' }),
    ],
    { channel: 'eBay' },
    'B 80',
  ],
])('a pool: %s', (_, pools, more, picks) => {
  expect(picked(planAllocation(wants(150, more), [a100, b100], pools))).toBe(picks)
})

test('a pool keeps nothing of what cannot be sold', () => {
  const held = row('H', 90, '2026-05-01', { obstacles: [{ kind: 'held', hold: 'QA-17', reason: 'smell' }] })
  const old = row('D', 90, '2025-11-20')
  expect(picked(planAllocation(wants(150), [held, old, a100], [pool(70, { batchId: null })]))).toBe('A 30')
})

const boxes = (quantity: number) => row('B', quantity, '2025-12-01', { placeId: 'B-z', closedPackOf: 100 })

test.each<[string, number, string]>([
  ['a box and loose units: the other box goes, and what is loose', 150, 'B 100, B 50'],
  ['less than a box is loose units', 40, 'B 200, B 60'],
  ['more than there is loose beside whole boxes: part of a box too', 250, 'B 50'],
])('of boxes and loose units a pool keeps %s', (_, quantity, picks) => {
  expect(picked(planAllocation(wants(300), [row('B', 100, '2025-12-01'), boxes(200)], [pool(quantity)]))).toBe(picks)
})
