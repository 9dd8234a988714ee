/**
 * Changes of kits without what keeps them apart: the lock of kits and the look under the product's lock are switched off here
 * and nothing else, and the races must fail.
 */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { circleAtOnce, kitsAmidStock } from './kit-races.ts'
import { clientsOf } from './races.ts'
import { openWorld, type World } from './world.ts'

vi.mock('../modules/catalog/lock-kits.ts', () => ({ lockKits: async () => {} }))
vi.mock('../modules/catalog/lock-stocked.ts', () => ({ lockStocked: async () => [], lockAsRead: async () => {} }))

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

/** The first round that has a wrong ends the test. */
const roundsMax = 20

test('without the lock of kits two changes close a circle together', async () => {
  let closed = 0
  for (let round = 0; round < roundsMax && closed === 0; round += 1) {
    const fresh = await openWorld()
    closed = await circleAtOnce(fresh, await clientsOf(fresh, 16))
    await fresh.close()
  }
  expect(closed).toBeGreaterThan(0)
}, 600_000)

test('without a look under the lock a kit lies in stock', async () => {
  let wrongs: readonly string[] = []
  for (let round = 0; round < roundsMax && wrongs.length === 0; round += 1) {
    const fresh = await openWorld()
    wrongs = await kitsAmidStock(fresh, await clientsOf(fresh, 16))
    await fresh.close()
  }
  expect(wrongs.length).toBeGreaterThan(0)
}, 600_000)
