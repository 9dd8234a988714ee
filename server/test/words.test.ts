/**
 * What refusals say: in words that a person in a warehouse understands, with the name of the thing and its place.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Json, openWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  await world.post('/v1/products', { sku: 'P', name: 'Serum' })
  await world.post('/v1/products', { sku: 'SER', name: 'Scale', tracking: 'serial', dates: 'none' })
})
afterAll(() => world?.close())

const refused = async (url: string, body: Json): Promise<[number, string]> => {
  const answer = await world.call('POST', url, body)
  return [answer.status, answer.body.detail]
}

test.each<[string, Json, string]>([
  ['/v1/products', { sku: 'TWICE', name: 'x' }, 'There is already a product "TWICE". Open it, or choose another name.'],
  [
    '/v1/customers',
    { code: 'GREEN', name: 'x' },
    'There is already a customer "GREEN". Open it, or choose another name.',
  ],
  ['/v1/suppliers', { code: 'S', name: 'x' }, 'There is already a supplier "S". Open it, or choose another name.'],
  [
    '/v1/warehouses',
    { code: 'DAL', name: 'Dallas', timeZone: 'America/Chicago' },
    'There is already a warehouse "DAL". Open it, or choose another name.',
  ],
  ['/v1/lots', { code: 'PALLET' }, 'There is already a lot "PALLET". Open it, or choose another name.'],
  [
    '/v1/people',
    { email: 'ann@example.com', name: 'Ann', role: 'manager', password: 'a long enough password' },
    'There is already a person "ann@example.com". Open it, or choose another name.',
  ],
  [
    '/v1/orders',
    { number: 'WEB-1', lines: [{ product: 'P', quantity: 1 }] },
    'There is already an order "WEB-1". Open it, or choose another name.',
  ],
  [
    '/v1/inbounds',
    { number: 'PO-1', warehouse: 'CHI', lines: [{ product: 'P', quantity: 1 }] },
    'There is already an inbound shipment "PO-1". Open it, or choose another name.',
  ],
  [
    '/v1/returns',
    { number: 'RMA-1', lines: [{ product: 'P', quantity: 1 }] },
    'There is already a return "RMA-1". Open it, or choose another name.',
  ],
])('what is there already is told by its kind and name: %s', async (url, body, says) => {
  await world.post(url, body)
  expect(await refused(url, body)).toEqual([409, says])
})

test.each<[string, Json, string]>([
  [
    '/v1/products',
    { sku: ' P ', name: 'x' },
    'Sku must be text without a space before or behind it, and without null characters.',
  ],
  ['/v1/products', { sku: 'G', name: 'x', gtin: '12345' }, 'Gtin must be a GTIN of 8, 12, 13 or 14 digits.'],
  [
    '/v1/products',
    { sku: 'G', name: 'x', packs: [{ name: 'case', quantity: 12, gtin: '1' }] },
    'Pack 1, gtin must be a GTIN of 8, 12, 13 or 14 digits.',
  ],
  [
    '/v1/products',
    { sku: 'G', name: 'x', packs: [{ name: 'each', quantity: 6 }] },
    'Pack "each" is named twice. The base unit is there already: its own GTIN goes into the product\'s GTIN field.',
  ],
  ['/v1/orders', { lines: [{ product: 'NOPE', quantity: 1 }] }, 'Line 1: there is no product "NOPE".'],
  ['/v1/orders', { lines: [{ product: 'P', quantity: -3 }] }, 'Line 1, quantity must be 1 or more.'],
  ['/v1/orders', { lines: [] }, 'Lines must have 1 entry or more.'],
  [
    '/v1/receipts',
    { warehouse: 'CHI', lines: [{ product: 'SER', batch: 'A', quantity: 2, serials: ['S-1', 'S-1'] }] },
    'Serial S-1 was scanned twice. Each unit has a serial of its own.',
  ],
  [
    '/v1/keys',
    { name: 'k', role: 'auditor', expiresAt: '2025-11-23T14:59:59Z' },
    'Expires at must be in the future, or the key would open nothing.',
  ],
])('what is wrong is told with its place, without a pattern: %s %j', async (url, body, says) => {
  expect(await refused(url, body)).toEqual([422, says])
})

test('an order of a bulk request that has no right form is refused alone, and the others are placed', async () => {
  const {
    results,
    accepted,
    refused: no,
  } = await world.post('/v1/orders/bulk', {
    orders: [
      { lines: [{ product: 'P', quantity: 1 }] },
      { lines: [{ product: 'P', quantity: -3 }] },
      'not even an order',
      { lines: [{ product: 'P', quantity: 2, shortage: 'whole' }] },
    ],
  })
  expect([accepted, no]).toEqual([2, 2])
  expect(results.map((one: Json) => one.problem?.detail ?? one.status)).toEqual([
    201,
    'Line 1, quantity must be 1 or more.',
    'must be of type object.',
    201,
  ])
})

test('a rule in per cent asks for the production date at receipt, and says so where it is missing', async () => {
  await world.post('/v1/products', { sku: 'PCT', name: 'Cream', deliveryLifePercentMin: 20 })
  const line = { product: 'PCT', batch: 'L-100', quantity: 10, expiresOn: '2026-12-01' }
  expect(await refused('/v1/receipts', { warehouse: 'CHI', lines: [line] })).toEqual([
    422,
    'line 1: PCT promises customers 20 % of its life, so the production date is needed as well. Read it from the label; it is never guessed.',
  ])
  await world.post('/v1/receipts', { warehouse: 'CHI', lines: [{ ...line, producedOn: '2025-11-01' }] })
  const { lines } = await world.post('/v1/orders', { lines: [{ product: 'PCT', quantity: 3 }] })
  expect(lines[0].allocated).toBe(3)
  await world.post('/v1/products', { sku: 'LATE', name: 'Rule made later' })
  await world.post('/v1/receipts', { warehouse: 'CHI', lines: [{ ...line, product: 'LATE' }] })
  const product = await world.get('/v1/products/LATE')
  await world.call('PATCH', `/v1/products/${product.id}`, { deliveryLifePercentMin: 20 })
  const waiting = await world.post('/v1/orders', { lines: [{ product: 'LATE', quantity: 3 }] })
  expect(waiting.lines[0].passedOver[0].says).toBe(
    'L-100: its production date is needed for the rule of 20 % of its life',
  )
})

test('what is shipped cannot be cancelled; of what is part-shipped only the rest is, and it stays shipped', async () => {
  await world.post('/v1/receipts', {
    warehouse: 'CHI',
    lines: [{ product: 'P', batch: 'S', quantity: 10, expiresOn: '2027-01-01' }],
  })
  const whole = await world.post('/v1/orders', { number: 'W-1', lines: [{ product: 'P', quantity: 4 }] })
  await world.post('/v1/shipments', { order: 'W-1' })
  expect(await refused(`/v1/orders/${whole.id}/cancellation`, { reason: 'changed mind' })).toEqual([
    409,
    'All of order W-1 is shipped already, so there is nothing to cancel. What comes back is announced as a return; a shipment that never left is cancelled first.',
  ])
  expect(await refused('/v1/shipments', { order: 'W-1' })).toEqual([409, 'All of order W-1 is shipped already.'])
  const part = await world.post('/v1/orders', { number: 'W-2', lines: [{ product: 'P', quantity: 99 }] })
  await world.post('/v1/shipments', { order: 'W-2' })
  expect(await refused('/v1/shipments', { order: 'W-2' })).toEqual([
    409,
    'Nothing of order W-2 has batches yet: it waits for stock.',
  ])
  const rest = await world.post(`/v1/orders/${part.id}/cancellation`, { reason: 'no more comes' })
  expect(rest).toMatchObject({ state: 'shipped', cancelledAt: expect.any(String) })
  const numbers = async (state: string) =>
    (await world.get(`/v1/orders?state=${state}`)).items.map(({ number }: Json) => number)
  expect(await numbers('shipped')).toEqual(expect.arrayContaining(['W-1', 'W-2']))
  expect(await numbers('cancelled')).toEqual([])
})

test('an inbound shipment of which all has come is expected no longer', async () => {
  const { id } = await world.post('/v1/inbounds', {
    number: 'PO-2',
    warehouse: 'CHI',
    lines: [{ product: 'P', quantity: 10 }],
  })
  const receive = (quantity: number) =>
    world.post('/v1/receipts', {
      warehouse: 'CHI',
      inbound: 'PO-2',
      lines: [{ product: 'P', batch: `I${quantity}`, quantity, expiresOn: '2027-01-01' }],
    })
  await receive(4)
  expect((await world.get(`/v1/inbounds/${id}`)).closedAt).toBeNull()
  await receive(6)
  expect((await world.get(`/v1/inbounds/${id}`)).closedAt).toBe(world.clock.now())
})
