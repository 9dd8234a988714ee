/**
 * server/platform/lasting-runner.ts — a runner of jobs that outlives the database it works on, and whose death others
 * notice. A runner that cannot note what became of a job ends; another begins in its place as soon as the database is
 * back. What a dead one had begun is begun again, by whoever sees first that it is dead: what runs it may run twice.
 */
import { EventEmitter } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import type { Runner, WorkerEvents } from 'graphile-worker'
import { type Connection, connect, type Sql } from './db.ts'
import type { Log } from './log.ts'

const beatMs = 5000
const againMs = 1000

export type LastingRunner = Readonly<{ runner(): Runner; stop(): Promise<void> }>

type Options = Readonly<{
  target: Connection
  role?: string
  log: Log
  begin(events: WorkerEvents): Promise<Runner>
}>

/** Fails where the first one cannot begin. */
export async function lastingRunner({ target, role, log, begin }: Options): Promise<LastingRunner> {
  const sql = connect(target, { max: 1, ...(role ? { role } : {}) })
  let pool = ''
  const events: WorkerEvents = new EventEmitter()
  events.on('pool:create', ({ workerPool }) => {
    pool = workerPool.id
  })
  const beat = () => beatOf(sql, pool).catch((error: unknown) => log.warn({ error }, 'jobs'))
  let runner = await begin(events)
  let stopped = false
  await beat()
  const heart = setInterval(() => void beat(), beatMs)
  const lasting = (async () => {
    while (!stopped) {
      await runner.promise.catch((error: unknown) => log.error({ error }, 'jobs stopped'))
      const next = stopped ? null : await beginAgain()
      if (next) runner = next
    }
  })()
  async function beginAgain(): Promise<Runner | null> {
    await wait(againMs)
    if (stopped) return null
    try {
      const next = await begin(events)
      await beat()
      return next
    } catch (error) {
      log.warn({ error }, 'jobs')
      return null
    }
  }
  const stopCurrent = () => runner.stop().catch(() => {}) // it has ended already
  return {
    runner: () => runner,
    async stop() {
      stopped = true
      clearInterval(heart)
      await stopCurrent()
      await lasting
      await stopCurrent() // which began meanwhile
      await sql.end({ timeout: 1 })
    },
  }
}

/**
 * Tells the database by the name of this connection that `pool` lives, and frees what was begun by one that no
 * connection is named after: its process was killed, or it ended amid an outage.
 */
async function beatOf(sql: Sql, pool: string): Promise<void> {
  await sql`select set_config('application_name', ${pool}, false)`
  await sql`
    select graphile_worker.force_unlock_workers(array_agg(distinct locked_by)) from graphile_worker.jobs
    where locked_by is not null and locked_by not in (select application_name from pg_stat_activity)
    having count(*) > 0`
}
