/**
 * Nothing is done twice or promised twice by what a request names oddly, nor by a connection that breaks at the commit.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Refusal } from '../platform/refusal.ts'
import { differences } from './stories.ts'
import { type Answer, type Json, openWorld, type World, waitFor } from './world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  await world.post('/v1/products', { sku: 'P', name: 'Serum' })
  const line = (batch: string, quantity: number, expiresOn: string) => ({ product: 'P', batch, quantity, expiresOn })
  const lines = [line('A', 50, '2027-01-01'), line('B', 100, '2026-06-01')]
  await world.post('/v1/receipts', { warehouse: 'CHI', lines })
})
afterAll(() => world?.close())

test('a line named twice in one change is refused, and nothing is promised beyond the stock', async () => {
  const { id, lines } = await world.post('/v1/orders', { lines: [{ product: 'P', quantity: 150 }] })
  const twice = (a: number, b: number) =>
    world.call('PATCH', `/v1/orders/${id}`, {
      lines: [
        { id: lines[0].id, quantity: a },
        { id: lines[0].id, quantity: b },
      ],
    })
  for (const answer of [await twice(140, 130), await twice(120, 110)])
    expect([answer.status, answer.body.detail]).toEqual([
      422,
      'Line 2, id is named twice: say once what the line shall be.',
    ])
  expect(await differences(world)).toEqual([])
  await world.post(`/v1/orders/${id}/cancellation`, { reason: 'test' })
})

test('an order numbered like ours does not stand in the way of those without a number', async () => {
  const numbers = async (orders: Json[]) =>
    (
      await world.post('/v1/orders/bulk', {
        orders: orders.map((one) => ({ ...one, lines: [{ product: 'P', quantity: 1 }] })),
      })
    ).results.map(({ status, answer }: Json) => [status, answer?.number ?? null])
  const [[, last]] = await numbers([{}])
  const next = Number(last.slice(3)) + 1
  expect(await numbers([{ number: `SO-${next}` }])).toEqual([[201, `SO-${next}`]])
  expect(await numbers([{}, { number: `SO-${next + 5}` }, {}])).toEqual([
    [201, `SO-${next + 6}`],
    [201, `SO-${next + 5}`],
    [201, `SO-${next + 7}`],
  ])
  expect(await numbers([{}])).toEqual([[201, `SO-${next + 8}`]])
})

test('a connection that breaks at the commit is told to every caller, and nothing is done a second time', async () => {
  const { house } = world.app
  const { write } = house.database
  let broken = 0
  Object.assign(house.database, {
    async write(...given: Parameters<typeof write>) {
      await write(...given)
      broken += 1
      throw new Refusal('outcome_unknown', {})
    },
  })
  const count = async () =>
    (await world.owner`select 1 from orders.sales_order where account_id = ${world.accountId}`).length
  const onHand = async () =>
    (await world.get('/v1/stock')).items.reduce((sum: number, row: Json) => sum + row.onHand, 0)
  const before = [await count(), await onHand()]
  let answers: Answer[]
  let bulk: Answer
  try {
    const ask = () => world.call('POST', '/v1/orders', { lines: [{ product: 'P', quantity: 1 }] })
    answers = await Promise.all([ask(), ask(), ask()])
    const line = { product: 'P', batch: 'A', quantity: 10 }
    const receipt = { warehouse: 'CHI', lines: [line] }
    bulk = await world.call('POST', '/v1/receipts/bulk', { receipts: [receipt, receipt] })
  } finally {
    Object.assign(house.database, { write })
  }
  expect(broken).toBeGreaterThan(0)
  expect(answers.map(({ status, body }) => [status, body.code])).toEqual(Array(3).fill([503, 'outcome_unknown']))
  expect(bulk.body.results.map(({ status }: Json) => status)).toEqual([503, 503])
  expect([await count(), await onHand()]).toEqual([(before[0] ?? 0) + 3, (before[1] ?? 0) + 20])
})

test('more than can be told exactly is refused, on one line and together', async () => {
  await world.post('/v1/products', {
    sku: 'BULK',
    name: 'Beads',
    dates: 'none',
    packs: [{ name: 'truck', quantity: 1000 }],
  })
  const receive = (quantity: number, pack?: string) =>
    world.call('POST', '/v1/receipts', {
      warehouse: 'CHI',
      lines: [{ product: 'BULK', batch: 'X', quantity, ...(pack ? { pack } : {}) }],
    })
  expect((await receive(9_000_000_000_000, 'truck')).body).toMatchObject({ code: 'too_much_stock' })
  expect((await receive(8_999_999_999_999)).status).toBe(201)
  expect((await receive(2)).body.code).toBe('too_much_stock')
  expect((await receive(1)).status).toBe(201)
  const lines = Array.from({ length: 1200 }, () => ({ product: 'BULK', quantity: 9_000_000_000_000 }))
  expect((await world.call('POST', '/v1/orders', { lines })).body.detail).toBe('Lines are too much together.')
  expect((await world.get('/v1/stock')).items.length).toBeGreaterThan(0)
})

test('an answer is given again for 30 days; after that, what has an id is there already and nothing is done twice', async () => {
  const [one, two] = ['0199a0a0-0000-7000-8000-000000000001', '0199a0a0-0000-7000-8000-000000000002']
  const asks = [
    ['/v1/orders', { id: one, lines: [{ product: 'P', quantity: 1 }] }],
    [
      '/v1/adjustments',
      { id: two, warehouse: 'CHI', reason: 'found', lines: [{ product: 'P', batch: 'A', place: 'MAIN', quantity: 1 }] },
    ],
  ] as const
  const ask = () => Promise.all(asks.map(([url, body]) => world.call('POST', url, body)))
  const first = (await ask()).map(({ text }) => text)
  await world.call('POST', '/v1/session', { email: world.email, password: 'a long wrong password' })
  const kept = async () =>
    (await world.owner`select from platform.idempotent_answer where key like ${'id:%0199a0a0%'}`).length +
    (await world.owner`select from access.attempt`).length
  expect(await kept()).toBe(3)
  world.clock.set('2025-12-23T15:00:00Z')
  expect((await ask()).map(({ text }) => text)).toEqual(first)
  world.clock.set('2025-12-23T15:15:00Z')
  await waitFor(async () => (await kept()) === 0, 'old answers to be forgotten')
  for (const { status, body } of await ask()) expect([status, body.code]).toEqual([409, 'already_exists'])
  expect(await differences(world)).toEqual([])
})
