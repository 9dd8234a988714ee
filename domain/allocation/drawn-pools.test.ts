/**
 * Of which pool, and of which of its balances, units are kept and taken.
 */
import { expect, test } from 'vitest'
import { pool, row, today } from './fixture.ts'
import { drawn, keptStock, lessDrawn, type Pool } from './pools.ts'

const a100 = row('A', 100, '2026-01-01')
const b100 = row('B', 100, '2025-12-01')
const inDallas = row('B', 100, '2025-12-01', { warehouseId: 'DAL', placeId: 'D' })
const shopify = pool(60)
const anyBatch = pool(60, { id: 'p0', batchId: null })
const amazon = pool(60, { id: 'p3', channel: 'Amazon' })
const younger = pool(60, { id: 'p2' })
const taken = (stock: typeof a100, quantity: number) => ({ row: stock, quantity })

test.each<[string, Pool[], ReturnType<typeof taken>[], string[]]>([
  ['what it takes', [shopify], [taken(b100, 40)], ['p1 40']],
  ['no more than it keeps', [shopify], [taken(b100, 70)], ['p1 60']],
  ['nothing of another batch', [shopify], [taken(a100, 40)], []],
  ['nothing of another channel', [amazon, shopify], [taken(b100, 90)], ['p1 60']],
  ['of its batch before any batch', [anyBatch, shopify], [taken(b100, 70)], ['p1 60', 'p0 10']],
  ['of the older before the younger', [younger, shopify], [taken(b100, 70)], ['p1 60', 'p2 10']],
  ['of all that it takes', [anyBatch], [taken(a100, 20), taken(b100, 30)], ['p0 50']],
  ['no unit twice', [shopify, anyBatch], [taken(b100, 50)], ['p1 50']],
  ['only where the pool is', [pool(60, { warehouseId: 'DAL' })], [taken(b100, 20), taken(inDallas, 30)], ['p1 30']],
  ['through the last day', [pool(60, { until: today })], [taken(b100, 20)], ['p1 20']],
  ['nothing after it', [pool(60, { until: '2025-11-22' })], [taken(b100, 20)], []],
])('a channel draws from its pools: %s', (_, pools, rows, parts) => {
  const told = drawn(rows, 'Shopify', pools)
  expect(told.map(({ poolId, quantity }) => `${poolId} ${quantity}`)).toEqual(parts)
  expect(drawn(rows, null, pools)).toEqual([])
})

test('what was drawn is off its pool, and off no other', () => {
  const left = lessDrawn([shopify, anyBatch], [{ poolId: 'p1', quantity: 25 }])
  expect(left).toEqual([{ ...shopify, quantity: 35 }, anyBatch])
})

test('a unit is kept once, of what is left, for the pool whose turn is first', () => {
  const kept = keptStock([a100, b100, inDallas], [30, 50, 0], [anyBatch, younger, shopify])
  expect(kept.map(({ pool: { id }, index, quantity }) => `${id} ${index} ${quantity}`)).toEqual(['p1 1 50', 'p0 0 30'])
})
