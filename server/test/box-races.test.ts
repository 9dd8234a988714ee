import { afterEach, beforeEach, expect, test } from 'vitest'
import { boxesAtOnce, firstBoxes, holdAmidBoxes } from './box-races.ts'
import { clientsOf } from './races.ts'
import { differences } from './stories.ts'
import { openWorld, type World } from './world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

test('boxes opened, ordered and freed by thirty clients at once: none is both opened and promised, none is cut', async () => {
  const { opened, promised, closed, ...wrongs } = await boxesAtOnce(world, await clientsOf(world, 30))
  expect(wrongs).toEqual({ bugs: [], differences: [], broken: [] })
  expect(opened).toBeGreaterThan(0)
  expect([opened + closed, Number.isInteger(promised), promised <= closed]).toEqual([8, true, true])
})

test('the first boxes of a bin, brought by twenty clients at once, have one place', async () => {
  const places = await firstBoxes(world, await clientsOf(world, 20))
  expect(places.map(({ code, packOf }) => [code, packOf])).toEqual([['MAIN ×12', 12]])
  expect(await differences(world)).toEqual([])
})

test('a hold on a bin holds the boxes that come into it at the same moment, and nobody waits for another for ever', async () => {
  const { free, ...wrongs } = await holdAmidBoxes(world, await clientsOf(world, 24))
  expect(wrongs).toEqual({ bugs: [], differences: [], broken: [] })
  expect(free).toEqual([])
})
