/**
 * The races of counts without their locks: `lockProducts` is switched off in the first, that of the count in both, and they must fail.
 */
import { expect, test, vi } from 'vitest'
import { bookAmidWork, countOf, tallyOf } from './count-races.ts'
import { atOnce, clientsOf } from './races.ts'
import { openWorld } from './world.ts'

vi.mock('../modules/catalog/lock-products.ts', () => ({ lockProducts: async () => [] }))
vi.mock('../modules/counts/store.ts', async (original) => ({
  ...(await original<typeof import('../modules/counts/store.ts')>()),
  lockCount: async () => [],
}))

/** The first round that has a wrong ends the test. */
const roundsMax = 20

test('without the locks a difference is booked over what was promised meanwhile, or answers are bugs', async () => {
  let wrongs = 0
  for (let round = 0; round < roundsMax && wrongs === 0; round += 1) {
    const world = await openWorld()
    const { bugs, differences, broken, moves } = await bookAmidWork(world, await clientsOf(world, 24))
    wrongs = bugs.length + differences.length + broken.length + moves - 1
    await world.close()
  }
  expect(wrongs).toBeGreaterThan(0)
}, 600_000)

test('without the lock of the count two rounds of a bin would be the same, and one of them is lost', async () => {
  let refused = 0
  for (let round = 0; round < roundsMax && refused === 0; round += 1) {
    const world = await openWorld()
    const made = await countOf(world)
    const answers = await atOnce(await clientsOf(world, 24), (client) => tallyOf(client, made, null))
    refused = answers.filter(({ status }) => status !== 201).length
    await world.close()
  }
  expect(refused).toBeGreaterThan(0)
}, 600_000)
