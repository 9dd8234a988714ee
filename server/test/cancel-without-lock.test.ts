/**
 * The races of cancelled shipments without the locks of product and order, and nothing else: they must fail.
 */
import { expect, test, vi } from 'vitest'
import { cancelAmidHold, cancelAmidReturns, cancelTwice, openSent } from './cancel-races.ts'
import { type Clients, clientsOf, type Wrongs } from './races.ts'
import { openWorld, type World } from './world.ts'

vi.mock('../modules/catalog/lock-products.ts', () => ({ lockProducts: async () => [] }))
vi.mock('../modules/orders/store.ts', async (original) => ({
  ...(await original<typeof import('../modules/orders/store.ts')>()),
  lockOrders: async () => [],
}))

const roundsMax = 40

type Race = (world: World, clients: Clients) => Promise<Wrongs & { pairs?: string[] }>

/** A wrong needs two at the same moment; the first round that has one ends the test. */
async function wrongsFound(race: Race, isWrong: (pair: string) => boolean): Promise<number> {
  let wrongs = 0
  for (let round = 0; round < roundsMax && wrongs === 0; round += 1) {
    const world = await openWorld({ works: false })
    const { bugs, differences, broken, pairs = [] } = await race(world, await clientsOf(world, 16))
    wrongs = bugs.length + differences.length + broken.length + pairs.filter(isWrong).length
    await world.close()
  }
  return wrongs
}

test('without the locks what is cancelled twice at once counts twice, or only the database says no', async () => {
  const race: Race = async (world, clients) => cancelTwice(world, clients, await openSent(world, 8))
  expect(await wrongsFound(race, (pair) => pair === 'done + done')).toBeGreaterThan(0)
}, 600_000)

test('without the locks the same goods come back, and never left', async () => {
  const race: Race = async (world, clients) => cancelAmidReturns(world, clients, await openSent(world, 8))
  expect(await wrongsFound(race, (pair) => pair === 'done + done')).toBeGreaterThan(0)
}, 600_000)

test('without the locks what comes back while it is held is promised, or the numbers are wrong', async () => {
  const race: Race = async (world, clients) => cancelAmidHold(world, clients, await openSent(world, 16))
  expect(await wrongsFound(race, () => false)).toBeGreaterThan(0)
}, 600_000)
