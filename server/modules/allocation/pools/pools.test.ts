import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ruleStories } from '../../../test/rule-stories.ts'
import { batchId, differences, hold, orderBecomes, orderNow, product, receive } from '../../../test/stories.ts'
import { type Json, openWorld, scenarioTime, type World, waitFor } from '../../../test/world.ts'

let world: World
let sku: string
let count = 0
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  world.clock.set(scenarioTime)
  count += 1
  sku = `P${count}`
  await product(world, { sku, dates: 'optional' })
})
const { batch, place, got, whys } = ruleStories(() => ({ world, sku }))
const ab = () => receive(world, [batch('A', 100, '2026-01-01'), batch('B', 100, '2025-12-20')])
const keep = async (quantity: number, more: Json = {}): Promise<Json> =>
  world.post('/v1/pools', {
    name: 'Black Friday',
    product: sku,
    channel: 'Shopify',
    quantity,
    validUntil: '2025-11-30',
    reason: 'campaign',
    ...more,
  })
const left = async ({ id }: Json) => (await world.get(`/v1/pools/${id}`)).left
const kept = ({ kept: rows }: Json) =>
  rows.map((one: Json) => `${one.quantity} ${one.batchCode.slice(sku.length)}`).join()
const settled = async () => {
  const jobs = async () => (await world.owner`select from graphile_worker.jobs`).length
  await waitFor(async () => (await jobs()) === 0, 'the jobs to be done')
}

test('scenario 17: 60 of B are kept for Shopify: wholesale gets 40 B and 60 A, and Shopify still sees 60 of B', async () => {
  await ab()
  const pool = await keep(60, { batch: await batchId(world, `${sku}B`) })
  expect(pool).toMatchObject({ left: 60, drawn: 0, state: 'now' })
  expect(kept(pool)).toBe('60 B')
  const wholesale = await place(100, { channel: 'wholesale' })
  expect(got(wholesale)).toBe('40 B + 60 A')
  expect(whys(wholesale)).toEqual(['B: 60 kept for Shopify until 2025-11-30 (Black Friday)'])
  expect(kept(await world.get(`/v1/pools/${pool.id}`))).toBe('60 B')
  expect(got(await place(70, { channel: 'Shopify' }))).toBe('60 B + 10 A')
  expect(await left(pool)).toBe(0)
  expect(await differences(world)).toEqual([])
})

test('what a line of the channel gives back, the pool has again; what was sent is gone', async () => {
  await ab()
  const pool = await keep(60)
  const first = await place(50, { channel: 'Shopify' })
  expect(await left(pool)).toBe(10)
  await world.post('/v1/shipments', {
    order: first.id,
    lines: [{ orderLine: first.lines[0].id, batch: `${sku}B`, quantity: 20 }],
  })
  expect(await left(pool)).toBe(10)
  await world.post(`/v1/orders/${first.id}/cancellation`, { reason: 'test' })
  expect(await left(pool)).toBe(40)
  expect(got(await place(150, { channel: 'other' }))).toBe('80 B + 60 A')
  expect(got(await place(50, { channel: 'Shopify' }))).toBe('40 A')
})

test('a line that lost its batch to a hold and is served anew counts once', async () => {
  await ab()
  const pool = await keep(60)
  const placed = await place(30, { channel: 'Shopify' })
  expect(got(placed)).toBe('30 B')
  await hold(world, `${sku}B`)
  expect(got(await orderBecomes(world, placed, { allocated: 30 }))).toBe('30 A')
  expect(await left(pool)).toBe(30)
  await world.call('PATCH', `/v1/orders/${placed.id}`, { lines: [{ id: placed.lines[0].id, quantity: 40 }] })
  expect(await left(pool)).toBe(20)
})

test('what a line gave back and gets again from elsewhere is not of the pool', async () => {
  await ab()
  const pool = await keep(60)
  const change = ({ id, lines }: Json, quantity: number) =>
    world.call('PATCH', `/v1/orders/${id}`, { lines: [{ id: lines[0].id, quantity }] })
  const first = await place(30, { channel: 'Shopify' })
  await change(first, 10)
  expect(await left(pool)).toBe(50)
  const second = await place(50, { channel: 'Shopify' })
  await change(first, 30)
  expect(await left(pool)).toBe(0)
  await world.post(`/v1/orders/${second.id}/cancellation`, { reason: 'test' })
  expect(await left(pool)).toBe(50)
})

test('a pool that begins later keeps nothing before its first day', async () => {
  await receive(world, [batch('A', 10)])
  const pool = await keep(10, { validFrom: '2025-11-25' })
  expect(pool).toMatchObject({ state: 'future', kept: [] })
  expect(got(await place(4))).toBe('4 A')
  world.clock.set('2025-11-25T15:00:00Z')
  expect(kept(await world.get(`/v1/pools/${pool.id}`))).toBe('6 A')
  expect(got(await place(4))).toBe('')
})

test('after its last day, or when it is ended, what it kept is offered to all who wait', async () => {
  await receive(world, [batch('A', 10)])
  const pool = await keep(10)
  const waiting = await place(10)
  expect(got(waiting)).toBe('')
  await world.post(`/v1/pools/${pool.id}/ending`, { reason: 'sold little' })
  expect(got(await orderNow(world, waiting))).toBe('10 A')
  expect(await world.get(`/v1/pools/${pool.id}`)).toMatchObject({ state: 'over', endReason: 'sold little', kept: [] })
  const again = await world.call('POST', `/v1/pools/${pool.id}/ending`, { reason: 'again' })
  expect(again.body).toMatchObject({ status: 409, code: 'pool_over' })

  await receive(world, [batch('C', 10)])
  await keep(10)
  const other = await place(10)
  world.clock.set('2025-12-01T12:30:00Z')
  await settled()
  expect(got(await orderNow(world, other))).toBe('')
  world.clock.set('2025-12-02T00:00:00Z')
  await orderBecomes(world, other, { allocated: 10 })
})

test('a preview says what would be kept, and keeps nothing', async () => {
  await ab()
  await keep(60)
  const ask = { name: 'More', product: sku, channel: 'eBay', quantity: 70, validUntil: '2025-12-01', reason: 'why' }
  expect(kept(await world.post('/v1/pool-preview', ask))).toBe('40 A,30 B')
  expect((await world.get(`/v1/pools?product=${sku}`)).items).toHaveLength(1)
})

test.each([
  [{ validFrom: '2025-11-22' }, 'validFrom', 'is past'],
  [{ validUntil: '2025-11-22' }, 'validUntil', 'before the first day'],
])('a pool that makes no sense is refused at its field: %j', async (more, at, message) => {
  const ask = { name: 'x', product: sku, channel: 'c', quantity: 1, validUntil: '2025-12-01', reason: 'r', ...more }
  const answer = await world.call('POST', '/v1/pools', ask)
  expect(answer.body.facts.problems).toMatchObject([{ at, message: expect.stringContaining(message) }])
})

test('a batch of another product is refused, and history takes from a pool what it took then', async () => {
  await ab()
  const other = sku
  sku = `${sku}X`
  await product(world, { sku, dates: 'optional' })
  const answer = await world.call('POST', '/v1/pools', {
    name: 'x',
    product: sku,
    batch: await batchId(world, `${other}A`),
    channel: 'c',
    quantity: 1,
    validUntil: '2025-12-01',
    reason: 'r',
  })
  expect(answer.body.facts.problems).toMatchObject([{ at: 'batch' }])
  sku = other
  await keep(200)
  expect(got(await place(10, { history: true, orderedAt: '2025-11-20T12:00:00Z' }))).toBe('10 B')
})

test('a batch is told of the pools that name it and of those of its product, each with what it keeps of the stock', async () => {
  await ab()
  const [a, b] = [await batchId(world, `${sku}A`), await batchId(world, `${sku}B`)]
  await keep(10, { name: 'A only', batch: a })
  await keep(20, { name: 'B only', batch: b })
  await keep(100, { name: 'Any' })
  const of = async (batch: string) =>
    (await world.get(`/v1/pools?batch=${batch}`)).items.map((pool: Json) => `${pool.name}: ${kept(pool)}`)
  expect(await of(a)).toEqual(['Any: 90 A,10 B', 'A only: 10 A'])
  expect(await of(b)).toEqual(['Any: 90 A,10 B', 'B only: 20 B'])
  const unknown = await world.call('GET', '/v1/pools?batch=0192d3a0-0000-7000-8000-000000000000')
  expect(unknown).toMatchObject({ status: 404, body: { facts: { kind: 'batch' } } })
})
