/**
 * server/platform/jobs.ts — background work. A job is enqueued in the transaction that causes it and rolls back with
 * it; it runs at least once, so what it calls is idempotent.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { Logger, run, type TaskList } from 'graphile-worker'
import type { Logger as Log } from 'pino'
import type { Clock } from './clock.ts'
import { type Connection, connect, type Tx } from './db.ts'
import { newId } from './id.ts'
import { type LastingRunner, lastingRunner } from './lasting-runner.ts'
import { connectionString } from './migrate.ts'

const leaveTimeoutMs = 2000

/** With the same `unique` name, a job that has not started yet stands for both. */
export async function enqueue(
  tx: Tx,
  job: string,
  payload: Readonly<Record<string, unknown>>,
  unique?: string,
): Promise<void> {
  const facts = { accountId: tx.act.accountId, ...payload }
  const key = unique ? `${tx.act.accountId}:${job}:${unique}` : null
  await tx`select graphile_worker.add_job(${job}::text, ${JSON.stringify(facts)}::text::json, job_key => ${key}::text, queue_name => ${`${tx.act.accountId}:${job}`}::text)`
}

export type Jobs = Readonly<Record<string, (payload: { accountId: string } & Record<string, unknown>) => Promise<void>>>

/** What one process does in the background; `quarterly` is the job for each quarter of an hour, of no account. */
type Work = Readonly<{
  jobs: Jobs
  quarterly: string
  clock: Clock
  log: Log
  role?: string
  concurrency: number
}>

export type Working = Readonly<{ stop(): Promise<void> }>

export async function work(target: Connection, options: Work): Promise<Working> {
  const taskList: TaskList = Object.fromEntries(
    Object.entries(options.jobs).map(([name, perform]) => [
      name,
      (payload) => perform(payload as { accountId: string }),
    ]),
  )
  const name = `firstout_jobs_${newId()}`
  const address = connectionString(target, options.role)
  const lasting = await lastingRunner({
    target,
    ...(options.role ? { role: options.role } : {}),
    log: options.log,
    begin: (events) =>
      run({
        connectionString: `${address}${address.includes('?') ? '&' : '?'}application_name=${name}`,
        concurrency: options.concurrency,
        maxPoolSize: options.concurrency + 2,
        noHandleSignals: true,
        // Where what became of a job cannot be noted, the runner ends; without a delay that error ends the process.
        preset: { worker: { pollInterval: 2000, completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
        taskList,
        events,
        logger: new Logger(() => (level, message) => {
          if (level === 'error' || level === 'warning') options.log.warn({ job: message }, 'jobs')
        }),
      }),
  })
  const stopRinging = await ringQuarters(lasting, options)
  return {
    async stop() {
      stopRinging()
      await lasting.stop()
      await leftBy(target, name).catch(() => {}) // the database is gone, and its connections with it
    },
  }
}

/**
 * Now, for what passed while nobody worked, and at every quarter from now on. Several processes ask for the same: what none
 * has begun stands for all. What cannot be asked for, because the database is gone, is made up for a quarter later.
 */
async function ringQuarters(lasting: LastingRunner, { clock, quarterly, log }: Work): Promise<() => void> {
  const ring = () => lasting.runner().addJob(quarterly, {}, { jobKey: quarterly })
  await ring()
  return clock.everyQuarter(() => void ring().catch((error: unknown) => log.warn({ error }, 'jobs')))
}

/**
 * The runner only says goodbye and listens no more; a database stopped before its connections have ended would throw
 * into nowhere, and that ends the process.
 */
async function leftBy(target: Connection, name: string): Promise<void> {
  const sql = connect(target, { max: 1 })
  try {
    const until = Date.now() + leaveTimeoutMs
    const stays = () => sql`select 1 from pg_stat_activity where application_name = ${name} limit 1`
    while (Date.now() < until && (await stays()).length > 0) await wait(10)
  } finally {
    await sql.end({ timeout: 1 })
  }
}
