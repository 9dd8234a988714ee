/**
 * Very many batches on hand are judged as a whole, and none by itself; where one batch has changed, that one is read. A hundred thousand of which one in
 * ten has reached a step are judged in 0.3 s, measured by hand.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { changing, toJudge } from '../modules/alerts/judge.ts'
import { growOld } from './grown.ts'
import { readsOf } from './reads.ts'
import { batchId, product, receive } from './stories.ts'
import { openWorld, type World } from './world.ts'

const batches = 20_000
const few = 20

let world: World
beforeAll(async () => {
  world = await openWorld({ works: false })
  await product(world)
  await receive(world, [{ batch: 'A', quantity: 5, expiresOn: '2028-01-10' }])
  await growOld(world, batches - 1)
  await receive(world, [{ batch: 'SOON', quantity: 5, expiresOn: '2026-01-10' }])
}, 120_000)
afterAll(() => world?.close())

test('all of the account: of each table a batch is read once or twice, and only those that reached a step are answered', async () => {
  const found: unknown[] = []
  const reads = await readsOf(world, async (db) => found.push(...(await toJudge(db))))
  expect(found).toMatchObject([{ verdict: { close: null, raise: 60 } }])
  expect(reads['stock.balance']).toBeLessThan(3 * batches)
  expect(reads['batches.batch'] ?? 0).toBeLessThan(3 * batches)
})

test('of one batch, the rows of that batch', async () => {
  const id = await batchId(world, 'SOON')
  const reads = await readsOf(world, (db) => changing(db, [id]))
  expect(Object.entries(reads).filter(([, rows]) => rows > few)).toEqual([])
})
