import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Json, openWorld, type World } from '../../test/world.ts'

let world: World
let batches: Json
let lot: Json
let main: Json
beforeAll(async () => {
  world = await openWorld({ works: false })
  for (const sku of ['TEA', 'JAM']) await world.post('/v1/products', { sku, name: sku })
  const receipt = await world.post('/v1/receipts', {
    warehouse: 'CHI',
    lines: [
      { product: 'TEA', quantity: 10, batch: 'A', expiresOn: '2026-01-01' },
      { product: 'TEA', quantity: 20, batch: 'B', expiresOn: '2026-02-01' },
      { product: 'JAM', quantity: 40, batch: 'C', expiresOn: '2026-03-01' },
    ],
  })
  batches = receipt.lines.map(({ batchId }: Json) => batchId)
  lot = await world.post('/v1/lots', { code: 'L-1', batches: [batches[1], batches[2]] })
  main = (await world.get('/v1/places?text=MAIN')).items[0]
  await world.post('/v1/orders', { number: 'SO-1', lines: [{ product: 'TEA', quantity: 12 }] })
  await world.post('/v1/orders', {
    number: 'SO-2',
    lines: [
      { product: 'TEA', quantity: 3 },
      { product: 'JAM', quantity: 5 },
    ],
  })
})
afterAll(() => world?.close())

const scopes = (): readonly [string, Json][] => [
  ['scope=account', { onHand: 70, batches: 3, reserved: 20, orderLines: 3, orders: 2 }],
  ['scope=product&product=TEA', { onHand: 30, batches: 2, reserved: 15, orderLines: 2, orders: 2 }],
  [`scope=batch&batch=${batches[0]}`, { onHand: 10, batches: 1, reserved: 10, orderLines: 1, orders: 1 }],
  [`scope=lot&lot=L-1`, { onHand: 60, batches: 2, reserved: 10, orderLines: 3, orders: 2 }],
  [`scope=place&place=${main.id}`, { onHand: 70, batches: 3, reserved: 20, orderLines: 3, orders: 2 }],
  [
    `scope=balance&batch=${batches[2]}&place=${main.id}`,
    { onHand: 40, batches: 1, reserved: 5, orderLines: 1, orders: 1 },
  ],
]

test('what a hold would touch is told before, and changes nothing', async () => {
  for (const [query, expected] of scopes())
    expect([query, await world.get(`/v1/hold-preview?${query}`)]).toEqual([query, { ...expected, relatives: [] }])
  expect((await world.get('/v1/holds')).items).toEqual([])
  expect((await world.call('GET', '/v1/hold-preview?scope=batch')).status).toBe(422)
  expect((await world.call('GET', '/v1/hold-preview?scope=lot&lot=none')).status).toBe(404)
})

test('holds tell the units they cover while they are in force; those of a lot are found by it', async () => {
  for (const [query, { onHand }] of scopes()) {
    const hold = await world.post('/v1/holds', { ...Object.fromEntries(new URLSearchParams(query)), reason: 'test' })
    expect([query, hold.onHand]).toEqual([query, onHand])
  }
  const { items } = await world.get('/v1/holds')
  expect(items.map(({ onHand }: Json) => onHand).toReversed()).toEqual([70, 30, 10, 60, 70, 40])
  const [ofLot, ...others] = (await world.get(`/v1/holds?lot=${lot.id}`)).items
  expect([ofLot.lotCode, others]).toEqual(['L-1', []])
  const lifted = await world.call('POST', `/v1/holds/${ofLot.id}/lifting`, { reason: 'done' })
  expect(lifted.body.onHand).toBeNull()
})
