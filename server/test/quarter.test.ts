/**
 * What a quarter of an hour asks for is done for every account, however ill it goes with one of them.
 */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { jobsAreDone } from './alerts.ts'
import { type Caller, openWorld, type World, waitFor } from './world.ts'

let world: World
let others: Caller[]
beforeEach(async () => {
  world = await openWorld()
  others = [await world.otherAccount(), await world.otherAccount()]
  for (const caller of [world, ...others])
    await caller.post('/v1/suppliers', { code: 'S', name: 'Supplier' }, { 'idempotency-key': 'long-ago' })
  await jobsAreDone(world)
})
afterEach(() => world.close())

const answersOf = async ({ accountId }: Caller) =>
  (await world.owner`select from platform.idempotent_answer where account_id = ${accountId}`).length
const blocksOf = async ({ accountId }: Caller) =>
  (await world.owner`select from seal.block where account_id = ${accountId}`).length
const failed = () =>
  world.owner<{ taskIdentifier: string; lastError: string; account: string }[]>`
    select j.task_identifier, j.last_error, p.payload ->> 'accountId' as account
    from graphile_worker.jobs j join graphile_worker._private_jobs p on p.id = j.id where j.last_error is not null`

test('a step that fails in one account keeps neither its own later steps nor those of others, and is tried again for it alone', async () => {
  // The account that is looked into first.
  const ill = [world, ...others].sort((a, b) => (a.accountId < b.accountId ? -1 : 1))[0] ?? world
  const well = [world, ...others].filter((one) => one !== ill)
  await world.owner.unsafe(`
    create function public.refuse() returns trigger language plpgsql as $$ begin raise exception 'this disk is ill'; end $$;
    create trigger refuse before delete on platform.idempotent_answer for each row when (old.account_id = '${ill.accountId}') execute function public.refuse()`)
  world.clock.set('2026-01-23T15:00:00.000Z')
  await waitFor(async () => (await failed()).length > 0, 'the job of the ill account to fail')
  for (const caller of [ill, ...well])
    await waitFor(async () => (await blocksOf(caller)) > 0, 'what was recorded to be sealed')
  for (const caller of well) await waitFor(async () => (await answersOf(caller)) === 0, 'old answers to be forgotten')
  expect(await failed()).toEqual([
    { taskIdentifier: 'account-time-passed', lastError: 'this disk is ill', account: ill.accountId },
  ])
  await world.owner.unsafe('drop trigger refuse on platform.idempotent_answer')
  await world.owner`select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs), run_at => now())`
  await waitFor(async () => (await answersOf(ill)) === 0, 'the ill account to be tried again')
  await jobsAreDone(world)
})
