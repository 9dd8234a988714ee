/**
 * A recall that is started amid work without the lock of the products, and nothing else: it must fail.
 */
import { expect, test, vi } from 'vitest'
import { clientsOf } from './races.ts'
import { recallAmidWork } from './recall-races.ts'
import { openWorld } from './world.ts'

vi.mock('../modules/catalog/lock-products.ts', () => ({ lockProducts: async () => [] }))

const roundsMax = 20

/** Two need to read at the same moment; the first round that has them ends the test. */
test('without the lock something of what is recalled is promised or sent, or an act fails by a constraint', async () => {
  let wrong = 0
  for (let round = 0; round < roundsMax && wrong === 0; round += 1) {
    const world = await openWorld({ works: false })
    const told = await recallAmidWork(world, await clientsOf(world, 13))
    if (process.env.SIM_TELLS) process.stdout.write(`${JSON.stringify(told)}\n`)
    wrong = told.bugs.length + told.differences.length + told.broken.length + told.promised + told.sentSince.length
    await world.close()
  }
  expect(wrong).toBeGreaterThan(0)
}, 600_000)
