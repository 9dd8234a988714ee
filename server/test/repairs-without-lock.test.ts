/**
 * The races of repairs without the lock: `lockProducts` is switched off, and they must fail.
 */
import { expect, test, vi } from 'vitest'
import { clientsOf } from './races.ts'
import { mergeAmidSales, undoAmid } from './repair-races.ts'
import { openWorld } from './world.ts'

vi.mock('../modules/catalog/lock-products.ts', () => ({ lockProducts: async () => [] }))

/** The first round that has a wrong ends the test. */
const roundsMax = 20

test.each([
  ['a merge', mergeAmidSales],
  ['undoing it', undoAmid],
])(
  'without the lock %s leaves units behind or promises them twice, or only the database says no',
  async (_, race) => {
    let wrongs = 0
    for (let round = 0; round < roundsMax && wrongs === 0; round += 1) {
      const world = await openWorld()
      const { bugs, differences, broken, apart } = await race(world, await clientsOf(world, 24))
      wrongs = bugs.length + differences.length + broken.length + apart
      await world.close()
    }
    expect(wrongs).toBeGreaterThan(0)
  },
  600_000,
)
