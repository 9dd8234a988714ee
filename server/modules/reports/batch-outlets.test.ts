import { afterAll, beforeAll, expect, test } from 'vitest'
import { batchId, hold, lift, product, receive } from '../../test/stories.ts'
import { type Json, openWorld, type World } from '../../test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  await product(world, { dates: 'optional' })
})
afterAll(() => world.close())

const told = async (code: string): Promise<Json> => {
  const { destinations, orders } = await world.get(`/v1/batches/${await batchId(world, code)}/outlets`)
  const from = (one: Json) => one.from.map(({ may, says, lastShipDay }: Json) => says ?? `${may} ${lastShipDay}`).join()
  return {
    channels: Object.fromEntries(
      destinations.map((one: Json) => [
        [one.channel, one.market, one.customerName].filter(Boolean).join(' '),
        from(one),
      ]),
    ),
    orders: orders.map((one: Json) => `${one.orderNumber} ${one.promised} ${one.waiting} ${from(one)}`),
  }
}

test('a batch says which channels, customers and orders may still have it, and until which day it has to leave', async () => {
  await world.call('PUT', '/v1/transit-times', { rows: [{ country: 'US', transitDays: 7 }] })
  await world.post('/v1/customers', { code: 'HOTEL', name: 'Hotel', country: 'FR', deliveryLifeDaysMin: 10 })
  const rule = { name: 'Amazon', channel: 'amazon', market: 'US', lifeDaysMin: 150, reason: 'their terms' }
  await world.post('/v1/rules', rule)
  await receive(world, [
    { batch: 'A', quantity: 20, expiresOn: '2026-04-29' },
    { batch: 'N', quantity: 5 },
  ])
  const line = (quantity: number, more: Json = {}) =>
    world.post('/v1/orders', { channel: 'shop', lines: [{ product: 'P', quantity }], ...more })
  await line(3, { number: 'S-1', customer: 'HOTEL' })
  await line(4, { number: 'S-2', channel: 'amazon', country: 'US' })
  await line(30, { number: 'S-3' })
  expect(await told('A')).toEqual({
    // 150 days before the 29th of April is the 30th of November, and a week before that is today.
    channels: { shop: 'true 2026-04-29', 'shop FR Hotel': 'true 2026-04-19', 'amazon US': 'true 2025-11-23' },
    orders: ['S-1 3 0 true 2026-04-19', 'S-2 4 0 true 2025-11-23', 'S-3 13 12 true 2026-04-29'],
  })
  expect((await told('N')).channels).toMatchObject({
    shop: 'true null',
    'amazon US': 'N: has no date to judge its remaining life by',
  })

  const held = await hold(world, 'A')
  expect((await told('A')).channels.shop).toBe(`A: 20 on hold (${held.number})`)
  await lift(world, held)
  world.clock.set('2025-11-24T15:00:00Z')
  expect((await told('A')).channels).toMatchObject({
    shop: 'true 2026-04-29',
    'amazon US': 'A: 149 days left on 2025-12-01, Amazon needs 150',
  })
  const { destinations } = await world.get(`/v1/batches/${await batchId(world, 'A')}/outlets`)
  const passed = destinations.find(({ channel }: Json) => channel === 'amazon').from[0]
  expect(passed).toMatchObject({ may: false, lastDeliveryDay: '2025-11-30', lastShipDay: '2025-11-23' })
})

test('of a batch that is nowhere, or that is another account’s, there is nothing to tell', async () => {
  const id = await batchId(world, 'A')
  const other = await world.otherAccount()
  expect((await other.call('GET', `/v1/batches/${id}/outlets`)).status).toBe(404)
})
