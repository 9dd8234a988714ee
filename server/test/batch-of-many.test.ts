/**
 * A batch is read without reading the others of its account, also by a plan that was made for any question: PostgreSQL keeps such plans, and in an
 * account of a hundred thousand batches each page of a batch took fifty milliseconds longer.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { batchDetail } from '../modules/batches/index.ts'
import { readsOf } from './reads.ts'
import { product, receive } from './stories.ts'
import { openWorld, type World } from './world.ts'

const many = 20_000
let world: World
let one: string
beforeAll(async () => {
  world = await openWorld({ works: false })
  await product(world)
  const { lines } = await receive(world, [{ batch: 'B', quantity: 1, expiresOn: '2027-01-01' }])
  one = lines[0].batchId
  await world.owner`
    insert into batches.batch (account_id, id, product_id, code, code_as_given, look_alike_key, created_at)
    select account_id, gen_random_uuid(), product_id, 'B-' || nth, 'B-' || nth, 'B-' || nth, created_at
    from batches.batch, generate_series(1, ${many}) as nth where id = ${one}`
  await world.owner`analyze batches.batch`
})
afterAll(() => world?.close())

test('what a batch is', async () => {
  const reads = await readsOf(world, async (db) => {
    await db`select set_config('plan_cache_mode', 'force_generic_plan', true)`
    expect(await batchDetail(db, one)).toMatchObject({ code: 'B' })
  })
  expect(reads['batches.batch']).toBeLessThan(10)
})
