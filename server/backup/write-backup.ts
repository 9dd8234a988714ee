/**
 * server/backup/write-backup.ts — all accounts, or one, as they are at one moment, while others work.
 */
import type { Writable } from 'node:stream'
import { type Connection, connect, type Sql } from '#platform/db.ts'
import { landedMigrations } from '#platform/migrate.ts'
import { accountIds } from '../modules/access/index.ts'
import { backupWriter } from './backup-file.ts'
import { accountTables, copied, type Table, waitingJobs } from './tables.ts'

type ToBackUp = Readonly<{ accountId: string | null; at: string }> // null: all
export type Written = Readonly<{ accounts: number; rows: number }>

/**
 * `owner` migrates the database. Row-level security hides every account from the owner too, unless it is a superuser: so
 * each account is read as itself. Leaves the sink open.
 */
export async function writeBackup(owner: Connection, sink: Writable, { accountId, at }: ToBackUp): Promise<Written> {
  const sql = connect(owner, { max: 1 })
  try {
    const written = await sql.begin('isolation level repeatable read read only', async (tx) => {
      const accounts = (await accountIds(tx)).filter((id) => accountId === null || id === accountId)
      if (accounts.length === 0) throw new Error(noAccount(accountId))
      const tables = await accountTables(tx)
      const writer = await backupWriter(sink, { takenAt: at, migrations: await landedMigrations(tx), accounts })
      for (const id of accounts) {
        await tx`select set_config('app.account', ${id}, true)`
        for (const table of tables) await writer.rows(copied(table), await rowsOf(tx, table, id))
        await writer.rows(copied(waitingJobs), await copyOut(tx, jobsOf(id)))
      }
      return { accounts: accounts.length, ...(await writer.end()) }
    })
    return written as Written
  } finally {
    await sql.end({ timeout: 5 })
  }
}

export const noAccount = (asked: string | null) =>
  asked === null ? 'There is no account yet, so nothing to keep.' : `There is no account ${asked}.`

const rowsOf = (tx: Pick<Sql, 'unsafe'>, { name, columns }: Table, accountId: string) =>
  copyOut(tx, `select ${columns.join(', ')} from ${name} where account_id = '${accountId}'`)

/** What runs at this moment is not done yet in this picture, and will be done again: jobs may be. */
const jobsOf = (accountId: string) => `
  select t.identifier, j.payload, q.queue_name, j.key, j.run_at, j.priority, j.max_attempts
  from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
  left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
  where j.payload ->> 'accountId' = '${accountId}' order by j.id`

const copyOut = (tx: Pick<Sql, 'unsafe'>, select: string): Promise<AsyncIterable<Buffer>> =>
  tx.unsafe(`copy (${select}) to stdout`).readable()
