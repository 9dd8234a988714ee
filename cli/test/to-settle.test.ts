import { afterAll, beforeAll, expect, test } from 'vitest'
import { openShop, unsettled } from '../../server/test/unsettled.ts'
import { openWorld, type World } from '../../server/test/world.ts'
import { firstout, json, listening, type Place } from './firstout.ts'

let world: World
let place: Place
const run = (...args: string[]) => firstout(place, ...args)
beforeAll(async () => {
  world = await openWorld()
  place = await listening(world)
})
afterAll(() => world.close())

test('what waits for a person is listed with where it is, since when, and what it waits for', async () => {
  expect((await run('to-settle')).stdout).toBe('Nothing waits.\n')
  await openShop(world)
  await unsettled.transfer_missing?.begin(world, 'A')
  await unsettled.disposal_open?.begin(world, 'B')
  const { stdout } = await run('to-settle')
  expect(stdout).toMatch(/transfer missing +TR-1 +LOST +A +DAL +3 +2025-11-23 .*missing, and not settled/)
  expect(stdout).toMatch(/disposal open +\S+ +BURN +– +CHI +1 .*to be signed by its witness/)
  expect((await json(place, 'to-settle', '--warehouse', 'DAL')).items).toHaveLength(1)
  expect((await json(place, 'to-settle', '--kind', 'misplaced')).items).toEqual([])
  expect((await run('to-settle', '--kind', 'anything')).code).toBe(2)
})
