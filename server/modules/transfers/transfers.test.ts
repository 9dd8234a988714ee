import { afterEach, beforeEach, expect, test } from 'vitest'
import { batchId, differences, hold, lift, order, orderNow, product, receive, taken } from '../../test/stories.ts'
import { arrive, cancel, dallas, lies, refused, send, transfer, transferNow } from '../../test/transfers.ts'
import { type Json, openWorld, type World, waitFor } from '../../test/world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
  await dallas(world)
  await product(world)
})
afterEach(() => world.close())

const stock = () =>
  receive(world, [
    { batch: 'A', quantity: 100, expiresOn: '2026-01-01' },
    { batch: 'B', quantity: 100, expiresOn: '2025-12-01' },
  ])
const promised = ({ lines: [line] }: Json) =>
  Object.fromEntries(line.promised.map(({ batchCode, quantity }: Json) => [batchCode, quantity]))

test('a request promises nothing; approved it gets the batches that the rotation would take, from the warehouse it leaves alone', async () => {
  await stock()
  await receive(world, [{ batch: 'D', quantity: 50, expiresOn: '2025-11-30' }], { warehouse: 'DAL' })
  const warehouse = await world.as('warehouse')
  const body = { from: 'CHI', to: 'DAL', note: 'for Christmas', lines: [{ product: 'P', quantity: 150 }] }
  const asked = await warehouse.post('/v1/transfers', body)
  expect(asked).toMatchObject({
    state: 'requested',
    asked: 150,
    reserved: 0,
    requestedBy: 'warehouse of the tests (key)',
  })
  expect(await refused(warehouse.call('POST', '/v1/transfers', { ...body, approve: true }))).toBe('not_allowed')
  expect(await refused(world.call('POST', `/v1/transfers/${asked.id}/shipments`, {}))).toBe('transfer_not_approved')
  expect(taken(await order(world, 60))).toEqual({ D: 50, B: 10 })
  const approved = await world.post(`/v1/transfers/${asked.id}/approval`)
  expect(approved).toMatchObject({ state: 'approved', reserved: 150, approvedBy: 'owner of the tests (key)' })
  expect(promised(await transferNow(world, asked))).toEqual({ B: 90, A: 60 })
  expect(await refused(world.call('POST', `/v1/transfers/${asked.id}/approval`))).toBe('transfer_approved')
})

test('it takes nothing that is promised to orders, and stands behind all orders that wait', async () => {
  await receive(world, [{ batch: 'A', quantity: 10, expiresOn: '2026-01-01' }])
  const first = await order(world, 8)
  const asked = await transfer(world, 10)
  expect(promised(await transferNow(world, asked))).toEqual({ A: 2 })
  const later = await order(world, 5, { priority: -100 })
  await receive(world, [{ batch: 'A', quantity: 6, expiresOn: '2026-01-01' }])
  expect(await orderNow(world, first)).toMatchObject({ allocated: 8 })
  expect(await orderNow(world, later)).toMatchObject({ allocated: 5 })
  expect(promised(await transferNow(world, asked))).toEqual({ A: 3 })
  expect((await world.get('/v1/waiting')).lines).toBe(0)
})

test('no rule of customers and no life on delivery concerns it; what is held or has expired does', async () => {
  await world.post('/v1/products', { sku: 'Q', name: 'Serum', tracking: 'batch', deliveryLifeDaysMin: 365 })
  await receive(world, [{ product: 'Q', batch: 'Q1', quantity: 10, expiresOn: '2026-01-01' }])
  const barred = [await batchId(world, 'Q1')]
  await world.post('/v1/rules', { name: 'none of Q1', barred, reason: 'complaints' })
  const asked = await transfer(world, 10, { product: 'Q' })
  expect(asked).toMatchObject({ reserved: 10 })
  const held = await hold(world, 'Q1')
  expect(await transferNow(world, asked)).toMatchObject({ reserved: 0, lines: [{ reserved: 0 }] })
  const why = await waitFor(
    async () => (await transferNow(world, asked)).lines[0].passedOver[0]?.says,
    'the line to say what stands against the batch',
  )
  expect(why).toContain(held.number)
  await lift(world, held)
  await waitFor(async () => (await transferNow(world, asked)).reserved === 10, 'the promise to come back')
})

test('a batch that a person names goes, and no other; an expired one only where it is said why', async () => {
  await stock()
  const named = await transfer(world, 30, { batch: 'A' })
  expect(promised(await transferNow(world, named))).toEqual({ A: 30 })
  world.clock.set('2025-12-05T15:00:00.000Z')
  const body = { from: 'CHI', to: 'DAL', approve: true, lines: [{ product: 'P', quantity: 40, batch: 'B' }] }
  const { body: problem } = await world.call('POST', '/v1/transfers', body)
  expect(problem.detail).toContain('expired on 2025-12-01')
  const away = await transfer(world, 40, { batch: 'B', reason: 'is destroyed in Dallas' })
  expect(promised(await transferNow(world, away))).toEqual({ B: 40 })
  expect(await send(world, away)).toMatchObject({ state: 'in_transit', sent: 40 })
  expect(await arrive(world, away)).toMatchObject({ state: 'received' })
  expect(taken(await order(world, 200))).toEqual({ A: 70 })
})

test('what expires between the promise and the truck does not leave', async () => {
  await receive(world, [{ batch: 'A', quantity: 10, expiresOn: '2025-11-30' }])
  const asked = await transfer(world, 10)
  world.clock.set('2025-12-01T15:00:00.000Z')
  expect(await refused(world.call('POST', `/v1/transfers/${asked.id}/shipments`, {}))).toBe('transfer_expired')
})

test('a batch held while it is on its way arrives in quarantine and serves nobody; its first receipt is kept', async () => {
  await stock()
  const waiting = await order(world, 10, { warehouse: 'DAL' })
  const asked = await transfer(world, 10)
  await send(world, asked)
  world.clock.set('2025-11-25T15:00:00.000Z')
  const held = await hold(world, 'B', 'odd smell')
  await arrive(world, asked)
  const b = await batchId(world, 'B')
  expect(await lies(world, b)).toEqual({ 'CHI MAIN': 90, 'DAL QUARANTINE': 10 })
  expect(await orderNow(world, waiting)).toMatchObject({ allocated: 0 })
  await lift(world, held)
  expect((await world.get(`/v1/batches/${b}`)).firstReceivedOn).toBe('2025-11-23')
  expect(await differences(world)).toEqual([])
})

test('sent and received in parts, back where it came from too; what is cancelled before it leaves is free for others', async () => {
  await receive(world, [{ batch: 'A', quantity: 40, expiresOn: '2026-01-01' }])
  const asked = await transfer(world, 40)
  const waiting = await order(world, 25)
  expect(await send(world, asked, { lines: [{ line: 1, quantity: 10 }] })).toMatchObject({ state: 'picking', sent: 10 })
  expect(await arrive(world, asked, { lines: [{ batch: 'a'.toUpperCase(), quantity: 4 }] })).toMatchObject({
    state: 'partly_received',
    arrived: 4,
    inTransit: 6,
  })
  expect(await cancel(world, asked, { reason: 'no truck' })).toMatchObject({
    asked: 10,
    reserved: 0,
    cancelReason: 'no truck',
  })
  expect(await orderNow(world, waiting)).toMatchObject({ allocated: 25 })
  expect(await refused(world.call('POST', `/v1/transfers/${asked.id}/cancellation`, { reason: 'x' }))).toBe(
    'transfer_cancelled',
  )
  expect(await arrive(world, asked, { warehouse: 'CHI' })).toMatchObject({ state: 'closed', arrived: 4, returned: 6 })
  expect(await lies(world, await batchId(world, 'A'))).toEqual({ 'CHI MAIN': 36, 'DAL MAIN': 4 })
  expect(await differences(world)).toEqual([])
})

test('more than is on its way is refused, and so is what left but by a receipt, and another warehouse', async () => {
  await stock()
  await world.post('/v1/warehouses', { code: 'LAX', name: 'Los Angeles', timeZone: 'America/Los_Angeles' })
  const [one, two] = [await transfer(world, 10), await transfer(world, 10)]
  await send(world, one)
  await send(world, two)
  const ask = (what: string, body: Json) => refused(world.call('POST', `/v1/transfers/${one.id}/${what}`, body))
  expect(await ask('receipts', { lines: [{ batch: 'B', quantity: 11 }] })).toBe('transfer_beyond')
  expect(await ask('receipts', { lines: [{ batch: 'X', quantity: 1 }] })).toBe('transfer_beyond')
  expect(await ask('receipts', { warehouse: 'LAX' })).toBe('transfer_elsewhere')
  expect(await ask('shipments', {})).toBe('transfer_nothing_to_ship')
  expect(await ask('cancellation', { reason: 'x' })).toBe('transfer_sent')
  const { items } = await world.get(`/v1/moves?document=${one.id}`)
  expect(await refused(world.call('POST', `/v1/moves/${items[0].id}/reversal`, { reason: 'x' }))).toBe('invalid_input')
  await arrive(world, one)
  expect(await ask('receipts', {})).toBe('transfer_nothing_on_the_way')
  expect(await differences(world)).toEqual([])
})

test('every wrong line of a request is named, and a transfer to itself is none', async () => {
  const lines = [
    { product: 'NO', quantity: 1 },
    { product: 'P', quantity: 1, batch: 'X' },
    { product: 'P', quantity: 1, reason: 'why' },
  ]
  const { body } = await world.call('POST', '/v1/transfers', { from: 'CHI', to: 'DAL', lines })
  expect(body.facts.problems.map(({ at }: Json) => at)).toEqual(['lines[0]', 'lines[1]', 'lines[2]'])
  const itself = { from: 'CHI', to: 'CHI', lines: [{ product: 'P', quantity: 1 }] }
  expect(await refused(world.call('POST', '/v1/transfers', itself))).toBe('invalid_input')
})
