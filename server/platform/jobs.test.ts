import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../test/database.ts'
import { systemClock } from './clock.ts'
import { connect, type Sql } from './db.ts'
import { newId } from './id.ts'
import { type Jobs, type Working, work } from './jobs.ts'
import { openLog } from './log.ts'

/** The background work when the database goes away, and when the process that did it is killed. */
let database: TestDatabase
let owner: Sql
let working: Working | undefined
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())
beforeEach(() => {
  owner = connect(database.owner, { max: 1 })
})
afterEach(async () => {
  await working?.stop()
  working = undefined
  await owner.end({ timeout: 1 })
})

const start = async (jobs: Jobs) => {
  const { app: target, role } = database
  const log = openLog('silent')
  const none = { none: async () => {} }
  const options = { jobs: { ...none, ...jobs }, quarterly: 'none', clock: systemClock, log, concurrency: 2 }
  working = await work(target, { ...options, ...(role ? { role } : {}) })
}
const add = (job: string, queue: string) =>
  owner`select graphile_worker.add_job(${job}::text, '{"accountId":"a"}'::json, queue_name => ${queue}::text)`
const left = () => owner<{ task: string }[]>`
  select task_identifier as task from graphile_worker.jobs where task_identifier <> 'none'`

/** Nobody gets in, and who is in is thrown out, while `act` is under way. */
async function whileGone(act: () => Promise<unknown>): Promise<void> {
  const admin = connect(inject('database').admin, { max: 1 })
  const [named] = await owner<{ name: string }[]>`select current_database() as name`
  const name = named?.name ?? ''
  try {
    await admin`alter database ${admin(name)} with allow_connections false`
    await admin`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`
    await act()
  } finally {
    await admin`alter database ${admin(name)} with allow_connections true`
    await admin.end({ timeout: 1 })
  }
}

test('a job that fails while the database is gone neither ends the process nor the work: it is tried again', async () => {
  const unhandled: unknown[] = []
  const note = (error: unknown) => unhandled.push(error)
  process.on('unhandledRejection', note)
  let tries = 0
  let begun = () => {}
  let fail = () => {}
  const first = new Promise<void>((resolve) => {
    begun = resolve
  })
  const gone = new Promise<void>((resolve) => {
    fail = resolve
  })
  await start({
    async doomed() {
      tries += 1
      if (tries > 1) return
      begun()
      await gone
      throw new Error('the database is gone')
    },
  })
  await add('doomed', 'q')
  await first
  await whileGone(async () => {
    fail()
    await wait(500)
  })
  await expect.poll(left, { timeout: 30_000 }).toEqual([])
  process.off('unhandledRejection', note)
  expect(tries).toBe(2)
  expect(unhandled).toEqual([])
})

test('what a killed process had begun, and what queues behind it, is done by the next at once', async () => {
  await add('begun', 'q')
  await add('behind', 'q')
  const dead = `pool-${newId()}`
  await owner`update graphile_worker._private_jobs set locked_by = ${dead}, locked_at = now()
    where task_id = (select id from graphile_worker._private_tasks where identifier = 'begun')`
  await owner`update graphile_worker._private_job_queues set locked_by = ${dead}, locked_at = now()`
  const done: string[] = []
  await start({
    begun: async () => void done.push('begun'),
    behind: async () => void done.push('behind'),
  })
  await expect.poll(() => done, { timeout: 30_000 }).toEqual(['begun', 'behind'])
})

test('what a living process does is left to it', async () => {
  let times = 0
  let finish = () => {}
  const long = new Promise<void>((resolve) => {
    finish = resolve
  })
  const jobs: Jobs = {
    async long() {
      times += 1
      await long
    },
  }
  await start(jobs)
  const other = working
  await add('long', 'q')
  await expect.poll(() => times).toBe(1)
  await start(jobs)
  await wait(3000)
  expect(times).toBe(1)
  finish()
  await expect.poll(left, { timeout: 30_000 }).toEqual([])
  await other?.stop()
})
