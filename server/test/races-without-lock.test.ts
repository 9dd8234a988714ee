/**
 * The races without the lock of the product: `lockProducts` is switched off here and nothing else, and they must fail.
 * Where this file passes without a wrong, the races prove nothing.
 */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { dice } from './hostile.ts'
import { openRace, runRace } from './long-race.ts'
import { openFloor, scanAtOnce } from './picking-races.ts'
import { type Clients, clientsOf, fewUnits, holdAmidOrders, mayhem, wrongsOf } from './races.ts'
import { openWorld, type World } from './world.ts'

vi.mock('../modules/catalog/lock-products.ts', () => ({ lockProducts: async () => [] }))

let world: World
let clients: Clients
beforeEach(async () => {
  world = await openWorld()
  clients = await clientsOf(world, 40)
})
afterEach(() => world.close())

/** A wrong needs two clients at the same moment, while there is stock; the first round that has one ends the test. */
const roundsMax = 40

test('without the lock clients stand in each other’s way: answers are bugs, or the numbers are wrong', async () => {
  let wrongs = 0
  for (let round = 0; round < roundsMax && wrongs === 0; round += 1) {
    const fresh = await openWorld()
    await fewUnits(fresh, 60)
    const { bugs, differences, broken } = await mayhem(fresh, await clientsOf(fresh, 40))
    wrongs = bugs.length + differences.length + broken.length
    await fresh.close()
  }
  expect(wrongs).toBeGreaterThan(0)
}, 600_000)

test('without the lock a hold amid orders does not hold', async () => {
  await fewUnits(world, 1000)
  let wrongs = 0
  for (let round = 0; round < roundsMax && wrongs === 0; round += 1) {
    const { bugs, broken, promised } = await holdAmidOrders(world, clients)
    wrongs = bugs.length + broken.length + promised
    const { items } = await world.get('/v1/holds?active=true')
    for (const { id } of items) await world.post(`/v1/holds/${id}/lifting`, { reason: 'again' })
  }
  expect(wrongs).toBeGreaterThan(0)
}, 600_000)

test('without the lock pickers who swap at once take what was promised to others, or get in each other’s way', async () => {
  let wrongs = 0
  for (let round = 0; round < roundsMax && wrongs === 0; round += 1) {
    const fresh = await openWorld()
    const pickers = await clientsOf(fresh, 20)
    const { bugs, differences, broken } = await scanAtOnce(fresh, pickers, await openFloor(fresh, pickers))
    wrongs = bugs.length + differences.length + broken.length
    await fresh.close()
  }
  expect(wrongs).toBeGreaterThan(0)
}, 600_000)

test('without the lock the race of a hundred clients is told of deadlocks, or its numbers are wrong', async () => {
  let wrongs = 0
  for (let round = 0; round < roundsMax && wrongs === 0; round += 1) {
    const fresh = await openWorld()
    const race = await openRace(fresh, 100)
    const dices = race.clients.map((_, at) => dice(1000 * round + at))
    await runRace(race, dices, { acts: 3, more: () => false })
    const { bugs, differences, broken } = await wrongsOf(fresh, race.answers)
    wrongs = bugs.length + differences.length + broken.length
    await fresh.close()
  }
  expect(wrongs).toBeGreaterThan(0)
}, 600_000)
