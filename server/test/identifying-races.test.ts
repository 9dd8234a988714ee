import { afterEach, beforeEach, expect, test } from 'vitest'
import { beginAmidReceipts, identifyAmidWork } from './identifying-races.ts'
import { clientsOf } from './races.ts'
import { openWorld, type World } from './world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

test('units identified amid orders, shipments, a count and an undoing: each is known or unknown once, and none is promised twice', async () => {
  const { identified, here, gone, batches, sent, ...wrongs } = await identifyAmidWork(world, await clientsOf(world, 24))
  expect(wrongs).toEqual({ bugs: [], differences: [], broken: [] })
  expect(identified + here + gone).toBe(60)
  expect(batches + here + sent).toBe(60)
})

test('receipts at the moment when tracking begins: nothing comes without a batch after it', async () => {
  for (let round = 0; round < 3; round += 1) {
    const own = await openWorld()
    const { came, atStart, ...wrongs } = await beginAmidReceipts(own, await clientsOf(own, 16))
    await own.close()
    expect(wrongs).toEqual({ bugs: [], differences: [], broken: [] })
    expect(came).toBe(0)
    expect(atStart).toBeGreaterThanOrEqual(60)
  }
})
