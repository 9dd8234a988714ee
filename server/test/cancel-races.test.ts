/**
 * Shipments are cancelled at the same moment as other things happen to them, through the locks of product and order. That it is these
 * which keep them apart is shown in cancel-without-lock.test.ts.
 */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { cancelAmidHold, cancelAmidReturns, cancelTwice, openSent } from './cancel-races.ts'
import { type Clients, clientsOf } from './races.ts'
import { openWorld, type World } from './world.ts'

let world: World
let clients: Clients
beforeEach(async () => {
  world = await openWorld({ works: false })
  clients = await clientsOf(world, 16)
})
afterEach(() => world.close())

const nothingWrong = { bugs: [], differences: [], broken: [] }

test('cancelled twice at the same moment, it counts once', async () => {
  const sent = await openSent(world, 8)
  const { pairs, ...wrongs } = await cancelTwice(world, clients, sent)
  expect(wrongs).toEqual(nothingWrong)
  expect(new Set(pairs)).toEqual(new Set(['done + shipment_cancelled']))
})

test('cancelled while its goods come back, it is one or the other', async () => {
  const sent = await openSent(world, 8)
  const { pairs, ...wrongs } = await cancelAmidReturns(world, clients, sent)
  expect(wrongs).toEqual(nothingWrong)
  const either = ['done + return_beyond_sent', 'done + shipment_came_back']
  expect(pairs.filter((pair) => !either.includes(pair))).toEqual([])
})

test('cancelled while the batch is put on hold, the goods are held and promised to nobody', async () => {
  const sent = await openSent(world, 16)
  expect(await cancelAmidHold(world, clients, sent)).toEqual(nothingWrong)
  const [row] = (await world.get('/v1/stock?limit=10')).items
  expect(row).toMatchObject({ onHand: 32, reserved: 0, status: 'held' })
})
