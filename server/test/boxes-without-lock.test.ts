/**
 * The race for boxes without the lock of the product: `lockProducts` is switched off here and nothing else, and it must fail.
 */
import { expect, test, vi } from 'vitest'
import { boxesAtOnce } from './box-races.ts'
import { clientsOf } from './races.ts'
import { openWorld } from './world.ts'

vi.mock('../modules/catalog/lock-products.ts', () => ({ lockProducts: async () => [] }))

/** The first round that has a wrong ends the test. */
const roundsMax = 20

test('without the lock boxes are opened that were promised, or opened twice, or answers are bugs', async () => {
  let wrongs = 0
  for (let round = 0; round < roundsMax && wrongs === 0; round += 1) {
    const world = await openWorld()
    const { bugs, differences, broken } = await boxesAtOnce(world, await clientsOf(world, 30))
    wrongs = bugs.length + differences.length + broken.length
    await world.close()
  }
  expect(wrongs).toBeGreaterThan(0)
}, 600_000)
