/**
 * The races for a bin without its lock, and nothing else: they must fail.
 */
import { expect, test, vi } from 'vitest'
import type { Tx } from '../platform/db.ts'
import { intoOneBin } from './bin-races.ts'
import { clientsOf } from './races.ts'
import { openWorld } from './world.ts'

vi.mock('../modules/places/store.ts', async (original) => ({
  ...(await original<typeof import('../modules/places/store.ts')>()),
  lockBins: (tx: Tx) => tx`select 1`,
}))

const roundsMax = 40

/** Too many need two at the same moment; the first round that has them ends the test. */
async function most(bin: Parameters<typeof intoOneBin>[2], allowed: number): Promise<number> {
  let done = 0
  for (let round = 0; round < roundsMax && done <= allowed; round += 1) {
    const world = await openWorld({ works: false })
    done = (await intoOneBin(world, await clientsOf(world, 8), bin)).done
    await world.close()
  }
  return done
}

test('without the lock several batches come to lie in a bin for one', async () => {
  expect(await most({ rules: { mixing: 'one_batch' } }, 1)).toBeGreaterThan(1)
}, 600_000)

test('without the lock more comes to lie in a bin than it holds', async () => {
  expect(await most({ rules: { capacity: 12 } }, 3)).toBeGreaterThan(3)
}, 600_000)
