/**
 * server/platform/jobs.ts — background work. A job is enqueued in the transaction that causes it and rolls back with
 * it; it runs at least once, so what it calls is idempotent.
 */
import { Logger, run, type TaskList } from 'graphile-worker'
import { Pool } from 'pg'
import type { Logger as Log } from 'pino'
import type { Clock } from './clock.ts'
import type { Connection, Tx } from './db.ts'
import { type LastingRunner, lastingRunner } from './lasting-runner.ts'
import { connectionString } from './migrate.ts'

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

export async function work(target: Connection, { jobs, ...options }: Work): Promise<Working> {
  const { tasks, letGo } = tasksOf(jobs)
  const pool = lastingPool(connectionString(target, options.role), options)
  const lasting = await lastingRunner({
    target,
    ...(options.role ? { role: options.role } : {}),
    log: options.log,
    begin: (events) =>
      run({
        pgPool: pool,
        concurrency: options.concurrency,
        noHandleSignals: true,
        // Where what became of a job cannot be noted, the runner ends; without a delay that error ends the process.
        preset: { worker: { pollInterval: 2000, completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
        taskList: tasks,
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
      await pool.end()
      letGo()
    },
  }
}

/** The runner keeps its tasks for as long as the process lives (graphile-worker 0.17): what they do, and with it the whole application, is let go of at the end. */
function tasksOf(jobs: Jobs): { tasks: TaskList; letGo: () => void } {
  let performed: Jobs | null = jobs
  const perform = async (name: string, payload: unknown) => performed?.[name]?.(payload as { accountId: string })
  return {
    tasks: Object.fromEntries(Object.keys(jobs).map((name) => [name, (payload) => perform(name, payload)])),
    letGo: () => {
      performed = null
    },
  }
}

/**
 * Now, for what passed while nobody worked, and at every quarter from now on. Several processes ask for the same: what none
 * has begun stands for all. What cannot be asked for, because the database is gone, is made up for a quarter later.
 */
async function ringQuarters(
  lasting: LastingRunner,
  { clock, quarterly, log }: Omit<Work, 'jobs'>,
): Promise<() => void> {
  const ring = () => lasting.runner().addJob(quarterly, {}, { jobKey: quarterly })
  await ring()
  return clock.everyQuarter(() => void ring().catch((error: unknown) => log.warn({ error }, 'jobs')))
}

/**
 * The runner would make one of its own, and hears its errors no longer than it runs: a connection cut off afterwards would
 * end the process. This one outlives it.
 */
function lastingPool(address: string, { concurrency, log }: Omit<Work, 'jobs'>): Pool {
  const pool = new Pool({ connectionString: address, max: concurrency + 2 })
  const note = (error: Error) => log.warn({ error }, 'jobs')
  pool.on('error', note)
  pool.on('connect', (client) => void client.on('error', note))
  return pool
}
