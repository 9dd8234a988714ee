/**
 * A serial-tracked product moves only with the serials of its units named, whatever moves it, and each is in one place.
 */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { differences } from './stories.ts'
import { type Json, openWorld, type World } from './world.ts'

let world: World
let places: Map<string, string>
let batch: string
let round = 0
beforeAll(async () => {
  world = await openWorld()
  const { items } = await world.get('/v1/places?limit=500')
  places = new Map(items.map(({ code, id }: Json) => [code, id]))
})
afterAll(() => world?.close())

let sku: string
let receipt: Json
beforeEach(async () => {
  round += 1
  sku = `SCALE-${round}`
  await world.post('/v1/products', { sku, name: 'Scale', tracking: 'serial', dates: 'none' })
  receipt = await receive(['S-1', 'S-2', 'S-3'])
  batch = receipt.lines[0].batchId
})

const receive = (serials: string[]) =>
  world.post('/v1/receipts', {
    warehouse: 'CHI',
    lines: [{ product: sku, batch: 'A', quantity: serials.length, serials }],
  })
const relocate = (quantity: number, serials?: string[]) =>
  world.call('POST', '/v1/relocations', {
    lines: [{ batch, from: places.get('MAIN'), to: places.get('DOCK'), quantity, ...(serials ? { serials } : {}) }],
  })
const adjust = (quantity: number, more: Json = {}) =>
  world.call('POST', '/v1/adjustments', {
    warehouse: 'CHI',
    reason: 'counted',
    lines: [{ product: sku, batch: 'A', place: 'MAIN', quantity, ...more }],
  })
const agrees = async () => expect(await differences(world)).toEqual([])

test('from bin to bin', async () => {
  expect(await relocate(2)).toMatchObject({
    status: 422,
    body: { detail: `line 1: ${sku} is tracked by serial. 2 serials are needed, 0 given.` },
  })
  expect((await relocate(1, ['S-9'])).body.code).toBe('serial_elsewhere')
  expect((await relocate(2, ['S-1', ' S-2 '])).status).toBe(201)
  expect((await relocate(1, ['S-1'])).body.code).toBe('serial_elsewhere')
  await agrees()
})

test('found or gone at a count', async () => {
  expect((await adjust(1)).body.code).toBe('serials_needed')
  expect((await adjust(-1)).body.code).toBe('serials_needed')
  expect((await adjust(1, { serials: ['S-1'] })).body.code).toBe('serial_twice')
  expect((await adjust(1, { serials: ['S-4'] })).status).toBe(201)
  expect((await adjust(-1, { serials: ['S-9'] })).body.code).toBe('serial_elsewhere')
  expect((await adjust(-2, { serials: ['S-1', 'S-4'] })).status).toBe(201)
  await agrees()
})

test('back again when a receipt is undone, and then they can come in once more', async () => {
  const [move] = (await world.get(`/v1/moves?document=${receipt.id}`)).items
  expect((await world.call('POST', `/v1/moves/${move.id}/reversal`, { reason: 'wrong pallet' })).status).toBe(201)
  await agrees()
  expect((await receive(['S-1', 'S-2'])).lines).toHaveLength(1)
  await agrees()
})

test('the verifier sees units without serials, and serials without units', async () => {
  const { owner, accountId } = world
  await owner`update stock.serial_place set place_id = ${places.get('DOCK') ?? ''}
    where account_id = ${accountId} and batch_id = ${batch} and serial_id = (select id from batches.serial where batch_id = ${batch} and code = 'S-1')`
  expect((await differences(world)).map(({ kind, expected, actual }: Json) => [kind, expected, actual]).sort()).toEqual(
    [
      ['serial', 0, 1],
      ['serial', 3, 2],
    ],
  )
  await owner`update stock.serial_place set place_id = ${places.get('MAIN') ?? ''} where account_id = ${accountId} and batch_id = ${batch}`
  await agrees()
})
