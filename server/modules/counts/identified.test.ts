import { afterEach, beforeEach, expect, test } from 'vitest'
import { begin, pathNow, stockHere, untracked } from '../../test/identifying.ts'
import { differences, order, orderNow, receive } from '../../test/stories.ts'
import { type Caller, type Json, openWorld, type World } from '../../test/world.ts'

let world: World
let path: Json
beforeEach(async () => {
  world = await openWorld({ works: false })
  await untracked(world, { A1: 20, A2: 10 })
  path = await begin(world, { dates: 'required', candidates: [{ batch: 'L1', expiresOn: '2026-06-01' }] })
})
afterEach(() => world.close())

const count = (more: Json = {}): Promise<Json> =>
  world.post('/v1/counts', { warehouse: 'CHI', of: 'products', products: ['P'], blind: false, ...more })
const tally = (caller: Caller, made: Json, place: string, found: Json): Promise<Json> => {
  const lines = Object.entries(found).map(([batch, quantity]) => ({ product: 'P', batch, quantity }))
  return caller.post(`/v1/counts/${made.id}/tallies`, { tallies: [{ place, lines }] })
}
const open = async ({ id }: Json): Promise<Json[]> => (await world.get(`/v1/counts/${id}/differences`)).items
const book = (caller: Caller, { id }: Json, body: Json = {}) => caller.call('POST', `/v1/counts/${id}/bookings`, body)
const identified = async () => (await pathNow(world, path)).meter.identified
const accuracy = async () => (await world.get('/v1/batch-accuracy')).items[0]

test('what is found under a batch where goods without batch were expected is no difference; only the rest is', async () => {
  const made = await count()
  await tally(world, made, 'A1', { L1: 15, '-': 8 })
  const rows = await open(made)
  expect(
    rows.map(({ batchRead, difference, identifies, suggestion }) => [batchRead, difference, identifies, suggestion]),
  ).toEqual([
    ['-', -12, 12, null],
    ['L1', 15, 12, null],
  ])
  expect((await book(world, made)).body).toEqual({ booked: 2, left: 0 })
  expect(await stockHere(world)).toEqual({ '- A1': 8, 'L1 A1': 15, '- A2': 10 })
  const { items: moves } = await world.get('/v1/moves?reason=count')
  expect(moves.map(({ batchCode, quantity, toCode }: Json) => [batchCode, quantity, toCode])).toEqual([['L1', 3, 'A1']])
  expect(await pathNow(world, path)).toMatchObject({ meter: { whole: 30, identified: 12, here: 18 } })
  expect((await open(made)).map((row) => [row.identified, row.bookedAt !== null])).toEqual([
    [12, true],
    [12, true],
  ])
  expect(await accuracy()).toMatchObject({ counted: 2, right: 1 })
  expect((await book(world, made, { lines: [rows[0]?.id] })).body.code).toBe('difference_booked')
  expect(await differences(world)).toEqual([])
})

test('a bin where every unit was found under its batch was right, before it is booked as well as after', async () => {
  const made = await count()
  await tally(world, made, 'A1', { L1: 20 })
  expect(await accuracy()).toMatchObject({ counted: 1, right: 1, percent: 100 })
  await book(world, made)
  expect(await accuracy()).toMatchObject({ counted: 1, right: 1, percent: 100 })
})

test('what a count identifies waits to be booked, told as what it is, and for nobody afterwards', async () => {
  const waits = async () =>
    (await world.get('/v1/to-settle?kind=count_difference')).items.map(({ batchCode, says }: Json) => [batchCode, says])
  const made = await count()
  await tally(world, made, 'A1', { L1: 15, '-': 8 })
  expect((await waits()).sort()).toEqual([
    ['-', '12 identified: to be booked'],
    ['L1', '12 identified, 3 more than expected: to be booked'],
  ])
  await book(world, made)
  expect(await waits()).toEqual([])
})

test('a bin counts with the tally by which its units were identified, however it is counted after that', async () => {
  const made = await count()
  await tally(world, made, 'A1', { L1: 20 })
  await book(world, made)
  await tally(world, made, 'A1', { L1: 19 })
  expect(await accuracy()).toMatchObject({ counted: 1, right: 1 })
})

test('whoever books one line of what is identified books all of it in that bin', async () => {
  const made = await count()
  await tally(world, made, 'A1', { L1: 20 })
  await tally(world, made, 'A2', { L1: 9 })
  const [row] = await open(made)
  expect((await book(world, made, { lines: [row?.id] })).body).toEqual({ booked: 2, left: 2 })
  expect(await identified()).toBe(20)
})

test('what left since the tally left without a batch: as many as lie there still are identified', async () => {
  const placed = await order(world, 6)
  const made = await count()
  await tally(world, made, 'A1', { L1: 20 })
  await world.post('/v1/shipments', { order: placed.id })
  await book(world, made)
  expect(await stockHere(world)).toEqual({ 'L1 A1': 14, '- A2': 10 })
  expect((await pathNow(world, path)).meter).toMatchObject({ identified: 14, here: 10, gone: 6 })
  expect((await open(made)).map((row) => row.identified)).toEqual([14, 14])
  expect(await differences(world)).toEqual([])
})

test('a batch that nobody knew is added with the date on its label, and without one it is asked for', async () => {
  const made = await count()
  const line = { product: 'P', batch: 'L7', quantity: 10, expiresOn: '2026-09-09' }
  await world.post(`/v1/counts/${made.id}/tallies`, { tallies: [{ place: 'A2', lines: [line] }] })
  await book(world, made)
  expect(await stockHere(world)).toEqual({ '- A1': 20, 'L7 A2': 10 })
  await tally(world, made, 'A1', { L8: 20 })
  expect((await book(world, made)).body.code).toBe('date_needed')
})

test('a limit is asked of the real difference alone, and promises of identified units stay', async () => {
  await world.call('PATCH', '/v1/account', { countLimit: 0 })
  const placed = await order(world, 25)
  const made = await count()
  const counter = await world.as('warehouse')
  await tally(counter, made, 'A1', { L1: 20 })
  await tally(counter, made, 'A2', { L1: 9 })
  const rows = await open(made)
  expect(rows.map(({ placeCode, needsApproval }) => [placeCode, needsApproval])).toEqual([
    ['A1', false],
    ['A1', false],
    ['A2', true],
    ['A2', false],
  ])
  expect((await book(counter, made)).body).toEqual({ booked: 2, left: 2 })
  expect((await book(world, made)).body).toEqual({ booked: 2, left: 0 })
  expect(await orderNow(world, placed)).toMatchObject({ allocated: 25, backOrdered: 0 })
  expect(await differences(world)).toEqual([])
})

test('a path that was given up identifies nothing by a count: what differs is a difference', async () => {
  await world.post(`/v1/identifications/${path.id}/giving-up`, { reason: 'enough' })
  const made = await count()
  await tally(world, made, 'A2', { L1: 10 })
  expect((await open(made)).map(({ identifies }) => identifies)).toEqual([0, 0])
})

test('known batches beside goods without batch are counted as ever', async () => {
  await receive(world, [{ batch: 'NEW', quantity: 5, expiresOn: '2027-01-01', place: 'A2' }])
  const made = await count()
  await tally(world, made, 'A2', { NEW: 4, '-': 10 })
  const rows = await open(made)
  expect(rows.map(({ batchRead, difference, identifies }) => [batchRead, difference, identifies])).toEqual([
    ['NEW', -1, 0],
  ])
})
