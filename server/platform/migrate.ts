/**
 * server/platform/migrate.ts — brings a database to the newest schema: numbered files, forward only, each once, in one
 * transaction together with the note that it landed. A landed file that has changed since is refused.
 */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { runMigrations } from 'graphile-worker'
import { type Connection, connect, type Sql } from './db.ts'

const advisoryLock = 4_711_000_001

/** `target` connects as the owner of the database; `only`: names of files, else all. Throws where a landed migration was edited. */
export async function migrate(target: Connection, folder: URL, only?: ReadonlySet<string>): Promise<void> {
  const sql = connect(target, { max: 1 })
  try {
    await sql`select pg_advisory_lock(${advisoryLock}::bigint)`
    await sql`create schema if not exists firstout`
    await sql`create table if not exists firstout.migration (name text primary key, hash text not null, landed_at timestamptz not null default now())`
    await makeRole(sql)
    const files = await migrationsIn(folder)
    for (const file of files.filter(({ name }) => only?.has(name) ?? true)) await land(sql, file)
    await allowCurrentRole(sql)
    // Still under the lock: two that grant the same rights at once get in each other's way.
    await migrateJobs(target)
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/**
 * The embedded database has made it already, to sign in with. On a server of the user's own nobody signs in as the
 * application: the owner takes the role.
 */
async function makeRole(sql: Sql): Promise<void> {
  const [role] = await sql`select from pg_roles where rolname = 'firstout_app'`
  if (!role) await sql`create role firstout_app nologin nosuperuser nobypassrls nocreatedb nocreaterole`
}

export type Landed = Readonly<{ name: string; hash: string }>
type Migration = Landed & Readonly<{ text: string }>

/** What the database was brought to. */
export const landedMigrations = (sql: Pick<Sql, 'unsafe'>) =>
  sql.unsafe<Landed[]>('select name, hash from firstout.migration order by name')

export async function migrationsIn(folder: URL): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name)).sort()
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(new URL(name, folder), 'utf8')
      return { name, text, hash: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

async function land(sql: Sql, { name, text, hash }: Migration): Promise<void> {
  const [landed] = await sql<{ hash: string }[]>`select hash from firstout.migration where name = ${name}`
  if (landed && landed.hash !== hash)
    throw new Error(`${name} has changed since it was applied to this database; write a new migration instead`)
  if (landed) return
  await sql.begin(async (tx) => {
    await tx.unsafe(text).simple()
    await tx`insert into firstout.migration (name, hash) values (${name}, ${hash})`
  })
}

/** On a server of the user's own, the owner signs in and then takes the application's role. */
async function allowCurrentRole(sql: Sql): Promise<void> {
  const [may] = await sql<{ may: boolean }[]>`select pg_has_role(current_user, 'firstout_app', 'member') as may`
  if (!may?.may) await sql`grant firstout_app to current_user`
}

async function migrateJobs(target: Connection): Promise<void> {
  await runMigrations({ connectionString: connectionString(target) })
  const sql = connect(target, { max: 1 })
  try {
    await sql
      .unsafe(`
      grant usage on schema graphile_worker to firstout_app;
      grant select, insert, update, delete on all tables in schema graphile_worker to firstout_app;
      grant usage on all sequences in schema graphile_worker to firstout_app;
      grant execute on all functions in schema graphile_worker to firstout_app;
      do $$ declare t regclass;
      begin
        for t in select c.oid from pg_class c where c.relnamespace = 'graphile_worker'::regnamespace and c.relrowsecurity
          and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'firstout_works')
        loop execute format('create policy firstout_works on %s to firstout_app using (true) with check (true)', t); end loop;
      end $$;`)
      .simple()
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/** For libraries that bring their own driver. */
export function connectionString(target: Connection, role?: string): string {
  if ('url' in target) {
    if (!role) return target.url
    const url = new URL(target.url)
    url.searchParams.set('options', `-c role=${role}`)
    return url.href
  }
  const { host, port, username, password, database } = target
  const secret = password ? `:${encodeURIComponent(password)}` : ''
  return `postgres://${encodeURIComponent(username)}${secret}@/${database}?host=${encodeURIComponent(host)}&port=${port}`
}
