import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World, waitFor } from '../../test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  for (const sku of ['TEA', 'JAM', 'HONEY']) await world.post('/v1/products', { sku, name: `Product ${sku}` })
})
afterAll(() => world.close())

const receive = (product: string, batch: string, quantity: number, expiresOn = '2026-05-01') =>
  world.post('/v1/receipts', { warehouse: 'CHI', lines: [{ product, batch, quantity, expiresOn }] })
const order = (lines: object[]) => world.post('/v1/orders', { lines })
const lostOf = async (id: string) => (await world.get(`/v1/orders/${id}`)).lost

test('an order that lost batches to a hold says to which, on how many lines and since when; the list says so too', async () => {
  const receipt = await receive('TEA', 'A', 100)
  await receive('JAM', 'J', 100)
  const { id, number, lost } = await order([
    { product: 'TEA', quantity: 60 },
    { product: 'TEA', quantity: 40 },
    { product: 'JAM', quantity: 5 },
  ])
  expect(lost).toEqual([])
  const waitsAnyway = await order([{ product: 'TEA', quantity: 7 }])
  const hold = await world.post('/v1/holds', { scope: 'batch', batch: receipt.lines[0].batchId, reason: 'Smell' })
  const [told] = await waitFor(async () => {
    const found = await lostOf(id)
    return found.length > 0 ? found : null
  }, 'the order to be flagged')
  expect(told).toMatchObject({ why: 'held', hold: hold.number, lines: 2, quantity: 100 })
  expect(Date.parse(told.since)).toBe(Date.parse(world.clock.now()))
  const { items } = await world.get('/v1/orders?state=waiting')
  expect(items.find((row: { number: string }) => row.number === number).lost).toEqual([told])
  // It had nothing to lose.
  expect(await lostOf(waitsAnyway.id)).toEqual([])
})

test('stock that comes takes the flag away again; so does the lifted hold', async () => {
  const receipt = await receive('HONEY', 'H', 10)
  const { id } = await order([{ product: 'HONEY', quantity: 10 }])
  const hold = await world.post('/v1/holds', { scope: 'batch', batch: receipt.lines[0].batchId, reason: 'Sticky' })
  await waitFor(async () => (await lostOf(id)).length > 0, 'the order to be flagged')
  await receive('HONEY', 'H2', 4)
  expect(await lostOf(id)).toMatchObject([{ hold: hold.number, quantity: 6 }])
  await world.call('POST', `/v1/holds/${hold.id}/lifting`, { reason: 'Cleaned' })
  await waitFor(async () => (await lostOf(id)).length === 0, 'the flag to go')
})
