import { afterEach, beforeEach, expect, test } from 'vitest'
import { batchId, differences, hold, order, product, receive, stockOf } from '../../test/stories.ts'
import { type Caller, type Json, openWorld, type World } from '../../test/world.ts'

let world: World
let counter: Caller
let manager: Caller
beforeEach(async () => {
  world = await openWorld({ works: false })
  counter = await world.as('warehouse')
  manager = await world.as('manager')
  await product(world)
  await receive(world, [
    { batch: 'L2401', quantity: 30, expiresOn: '2026-03-01' },
    { batch: 'L2477', quantity: 20, expiresOn: '2026-04-01' },
  ])
})
afterEach(() => world.close())

const make = (body: Json = {}): Promise<Json> =>
  manager.post('/v1/counts', { warehouse: 'CHI', of: 'bins', bins: ['MAIN'], blind: false, ...body })
const find = (caller: Caller, { id }: Json, lines: readonly Json[], place = 'MAIN') =>
  caller.call('POST', `/v1/counts/${id}/tallies`, { tallies: [{ place, lines }] })
const found = async (made: Json, lines: readonly Json[]) => {
  const answer = await find(counter, made, lines)
  expect([answer.status, answer.body.detail]).toEqual([201, undefined])
}
const open = async ({ id }: Json, caller = manager): Promise<Json[]> =>
  (await caller.get(`/v1/counts/${id}/differences`)).items
const book = (caller: Caller, { id }: Json, body: Json = {}) => caller.call('POST', `/v1/counts/${id}/bookings`, body)
const told = (rows: readonly Json[]) =>
  rows.map(({ batchRead, expected, found: units, suggestion }) => [
    batchRead,
    expected,
    units,
    suggestion?.kind ?? null,
  ])
const right = [
  { batch: 'L2401', quantity: 30 },
  { batch: 'L2477', quantity: 20 },
]

test('what is not named was not there, and what is found in two goes is added up', async () => {
  const made = await make()
  await found(made, [
    { batch: 'L2401', quantity: 10 },
    { batch: 'L2401', quantity: 20 },
  ])
  expect(told(await open(made))).toEqual([['L2477', 20, 0, null]])
})

test('a batch that is not in the system is added with the date that its label said, and with none where it said none', async () => {
  await product(world, { sku: 'Q', dates: 'optional' })
  const made = await make()
  await found(made, [
    ...right,
    { product: 'P', batch: 'NEW-9', quantity: 4, expiresOn: '2026-09-01' },
    { product: 'P', batch: 'BARE', quantity: 1 },
    { product: 'Q', batch: 'X', quantity: 2 },
  ])
  const rows = await open(made)
  expect(told(rows)).toEqual([
    ['BARE', 0, 1, 'add_batch'],
    ['NEW-9', 0, 4, 'add_batch'],
    ['X', 0, 2, 'add_batch'],
  ])
  const refused = await book(counter, made, { lines: [rows[0].id] })
  expect([refused.status, refused.body.code]).toEqual([422, 'date_needed'])
  expect((await book(counter, made, { lines: [rows[1].id, rows[2].id] })).body).toEqual({ booked: 2, left: 1 })
  const batch = await world.get(`/v1/batches/${await batchId(world, 'NEW-9')}`)
  expect([batch.expiresOn, batch.dates.map(({ source }: Json) => source)]).toEqual(['2026-09-01', ['typed']])
  expect((await world.get(`/v1/batches/${await batchId(world, 'X')}`)).expiresOn).toBe(null)
  expect((await stockOf(world, 'NEW-9'))[0].onHand).toBe(4)
  expect(await differences(world)).toEqual([])
})

test('a new batch that lies in two bins is added once; by the time of a recount it is known', async () => {
  const [{ id: warehouseId }] = (await world.get('/v1/warehouses')).items
  await world.post('/v1/places', { places: [{ warehouseId, code: 'SIDE' }] })
  const made = await make({ bins: ['MAIN', 'SIDE'] })
  const fresh = { product: 'P', batch: 'NEW-9', quantity: 4, expiresOn: '2026-09-01' }
  await found(made, [...right, fresh])
  expect((await find(counter, made, [fresh], 'SIDE')).status).toBe(201)
  expect((await book(counter, made)).body).toEqual({ booked: 2, left: 0 })
  expect((await stockOf(world, 'NEW-9')).map(({ onHand }) => onHand)).toEqual([4, 4])
  expect(new Set((await stockOf(world, 'NEW-9')).map(({ batchId: id }) => id)).size).toBe(1)
  await found(made, [...right, fresh])
  expect(await open(made)).toMatchObject([{ placeCode: 'SIDE', bookedBy: 'warehouse of the tests (key)' }])
  expect(await differences(world)).toEqual([])
})

test('a GS1 label names product, batch and date; a code one character beside a batch there is doubted', async () => {
  await product(world, { sku: 'G', gtin: '4006381333931' })
  const made = await make()
  const label = '(01)04006381333931(17)260930(10)FRESH'
  await found(made, [
    { batch: 'L2401', quantity: 26 },
    { batch: 'L2477', quantity: 20 },
    { product: 'P', batch: 'L2407', quantity: 4 },
    { batch: label, quantity: 3 },
  ])
  const rows = await open(made)
  expect(told(rows)).toEqual([
    ['FRESH', 0, 3, 'add_batch'],
    ['L2401', 30, 26, null],
    ['L2407', 0, 4, 'typed_wrongly'],
  ])
  expect(rows[0]).toMatchObject({ sku: 'G', expiresOn: '2026-09-30' })
  const answer = await find(counter, made, [{ batch: '010400638133393110F121S9', quantity: 1 }])
  expect(answer.body.facts.problems).toMatchObject([
    { message: expect.stringContaining('batch (10) may be F121S9, or F1 with (21) S9') },
  ])
})

test('every wrong line is named with its place', async () => {
  const made = await make()
  const answer = await find(counter, made, [
    { batch: 'NOBODY', quantity: 1 },
    { product: 'NONE', batch: 'L2401', quantity: 1 },
    { product: 'P', quantity: 1 },
    { quantity: 1 },
  ])
  expect([answer.status, answer.body.facts.problems]).toEqual([
    422,
    [
      { at: 'tallies[0].lines[0]', message: 'no batch "NOBODY" is known: name its product' },
      { at: 'tallies[0].lines[1]', message: 'there is no product "NONE"' },
      { at: 'tallies[0].lines[2]', message: 'name the batch of P' },
      { at: 'tallies[0].lines[3]', message: 'must name a product or a batch' },
    ],
  ])
  expect((await find(counter, made, [], 'ELSEWHERE')).body.facts.problems).toEqual([
    { at: 'tallies[0].place', message: '"ELSEWHERE" is no bin of this count' },
  ])
})

test('who counts blind is told nothing of what is expected, and books nothing, until it is closed', async () => {
  const made = await make({ blind: true })
  await found(made, [{ batch: 'L2401', quantity: 29 }])
  const seen = await counter.get(`/v1/counts/${made.id}`)
  expect([seen.differing, seen.open, seen.tasks[0].differing]).toEqual([null, null, null])
  const [summary] = (await counter.get('/v1/counts')).items
  expect([summary.differing, summary.open]).toEqual([null, null])
  for (const answer of [await counter.call('GET', `/v1/counts/${made.id}/differences`), await book(counter, made)])
    expect([answer.status, answer.body.code, answer.body.facts]).toEqual([409, 'blind_count', { number: made.number }])
  expect(await open(made)).toHaveLength(2)
  await find(manager, made, right)
  expect((await manager.call('GET', `/v1/counts/${made.id}/differences`)).body.code).toBe('blind_count')
  await world.post(`/v1/counts/${made.id}/closing`, {})
  expect(await open(made, counter)).toEqual([])
})

test('above the limit another person approves, and what no receipt says the cost of is above any limit', async () => {
  await world.call('PATCH', '/v1/account', { countLimit: 1_000_000 })
  const made = await make()
  expect((await find(manager, made, [{ batch: 'L2401', quantity: 30 }])).status).toBe(201)
  const lines = (await open(made)).map(({ id }) => id)
  expect((await book(manager, made, { lines })).body.code).toBe('own_count')
  expect((await book(await world.as('manager'), made, { lines })).body).toEqual({ booked: 1, left: 0 })
  expect((await manager.call('PATCH', '/v1/account', { countLimit: null })).status).toBe(403)
})

test('a bin is counted again where somebody doubts it, and its differences wait until it is', async () => {
  const made = await make()
  await found(made, [{ batch: 'L2401', quantity: 30 }])
  await manager.post(`/v1/counts/${made.id}/recounts`, { places: ['MAIN'], reason: 'look behind the pallet' })
  expect((await manager.get(`/v1/counts/${made.id}`)).tasks[0]).toMatchObject({
    state: 'recount',
    recountReason: 'look behind the pallet',
  })
  const [row] = await open(made)
  expect((await book(counter, made, { lines: [row.id] })).body.code).toBe('difference_outdated')
  expect((await book(counter, made)).body).toEqual({ booked: 0, left: 1 })
  await found(made, right)
  expect(await open(made)).toEqual([])
  expect((await book(counter, made, { lines: [row.id] })).status).toBe(404)
})

test('a difference is applied to what lies there now: goods that came since stay, and what is gone by now is refused', async () => {
  const made = await make()
  await found(made, [
    { batch: 'L2401', quantity: 28 },
    { batch: 'L2477', quantity: 5 },
  ])
  await receive(world, [{ batch: 'L2401', quantity: 7, expiresOn: '2026-03-01' }])
  const adjusted = {
    warehouse: 'CHI',
    reason: 'broken',
    lines: [{ product: 'P', batch: 'L2477', place: 'MAIN', quantity: -10 }],
  }
  await world.post('/v1/adjustments', adjusted)
  const [first, second] = await open(made)
  expect((await book(counter, made, { lines: [first.id] })).status).toBe(201)
  expect((await stockOf(world, 'L2401'))[0].onHand).toBe(35)
  expect((await book(counter, made, { lines: [first.id] })).body.code).toBe('difference_booked')
  expect((await book(counter, made, { lines: [second.id] })).body.code).toBe('insufficient_stock')
})

test('a held batch that is found stays held, and is promised to nobody', async () => {
  await hold(world, 'L2401')
  const waiting = await order(world, 40)
  const made = await make()
  await found(made, [
    { batch: 'L2401', quantity: 90 },
    { batch: 'L2477', quantity: 21 },
  ])
  await book(counter, made)
  expect((await stockOf(world, 'L2401'))[0]).toMatchObject({ onHand: 90, reserved: 0, status: 'held' })
  expect((await world.get(`/v1/orders/${waiting.id}`)).allocated).toBe(21)
})

test('serials name what is gone and what is found', async () => {
  await product(world, { sku: 'S', tracking: 'serial', dates: 'none' })
  await receive(world, [{ product: 'S', batch: 'SB', quantity: 3, serials: ['S1', 'S2', 'S3'] }])
  const made = await make({ of: 'products', products: ['S'], bins: undefined })
  expect((await find(counter, made, [{ batch: 'SB', quantity: 2, serials: ['S1'] }])).status).toBe(422)
  await found(made, [{ batch: 'SB', quantity: 2, serials: ['S1', 'S3'] }])
  expect((await book(counter, made)).body).toEqual({ booked: 1, left: 0 })
  await found(made, [{ batch: 'SB', quantity: 3, serials: ['S1', 'S3', 'S9'] }])
  expect((await book(counter, made)).body).toEqual({ booked: 1, left: 0 })
  const serials = (await world.get(`/v1/batches/${await batchId(world, 'SB')}/serials`)).items
  expect(serials.filter(({ placeCode }: Json) => placeCode === 'MAIN').map(({ code }: Json) => code)).toEqual([
    'S1',
    'S3',
    'S9',
  ])
  expect(await differences(world)).toEqual([])
})

test('a count is closed when all is settled, or with a reason; then nothing is added to it', async () => {
  const made = await make()
  expect((await manager.call('POST', `/v1/counts/${made.id}/closing`, {})).body.code).toBe('count_unfinished')
  await found(made, right)
  await manager.post(`/v1/counts/${made.id}/closing`, {})
  expect((await find(counter, made, right)).body.code).toBe('count_closed')
  const other = await make()
  await manager.post(`/v1/counts/${other.id}/closing`, { reason: 'the aisle is shut' })
  expect((await manager.get('/v1/counts?state=closed')).items.map(({ closeReason }: Json) => closeReason)).toEqual([
    'the aisle is shut',
    null,
  ])
})

test('every step is kept with who did it', async () => {
  const made = await make()
  await found(made, [{ batch: 'L2401', quantity: 30 }])
  await book(counter, made, { reason: 'seen twice' })
  const { items } = await world.get(`/v1/audit?subject=${made.id}`)
  expect(items.map(({ action, actorName, reason }: Json) => [action, actorName, reason])).toEqual([
    ['count.book', 'warehouse of the tests (key)', 'seen twice'],
    ['count.tally', 'warehouse of the tests (key)', null],
    ['count.make', 'manager of the tests (key)', null],
  ])
})
