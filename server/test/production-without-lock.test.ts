/**
 * The race of runs for the last units without the lock of the products, and nothing else: it must fail.
 */
import { expect, test, vi } from 'vitest'
import { lastUnits } from './production-races.ts'
import { clientsOf } from './races.ts'
import { openWorld } from './world.ts'

vi.mock('../modules/catalog/lock-products.ts', () => ({ lockProducts: async () => [] }))

const roundsMax = 20

/** Two need to read at the same moment; the first round that has them ends the test. */
test('without the lock more is used than there is, or a run fails by a constraint', async () => {
  let wrong = 0
  for (let round = 0; round < roundsMax && wrong === 0; round += 1) {
    const world = await openWorld({ works: false })
    const told = await lastUnits(world, await clientsOf(world, 8))
    wrong = told.bugs.length + told.differences.length + told.broken.length
    await world.close()
  }
  expect(wrong).toBeGreaterThan(0)
}, 600_000)
