/**
 * Scenario 37: a product with stock and open orders is tracked by batch, and what lies there is found out bit by bit.
 */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { begin, pathNow, stockHere, untracked } from '../identifying.ts'
import { differences, order, orderNow, receive, refusedReceipt, taken } from '../stories.ts'
import { type Json, openWorld, type World } from '../world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld({ works: false })
})
afterEach(() => world.close())

const count = (bins: string[]): Promise<Json> =>
  world.post('/v1/counts', { warehouse: 'CHI', of: 'bins', bins, blind: false })

test('scenario 37: 500 units and 20 open orders: orders flow on, and after counting 320, 64 % are identified', async () => {
  await untracked(world, { A1: 200, A2: 120, A3: 180 })
  const orders: Json[] = []
  for (let at = 0; at < 20; at += 1) orders.push(await order(world, 5))
  const preview = await world.get('/v1/identification-preview?product=P&dates=required')
  expect(preview).toMatchObject({
    quantity: 500,
    inTransit: 0,
    orders: { orders: 20, lines: 20, open: 100, promised: 100 },
    barred: { quantity: 0, lines: 0, orders: 0, items: [] },
  })
  expect(preview.places.map(({ placeCode, onHand }: Json) => [placeCode, onHand])).toEqual([
    ['A1', 200],
    ['A2', 120],
    ['A3', 180],
  ])
  const path = await begin(world, {
    dates: 'required',
    candidates: [
      { batch: 'L1', expiresOn: '2026-06-01' },
      { batch: 'L2', expiresOn: '2026-07-01' },
    ],
  })
  expect(path).toMatchObject({ state: 'open', quantity: 500, openToAny: false, meter: { here: 500, percent: 0 } })
  expect(path.candidates.map(({ batchCode }: Json) => batchCode)).toEqual(['L1', 'L2'])
  for (const placed of orders) expect(await orderNow(world, placed)).toMatchObject({ allocated: 5, backOrdered: 0 })
  expect((await refusedReceipt(world, [{ quantity: 5 }])).body.code).toBe('batch_code_needed')

  const made = await count(['A1', 'A2'])
  const tallies = [
    { place: 'A1', lines: [{ product: 'P', batch: 'L1', quantity: 200 }] },
    {
      place: 'A2',
      lines: [
        { product: 'P', batch: 'L1', quantity: 50 },
        { product: 'P', batch: 'L2', quantity: 70 },
      ],
    },
  ]
  await world.post(`/v1/counts/${made.id}/tallies`, { tallies })
  await world.post(`/v1/counts/${made.id}/bookings`, {})

  expect((await pathNow(world, path)).meter).toEqual({ whole: 500, identified: 320, here: 180, gone: 0, percent: 64 })
  expect(await stockHere(world)).toEqual({ 'L1 A1': 200, 'L1 A2': 50, 'L2 A2': 70, '- A3': 180 })
  for (const placed of orders) expect(await orderNow(world, placed)).toMatchObject({ allocated: 5, backOrdered: 0 })
  for (const placed of orders) await world.post('/v1/shipments', { order: placed.id })
  expect(taken(await order(world, 400))).toEqual({ L1: 150, L2: 70, '-': 180 })
  expect(await differences(world)).toEqual([])
  expect(await world.get('/v1/batch-accuracy')).toMatchObject({ items: [{ counted: 2, right: 2, percent: 100 }] })
})

test('what is new names its batch, and goes before goods without a date where the first expired goes first', async () => {
  await untracked(world, { A1: 10 })
  await begin(world)
  await receive(world, [{ batch: 'NEW', quantity: 5, expiresOn: '2027-01-01' }])
  expect(taken(await order(world, 8))).toEqual({ NEW: 5, '-': 3 })
})
