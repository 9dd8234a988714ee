/**
 * server/platform/jobs.ts — background work. A job is enqueued in the transaction that causes it and rolls back with
 * it; it runs at least once, so what it calls is idempotent.
 */
import { Logger, type Runner, run, type TaskList } from 'graphile-worker'
import type { Logger as Log } from 'pino'
import type { Connection, Tx } from './db.ts'
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

export type Working = Readonly<{ stop(): Promise<void> }>

export async function work(
  target: Connection,
  options: { jobs: Jobs; log: Log; role?: string; concurrency: number },
): Promise<Working> {
  const taskList: TaskList = Object.fromEntries(
    Object.entries(options.jobs).map(([name, perform]) => [
      name,
      (payload) => perform(payload as { accountId: string }),
    ]),
  )
  const runner: Runner = await run({
    connectionString: connectionString(target, options.role),
    concurrency: options.concurrency,
    maxPoolSize: options.concurrency + 2,
    pollInterval: 2000,
    noHandleSignals: true,
    taskList,
    logger: new Logger(() => (level, message) => {
      if (level === 'error' || level === 'warning') options.log.warn({ job: message }, 'jobs')
    }),
  })
  runner.promise.catch((error: unknown) => options.log.error({ error }, 'jobs stopped'))
  return { stop: () => runner.stop() }
}
