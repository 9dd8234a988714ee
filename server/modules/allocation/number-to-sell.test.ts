import { afterAll, beforeAll, expect, test } from 'vitest'
import { batchId, hold, order, product, receive } from '../../test/stories.ts'
import { openWorld, type World } from '../../test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  await product(world, { dates: 'optional' })
  await product(world, { sku: 'Q', dates: 'optional' })
})
afterAll(() => world.close())

const toSell = async (query: string) => (await world.get(`/v1/number-to-sell?product=P&${query}`)).items[0].quantity

test('scenario 69: the number a channel is told leaves out what is held, expired, too short for it, promised, or kept for others', async () => {
  await receive(world, [
    { batch: 'A', quantity: 100, expiresOn: '2026-06-01' },
    { batch: 'B', quantity: 50, expiresOn: '2025-12-10' },
    { batch: 'H', quantity: 30, expiresOn: '2026-05-01' },
    { batch: 'E', quantity: 20, expiresOn: '2025-11-24' },
  ])
  expect(await toSell('channel=shop')).toBe(200)
  await hold(world, 'H')
  expect(await toSell('channel=shop')).toBe(170)
  world.clock.set('2025-11-25T15:00:00Z')
  expect(await toSell('channel=shop')).toBe(150)
  await world.post('/v1/rules', { name: 'Amazon', channel: 'amazon', lifeDaysMin: 90, reason: 'terms' })
  expect([await toSell('channel=shop'), await toSell('channel=amazon')]).toEqual([150, 100])
  const pool = { name: 'Kept', product: 'P', batch: await batchId(world, 'A'), channel: 'shop', quantity: 60 }
  await world.post('/v1/pools', { ...pool, validUntil: '2025-12-31', reason: 'campaign' })
  expect([await toSell('channel=shop'), await toSell('channel=amazon')]).toEqual([150, 40])
  await order(world, 40, { channel: 'amazon' })
  expect([await toSell('channel=shop'), await toSell('channel=amazon')]).toEqual([110, 0])
  await world.post('/v1/customers', { code: 'HOTEL', name: 'Hotel', deliveryLifeDaysMin: 30 })
  expect(await toSell('channel=shop&customer=HOTEL')).toBe(60)
  expect(await toSell('channel=shop&warehouse=CHI')).toBe(110)
})

test('it is told for all products, by SKU and page by page, with the warehouses where it lies', async () => {
  const { items, next } = await world.get('/v1/number-to-sell?channel=shop&limit=1')
  expect(items).toMatchObject([{ sku: 'P', quantity: 110, warehouses: [{ warehouseCode: 'CHI', quantity: 110 }] }])
  const page = await world.get(`/v1/number-to-sell?channel=shop&limit=1&cursor=${next}`)
  expect(page).toMatchObject({ items: [{ sku: 'Q', quantity: 0, warehouses: [] }], next: null })
})

test('of a kit as many are told as the parts make that the channel may have', async () => {
  await receive(world, [{ product: 'Q', batch: 'Q1', quantity: 9, expiresOn: '2026-06-01' }])
  await product(world, {
    sku: 'KIT',
    kit: [
      { product: 'P', quantity: 2 },
      { product: 'Q', quantity: 1 },
    ],
  })
  await product(world, {
    sku: 'BOX',
    kit: [
      { product: 'KIT', quantity: 4 },
      { product: 'Q', quantity: 2 },
    ],
  })
  const told = async (sku: string, channel: string) =>
    (await world.get(`/v1/number-to-sell?product=${sku}&channel=${channel}`)).items[0]
  expect(await told('KIT', 'shop')).toMatchObject({ quantity: 9, warehouses: [{ warehouseCode: 'CHI', quantity: 9 }] })
  expect([(await told('BOX', 'shop')).quantity, (await told('KIT', 'amazon')).quantity]).toEqual([1, 0])
})

test.each(['customer', 'service', 'warehouse', 'product'])('a %s that is not there is named', async (kind) => {
  const answer = await world.call('GET', `/v1/number-to-sell?channel=shop&${kind}=NONE`)
  expect(answer).toMatchObject({ status: 404, body: { facts: { kind, id: 'NONE' } } })
})

test('what one order can have is told: of one batch, in whole packs, from one warehouse; and it is promised', async () => {
  await world.post('/v1/warehouses', { code: 'DAL', name: 'Dallas', timeZone: 'America/Chicago' })
  await product(world, { sku: 'S', dates: 'optional' })
  const line = { product: 'S', expiresOn: '2026-06-01' }
  await receive(world, [
    { ...line, batch: 'S1', quantity: 50 },
    { ...line, batch: 'S2', quantity: 40 },
  ])
  await receive(world, [{ ...line, batch: 'S3', quantity: 64 }], { warehouse: 'DAL' })
  await product(world, { sku: 'DUO', kit: [{ product: 'S', quantity: 2 }] })
  const rule = (channel: string, sets: Record<string, unknown>) =>
    world.post('/v1/rules', { name: channel, channel, ...sets, reason: 'test' })
  await rule('single', { batches: 'one_per_line', packOf: 6 })
  await rule('whole', { routing: { criteria: ['priority'], split: 'never', splitCost: 0 } })
  const told = async (channel: string, sku = 'S') =>
    (await world.get(`/v1/number-to-sell?product=${sku}&channel=${channel}`)).items[0]
  expect([(await told('any')).quantity, (await told('single')).quantity]).toEqual([154, 60])
  expect([(await told('single', 'DUO')).quantity, (await told('whole', 'DUO')).quantity]).toEqual([30, 45])
  expect(await told('whole')).toMatchObject({
    quantity: 90,
    warehouses: [
      { warehouseCode: 'CHI', quantity: 90 },
      { warehouseCode: 'DAL', quantity: 64 },
    ],
  })
  const placed = await order(world, 90, { channel: 'whole', line: { product: 'S', shortage: 'whole' } })
  expect(placed.allocated).toBe(90)
  expect((await order(world, 60, { channel: 'single', line: { product: 'S' } })).allocated).toBe(60)
})
