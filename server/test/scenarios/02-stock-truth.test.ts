import { afterEach, beforeEach, expect, test } from 'vitest'
import { atOnce, clientsOf, placeOne } from '../races.ts'
import { batchId, differences, order, orderNow, product, receiptOf, receive, stockOf, taken } from '../stories.ts'
import { type Json, openWorld, type World, waitFor } from '../world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const a = (quantity: number) => ({ batch: 'A', quantity, expiresOn: '2026-01-01' })
const b = (quantity: number) => ({ batch: 'B', quantity, expiresOn: '2025-12-01' })

// Requests of one key are gathered into shared transactions; those of a hundred keys contend, each in its own.
test.each([
  ['one key', 1],
  ['a hundred keys', 100],
])('scenario 19: of a hundred orders at once by %s for the last unit exactly one gets it', async (_, keys) => {
  await product(world)
  await receive(world, [a(1)])
  const clients = await clientsOf(world, keys)
  const answers = await atOnce(
    Array.from({ length: 100 }, (_one, at) => clients[at % keys] ?? world),
    (client) => placeOne(client),
  )
  expect(answers.map(({ status }) => status)).toEqual(Array(100).fill(201))
  expect(answers.filter(({ body }) => body.allocated === 1)).toHaveLength(1)
  expect(answers.filter(({ body }) => body.backOrdered === 1)).toHaveLength(99)
  expect((await stockOf(world, 'A'))[0]).toMatchObject({ onHand: 1, reserved: 1, available: 0 })
  expect(await differences(world)).toEqual([])
})

test('scenario 20: more than there is leaves nowhere: not by the API, not by an import, not by shipping, not by SQL', async () => {
  await product(world)
  await receive(world, [a(100)])
  const adjusted = await world.call('POST', '/v1/adjustments', {
    warehouse: 'CHI',
    reason: 'broken',
    lines: [{ product: 'P', batch: 'A', place: 'MAIN', quantity: -101 }],
  })
  expect(adjusted).toMatchObject({
    status: 409,
    body: { code: 'insufficient_stock', facts: { available: 100, asked: 101 } },
  })
  // As imports write off, from wherever it lies; and as they order and ship, in bulk and with a date of their own.
  const writtenOff = await world.call('POST', '/v1/adjustments', {
    warehouse: 'CHI',
    reason: 'written off',
    occurredAt: '2025-11-22T15:00:00Z',
    lines: [{ product: 'P', quantity: -101 }],
  })
  expect(writtenOff.body.detail).toContain('101 of P to take out, but only 100 are available here')
  const [placed] = (
    await world.post('/v1/orders/bulk', {
      orders: [{ orderedAt: '2025-11-22T15:00:00Z', history: true, lines: [{ product: 'P', quantity: 101 }] }],
    })
  ).results.map(({ answer }: Json) => answer)
  expect(placed).toMatchObject({ allocated: 100, backOrdered: 1 })
  const parcel = { order: placed.number, lines: [{ orderLine: placed.lines[0].id, batch: 'A', quantity: 101 }] }
  const shipped = await world.call('POST', '/v1/shipments', parcel)
  expect(shipped).toMatchObject({ status: 409, body: { code: 'ship_beyond_allocated', facts: { allocated: 100 } } })
  const [inBulk] = (await world.post('/v1/shipments/bulk', { shipments: [parcel] })).results
  expect(inBulk.problem).toMatchObject({ code: 'ship_beyond_allocated', facts: { allocated: 100 } })
  await expect(world.owner`update stock.balance set on_hand = on_hand - 101`).rejects.toThrow(/check constraint/)
  expect((await stockOf(world, 'A'))[0]).toMatchObject({ onHand: 100, reserved: 100 })
})

test('scenario 21: the same receipt sent twice at once is one receipt, and both get its answer', async () => {
  await product(world)
  const key = { 'idempotency-key': 'receipt of the morning' }
  const [first, second] = await Promise.all([
    world.call('POST', '/v1/receipts', receiptOf([a(10)]), key),
    world.call('POST', '/v1/receipts', receiptOf([a(10)]), key),
  ])
  expect([first.status, second.status]).toEqual([201, 201])
  expect(second.body).toEqual(first.body)
  const other = await world.call('POST', '/v1/receipts', receiptOf([a(11)]), key)
  expect(other).toMatchObject({ status: 409, body: { code: 'key_reused' } })
  expect((await stockOf(world, 'A'))[0]).toMatchObject({ onHand: 10 })
})

test('scenario 22: the sums of moves are the balances, whatever was done', async () => {
  await product(world)
  await receive(world, [a(100), b(100)])
  const placed = await order(world, 150)
  await world.post('/v1/shipments', { order: placed.number })
  await world.post('/v1/adjustments', {
    warehouse: 'CHI',
    reason: 'found',
    lines: [{ product: 'P', batch: 'B', quantity: 3 }],
  })
  const { checked, differences: found } = await world.post('/v1/verifications')
  expect(checked).toMatchObject({ moves: 5, balances: 2 })
  expect(found).toEqual([])
})

test('the verifier names the row that differs', async () => {
  await product(world)
  await receive(world, [a(100)])
  await world.owner`update stock.balance set on_hand = 99`
  expect(await differences(world)).toMatchObject([
    { kind: 'balance', batchId: await batchId(world, 'A'), expected: 100, actual: 99 },
  ])
})

test('scenario 73: nobody changes the ledger: the application may not update, delete or truncate it', async () => {
  await product(world)
  await receive(world, [a(1)])
  for (const statement of ['update stock.move set quantity = 2', 'delete from stock.move', 'truncate stock.move']) {
    const attempt = world.owner.begin(async (sql) => {
      await sql.unsafe('set local role firstout_app')
      await sql.unsafe(statement)
    })
    await expect(attempt).rejects.toThrow(/permission denied/)
  }
})

test('scenario 23: a receipt of the past is in the stock as of then, but was not known then', async () => {
  await product(world)
  await receive(world, [a(50)], { receivedAt: '2025-11-10T12:00:00-06:00' })
  const asOf = (query: string) => world.get(`/v1/stock/as-of?at=2025-11-15T12:00:00Z${query}`)
  expect((await asOf('')).items).toMatchObject([{ batchCode: 'A', quantity: 50 }])
  expect((await asOf('&knownOn=2025-11-15T12:00:00Z')).items).toEqual([])
})

test('scenario 23: an issue of the past that makes a day negative is refused with the day', async () => {
  await product(world)
  await receive(world, [a(50)], { receivedAt: '2025-11-10T12:00:00-06:00' })
  const placed = await order(world, 50)
  await world.post('/v1/shipments', { order: placed.number, shippedAt: '2025-11-12T12:00:00-06:00' })
  await receive(world, [a(20)], { receivedAt: '2025-11-20T12:00:00-06:00' })
  const issue = (at: string) =>
    world.call('POST', '/v1/adjustments', {
      warehouse: 'CHI',
      reason: 'broken',
      occurredAt: at,
      lines: [{ product: 'P', batch: 'A', place: 'MAIN', quantity: -1 }],
    })
  expect(await issue('2025-11-14T12:00:00-06:00')).toMatchObject({
    status: 409,
    body: { code: 'negative_on_day', facts: { day: '2025-11-14', short: 1 } },
  })
  expect((await issue('2025-11-21T12:00:00-06:00')).status).toBe(201)
})

test('scenario 29: less asked frees the latest expiry; a cancellation frees exactly what was held', async () => {
  await product(world)
  await receive(world, [a(100), b(100)])
  const placed = await order(world, 150)
  const edited = (
    await world.call('PATCH', `/v1/orders/${placed.id}`, { lines: [{ id: placed.lines[0].id, quantity: 120 }] })
  ).body
  expect(taken(edited)).toEqual({ B: 100, A: 20 })
  const cancelled = await world.post(`/v1/orders/${placed.id}/cancellation`, { reason: 'customer' })
  expect(cancelled).toMatchObject({ state: 'cancelled', allocated: 0 })
  const rows = [...(await stockOf(world, 'A')), ...(await stockOf(world, 'B'))]
  expect(rows.map(({ reserved, available }) => ({ reserved, available }))).toEqual([
    { reserved: 0, available: 100 },
    { reserved: 0, available: 100 },
  ])
  expect(await differences(world)).toEqual([])
})

test('scenario 30: each parcel knows its own batches, and what was not shipped stays reserved', async () => {
  await world.post('/v1/warehouses', { code: 'DAL', name: 'Dallas', timeZone: 'America/Chicago' })
  await product(world)
  await receive(world, [b(100)])
  await receive(world, [a(50)], { warehouse: 'DAL' })
  const placed = await order(world, 150)
  const part = await world.post('/v1/shipments', {
    order: placed.number,
    lines: [{ orderLine: placed.lines[0].id, batch: 'B', quantity: 60 }],
  })
  expect(part.items).toMatchObject([{ warehouseCode: 'CHI', lines: [{ batchCode: 'B', quantity: 60 }] }])
  expect(taken(await orderNow(world, placed))).toEqual({ B: 40, A: 50 })
  const rest = await world.post('/v1/shipments', { order: placed.number })
  expect(
    rest.items.map(({ warehouseCode, lines }: Json) => [
      warehouseCode,
      lines.map((line: Json) => [line.batchCode, line.quantity]),
    ]),
  ).toEqual([
    ['CHI', [['B', 40]]],
    ['DAL', [['A', 50]]],
  ])
  expect((await orderNow(world, placed)).state).toBe('shipped')
  expect(await differences(world)).toEqual([])
})

test('stock that comes is offered to back orders in their order, the oldest and most urgent first', async () => {
  await product(world)
  const late = await order(world, 5)
  const later = await order(world, 5)
  const urgent = await order(world, 5, { priority: 10 })
  await receive(world, [a(7)])
  const allocated = await Promise.all([urgent, late, later].map(async (one) => (await orderNow(world, one)).allocated))
  expect(allocated).toEqual([5, 2, 0])
})

test('an order of which nothing is asked any more is cancelled, not shipped', async () => {
  await product(world)
  await receive(world, [a(7)])
  const placed = await order(world, 5)
  const lines = [{ id: placed.lines[0].id, quantity: 0 }]
  const edited = (await world.call('PATCH', `/v1/orders/${placed.id}`, { lines })).body
  expect(edited).toMatchObject({ state: 'cancelled', quantity: 0, allocated: 0 })
  expect((await world.get('/v1/orders?state=cancelled')).items).toMatchObject([{ id: placed.id }])
  expect((await world.get('/v1/orders?state=shipped')).items).toEqual([])
  const { items } = await world.get(`/v1/audit?subject=${placed.id}`)
  expect(items.map(({ action }: Json) => action)).toEqual(['order.cancel', 'order.change', 'order.place'])
})

test('a move is undone by its opposite, once, and both stay', async () => {
  await product(world)
  await receive(world, [a(10)])
  const [move] = (await world.get(`/v1/moves?batch=${await batchId(world, 'A')}`)).items
  await world.post(`/v1/moves/${move.id}/reversal`, { reason: 'typed twice' })
  expect(await stockOf(world, 'A')).toEqual([])
  const again = await world.call('POST', `/v1/moves/${move.id}/reversal`, { reason: 'typed twice' })
  expect(again).toMatchObject({ status: 409, body: { code: 'already_reversed' } })
  expect((await world.get(`/v1/moves?batch=${await batchId(world, 'A')}`)).items).toHaveLength(2)
  expect(await differences(world)).toEqual([])
})

test('what is expired, held or in quarantine is on hand but not available, in the list, its sums and the trace', async () => {
  await product(world)
  await receive(world, [a(10), b(20), { batch: 'C', quantity: 40, expiresOn: '2026-03-03' }])
  await receive(world, [{ batch: 'C', quantity: 5, condition: 'damaged' }])
  await order(world, 4)
  await world.post('/v1/holds', { scope: 'batch', batch: await batchId(world, 'A'), reason: 'under test' })
  world.clock.set('2025-12-05T15:00:00Z')
  await waitFor(
    async () => (await stockOf(world, 'C')).some(({ reserved }) => reserved === 4),
    'C to take the place of B',
  )
  const { items, total, onHand, available } = await world.get('/v1/stock?sort=available&direction=desc')
  expect({ total, onHand, available }).toEqual({ total: 4, onHand: 75, available: 36 })
  expect(items.map((row: Json) => [row.batchCode, row.status, row.onHand, row.available])).toEqual([
    ['C', 'sellable', 40, 36],
    ...items.slice(1).map((row: Json) => [row.batchCode, row.status, row.onHand, 0]),
  ])
  expect(
    items
      .slice(1)
      .map(({ status }: Json) => status)
      .sort(),
  ).toEqual(['expired', 'held', 'unsellable_place'])
  const trace = await world.get(`/v1/batches/${await batchId(world, 'C')}/trace`)
  expect(trace.here.map((row: Json) => [row.placeKind, row.available]).sort()).toEqual([
    ['quarantine', 0],
    ['storage', 36],
  ])
  const dated = await world.get('/v1/stock?expiresFrom=2025-12-06&expiresBefore=2026-03-03')
  expect(dated.items.map(({ batchCode }: Json) => batchCode)).toEqual(['A'])
  const [page, next] = [await world.get('/v1/stock?limit=1'), await world.get('/v1/stock?limit=3')]
  const second = await world.get(`/v1/stock?limit=2&cursor=${page.next}`)
  expect([...page.items, ...second.items]).toEqual(next.items)
})
