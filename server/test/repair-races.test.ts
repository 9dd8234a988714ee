/**
 * Repairs that race with what people do on the floor. That it is the lock which keeps them apart is shown in repairs-without-lock.test.ts.
 */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Clients, clientsOf } from './races.ts'
import { mergeAmid, mergeAmidSales, undoAmid } from './repair-races.ts'
import { openWorld, type World } from './world.ts'

let world: World
let clients: Clients
beforeEach(async () => {
  world = await openWorld()
  clients = await clientsOf(world, 24)
})
afterEach(() => world.close())

const nothingWrong = { bugs: [], differences: [], broken: [], apart: 0 }

test.each([
  ['orders, picks, shipments, receipts and corrections', mergeAmid, 6],
  ['orders, shipments, receipts and corrections', mergeAmidSales, 5],
])('a merge amid %s of either code: no unit stays behind, is lost or promised twice', async (_, race, each) => {
  const { units, codes, ...wrongs } = await race(world, clients)
  expect(wrongs).toEqual(nothingWrong)
  const merges = codes.filter((_, at) => at % each === 0)
  expect(merges.filter((code) => code === 'done').length).toBeLessThanOrEqual(1)
  for (const code of merges) expect(['done', 'batch_merged', 'merge_picked']).toContain(code)
  const changed = (act: number, by: number) =>
    codes.filter((code, at) => at % each === act && code === 'done').length * by
  expect(units).toBe(72 - changed(2, 2) + changed(3, 1) - changed(4, 1))
})

test('undoing a merge amid shipments: either all is as it was before any left, or nothing is undone', async () => {
  const { units, codes, ...wrongs } = await undoAmid(world, clients)
  expect(wrongs).toEqual(nothingWrong)
  const undone = codes.filter((_, at) => at % 6 === 5)
  for (const code of undone) expect(['done', 'repair_moved', 'repair_undone']).toContain(code)
  const sent = codes.filter((code, at) => at % 6 !== 5 && code === 'done').length
  expect(units).toBe(72 - 2 * sent)
})
