/**
 * Goods of many products that race for one bin. That it is the lock of the bin which keeps them apart is shown in bins-without-lock.test.ts.
 */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { crosswise, intoOneBin } from './bin-races.ts'
import { type Clients, clientsOf } from './races.ts'
import { openWorld, type World } from './world.ts'

let world: World
let clients: Clients
beforeEach(async () => {
  world = await openWorld({ works: false })
  clients = await clientsOf(world, 8)
})
afterEach(() => world.close())

const nothingWrong = { bugs: [], differences: [], broken: [] }

test('of eight products one comes to lie in a bin for one batch', async () => {
  const told = await intoOneBin(world, clients, { rules: { mixing: 'one_batch' } })
  expect(told).toEqual({ ...nothingWrong, done: 1, refused: ['storage_forbids'] })
})

test('a bin with room for three takes three', async () => {
  const told = await intoOneBin(world, clients, { rules: { capacity: 12 } })
  expect(told).toEqual({ ...nothingWrong, done: 3, refused: ['storage_forbids'] })
})

test('what burns and what corrodes never come to lie together', async () => {
  const told = await intoOneBin(world, clients, { rules: {}, hazards: ['flammable', 'corrosive'] })
  expect(told).toEqual({ ...nothingWrong, done: 4, refused: ['storage_forbids'] })
})

test('who needs two bins and names them the other way round does not wait for ever', async () => {
  expect(await crosswise(world, clients)).toEqual({ ...nothingWrong, refused: [] })
})
