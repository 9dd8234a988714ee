/**
 * Scenarios 26, 27 and 66: what is counted, and what becomes of it.
 */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { pickOf, wave } from '../floor.ts'
import { batchId, differences, hold, order, orderNow, product, receive, stockOf, taken } from '../stories.ts'
import { dallas, transfer, transferNow } from '../transfers.ts'
import { type Caller, type Json, openWorld, type World } from '../world.ts'

let world: World
let counter: Caller
let manager: Caller
beforeEach(async () => {
  world = await openWorld({ works: false })
  counter = await world.as('warehouse')
  manager = await world.as('manager')
  await product(world)
  await receive(world, [
    { batch: 'A', quantity: 30, expiresOn: '2026-03-01', unitCost: 200, currency: 'USD' },
    { batch: 'B', quantity: 20, expiresOn: '2026-04-01', unitCost: 200, currency: 'USD' },
  ])
})
afterEach(() => world.close())

const count = (body: Json = {}): Promise<Json> =>
  manager.post('/v1/counts', { warehouse: 'CHI', of: 'bins', bins: ['MAIN'], blind: false, ...body })
const tally = (caller: Caller, { id }: Json, found: Record<string, number>) =>
  caller.post(`/v1/counts/${id}/tallies`, {
    tallies: [{ place: 'MAIN', lines: Object.entries(found).map(([batch, quantity]) => ({ batch, quantity })) }],
  })
const open = async (caller: Caller, { id }: Json) => (await caller.get(`/v1/counts/${id}/differences`)).items
const onHand = async (code: string) => (await stockOf(world, code)).reduce((sum, row) => sum + row.onHand, 0)

test('scenario 26: 5 of two batches swapped are two adjustments, approved above the limit, and the trace follows', async () => {
  await world.call('PATCH', '/v1/account', { countLimit: 999 })
  const made = await count()
  await tally(counter, made, { A: 25, B: 25 })
  const rows = await open(manager, made)
  expect(
    rows.map(({ batchRead, difference, value, needsApproval, suggestion }: Json) => [
      batchRead,
      difference,
      value,
      needsApproval,
      suggestion.says,
    ]),
  ).toEqual([
    ['A', -5, 1000, true, '5 swapped with batch B?'],
    ['B', 5, 1000, true, '5 swapped with batch A?'],
  ])
  const lines = rows.map(({ id }: Json) => id)
  const tried = await counter.call('POST', `/v1/counts/${made.id}/bookings`, { lines })
  expect([tried.status, tried.body.code]).toEqual([409, 'approval_needed'])
  expect(tried.body.detail).toBe(
    '−5 of batch A at MAIN, worth $10.00, is above what may be booked without approval. A manager or owner may approve it.',
  )
  expect(await counter.post(`/v1/counts/${made.id}/bookings`, {})).toEqual({ booked: 0, left: 2 })
  expect(await manager.post(`/v1/counts/${made.id}/bookings`, { lines })).toEqual({ booked: 2, left: 0 })
  expect([await onHand('A'), await onHand('B')]).toEqual([25, 25])
  const { items } = await world.get('/v1/moves?reason=count')
  expect(
    items.map(({ batchCode, quantity, fromCode, toCode, documentKind, documentId }: Json) => [
      batchCode,
      quantity,
      fromCode,
      toCode,
      documentKind,
      documentId,
    ]),
  ).toEqual([
    ['B', 5, 'COUNT', 'MAIN', 'count', made.id],
    ['A', 5, 'MAIN', 'COUNT', 'count', made.id],
  ])
  const sent = await order(world, 25)
  await world.post('/v1/shipments', { order: sent.id })
  const trace = await world.get(`/v1/batches/${await batchId(world, 'A')}/trace`)
  expect(trace.massBalance).toMatchObject({ lost: 5, gap: 0 })
  expect(await differences(world)).toEqual([])
})

test('scenario 27: picks before and after a blind count do not disturb what it expects', async () => {
  const made = await count({ blind: true })
  const orders = [await order(world, 3), await order(world, 2), await order(world, 1)]
  const { id } = await wave(world, orders)
  const pick = (at: number, quantity: number) =>
    pickOf(world, id, { orderLine: orders[at]?.lines[0].id, batch: 'A', quantity })
  await pick(0, 3)
  await pick(1, 2)
  await tally(counter, made, { A: 24, B: 20 })
  await pick(2, 1)
  for (const { id: ordered } of orders) await world.post('/v1/shipments', { order: ordered })
  const rows = await open(manager, made)
  expect(rows.map(({ batchRead, found, expected }: Json) => [batchRead, found, expected])).toEqual([['A', 24, 25]])
  expect(await manager.post(`/v1/counts/${made.id}/bookings`, {})).toEqual({ booked: 1, left: 0 })
  expect(await onHand('A')).toBe(23)
  expect(await differences(world)).toEqual([])
})

test('what is promised and not there is given back, and the order is served from elsewhere at once', async () => {
  const placed = await order(world, 30)
  expect(taken(placed)).toEqual({ A: 30 })
  const made = await count()
  await tally(counter, made, { A: 18, B: 20 })
  await counter.post(`/v1/counts/${made.id}/bookings`, {})
  expect(taken(await orderNow(world, placed))).toEqual({ A: 18, B: 12 })
  const [latest] = (await world.get(`/v1/order-lines/${placed.lines[0].id}/decisions`)).items
  expect(latest.cause).toBe('short')
  expect(await differences(world)).toEqual([])
})

test('scenario 66: of 500 that a count says are there, 400 are held, and 100 are the number to sell', async () => {
  const numberToSell = async () => (await world.get('/v1/number-to-sell?product=P&channel=shop')).items[0].quantity
  expect(await numberToSell()).toBe(50)
  const made = await count()
  await tally(counter, made, { A: 400, B: 100 })
  expect(await numberToSell()).toBe(50)
  await counter.post(`/v1/counts/${made.id}/bookings`, {})
  expect(await numberToSell()).toBe(500)
  await hold(world, 'A')
  expect([await onHand('A'), await numberToSell()]).toEqual([400, 100])
  expect(await differences(world)).toEqual([])
})

test('what is promised to a transfer and not there is given back as well, and the transfer says what it lacks', async () => {
  await dallas(world)
  const asked = await transfer(world, 50)
  expect(asked.reserved).toBe(50)
  const made = await count()
  await tally(counter, made, { A: 18, B: 20 })
  expect(await counter.post(`/v1/counts/${made.id}/bookings`, {})).toEqual({ booked: 1, left: 0 })
  expect(await transferNow(world, asked)).toMatchObject({ state: 'approved', reserved: 38 })
  expect(await differences(world)).toEqual([])
})
