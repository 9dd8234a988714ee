import { afterAll, beforeAll, expect, test } from 'vitest'
import { cameBack, sentTo, triedBack } from '../../test/returns.ts'
import { batchId, product, receive } from '../../test/stories.ts'
import { type Json, openWorld, type World } from '../../test/world.ts'

let world: World
let sent: Json
beforeAll(async () => {
  world = await openWorld({ works: false })
  await product(world)
  await world.post('/v1/customers', { code: 'GREEN', name: 'Greenleaf' })
  await receive(world, [{ batch: 'A', quantity: 20, expiresOn: '2026-03-01' }])
  sent = await sentTo(world, 4, { customer: 'GREEN' })
  await sentTo(world, 9)
})
afterAll(() => world.close())

test('an order that is named by its id is that order: its units come back once, and it is written by its number', async () => {
  const back = await cameBack(world, sent.id, { quantity: 3 })
  expect(back).toMatchObject({ orderNumber: sent.number, orderId: sent.id })
  expect((await triedBack(world, sent.id, { quantity: 2 })).body).toMatchObject({
    code: 'return_beyond_sent',
    facts: { most: 1 },
  })
  const { shipments } = await world.get(`/v1/batches/${await batchId(world, 'A')}/trace`)
  expect(shipments.items.find(({ orderNumber }: Json) => orderNumber === sent.number)).toMatchObject({ returned: 3 })
})

test('a return that names only its order is of the customer of that order', async () => {
  const { items } = await world.get('/v1/returns')
  expect(items).toMatchObject([{ customerName: 'Greenleaf', orderId: sent.id }])
})

test('an order that is not here is asked about where goods stand unannounced, and announced as the shop says it', async () => {
  const refused = await triedBack(world, 'so-99', { quantity: 1 })
  expect([refused.status, refused.body.facts.problems]).toEqual([
    422,
    [
      {
        at: 'orderNumber',
        message: 'there is no order "so-99": read it again, or leave it out and say the customer',
      },
    ],
  ])
  const lines = [{ product: 'P', quantity: 1 }]
  const announced = await world.post('/v1/returns', { orderNumber: 'SHOP-1', lines })
  expect(announced).toMatchObject({ orderNumber: 'SHOP-1', orderId: null, customerId: null })
})

test('an order and a customer whom it is not for are not one return, whatever else came back', async () => {
  await world.post('/v1/customers', { code: 'BLUE', name: 'Blue Shop' })
  await receive(world, [{ batch: 'B', quantity: 9, expiresOn: '2026-04-01' }])
  const mixed = await sentTo(world, 9, { customer: 'GREEN' })
  await cameBack(world, mixed.number, { quantity: 1, unlabelled: true })
  const lines = [{ product: 'P', quantity: 1, batch: 'B' }]
  const back = { warehouse: 'CHI', orderNumber: mixed.number, customer: 'BLUE', lines }
  const refused = await world.call('POST', '/v1/unannounced-returns', back)
  expect(refused.body).toMatchObject({
    code: 'invalid_input',
    detail: `Customer is not the customer of order ${mixed.number}: leave one of them out.`,
  })
  expect((await world.call('POST', '/v1/unannounced-returns', { ...back, customer: 'GREEN' })).status).toBe(201)
})

test('an id in capitals is the same order', async () => {
  const back = await cameBack(world, sent.id.toUpperCase(), { quantity: 1 })
  expect(back).toMatchObject({ orderNumber: sent.number, orderId: sent.id })
})

test('nothing comes back before the day on which it was sent', async () => {
  const late = await sentTo(world, 2, { customer: 'GREEN' })
  const back = (receivedAt: string) =>
    world.call('POST', '/v1/unannounced-returns', {
      warehouse: 'CHI',
      orderNumber: late.number,
      receivedAt,
      lines: [{ product: 'P', quantity: 1 }],
    })
  const early = await back('2025-11-22T12:00:00Z')
  expect([early.status, early.body.code, early.body.facts]).toEqual([
    422,
    'return_before_sent',
    { where: 'line 1', sku: 'P', sentOn: '2025-11-23', receivedOn: '2025-11-22' },
  ])
  expect((await back('2025-11-23T12:00:00Z')).status).toBe(201)
})

test('where the batch is named, its label was read', async () => {
  const refused = await triedBack(world, sent.number, { quantity: 1, batch: 'A', unlabelled: true })
  expect(refused.body.facts.problems).toEqual([
    { at: 'lines[0].unlabelled', message: 'cannot be where the batch is named: leave one of them out' },
  ])
})
