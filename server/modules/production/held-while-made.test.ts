/**
 * Somebody holds a batch while something is just being made of it: what is made is under the hold before anybody can sell it.
 */
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Act } from '#platform/db.ts'
import { gate, waitingForLocks } from '../../test/amid.ts'
import { makersGoods, runOf } from '../../test/production.ts'
import { batchId, receive } from '../../test/stories.ts'
import { openWorld, type World, waitFor } from '../../test/world.ts'
import { recordRuns } from './record-runs.ts'

let world: World
beforeEach(async () => {
  world = await openWorld({ works: false })
})
afterEach(() => world.close())

test('the hold waits also for who sells what was made meanwhile', async () => {
  await makersGoods(world)
  await receive(world, [{ product: 'RAW', batch: 'R', quantity: 10 }])
  const [making, made, selling, sold] = [gate(), gate(), gate(), gate()]
  const at = world.clock.now()
  const actor = { actorId: null, actorName: 'Maker', role: 'owner', source: 'test', requestId: null } as const
  const act: Act = { accountId: world.accountId, ...actor, at }
  const run = world.app.house.database.write(act, async (tx) => {
    await recordRuns(tx, [{ body: runOf('RAW 5 of R', 'F1 1 of A'), origin: { source: 'test', requestId: null } }])
    making.open()
    await made.passed
  })
  await making.passed
  let answered = false
  const batch = await batchId(world, 'R')
  const held = world.call('POST', '/v1/holds', { scope: 'batch', batch, reason: 'smells' }).then((answer) => {
    answered = true
    return answer
  })
  await waitFor(async () => (await waitingForLocks(world)) === 1, 'the hold to wait for the run')
  const sale = world.owner.begin(async (sql) => {
    await sql`select from catalog.product where sku = 'F1' for no key update`
    selling.open()
    await sold.passed
  })
  await waitFor(async () => (await waitingForLocks(world)) === 2, 'the sale to wait for the run')
  made.open()
  await run
  await selling.passed
  await waitFor(async () => answered || (await waitingForLocks(world)) === 1, 'the hold to come to the sale')
  expect(answered).toBe(false)
  sold.open()
  await sale
  expect((await held).status).toBe(201)
})
