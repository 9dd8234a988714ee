/**
 * Pickers who swap at once, through the lock of the product. That it is this lock which keeps them apart is shown in
 * races-without-lock.test.ts.
 */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openFloor, scanAtOnce, stoppedWithoutCause } from './picking-races.ts'
import { atOnce, bugsOf, type Clients, clientsOf } from './races.ts'
import { differences, order, product, receive } from './stories.ts'
import { openWorld, type World } from './world.ts'

let world: World
let clients: Clients
beforeEach(async () => {
  world = await openWorld()
  clients = await clientsOf(world, 20)
})
afterEach(() => world.close())

const nothingWrong = { bugs: [], differences: [], broken: [] }

test('twenty pickers swap, cancel and hold at once: nothing promised or picked beyond the stock, nothing lost to a neighbour', async () => {
  const floor = await openFloor(world, clients)
  const { picked, ...wrongs } = await scanAtOnce(world, clients, floor)
  expect(wrongs).toEqual(nothingWrong)
  expect(picked).toBeGreaterThan(40)
  expect(await stoppedWithoutCause(world, floor)).toEqual([])
})

test('twenty pickers reach for the last unit of a batch: one has it, and the others are told', async () => {
  await product(world)
  await receive(world, [
    { batch: 'A', quantity: 20, expiresOn: '2026-01-01' },
    { batch: 'LAST', quantity: 1, expiresOn: '2026-02-01' },
  ])
  const placed = await Promise.all(clients.map(() => order(world, 1)))
  const { id } = await world.post('/v1/pick-waves', { warehouse: 'CHI', orders: placed.map((one) => one.id) })
  const answers = await atOnce(clients, (client, at) =>
    client.call('POST', `/v1/pick-waves/${id}/picks`, {
      orderLine: placed[at]?.lines[0].id,
      batch: 'LAST',
      quantity: 1,
    }),
  )
  expect(bugsOf(answers)).toEqual([])
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(answers.filter(({ body }) => body.code === 'insufficient_stock')).toHaveLength(19)
  expect(await differences(world)).toEqual([])
})

test('one task scanned by all of them at once is picked once; what was picked is packed once', async () => {
  await product(world)
  await receive(world, [{ batch: 'A', quantity: 50, expiresOn: '2026-01-01' }])
  const placed = await order(world, 5)
  const { id } = await world.post('/v1/pick-waves', { warehouse: 'CHI', orders: [placed.id] })
  const picks = await atOnce(clients, (client) =>
    client.call('POST', `/v1/pick-waves/${id}/picks`, { batch: 'A', quantity: 5 }),
  )
  expect(picks.filter(({ status }) => status === 201)).toHaveLength(1)
  const packs = await atOnce(clients, (client) => client.call('POST', '/v1/parcels', { order: placed.id }))
  expect(packs.filter(({ status }) => status === 201)).toHaveLength(1)
  const [parcel] = (await world.get(`/v1/parcels?order=${placed.id}`)).items
  const leaving = { order: placed.id, parcels: [parcel.id] }
  const ships = await atOnce(clients, (client) => client.call('POST', '/v1/shipments', leaving))
  expect(ships.filter(({ status }) => status === 201)).toHaveLength(1)
  expect([...picks, ...packs, ...ships].filter(({ status }) => status >= 500)).toEqual([])
  expect(await differences(world)).toEqual([])
})
