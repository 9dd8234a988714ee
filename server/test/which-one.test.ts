/**
 * Where what is written fits several things, a person is asked: nothing is taken from the first that comes along.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { order, orderNow, product, receive, stockOf } from './stories.ts'
import { type Json, openWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld({ works: false })
})
afterAll(() => world?.close())

test('a code that two batches have is asked about when stock is corrected, and the id says which', async () => {
  for (const code of ['X', 'Y']) await world.post('/v1/suppliers', { code, name: `Supplier ${code}` })
  await product(world, { batchIdentity: 'supplier' })
  const line = { batch: '0815', quantity: 10, expiresOn: '2026-01-01' }
  await receive(world, [line], { supplier: 'X' })
  const second = await receive(world, [{ ...line, expiresOn: '2026-03-03' }], { supplier: 'Y' })
  const adjust = (batch: string) =>
    world.call('POST', '/v1/adjustments', {
      warehouse: 'CHI',
      reason: 'broken',
      lines: [{ product: 'P', batch, place: 'MAIN', quantity: -1 }],
    })
  const asked = await adjust('0815')
  expect(asked).toMatchObject({ status: 409, body: { code: 'ambiguous', facts: { where: 'line 1', name: '0815' } } })
  expect(asked.body.detail).toBe(
    'line 1: "0815" fits 2: batch 0815 of Supplier X, last day 2026-01-01; batch 0815 of Supplier Y, last day 2026-03-03. Say which one is meant.',
  )
  expect((await stockOf(world, '0815')).map(({ onHand }) => onHand)).toEqual([10, 10])
  expect((await adjust(asked.body.facts.candidates[1].id)).status).toBe(201)
  const left = (await stockOf(world, '0815')).map(({ batchId, onHand }) => [batchId, onHand])
  expect(left).toContainEqual([second.lines[0].batchId, 9])
})

test('a batch that is promised from two places is asked about when it is shipped, and the place says which', async () => {
  const [{ id: warehouseId }] = (await world.get('/v1/warehouses')).items
  await world.post('/v1/places', { places: [{ warehouseId, code: 'BIN-2' }] })
  await product(world, { sku: 'Q' })
  const line = { product: 'Q', batch: 'B', expiresOn: '2026-01-01' }
  await receive(world, [
    { ...line, quantity: 40 },
    { ...line, quantity: 60, place: 'BIN-2' },
  ])
  const placed = await order(world, 100, { line: { product: 'Q' } })
  const ship = (more: Json) =>
    world.call('POST', '/v1/shipments', {
      order: placed.number,
      lines: [{ orderLine: placed.lines[0].id, batch: 'B', quantity: 5, ...more }],
    })
  const asked = await ship({})
  expect(asked).toMatchObject({ status: 409, body: { code: 'ambiguous' } })
  expect(asked.body.detail).toContain('60 of batch B, last day 2026-01-01, at CHI BIN-2')
  expect(await orderNow(world, placed)).toMatchObject({ shipped: 0 })
  const shipped = await ship({ place: 'BIN-2' })
  expect(shipped.body.items[0].lines).toMatchObject([{ placeCode: 'BIN-2', quantity: 5 }])
})
