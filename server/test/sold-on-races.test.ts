/**
 * Reports of what was sold on, by many at once, and removals amid them. That it is the lock which keeps them apart is shown in sold-on-without-lock.test.ts.
 */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Clients, clientsOf } from './races.ts'
import { removeAmidReports, reportAtOnce } from './sold-on-races.ts'
import { openWorld, type World } from './world.ts'

let world: World
let clients: Clients
beforeEach(async () => {
  world = await openWorld({ works: false })
  clients = await clientsOf(world, 16)
})
afterEach(() => world.close())

const eightAndNothingWrong = { bugs: [], differences: [], broken: [], done: 8, gap: 0 }

test('of eight units sixteen report one each as sold: eight are recorded, and no more', async () => {
  expect(await reportAtOnce(world, clients)).toEqual(eightAndNothingWrong)
})

test('of eight units eight are reported as sold and eight come back at once: each is one or the other', async () => {
  expect(await removeAmidReports(world, clients)).toEqual(eightAndNothingWrong)
})
