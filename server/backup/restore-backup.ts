/**
 * server/backup/restore-backup.ts — a backup becomes a database again: all of it or nothing, proved by the verifier and by its seal.
 */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Connection, connect, openDatabase, type Sql } from '#platform/db.ts'
import { type Landed, migrate, migrationsIn } from '#platform/migrate.ts'
import { accountIds } from '../modules/access/index.ts'
import { type Difference, verify } from '../modules/stock/index.ts'
import { type BackupReader, readBackup } from './backup-file.ts'
import { accountTables, copied, waitingJobs } from './tables.ts'
import { type WalkedAccount, walkAll } from './walk-all.ts'

/** `owner` migrates the database, `app` serves it. */
export type Target = Readonly<{ owner: Connection; app: Connection; role?: string; migrations: URL }>
export type Restored = Readonly<{
  accounts: number
  takenAt: string
  differences: readonly Difference[]
  chains: readonly WalkedAccount[]
}>

/** Throws a sentence for the person at the terminal; then nothing of it is there. */
export async function restoreBackup(source: AsyncIterable<Buffer>, target: Target): Promise<Restored> {
  const backup = await readBackup(source)
  const { migrations, accounts, takenAt } = backup.head
  await refuseNewer(migrations, target.migrations)
  await refuseInUse(target.owner)
  await migrate(target.owner, target.migrations, new Set(migrations.map(({ name }) => name)))
  await load(backup, target.owner)
  await migrate(target.owner, target.migrations)
  const differences = await verifyAll(accounts, target)
  const chains: WalkedAccount[] = []
  await walkAll(target.owner, null, (walked) => chains.push(walked))
  return { accounts: accounts.length, takenAt, differences, chains }
}

async function refuseNewer(landed: readonly Landed[], folder: URL): Promise<void> {
  const known = new Map((await migrationsIn(folder)).map(({ name, hash }) => [name, hash]))
  const strange = landed.find(({ name, hash }) => known.get(name) !== hash)
  if (strange)
    throw new Error(
      `The backup was made by another version of Firstout, newer than this one: it knows ${strange.name}. Restore it with that version.`,
    )
}

async function refuseInUse(owner: Connection): Promise<void> {
  const sql = connect(owner, { max: 1 })
  try {
    const [made] = await sql`select from pg_namespace where nspname = 'access'`
    if (made && (await accountIds(sql)).length > 0)
      throw new Error('This database already holds an account. A backup is restored into an empty one.')
  } finally {
    await sql.end({ timeout: 5 })
  }
}

async function load(backup: BackupReader, owner: Connection): Promise<void> {
  const sql = connect(owner, { max: 1 })
  try {
    await sql.begin(async (tx) => {
      const tables = await accountTables(tx)
      const known = new Set([...tables, waitingJobs].map(copied))
      await tx.unsafe(
        'create temp table waiting_job (task text, payload json, queue text, key text, run_at timestamptz, priority int, max_attempts int) on commit drop',
      )
      await hideRows(tx, 'no force')
      for await (const { into, rows } of backup.tables()) {
        if (!known.has(into)) throw new Error(`The backup holds what this version does not know: ${into}`)
        await pipeline(Readable.from(rows), await tx.unsafe(`copy ${into} from stdin`).writable())
      }
      await hideRows(tx, 'force')
      await tx.unsafe(`
        select graphile_worker.add_job(task, payload, queue_name => queue, run_at => run_at, max_attempts => max_attempts, job_key => key,
          priority => priority) from pg_temp.waiting_job`)
    })
    await sql.unsafe('analyze')
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/** COPY writes no rows that are hidden from the one who writes; within this transaction they are not hidden from the owner. */
async function hideRows(tx: Pick<Sql, 'unsafe'>, how: 'force' | 'no force'): Promise<void> {
  const hidden = await tx.unsafe<{ name: string }[]>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and c.relrowsecurity and n.nspname not in ('graphile_worker')`,
  )
  await tx.unsafe(hidden.map(({ name }) => `alter table ${name} ${how} row level security;`).join('\n')).simple()
}

async function verifyAll(accounts: readonly string[], { app, role }: Target): Promise<Difference[]> {
  const database = openDatabase(app, { max: 1, ...(role ? { role } : {}) })
  const found: Difference[] = []
  try {
    for (const accountId of accounts) {
      const act = {
        accountId,
        actorId: null,
        actorName: 'Restore',
        role: 'auditor',
        source: 'restore',
        requestId: null,
      }
      const { differences } = await database.read({ ...act, at: new Date().toISOString() }, verify)
      found.push(...differences)
    }
    return found
  } finally {
    await database.close()
  }
}
