/**
 * A recall that is started amid work. That it is the lock of the products which makes it whole is shown in recalls-without-lock.test.ts.
 */
import { expect, test } from 'vitest'
import { clientsOf } from './races.ts'
import { recallAmidWork } from './recall-races.ts'
import { openWorld } from './world.ts'

const rounds = 2

test('started while others order, pick, send, take back and carry: nothing of it is promised, sellable or sent afterwards', async () => {
  for (let round = 0; round < rounds; round += 1) {
    const world = await openWorld({ works: false })
    expect(await recallAmidWork(world, await clientsOf(world, 13))).toEqual({
      bugs: [],
      differences: [],
      broken: [],
      promised: 0,
      sellable: 0,
      sentSince: [],
    })
    await world.close()
  }
}, 120_000)
