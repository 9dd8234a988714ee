import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, type Sql } from '#platform/db.ts'
import { freshDatabase, type TestDatabase } from './database.ts'

/** Read before the account is known; they hold no name and no content, only hashes and whose they are. */
const beforeTheAccount = ['access.credential', 'access.sign_in']
/** What happened stays as it was written. */
const appendOnly = ['stock.move', 'stock.move_serial', 'access.audit', 'allocation.decision', 'batches.batch_date']

let database: TestDatabase
let sql: Sql
beforeAll(async () => {
  database = await freshDatabase()
  sql = connect(database.owner, { max: 1 })
  await sql.unsafe(`
    create temp view ours as select c.oid, format('%I.%I', n.nspname, c.relname) as name, c.relowner, c.relrowsecurity, c.relforcerowsecurity
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname not like 'pg\\_%'
      and n.nspname not in ('information_schema', 'graphile_worker', 'firstout')`)
})
afterAll(async () => {
  await sql.end()
  await database.drop()
})

async function namesFrom(condition: string): Promise<string[]> {
  const rows = await sql.unsafe(condition)
  return rows.map((row) => Object.values(row).join(' ')).toSorted()
}

test('every table has the account first, and lives in a schema of its own', async () => {
  expect((await namesFrom('select name from ours')).length).toBeGreaterThan(20)
  expect(
    await namesFrom(`select name from ours o where not exists (
      select from pg_attribute a where a.attrelid = o.oid and a.attname = 'account_id' and a.attnotnull)`),
  ).toEqual([])
})

test('the account leads every primary key, unique key and index', async () => {
  const offenders = await namesFrom(`
    select o.name, i.indexrelid::regclass from pg_index i join ours o on o.oid = i.indrelid
    join pg_attribute a on a.attrelid = o.oid and a.attname = 'account_id'
    where i.indkey[0] <> a.attnum`)
  expect(offenders).toEqual(['access.credential access.credential_pkey', 'access.sign_in access.sign_in_pkey'])
})

test('the account leads every foreign key, so that none crosses accounts', async () => {
  expect(
    await namesFrom(`
      select k.conname from pg_constraint k join ours o on o.oid = k.conrelid
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      join pg_attribute b on b.attrelid = k.confrelid and b.attnum = k.confkey[1]
      where k.contype = 'f' and (a.attname <> 'account_id' or b.attname <> 'account_id')`),
  ).toEqual([])
})

test('rows are isolated, for the owner of the tables too, but for the two tables read before the account is known', async () => {
  expect(
    await namesFrom(`
      select name from ours o where not (relrowsecurity and relforcerowsecurity and exists (
        select from pg_policy p where p.polrelid = o.oid and p.polcmd = '*'
          and pg_get_expr(p.polqual, p.polrelid) = '(account_id = platform.current_account())'
          and pg_get_expr(p.polwithcheck, p.polrelid) = '(account_id = platform.current_account())'))`),
  ).toEqual(beforeTheAccount)
})

test('nothing stands in the way of a database spread over several machines', async () => {
  expect(
    await namesFrom('select tgname from pg_trigger t join ours o on o.oid = t.tgrelid where not tgisinternal'),
  ).toEqual([])
  expect(
    await namesFrom(
      "select conname from pg_constraint k join ours o on o.oid = k.conrelid where contype = 'x' or condeferrable",
    ),
  ).toEqual([])
  expect(
    await namesFrom(`select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'S' and n.nspname not in ('graphile_worker')`),
  ).toEqual([])
})

test('the application has no right to bypass isolation, to own, to truncate, or to rewrite what happened', async () => {
  const [role] =
    await sql`select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles where rolname = 'firstout_app'`
  expect(Object.values(role ?? {})).toEqual([false, false, false, false])
  expect(await namesFrom("select name from ours where relowner = 'firstout_app'::regrole")).toEqual([])
  const may = (right: string) =>
    namesFrom(`select name from ours where has_table_privilege('firstout_app', oid, '${right}')`)
  expect(await may('truncate')).toEqual([])
  const changeable = new Set([...(await may('update')), ...(await may('delete'))])
  expect(appendOnly.filter((name) => changeable.has(name))).toEqual([])
})

test('without an account, the application sees no row and writes none', async () => {
  const app = connect(database.app, { max: 1, ...(database.role ? { role: database.role } : {}) })
  try {
    expect(await app`select * from access.account`).toEqual([])
    await expect(
      app`insert into access.account (account_id, name, created_at) values (gen_random_uuid(), 'x', now())`,
    ).rejects.toThrow('row-level security')
  } finally {
    await app.end()
  }
})
