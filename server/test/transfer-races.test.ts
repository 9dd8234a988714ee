/**
 * Transfers that race with orders, with each other and with a hold. That it is the locks which keep them apart is shown in
 * transfers-without-lock.test.ts.
 */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Clients, clientsOf } from './races.ts'
import { holdAmidSending, lastUnits, receiveTwice } from './transfer-races.ts'
import { openWorld, type World } from './world.ts'

let world: World
let clients: Clients
beforeEach(async () => {
  world = await openWorld({ works: false })
  clients = await clientsOf(world, 16)
})
afterEach(() => world.close())

const nothingWrong = { bugs: [], differences: [], broken: [] }

test('the last eight units, reached for by eight orders and eight transfers: each unit is promised once', async () => {
  expect(await lastUnits(world, clients)).toEqual({ ...nothingWrong, promised: 8 })
})

test('what came is taken in once, though two reach for it', async () => {
  const { pairs, ...wrongs } = await receiveTwice(world, clients)
  expect(wrongs).toEqual(nothingWrong)
  expect(new Set(pairs)).toEqual(new Set(['done + transfer_nothing_on_the_way']))
})

test('a hold amid the sending stops all that has not left', async () => {
  const { codes, ...wrongs } = await holdAmidSending(world, clients)
  expect(wrongs).toEqual(nothingWrong)
  for (const code of codes) expect(['done', 'batch_on_hold', 'transfer_nothing_to_ship']).toContain(code)
})
