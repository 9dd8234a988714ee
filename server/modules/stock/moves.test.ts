import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Json, openWorld, type World } from '../../test/world.ts'

let world: World
/** It is 23 November, 9:00 in Chicago; the day before was the 22nd there until 6:00 UTC. */
const yesterday = '2025-11-23T03:00:00Z'

beforeAll(async () => {
  world = await openWorld({ works: false })
  await world.post('/v1/warehouses', { code: 'DAL', name: 'Dallas', timeZone: 'America/Chicago' })
  await world.post('/v1/products', { sku: 'TEA', name: 'Green tea' })
  const line = { product: 'TEA', expiresOn: '2026-05-01' }
  await world.post('/v1/receipts', {
    warehouse: 'CHI',
    receivedAt: yesterday,
    lines: [{ ...line, quantity: 50, batch: 'A' }],
  })
  await world.post('/v1/receipts', { warehouse: 'CHI', lines: [{ ...line, quantity: 30, batch: 'A' }] })
  await world.post('/v1/receipts', { warehouse: 'DAL', lines: [{ ...line, quantity: 7, batch: 'B' }] })
  const lost = { product: 'TEA', batch: 'A', quantity: -4 }
  await world.post('/v1/adjustments', { warehouse: 'CHI', reason: 'broken', lines: [lost] })
  const wrong = await world.post('/v1/adjustments', { warehouse: 'CHI', reason: 'typed wrong', lines: [lost] })
  await world.post(`/v1/moves/${wrong.moves[0].id}/reversal`, { reason: 'it is there' })
})
afterAll(() => world?.close())

const moved = async (query: string) =>
  (await world.get(`/v1/moves?${query}`)).items
    .map(({ quantity, reason, fromWarehouseCode, fromCode, toWarehouseCode, toCode }: Json) =>
      [quantity, reason, fromWarehouseCode ?? fromCode, '→', toWarehouseCode ?? toCode].join(' '),
    )
    .toReversed()

test('a day is the one in the warehouse', async () => {
  expect(await moved('day=2025-11-22')).toEqual(['50 receipt SUPPLIER → CHI'])
  expect(await moved('day=2025-11-23')).toHaveLength(5)
  expect(await moved('day=2025-11-24')).toEqual([])
})

test('moves are found by warehouse and reason, and say where they were', async () => {
  expect(await moved('warehouse=DAL')).toEqual(['7 receipt SUPPLIER → DAL'])
  expect(await moved('reason=adjustment')).toEqual(['4 adjustment CHI → COUNT', '4 adjustment CHI → COUNT'])
  expect(await moved('reason=reversal&product=TEA')).toEqual(['4 reversal COUNT → CHI'])
})

test('what was written down later than a moment tells why the past looks different now', async () => {
  expect(await moved('occurredUntil=2025-11-23T04:00:00Z&recordedAfter=2025-11-23T04:00:00Z')).toEqual([
    '50 receipt SUPPLIER → CHI',
  ])
})

test('the sums are those of all moves found, without what was undone', async () => {
  expect((await world.get('/v1/moves/sums?day=2025-11-23')).items).toEqual([
    { reason: 'adjustment', moves: 2, quantity: 4 },
    { reason: 'receipt', moves: 2, quantity: 37 },
    { reason: 'reversal', moves: 1, quantity: 4 },
  ])
})
