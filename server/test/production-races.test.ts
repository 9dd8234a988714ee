/**
 * Runs that race for units, with orders and with holds. That it is the lock of the products which keeps them right is shown in production-without-lock.test.ts.
 */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { besideAHold, besideOrders, lastUnits } from './production-races.ts'
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

test('of eight runs that want three of five units, one is made', async () => {
  expect(await lastUnits(world, clients)).toEqual({
    ...nothingWrong,
    done: 1,
    refused: ['insufficient_stock'],
    left: 2,
  })
})

test('runs and orders never get more than there is', async () => {
  const told = await besideOrders(world, clients)
  expect(told).toMatchObject(nothingWrong)
  expect(told.units).toBeLessThanOrEqual(10)
  expect(told.units).toBeGreaterThanOrEqual(9)
})

test('once the raw batch is held, nothing that was made of it meanwhile is promised', async () => {
  expect(await besideAHold(world, clients)).toEqual({ ...nothingWrong, promised: 0 })
})
