/**
 * Returned units that many decide at once, a disposal that many destroy, and a hold amid restocking. That it is the locks which keep them apart is
 * shown in returns-without-lock.test.ts.
 */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Clients, clientsOf } from './races.ts'
import { decideAtOnce, destroyAtOnce, holdAmidRestocking } from './return-races.ts'
import { openWorld, type World } from './world.ts'

let world: World
let clients: Clients
beforeEach(async () => {
  world = await openWorld({ works: false })
  clients = await clientsOf(world, 16)
})
afterEach(() => world.close())

const nothingWrong = { bugs: [], differences: [], broken: [] }

test('eight units for which sixteen decide at once: each is decided once, and what lies beside them stays', async () => {
  const { done, stood, ...wrongs } = await decideAtOnce(world, clients)
  expect(wrongs).toEqual(nothingWrong)
  expect([done, (stood.restock ?? 0) + (stood.dispose ?? 0), stood.undecided ?? 0]).toEqual([8, 8, 0])
})

test('a disposal is destroyed once, though sixteen reach for it', async () => {
  expect(await destroyAtOnce(world, clients)).toEqual({ ...nothingWrong, done: 1, left: 60 })
})

test('a hold amid the restocking: nothing goes back to stock once it is placed, and nothing of it is promised to who waits', async () => {
  const { codes, ...wrongs } = await holdAmidRestocking(world, clients)
  expect(wrongs).toEqual(nothingWrong)
  for (const code of codes) expect(['done', 'restock_refused']).toContain(code)
})
