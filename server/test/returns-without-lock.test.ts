/**
 * The races of returns and disposals without the locks of product, return and disposal, and nothing else: they must fail.
 */
import { expect, test, vi } from 'vitest'
import type { Tx } from '../platform/db.ts'
import { type Clients, clientsOf, type Wrongs } from './races.ts'
import { decideAtOnce, destroyAtOnce, holdAmidRestocking } from './return-races.ts'
import { openWorld, type World } from './world.ts'

vi.mock('../modules/catalog/lock-products.ts', () => ({ lockProducts: async () => [] }))
vi.mock('../modules/returns/store.ts', async (original) => ({
  ...(await original<typeof import('../modules/returns/store.ts')>()),
  lockReturn: (tx: Tx, id: string) => tx`
    select number, customer_id, order_number, closed_at from returns.announced_return where account_id = ${tx.act.accountId} and id = ${id}`,
}))
vi.mock('../modules/disposals/store.ts', async (original) => ({
  ...(await original<typeof import('../modules/disposals/store.ts')>()),
  lockDisposal: async () => true,
}))

const roundsMax = 40

type Race = (world: World, clients: Clients) => Promise<Wrongs & { done: number }>

async function promisedThoughHeld(): Promise<number> {
  let promised = 0
  for (let round = 0; round < roundsMax && promised === 0; round += 1) {
    const world = await openWorld({ works: false })
    promised = (await holdAmidRestocking(world, await clientsOf(world, 8))).broken.length
    await world.close()
  }
  return promised
}

/** A wrong needs two at the same moment; the first round that has one ends the test. */
async function wrongsFound(race: Race, most: number): Promise<number> {
  let wrongs = 0
  for (let round = 0; round < roundsMax && wrongs === 0; round += 1) {
    const world = await openWorld({ works: false })
    const { bugs, differences, broken, done } = await race(world, await clientsOf(world, 16))
    wrongs = bugs.length + differences.length + broken.length + Math.max(0, done - most)
    await world.close()
  }
  return wrongs
}

test('without the locks more units are decided than came, or only the database says no', async () => {
  expect(await wrongsFound(decideAtOnce, 8)).toBeGreaterThan(0)
}, 600_000)

test('without the locks goods are destroyed more than once, or only the database says no', async () => {
  expect(await wrongsFound(destroyAtOnce, 1)).toBeGreaterThan(0)
}, 600_000)

test('without the locks restocked units are promised to who waits though their batch is held', async () => {
  expect(await promisedThoughHeld()).toBeGreaterThan(0)
}, 600_000)
