/**
 * Days pass and nobody touches anything: what was promised of a batch that has expired, or has too few days left for the
 * line, is given back at midnight of the warehouse, and the line is served anew. The clock is the test's.
 */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type App, openApp } from '../app.ts'
import { openLog } from '../platform/log.ts'
import { differences, order, orderBecomes, orderNow, product, receive, says, stockOf, taken } from './stories.ts'
import { type Json, openWorld, type World, waitFor } from './world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld({ works: false })
  await product(world)
})
afterEach(() => world.close())

/** Another process that does background work. */
function startWorker(): Promise<App> {
  const { app: target, role } = world.database
  const log = openLog('silent')
  const options = { target, clock: world.clock, log, connectionsMax: 4, preparedStatements: true, webRoot: null }
  return openApp({ ...options, works: true, ...(role ? { role } : {}) })
}

async function working(story: () => Promise<void>): Promise<void> {
  const worker = await startWorker()
  try {
    await story()
  } finally {
    await worker.close()
  }
}

const done = () =>
  waitFor(async () => (await world.owner`select from graphile_worker.jobs`).length === 0, 'the work to be done')

/** The clock is set, a worker has heard of the new quarter of an hour, and all that it led to is done. */
async function pass(at: string): Promise<void> {
  const asked = async () => {
    const [row] = await world.owner<{ last: number }[]>`
      select last_value as last from pg_sequences where schemaname = 'graphile_worker' and sequencename like '%jobs_id_seq%'`
    return row?.last ?? 0
  }
  const before = await asked()
  world.clock.set(at)
  await waitFor(async () => (await asked()) > before, 'the worker to hear of the hour')
  await done()
}
const decisions = async (line: Json): Promise<Json[]> =>
  (await world.get(`/v1/order-lines/${line.lines[0].id}/decisions`)).items

test('each at midnight of the warehouse where it lies, and what is good elsewhere takes its place', () =>
  working(async () => {
    await world.post('/v1/warehouses', { code: 'SYD', name: 'Sydney', timeZone: 'Australia/Sydney' })
    for (const warehouse of ['CHI', 'SYD']) {
      await receive(world, [{ batch: `OLD-${warehouse}`, quantity: 10, expiresOn: '2025-12-01' }], { warehouse })
      await receive(world, [{ batch: `NEW-${warehouse}`, quantity: 4, expiresOn: '2026-05-01' }], { warehouse })
    }
    const [chicago, sydney] = [await order(world, 6, { warehouse: 'CHI' }), await order(world, 6, { warehouse: 'SYD' })]
    await pass('2025-12-01T12:59:59Z')
    expect(taken(await orderNow(world, sydney))).toEqual({ 'OLD-SYD': 6 })
    world.clock.set('2025-12-01T13:00:00Z')
    expect(taken(await orderBecomes(world, sydney, { allocated: 4 }))).toEqual({ 'NEW-SYD': 4 })
    expect(taken(await orderNow(world, chicago))).toEqual({ 'OLD-CHI': 6 })
    world.clock.set('2025-12-02T06:00:00Z')
    const after = await orderBecomes(world, chicago, { allocated: 4 })
    expect(taken(after)).toEqual({ 'NEW-CHI': 4 })
    expect(after).toMatchObject({ backOrdered: 2, state: 'waiting' })
    expect(says(after)).toEqual(['OLD-CHI: expired 1 day ago'])
    const [decision] = await decisions(after)
    expect(decision).toMatchObject({ cause: 'expiry', asked: 6, shortfall: 2, actorName: 'Firstout' })
    expect(await differences(world)).toEqual([])
  }))

test.each([
  ['the line asks', {}, { line: { lifeDaysMin: 30 } }, 'A: 29 days left on 2025-12-02, 30 needed'],
  ['the product asks', { deliveryLifeDaysMin: 30 }, {}, 'A: 29 days left on 2025-12-02, 30 needed'],
  ['a share of its life', { deliveryLifePercentMin: 50 }, {}, 'A: 29 days left on 2025-12-02, 30 needed'],
])('once too few days are left: %s', (_, rules, asked, why) =>
  working(async () => {
    await product(world, { sku: 'Q', ...rules })
    const line = { product: 'Q', batch: 'A', quantity: 10, producedOn: '2025-11-01', expiresOn: '2025-12-31' }
    await receive(world, [line])
    const placed = await order(world, 6, { ...asked, line: { product: 'Q', ...(asked as Json).line } })
    await pass('2025-12-02T05:59:00Z')
    expect((await orderNow(world, placed)).allocated).toBe(6)
    world.clock.set('2025-12-02T06:00:00Z')
    expect(says(await orderBecomes(world, placed, { allocated: 0 }))).toEqual([why])
  }),
)

const days30 = { lifeDaysMin: 30 }
test.each([
  ['days', [{ ...days30, name: 'R' }], 'A: 29 days left on 2025-12-02, R needs 30'],
  [
    '“more than”',
    [{ lifeDaysMin: 29, lifeBoundary: 'more_than', name: 'R' }],
    'A: 29 days left on 2025-12-02, R needs more than 29',
  ],
  ['a share of its life', [{ lifePercentMin: 50, name: 'R' }], 'A: 29 days left on 2025-12-02, R needs 30'],
  ['a market', [{ ...days30, market: 'EU', name: 'R' }], 'A: 29 days left on 2025-12-02, R needs 30'],
  [
    'the narrower of two',
    [
      { ...days30, market: 'DE', name: 'R' },
      { lifeDaysMin: 10, name: 'W' },
    ],
    'A: 29 days left on 2025-12-02, R needs 30',
  ],
  ['another channel', [{ ...days30, channel: 'amazon', name: 'R' }], null],
  [
    'one that a narrower lifts',
    [
      { ...days30, name: 'R' },
      { lifeDaysMin: 0, market: 'DE', name: 'N' },
    ],
    null,
  ],
])('once too few days are left for a rule: %s', (_, rules, why) =>
  working(async () => {
    await receive(world, [{ batch: 'A', quantity: 10, producedOn: '2025-11-01', expiresOn: '2025-12-31' }])
    for (const rule of rules) await world.post('/v1/rules', { ...rule, reason: 'as agreed' })
    await done()
    const placed = await order(world, 6, { country: 'DE' })
    await pass('2025-12-02T05:59:00Z')
    expect((await orderNow(world, placed)).allocated).toBe(6)
    await pass('2025-12-02T06:00:00Z')
    const after = await orderBecomes(world, placed, { allocated: why === null ? 6 : 0 })
    expect(says(after)).toEqual(why === null ? [] : [why])
  }),
)

test('a line with a day of delivery keeps what has life enough on that day, until the day is past', () =>
  working(async () => {
    await receive(world, [{ batch: 'A', quantity: 10, expiresOn: '2025-12-31' }])
    const placed = await order(world, 6, { deliverOn: '2025-12-01', line: { lifeDaysMin: 30 } })
    await pass('2025-12-02T05:59:00Z')
    expect((await orderNow(world, placed)).allocated).toBe(6)
    world.clock.set('2025-12-02T06:00:00Z')
    await orderBecomes(world, placed, { allocated: 0 })
  }))

test('an order recorded after the fact keeps what was good on its own day, and can still be shipped as of then', () =>
  working(async () => {
    await receive(world, [{ batch: 'A', quantity: 10, expiresOn: '2025-11-15' }], {
      receivedAt: '2025-11-01T12:00:00Z',
    })
    const placed = await order(world, 6, { history: true, orderedAt: '2025-11-10T12:00:00Z' })
    expect(placed.allocated).toBe(6)
    await pass('2025-12-10T12:00:00Z')
    expect((await world.post(`/v1/orders/${placed.id}/allocation`)).allocated).toBe(6)
    const shipped = { order: placed.id, shippedAt: '2025-11-10T15:00:00Z' }
    expect((await world.call('POST', '/v1/shipments', shipped)).status).toBe(201)
  }))

test('midnight passed while nobody worked: made up for at the start, once, however many start', async () => {
  await receive(world, [{ batch: 'A', quantity: 10, expiresOn: '2025-12-01' }])
  const placed = await order(world, 6)
  world.clock.set('2025-12-05T12:00:00Z')
  const workers = await Promise.all([startWorker(), startWorker(), startWorker()])
  await orderBecomes(world, placed, { allocated: 0 })
  await pass('2025-12-05T12:15:00Z')
  expect((await decisions(placed)).map(({ cause }) => cause)).toEqual(['expiry', 'order'])
  await Promise.all(workers.map((worker) => worker.close()))
})

test('every account is looked after, and whoever looks at a screen of it is told', async () => {
  const other = await world.otherAccount()
  const placed: Json[] = []
  for (const caller of [world, other]) {
    if (caller === other) await product(other)
    await receive(caller, [{ batch: 'A', quantity: 10, expiresOn: '2025-12-01' }])
    placed.push(await order(caller, 6))
  }
  const told = new Set<string>()
  for (const id of [world.accountId, other.accountId, 'mark']) world.app.changes.listen(id, () => told.add(id))
  world.app.changes.tell('mark')
  await waitFor(async () => told.has('mark'), 'the changes made so far to be told')
  told.clear()
  await working(async () => {
    world.clock.set('2025-12-02T06:00:00Z')
    await orderBecomes(world, placed[0], { allocated: 0 })
    await orderBecomes(other, placed[1], { allocated: 0 })
    await waitFor(async () => told.size === 2, 'both accounts to be told')
  })
})

test('a batch promised to very many is given back in pieces, a transaction each, and every line is told', async () => {
  await receive(world, [
    { batch: 'A', quantity: 2500, expiresOn: '2025-12-01' },
    { batch: 'B', quantity: 300, expiresOn: '2026-05-01' },
  ])
  const orders = Array.from({ length: 2500 }, () => ({ lines: [{ product: 'P', quantity: 1 }] }))
  await world.post('/v1/orders/bulk', { orders })
  world.clock.set('2025-12-02T06:00:00Z')
  await working(async () => {
    await done()
  })
  expect((await stockOf(world, 'A'))[0]).toMatchObject({ reserved: 0 })
  const [{ reserved }] = await stockOf(world, 'B')
  expect(reserved).toBe(300)
  const pieces = await world.owner<{ lines: number; demands: number }[]>`
    select count(*) as lines, count(distinct demand_id) as demands from allocation.decision where cause = 'expiry' group by xmin::text`
  expect(Math.max(...pieces.map(({ lines }) => lines))).toBeLessThanOrEqual(1000)
  const [told] =
    await world.owner`select count(distinct demand_id) as lines from allocation.decision where cause = 'expiry'`
  expect(told).toEqual({ lines: 2500 })
  expect(await differences(world)).toEqual([])
})
