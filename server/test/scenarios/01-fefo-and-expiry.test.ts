import { afterEach, beforeEach, expect, test } from 'vitest'
import { jobsAreDone } from '../alerts.ts'
import { hold, lift, order, orderBecomes, product, receive, refusedReceipt, says, stockOf, taken } from '../stories.ts'
import { type Caller, type Json, openWorld, type World } from '../world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const a100 = { batch: 'A', quantity: 100, expiresOn: '2026-01-01' }
const b100 = { batch: 'B', quantity: 100, expiresOn: '2025-12-01' }

test('scenario 1: what expires first goes first', async () => {
  await product(world)
  await receive(world, [a100, b100])
  expect(taken(await order(world, 150))).toEqual({ B: 100, A: 50 })
})

test('scenario 2: a held batch is passed over with its reason, and its release serves the back order by itself', async () => {
  await product(world)
  await receive(world, [a100, b100])
  const held = await hold(world, 'B')
  const placed = await order(world, 150)
  expect(taken(placed)).toEqual({ A: 100 })
  expect(placed.backOrdered).toBe(50)
  expect(says(placed)).toEqual([`B: 100 on hold (${held.number})`])
  await lift(world, held)
  expect(taken(await orderBecomes(world, placed, { backOrdered: 0 }))).toEqual({ A: 100, B: 50 })
})

test('scenario 3: a hold after allocation takes the batch away at once and other stock takes its place', async () => {
  await product(world)
  await receive(world, [a100, b100])
  const placed = await order(world, 150)
  const { released, number } = await hold(world, 'B')
  expect(released).toMatchObject({ quantity: 100, orders: [{ orderId: placed.id, quantity: 100 }] })
  const after = await orderBecomes(world, placed, { allocated: 100 })
  expect(taken(after)).toEqual({ A: 100 })
  expect(after).toMatchObject({ backOrdered: 50, state: 'waiting' })
  expect(says(after)).toEqual([`B: 100 on hold (${number})`])
  const shipped = await world.post('/v1/shipments', { order: placed.number })
  expect(shipped.items[0].lines.map((line: { batchCode: string }) => line.batchCode)).toEqual(['A'])
})

test.each([
  ['09:00 in Chicago', '2025-12-01T15:00:00Z', { B: 1 }, 'sellable', 0],
  ['23:59 in Chicago', '2025-12-02T05:59:59Z', { B: 1 }, 'sellable', 0],
  ['00:00 the next day', '2025-12-02T06:00:00Z', {}, 'expired', -1],
])('scenario 4: a batch is good on its last day, in every answer, at %s', async (_, at, wanted, status, days) => {
  const good = Object.keys(wanted).length
  await product(world)
  await receive(world, [b100])
  world.clock.set(at)
  const placed = await order(world, 1)
  expect(taken(placed)).toEqual(wanted)
  expect(says(placed)).toEqual(good ? [] : ['B: expired 1 day ago'])
  const orders = [{ lines: [{ product: 'P', quantity: 1 }] }]
  expect((await world.post('/v1/orders/bulk', { orders })).results[0].answer.allocated).toBe(good)
  const { warehouses } = await world.get(`/v1/orders/${placed.id}/pick-list`)
  expect(warehouses.flatMap(({ lines }: Json) => lines.map((line: Json) => [line.batchCode, line.expiresOn]))).toEqual(
    good ? [['B', '2025-12-01']] : [],
  )
  const [row] = await stockOf(world, 'B')
  expect(row).toMatchObject({ status, daysLeft: days, available: good ? 98 : 0 })
  const sheet = await world.call('GET', '/v1/stock.csv')
  expect(sheet.text).toContain(`,2025-12-01,${days},${status},`)
  const home = await world.get('/v1/home')
  expect([home.expired.batches, home.expiring.within7.batches]).toEqual(good ? [0, 1] : [1, 0])
  const { here } = await world.get(`/v1/batches/${row.batchId}/trace`)
  expect(here).toMatchObject([{ available: good ? 98 : 0 }])
})

test('scenario 4: what was allocated on the last day is not shipped after it, though nobody has taken it back yet', async () => {
  const still = await openWorld({ works: false })
  await product(still)
  await receive(still, [b100])
  const placed = await order(still, 10)
  still.clock.set('2025-12-02T06:00:00Z')
  const answer = await still.call('POST', '/v1/shipments', { order: placed.number })
  expect(answer).toMatchObject({ status: 409, body: { code: 'batch_expired' } })
  still.clock.set('2025-12-02T05:59:00Z')
  expect((await still.call('POST', '/v1/shipments', { order: placed.number })).status).toBe(201)
  await still.close()
})

test('scenario 4: what expires while it is allocated is given back by itself, and other stock takes its place', async () => {
  await product(world)
  await receive(world, [a100, b100])
  const placed = await order(world, 150)
  world.clock.set('2025-12-02T06:00:00Z')
  const after = await orderBecomes(world, placed, { allocated: 100 })
  expect(taken(after)).toEqual({ A: 100 })
  expect(says(after)).toEqual(['B: expired 1 day ago'])
  expect((await stockOf(world, 'B'))[0]).toMatchObject({ reserved: 0 })
})

test('scenario 4: what has expired does not leave under an earlier date either, unless by who may record history', async () => {
  const still = await openWorld({ works: false })
  await product(still)
  await receive(still, [b100], { receivedAt: '2025-11-01T15:00:00Z' })
  const placed = await order(still, 10)
  still.clock.set('2025-12-02T18:00:00Z')
  const ship = (caller: Caller, shippedAt?: string) =>
    caller.call('POST', '/v1/shipments', { order: placed.number, ...(shippedAt ? { shippedAt } : {}) })
  const worker = await still.as('warehouse')
  const long = await ship(worker, '2025-11-20T15:00:00Z')
  expect(long).toMatchObject({ status: 403, body: { code: 'history_not_allowed', facts: { on: '2025-11-20' } } })
  for (const shippedAt of ['2025-12-01T23:00:00Z', '2025-12-02T05:59:00Z', undefined])
    expect(await ship(worker, shippedAt)).toMatchObject({ status: 409, body: { code: 'batch_expired' } })
  expect((await ship(await still.as('manager'), '2025-12-01T23:00:00Z')).status).toBe(201)
  await still.close()
})

test('what expired after it was allocated is given back when the order is tried again, and other stock takes its place', async () => {
  await product(world)
  await receive(world, [a100, b100])
  const placed = await order(world, 10)
  expect(taken(placed)).toEqual({ B: 10 })
  world.clock.set('2025-12-02T06:00:00Z')
  const again = await world.post(`/v1/orders/${placed.id}/allocation`)
  expect(taken(again)).toEqual({ A: 10 })
  expect((await stockOf(world, 'B'))[0]).toMatchObject({ reserved: 0, available: 0 })
})

test('scenario 5: a date reads as it was entered, whatever the zone of warehouse, user or server', async () => {
  await world.post('/v1/warehouses', { code: 'SYD', name: 'Sydney', timeZone: 'Australia/Sydney' })
  await product(world)
  const { lines } = await receive(world, [b100])
  await receive(world, [{ ...b100, quantity: 7 }], { warehouse: 'SYD' })
  const placed = await order(world, 1)
  const urls = ['/v1/stock', '/v1/stock.csv', `/v1/batches/${lines[0].batchId}`, `/v1/orders/${placed.id}`, '/v1/home']
  const read = async (language: string) => {
    // What came is looked at for alerts behind it, and the home page counts those.
    await jobsAreDone(world)
    const answers = await Promise.all(
      urls.map((url) => world.call('GET', url, undefined, { 'accept-language': language })),
    )
    return answers.map(({ text }) => text)
  }
  const told = await read('en-US')
  for (const text of told) {
    expect(text).toContain('2025-12-01')
    expect(text).not.toMatch(/2025-11-30|2025-12-02/)
  }
  expect(told[1]?.match(/,2025-12-01,/g)).toHaveLength(2)
  const zone = process.env.TZ
  try {
    // The far ends of the calendar, between which a day lies: the server has moved there.
    for (const moved of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
      process.env.TZ = moved
      expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(moved)
      expect(await read('de-CH')).toEqual(told)
      const again = await receive(world, [{ batch: moved, quantity: 1, expiresOn: '2025-12-01' }])
      expect(again.lines[0].expiresOn).toBe('2025-12-01')
      told.splice(0, told.length, ...(await read('en-AU')))
    }
  } finally {
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
  }
})

test.each([
  ['2025-12-23', 30, { A: 1 }],
  ['2025-12-22', 29, {}],
])('scenario 6: 30 days needed and a batch until %s has %i', async (expiresOn, left, wanted) => {
  await product(world)
  await receive(world, [{ batch: 'A', quantity: 5, expiresOn }])
  await world.post('/v1/customers', { code: 'C', name: 'Careful', deliveryLifeDaysMin: 30 })
  const placed = await order(world, 1, { customer: 'C' })
  expect(taken(placed)).toEqual(wanted)
  if (left < 30) expect(says(placed)).toEqual(['A: 29 days left on 2025-11-23, 30 needed'])
})

test.each([
  ['2025-12-27', 34, {}],
  ['2025-12-28', 35, { A: 1 }],
])('scenario 7: judged on the day of delivery, five days from now, a batch until %s', async (expiresOn, _, wanted) => {
  await product(world, { deliveryLifeDaysMin: 30 })
  await receive(world, [{ batch: 'A', quantity: 5, expiresOn }])
  expect(taken(await order(world, 1, { deliverOn: '2025-11-28' }))).toEqual(wanted)
})

test.each([
  ['2026-01-03', { A: 1 }],
  ['2026-01-04', {}],
])('scenario 8: 66 %% of the whole life must be left on %s', async (deliverOn, wanted) => {
  await product(world, { deliveryLifePercentMin: 66 })
  await receive(world, [{ batch: 'A', quantity: 5, producedOn: '2025-09-01', expiresOn: '2026-09-01' }])
  expect(taken(await order(world, 1, { deliverOn }))).toEqual(wanted)
})

test('scenario 9: where dates are required none is invented; where they are optional the undated goes last', async () => {
  await product(world)
  const refused = await refusedReceipt(world, [{ batch: 'U', quantity: 5 }])
  expect(refused).toMatchObject({ status: 422, body: { code: 'date_needed' } })
  await product(world, { sku: 'Q', dates: 'optional' })
  await receive(world, [
    { product: 'Q', batch: 'U', quantity: 50 },
    { product: 'Q', batch: 'A', quantity: 50, expiresOn: '2026-01-01' },
  ])
  expect(taken(await order(world, 70, { line: { product: 'Q' } }))).toEqual({ A: 50, U: 20 })
})

test('scenario 10: of two that expire together, the one received first goes first, every time', async () => {
  await product(world)
  await receive(world, [{ batch: 'A', quantity: 100, expiresOn: '2026-01-01' }], { receivedAt: '2025-11-01T12:00:00Z' })
  await receive(world, [{ batch: 'C', quantity: 100, expiresOn: '2026-01-01' }], { receivedAt: '2025-10-15T12:00:00Z' })
  for (let times = 0; times < 3; times += 1) expect(taken(await order(world, 10))).toEqual({ C: 10 })
})

test('scenario 10b: undated last, expired never, and the expired one says since when', async () => {
  await product(world, { dates: 'optional' })
  world.clock.set('2025-11-19T15:00:00Z')
  await receive(world, [
    { batch: 'D', quantity: 50, expiresOn: '2025-11-20' },
    { batch: 'A', quantity: 50, expiresOn: '2026-01-01' },
    { batch: 'U', quantity: 50 },
  ])
  world.clock.set('2025-11-23T15:00:00Z')
  const placed = await order(world, 120)
  expect(taken(placed)).toEqual({ A: 50, U: 50 })
  expect(placed.backOrdered).toBe(20)
  expect(says(placed)).toEqual(['D: expired 3 days ago'])
})

test('scenario 12: no date, no production date: asked; with a production date the last day is counted and marked so', async () => {
  await product(world, { lifeDays: 365 })
  const refused = await refusedReceipt(world, [{ batch: 'A', quantity: 5 }])
  expect(refused).toMatchObject({ status: 422, body: { code: 'date_needed' } })
  expect(refused.body.detail).toContain('production date from which 365 days are counted')
  expect((await world.get('/v1/batches')).items).toEqual([])
  const { lines } = await receive(world, [{ batch: 'A', quantity: 5, producedOn: '2025-10-10' }])
  const batch = await world.get(`/v1/batches/${lines[0].batchId}`)
  expect(batch).toMatchObject({ expiresOn: '2026-10-10', expiresOnSource: 'computed' })
})

test('other stock, other order: last in first out, and only from the warehouse asked', async () => {
  await world.post('/v1/warehouses', { code: 'DAL', name: 'Dallas', timeZone: 'America/Chicago' })
  await product(world, { rotation: 'lifo' })
  await receive(world, [{ ...a100, quantity: 10 }], { receivedAt: '2025-11-01T12:00:00Z' })
  await receive(world, [{ ...b100, quantity: 10 }], { receivedAt: '2025-11-02T12:00:00Z', warehouse: 'DAL' })
  expect(taken(await order(world, 12))).toEqual({ B: 10, A: 2 })
  expect(taken(await order(world, 12, { warehouse: 'CHI' }))).toEqual({ A: 8 })
})
