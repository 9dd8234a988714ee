/**
 * Many clients for few units, through the lock of the product (catalog/lock-products.ts). That it is this lock which keeps
 * them apart is shown in races-without-lock.test.ts.
 */
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  atOnce,
  bugsOf,
  type Clients,
  clientsOf,
  fewUnits,
  holdAmidOrders,
  mayhem,
  placeOne,
  wrongsOf,
} from './races.ts'
import { differences, lift, order, orderNow, product, receive, stockOf } from './stories.ts'
import { type Json, openWorld, type World, waitFor } from './world.ts'

let world: World
let clients: Clients
beforeEach(async () => {
  world = await openWorld()
  clients = await clientsOf(world, 40)
})
afterEach(() => world.close())

const nothingWrong = { bugs: [], differences: [], broken: [] }
const count = (answers: readonly Json[], key: string) => answers.filter(({ body }) => body[key] === 1).length

test('scenario 19: of forty clients for ten units ten get one, and thirty are told that nothing is left', async () => {
  await fewUnits(world, 10)
  const answers = await atOnce(clients, (client) => placeOne(client))
  expect(bugsOf(answers)).toEqual([])
  expect([count(answers, 'allocated'), count(answers, 'backOrdered')]).toEqual([10, 30])
  expect(await wrongsOf(world, answers)).toEqual(nothingWrong)
})

test('a hold amid orders: nothing of the held batch is promised to anyone, whoever came first', async () => {
  await fewUnits(world, 10)
  expect(await holdAmidOrders(world, clients)).toEqual({ ...nothingWrong, promised: 0 })
})

test('a place is held while goods are put there which it never had: nothing of them is promised', async () => {
  const places = (await world.get('/v1/places?limit=500')).items
  const place = places.find(({ code }: Json) => code === 'MAIN').id
  for (let round = 0; round < 30; round += 1) {
    const sku = `NEW${round}`
    await product(world, { sku })
    await order(world, 5, { line: { product: sku } })
    const coming = { product: sku, batch: sku, quantity: 5, expiresOn: '2026-05-05' }
    const [held] = await Promise.all([
      world.post('/v1/holds', { scope: 'place', place, reason: 'leaking roof' }),
      receive(clients[0] ?? world, [coming]),
    ])
    expect((await stockOf(world, sku))[0]).toMatchObject({ status: 'held', reserved: 0 })
    await lift(world, held)
  }
  expect(await differences(world)).toEqual([])
})

test('a hold lifted amid orders: the stock is promised once, to the last unit', async () => {
  await fewUnits(world, 10)
  const { id } = await world.post('/v1/holds', { scope: 'product', product: 'P', reason: 'doubt' })
  const [answers] = await Promise.all([atOnce(clients, (client) => placeOne(client)), lift(world, { id })])
  await waitFor(async () => (await stockOf(world, 'A'))[0]?.reserved === 10, 'all units to be promised')
  expect(await wrongsOf(world, answers)).toEqual(nothingWrong)
})

test('the same order shipped by all of them at once leaves once', async () => {
  await fewUnits(world, 10)
  const placed = await order(world, 7)
  const answers = await atOnce(clients, (client) => client.call('POST', '/v1/shipments', { order: placed.id }))
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(answers.filter(({ body }) => body.code === 'already_shipped')).toHaveLength(39)
  expect((await stockOf(world, 'A'))[0]).toMatchObject({ onHand: 3, reserved: 0 })
})

test('shipped or cancelled, never both: what is shipped was not cancelled and what is cancelled stays here', async () => {
  await fewUnits(world, 20)
  const placed = await Promise.all(Array.from({ length: 20 }, () => order(world, 1)))
  const answers = await atOnce(clients, (client, at) => {
    const { id } = placed[at % 20] ?? {}
    if (at < 20) return client.call('POST', '/v1/shipments', { order: id })
    return client.call('POST', `/v1/orders/${id}/cancellation`, { reason: 'no' })
  })
  expect(bugsOf(answers)).toEqual([])
  const after = await Promise.all(placed.map((one) => orderNow(world, one)))
  const shipped = after.reduce((sum, one) => sum + one.lines[0].shipped, 0)
  expect(shipped).toBe(answers.slice(0, 20).filter(({ status }) => status === 201).length)
  const rows = await stockOf(world, 'A')
  expect(rows.reduce((sum, row) => sum + row.onHand, 0)).toBe(20 - shipped)
  expect(await differences(world)).toEqual([])
})

test('forty write-offs of one unit for thirty that are free: thirty succeed', async () => {
  await fewUnits(world, 35)
  await order(world, 5)
  const lines = [{ product: 'P', batch: 'A', place: 'MAIN', quantity: -1 }]
  const body = { warehouse: 'CHI', reason: 'broken', lines }
  const answers = await atOnce(clients, (client) => client.call('POST', '/v1/adjustments', body))
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(30)
  expect(answers.filter(({ body: { code } }) => code === 'stock_promised')).toHaveLength(10)
  expect((await stockOf(world, 'A'))[0]).toMatchObject({ onHand: 5, reserved: 5 })
})

test('forty units come back at once, on two returns, of thirty that were sent: thirty are taken in', async () => {
  await fewUnits(world, 30)
  const placed = await order(world, 30)
  await world.post('/v1/shipments', { order: placed.id })
  const lines = [{ product: 'P', quantity: 40 }]
  const announce = (number: string) => world.post('/v1/returns', { number, orderNumber: placed.number, lines })
  const returns = [await announce('R-1'), await announce('R-2')]
  const body = { warehouse: 'CHI', lines: [{ line: 1, quantity: 1, batch: 'A' }] }
  const answers = await atOnce(clients, (client, at) =>
    client.call('POST', `/v1/returns/${returns[at % 2].id}/receipts`, body),
  )
  expect(answers.filter(({ status }) => status < 300)).toHaveLength(30)
  expect(answers.filter(({ body: { code } }) => code === 'return_beyond_sent')).toHaveLength(10)
  expect((await stockOf(world, 'A')).map(({ onHand }) => onHand)).toEqual([30])
  expect(await differences(world)).toEqual([])
})

test('one move is reversed once, however many try', async () => {
  await fewUnits(world, 10)
  const [{ id }] = (await world.get('/v1/moves')).items
  const answers = await atOnce(clients, (client) => client.call('POST', `/v1/moves/${id}/reversal`, { reason: 'no' }))
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(answers.filter(({ body }) => body.code === 'already_reversed')).toHaveLength(39)
})

test('the same new batch received by all of them at once is one batch', async () => {
  await fewUnits(world, 1)
  const lines = [{ product: 'P', batch: 'NEW', quantity: 1, expiresOn: '2026-05-05' }]
  const answers = await atOnce(clients, (client) => client.call('POST', '/v1/receipts', { warehouse: 'CHI', lines }))
  expect(answers.map(({ status }) => status)).toEqual(Array(40).fill(201))
  expect(await stockOf(world, 'NEW')).toMatchObject([{ onHand: 40 }])
})

test('everything at once, again and again: no bug, no difference, no promise beyond the stock', async () => {
  await fewUnits(world, 60)
  for (let round = 0; round < 6; round += 1) expect(await mayhem(world, clients)).toEqual(nothingWrong)
})
