/**
 * Orders that wait, served without what keeps their lines in step: that lock is switched off here and nothing else, and an order that
 * never splits must be split.
 */
import { expect, test, vi } from 'vitest'
import { clientsOf } from './races.ts'
import { servedApart } from './routing-races.ts'
import { openWorld } from './world.ts'

vi.mock('../modules/allocation/routing/routing-store.ts', async (original) => ({
  ...(await original<Record<string, unknown>>()),
  lockRoutings: async () => {},
}))

/** The first round that has a wrong ends the test. */
const roundsMax = 20

test('without the lock of their routing two lines of an order go from two places', async () => {
  let apart = 0
  for (let round = 0; round < roundsMax && apart === 0; round += 1) {
    const fresh = await openWorld()
    apart = await servedApart(fresh, await clientsOf(fresh, 16))
    await fresh.close()
  }
  expect(apart).toBeGreaterThan(0)
}, 600_000)
