/**
 * The races of what is sold on without the lock of the product, and nothing else: they must fail.
 */
import { expect, test, vi } from 'vitest'
import { type Clients, clientsOf, type Wrongs } from './races.ts'
import { removeAmidReports, reportAtOnce } from './sold-on-races.ts'
import { openWorld, type World } from './world.ts'

vi.mock('../modules/catalog/lock-products.ts', () => ({ lockProducts: async () => [] }))

const roundsMax = 40

/** More than can be needs two at the same moment; the first round that has it ends the test. */
async function beyond(race: (world: World, clients: Clients) => Promise<Wrongs & { gap: number }>): Promise<number> {
  let found = 0
  for (let round = 0; round < roundsMax && found === 0; round += 1) {
    const world = await openWorld({ works: false })
    found = (await race(world, await clientsOf(world, 16))).gap
    await world.close()
  }
  return found
}

test('without the lock more is reported as sold than was sent', async () => {
  expect(await beyond(reportAtOnce)).toBeGreaterThan(0)
}, 600_000)

test('without the lock units come back that are reported as sold', async () => {
  expect(await beyond(removeAmidReports)).toBeGreaterThan(0)
}, 600_000)
