/**
 * The race of identifying without the lock: `lockProducts` is switched off, and it must fail.
 */
import { expect, test, vi } from 'vitest'
import { identifyAmidWork } from './identifying-races.ts'
import { clientsOf } from './races.ts'
import { openWorld } from './world.ts'

vi.mock('../modules/catalog/lock-products.ts', () => ({ lockProducts: async () => [] }))

/** The first round that has a wrong ends the test. */
const roundsMax = 20

test('without the lock a unit is identified and sent at once, or only the database says no', async () => {
  let wrongs = 0
  for (let round = 0; round < roundsMax && wrongs === 0; round += 1) {
    const world = await openWorld()
    const { bugs, differences, broken, identified, here, gone } = await identifyAmidWork(
      world,
      await clientsOf(world, 24),
    )
    wrongs = bugs.length + differences.length + broken.length + Math.abs(60 - identified - here - gone)
    await world.close()
  }
  expect(wrongs).toBeGreaterThan(0)
}, 600_000)
