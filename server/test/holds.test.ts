/**
 * A hold holds: whatever is done at the same moment or afterwards, nothing that it covers stays promised, is sold, or
 * becomes sellable by being carried elsewhere.
 */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { differences } from './stories.ts'
import { type Caller, type Json, openWorld, type World, waitFor } from './world.ts'

let world: World
let places: Map<string, string>
beforeEach(async () => {
  world = await openWorld()
  await world.post('/v1/products', { sku: 'P', name: 'Serum' })
  const { items } = await world.get('/v1/places?limit=500')
  places = new Map(items.map(({ code, id }: Json) => [code, id]))
})
afterEach(async () => {
  const found = await differences(world)
  await world.close()
  if (found.length > 0) throw new Error(`the verifier differs: ${JSON.stringify(found)}`)
})

const receive = async (batch: string, quantity: number, more: Json = {}): Promise<string> => {
  const { expiresOn = '2027-01-01', product = 'P', ...line } = more
  const receipt = await world.post('/v1/receipts', {
    warehouse: 'CHI',
    lines: [{ product, batch, quantity, expiresOn, ...line }],
  })
  return receipt.lines[0].batchId
}
const order = (quantity: number, more: Json = {}) =>
  world.post('/v1/orders', { lines: [{ product: 'P', quantity }], ...more })
const allocated = async (id: string): Promise<number> => (await world.get(`/v1/orders/${id}`)).allocated
const hold = (body: Json, caller: Caller = world) => caller.post('/v1/holds', { reason: 'seal broken', ...body })
const place = (code: string) => places.get(code) ?? ''
const addPlace = async (code: string) => {
  const [{ id: warehouseId }] = (await world.get('/v1/warehouses')).items
  const [{ id }] = (await world.post('/v1/places', { places: [{ warehouseId, code }] })).items
  places.set(code, id)
}
const relocate = (caller: Caller, batch: string, from: string, to: string, quantity: number) =>
  caller.call('POST', '/v1/relocations', { lines: [{ batch, from: place(from), to: place(to), quantity }] })

test('goods of a batch that is put on hold while they come in are not promised', async () => {
  const batch = await receive('A', 5)
  const { id } = await order(12)
  await world.post('/v1/shipments', { order: id })
  for (let round = 0; round < 6; round += 1) {
    const [, placed] = await Promise.all([receive('A', 1), hold({ scope: 'batch', batch })])
    await waitFor(async () => (await allocated(id)) === 0, 'the promise to be taken back')
    expect((await world.get('/v1/stock')).items.map((row: Json) => [row.status, row.reserved])).toEqual([['held', 0]])
    await world.post(`/v1/holds/${placed.id}/lifting`, { reason: 'next round' })
    await waitFor(async () => (await allocated(id)) > 0, 'the back order to be served')
    await world.post('/v1/shipments', { order: id })
  }
}, 120_000)

test('a batch that joins a lot on hold is given back, and its order looks for another', async () => {
  const [b, a] = [await receive('B', 50, { expiresOn: '2026-06-01' }), await receive('A', 50)]
  const { id } = await order(50)
  const lot = await world.post('/v1/lots', { code: 'PALLET-7', batches: [] })
  await hold({ scope: 'lot', lot: 'PALLET-7' })
  expect((await world.call('PUT', `/v1/lots/${lot.id}/batches/${b}`)).status).toBe(200)
  const batches = async () => (await world.get(`/v1/orders/${id}`)).lines[0].batches.map(({ batchId }: Json) => batchId)
  await waitFor(async () => (await batches())[0] === a, 'the other batch to be taken')
})

test('too little life on arrival takes back what was promised of the same batch at the same place', async () => {
  await world.post('/v1/products', { sku: 'Q', name: 'Cream', receiptLifeDaysMin: 90, receiptLifeAction: 'hold' })
  const line = { product: 'Q', expiresOn: '2026-03-01' }
  await receive('A', 5, line)
  const { id } = await world.post('/v1/orders', { lines: [{ product: 'Q', quantity: 5 }] })
  expect(await allocated(id)).toBe(5)
  world.clock.set('2025-12-20T15:00:00Z')
  await receive('A', 15, line)
  expect(await allocated(id)).toBe(0)
  expect((await world.get('/v1/stock')).items).toMatchObject([{ onHand: 20, reserved: 0, status: 'held' }])
})

test('"try again" takes back what is held, in quarantine or expired, whatever let it stay promised', async () => {
  const batch = await receive('A', 10)
  const { id } = await order(10)
  await world.owner`
    insert into quality.hold (account_id, id, number, scope, batch_id, reason, placed_by, placed_at)
    values (${world.accountId}, gen_random_uuid(), 'QA-0', 'batch', ${batch}, 'written past the program', 'test', now())`
  expect((await world.call('POST', '/v1/shipments', { order: id })).body.code).toBe('batch_on_hold')
  await world.post(`/v1/orders/${id}/allocation`)
  expect(await allocated(id)).toBe(0)
})

test('whoever may not lift holds makes nothing sellable by carrying it: out of a held place or out of quarantine', async () => {
  const warehouse = await world.as('warehouse')
  const quality = await world.as('quality')
  await addPlace('B-2')
  const damaged = await receive('D', 10, { condition: 'damaged' })
  expect(await relocate(warehouse, damaged, 'QUARANTINE', 'MAIN', 10)).toMatchObject({
    status: 403,
    body: {
      code: 'would_free_held',
      detail:
        'line 1: what lies at QUARANTINE is in quarantine, and your role, warehouse, may not make it sellable. Ask someone of quality to release it.',
    },
  })
  const good = await receive('A', 10)
  await hold({ scope: 'place', place: place('MAIN') })
  expect((await relocate(warehouse, good, 'MAIN', 'B-2', 10)).body.code).toBe('would_free_held')
  expect((await relocate(warehouse, good, 'MAIN', 'QUARANTINE', 4)).status).toBe(201)
  expect((await relocate(quality, good, 'MAIN', 'B-2', 1)).status).toBe(403) // may lift holds, not move stock
  expect((await relocate(world, good, 'MAIN', 'B-2', 6)).status).toBe(201)
})

test('a hold on a batch at a place goes along with the goods, for whoever moves them', async () => {
  await addPlace('B-2')
  await world.post('/v1/products', { sku: 'Q', name: 'Cream', receiptLifeDaysMin: 900, receiptLifeAction: 'hold' })
  const batch = await receive('A', 10, { product: 'Q' })
  expect((await relocate(await world.as('warehouse'), batch, 'MAIN', 'B-2', 6)).status).toBe(201)
  const { lines } = await world.post('/v1/orders', { lines: [{ product: 'Q', quantity: 10 }] })
  expect([lines[0].allocated, lines[0].passedOver.length]).toEqual([0, 2])
  expect(
    (await world.get('/v1/holds?active=true')).items.map(({ scope, placeCode }: Json) => [scope, placeCode]),
  ).toEqual([
    ['balance', 'B-2'],
    ['balance', 'MAIN'],
  ])
})

test('what is promised goes along to another bin, and is given back where it cannot be sold', async () => {
  await addPlace('B-2')
  const batch = await receive('A', 50)
  const { id } = await order(48)
  expect((await relocate(world, batch, 'MAIN', 'B-2', 50)).status).toBe(201)
  const [line] = (await world.get(`/v1/orders/${id}`)).lines
  expect(line.batches.map(({ placeCode, quantity }: Json) => [placeCode, quantity])).toEqual([['B-2', 48]])
  expect((await relocate(world, batch, 'B-2', 'QUARANTINE', 20)).status).toBe(201)
  expect(await allocated(id)).toBe(30)
})

test('a count below what is promised says so, and taking the promises back lets the last in the queue wait', async () => {
  await receive('A', 16)
  const first = await order(6)
  world.clock.set('2025-11-23T15:00:01Z')
  const second = await order(6)
  const gone = (more: Json = {}) =>
    world.call('POST', '/v1/adjustments', {
      warehouse: 'CHI',
      reason: 'counted',
      lines: [{ product: 'P', batch: 'A', place: 'MAIN', quantity: -8 }],
      ...more,
    })
  expect(await gone()).toMatchObject({
    status: 409,
    body: {
      code: 'stock_promised',
      detail:
        'line 1: 8 of batch A at MAIN are to go, and 4 of them are promised to 1 order line. If they are really gone, take the promises back: these orders then look for other stock.',
      facts: { choices: ['take_back'] },
    },
  })
  expect((await gone({ promised: 'take_back' })).status).toBe(201)
  expect([await allocated(first.id), await allocated(second.id)]).toEqual([6, 2])
  expect(
    (await gone({ promised: 'take_back', lines: [{ product: 'P', batch: 'A', place: 'MAIN', quantity: -9 }] })).body,
  ).toMatchObject({ code: 'insufficient_stock' })
})

test('holds and receipts that hold on arrival, many at once: none of them is told of a deadlock', async () => {
  await world.post('/v1/products', { sku: 'Q', name: 'Cream', receiptLifeDaysMin: 900, receiptLifeAction: 'hold' })
  const batch = await receive('A', 1, { product: 'Q' })
  const body = { warehouse: 'CHI', lines: [{ product: 'Q', batch: 'A', quantity: 1, expiresOn: '2027-01-01' }] }
  for (let round = 0; round < 8; round += 1) {
    const answers = await Promise.all(
      Array.from({ length: 12 }, async (_, n) => {
        const caller = await world.as('owner')
        return n % 2 === 0
          ? caller.call('POST', '/v1/receipts', body)
          : caller.call('POST', '/v1/holds', { scope: 'batch', batch, reason: `round ${round}` })
      }),
    )
    expect(answers.map(({ status }) => status).filter((status) => status !== 201)).toEqual([])
  }
}, 120_000)
