import { afterEach, beforeEach, expect, test } from 'vitest'
import { clientsOf } from './races.ts'
import { divideFew } from './unit-races.ts'
import { openWorld, type World } from './world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

test('samples and openings amid orders for the last units: each unit goes to one of them, and none is promised twice', async () => {
  const { left, kept, opened, here, ...wrongs } = await divideFew(world, await clientsOf(world, 24), 10)
  expect(wrongs).toEqual({ bugs: [], differences: [], broken: [] })
  expect([left, here]).toEqual([0, 10])
  expect(kept).toBeLessThanOrEqual(8)
  expect(opened).toBeLessThanOrEqual(8)
})
