/**
 * server/test/alerts.ts — what tests of alerts say often.
 */
import { type Caller, type Json, type World, waitFor } from './world.ts'

export const alerts = async (caller: Caller, query = ''): Promise<Json[]> =>
  (await caller.get(`/v1/alerts?${query}`)).items

/** Of each batch that is told of, the step, e.g. `{ A: 60 }`. */
export const stepsTold = async (caller: Caller, query = ''): Promise<Record<string, number>> =>
  Object.fromEntries((await alerts(caller, query)).map(({ batchCode, stepDays }) => [batchCode, stepDays]))

export const jobsAreDone = (world: World) =>
  waitFor(async () => (await world.owner`select from graphile_worker.jobs`).length === 0, 'the work to be done')

/** The clock is set, and what a quarter of an hour asks for is done by then; asked for here, since nobody sees whether the clock was heard. */
export async function pass(world: World, at: string): Promise<void> {
  await jobsAreDone(world)
  world.clock.set(at)
  await world.owner`select graphile_worker.add_job('time-passed', '{}'::json)`
  await jobsAreDone(world)
}

/** As many alerts as were ever raised of each batch, from the database. */
export async function raisedOf(world: World): Promise<Record<string, number[]>> {
  const rows = await world.owner<{ code: string; steps: number[] }[]>`
    select b.code, array_agg(a.step_days order by a.id) as steps from alerts.alert a
    join batches.batch b on b.account_id = a.account_id and b.id = a.batch_id where a.account_id = ${world.accountId} group by b.code`
  return Object.fromEntries(rows.map(({ code, steps }) => [code, steps]))
}
