/**
 * Accounts are kept apart by the database itself (scenario 71): by what the catalogue says, and by what the
 * application's role can do with SQL.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect, type Sql } from '../platform/db.ts'
import { accountTables, fillAccount, rowsOf } from './full-account.ts'
import { alerted } from './full-alerts.ts'
import { notified } from './full-notices.ts'
import { sealed } from './full-seal.ts'
import { type Caller, openWorld, type World } from './world.ts'

/** Read before the account is known: e-mail, name, role and label of who may get in, and the hashes to know them by. */
const before = ['access.credential', 'access.sign_in']

let world: World
let other: Caller
let app: Sql
let isolated: string[]
beforeAll(async () => {
  world = await openWorld()
  other = await world.otherAccount()
  await fillAccount(world, 'MINE')
  await fillAccount(other, 'YOURS')
  await alerted(world, world, 'MINE')
  await notified(world, world, 'MINE')
  await alerted(world, other, 'YOURS')
  await notified(world, other, 'YOURS')
  await sealed(world, world)
  await sealed(world, other)
  await openOffers()
  app = connect(world.database.app, { max: 1, ...(world.database.role ? { role: world.database.role } : {}) })
  isolated = (await accountTables(world.owner)).filter((name) => !before.includes(name))
})
afterAll(async () => {
  await app?.end()
  await world?.close()
})

/** An offer is open only for as long as background work takes: the one kind of row that no request leaves behind. */
const openOffers = () => world.owner`
  insert into stock.offer (account_id, product_id, cause, stepped_at)
  select distinct on (account_id) account_id, id, 'lift', created_at from catalog.product order by account_id, id`

/** As the application, in a transaction of this account that leaves nothing behind. */
async function asAccount<T>(accountId: string | null, work: (sql: Sql) => Promise<T>): Promise<T> {
  let found: { value: T } | undefined
  const undone = new Error('undone')
  await app
    .begin(async (sql) => {
      if (accountId !== null) await sql`select set_config('app.account', ${accountId}, true)`
      found = { value: await work(sql as unknown as Sql) }
      throw undone
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error
    })
  if (!found) throw new Error('the work did not end')
  return found.value
}

describe('the catalogue', () => {
  test('knows the account tables, and a full account has rows in every one of them', async () => {
    expect(isolated.length).toBeGreaterThan(25)
    const rows = await rowsOf(world.owner, other.accountId)
    expect(isolated.filter((name) => rows[name]?.length === 0)).toEqual([])
  })

  test('every table of the modules belongs to an account, but for the wrong passwords of whomever', async () => {
    const loose = await world.owner<{ name: string }[]>`
      select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker', 'firstout')
        and n.nspname not like 'pg_%' and format('%I.%I', n.nspname, c.relname) <> 'access.attempt'
        and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'account_id')`
    expect(loose.map(({ name }) => name)).toEqual([])
  })

  test('every one of them forces row-level security, by the one policy', async () => {
    const rows = await world.owner<{ name: string; forced: boolean; policies: string[] }[]>`
      select format('%I.%I', n.nspname, c.relname) as name, c.relrowsecurity and c.relforcerowsecurity as forced,
        array(select p.polname || ' ' || p.polcmd::text || ' ' || p.polpermissive::text || ' ' || p.polroles::text || ' '
          || coalesce(pg_get_expr(p.polqual, c.oid), '') || ' ' || coalesce(pg_get_expr(p.polwithcheck, c.oid), '')
          from pg_policy p where p.polrelid = c.oid) as policies
      from pg_class c join pg_namespace n on n.oid = c.relnamespace where format('%I.%I', n.nspname, c.relname) = any(${isolated})`
    const own = '(account_id = platform.current_account())'
    for (const row of rows)
      expect(row).toEqual({ name: row.name, forced: true, policies: [`account_only * true {0} ${own} ${own}`] })
    expect(rows).toHaveLength(isolated.length)
  })

  test('the planner keeps no statistics of accounts: one that is new would be believed to be empty', async () => {
    const rows = await world.owner<{ name: string }[]>`
      select a.attrelid::regclass::text as name from pg_attribute a
      where a.attname = 'account_id' and a.attrelid::regclass::text = any(${isolated}) and coalesce(a.attstattarget, -1) <> 0`
    expect(rows.map(({ name }) => name)).toEqual([])
  })

  test('the account comes first in every key, unique rule, foreign key and index', async () => {
    const indexes = await world.owner<{ name: string }[]>`
      select i.indexrelid::regclass::text as name from pg_index i
      join pg_attribute a on a.attrelid = i.indrelid and a.attname = 'account_id'
      where i.indrelid::regclass::text = any(${isolated}) and i.indkey[0] <> a.attnum`
    expect(indexes.map(({ name }) => name)).toEqual([])
    const references = await world.owner<{ name: string }[]>`
      select conrelid::regclass::text || ' ' || conname as name from pg_constraint k
      join pg_attribute a on a.attrelid = k.conrelid and a.attname = 'account_id'
      join pg_attribute f on f.attrelid = k.confrelid and f.attname = 'account_id'
      where k.contype = 'f' and (k.conkey[1] <> a.attnum or k.confkey[1] <> f.attnum)`
    expect(references.map(({ name }) => name)).toEqual([])
    const keyless = await world.owner<{ name: string }[]>`
      select t as name from unnest(${isolated}::text[]) as t
      where not exists (select from pg_constraint k where k.conrelid = t::regclass and k.contype = 'p')`
    expect(keyless.map(({ name }) => name)).toEqual([])
  })

  test('no view, function or role lends the application more than it has', async () => {
    const [role] = await world.owner`select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication
      from pg_roles where rolname = 'firstout_app'`
    expect(Object.values(role ?? {})).toEqual([false, false, false, false, false])
    const memberships = await world.owner`
      select from pg_auth_members m join pg_roles r on r.oid = m.member where r.rolname = 'firstout_app'`
    expect(memberships).toHaveLength(0)
    const owned = await world.owner`
      select c.relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = 'firstout_app'`
    expect(owned).toHaveLength(0)
    const definers = await world.owner<{ name: string }[]>`
      select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker')`
    expect(definers.map(({ name }) => name)).toEqual([])
    const views = await world.owner`
      select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('v', 'm')
        and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker')
        and not coalesce('security_invoker=true' = any(c.reloptions), false)`
    expect(views).toHaveLength(0)
  })
})

/** The names of its columns but for those that the database reckons itself. */
async function writable(table: string): Promise<string> {
  const [row] = await world.owner<{ names: string }[]>`
    select string_agg(quote_ident(attname), ', ') as names from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = ''`
  return row?.names ?? ''
}

describe('scenario 71: the role of the application', () => {
  test('sees the rows of its account and none of another, in every table', async () => {
    for (const table of isolated) {
      const seen = await asAccount(world.accountId, (sql) => sql.unsafe(`select account_id from ${table}`))
      expect([table, ...new Set(seen.map(({ accountId }) => accountId))]).toEqual([table, world.accountId])
    }
  })

  test('sees nothing where no account, an empty one or a made-up one is set', async () => {
    for (const account of [null, '', '019aafd0-0000-7000-8000-000000000000'])
      for (const table of isolated)
        expect([table, await asAccount(account, (sql) => sql.unsafe(`select from ${table}`))]).toEqual([table, []])
  })

  test('cannot write a row for another account, in any table it may write', async () => {
    const rows = await rowsOf(world.owner, other.accountId)
    for (const table of isolated) {
      const row = JSON.stringify(rows[table]?.[0])
      const columns = await writable(table)
      const attempt = asAccount(world.accountId, (sql) =>
        sql.unsafe(
          `insert into ${table} (${columns}) select ${columns} from jsonb_populate_record(null::${table}, $1::text::jsonb)`,
          [row],
        ),
      )
      await expect(attempt, table).rejects.toThrow(/row-level security|permission denied/)
    }
  })

  test('changes and deletes nothing of another account', async () => {
    const was = await rowsOf(world.owner, other.accountId)
    for (const table of isolated)
      for (const statement of [`update ${table} set account_id = account_id`, `delete from ${table}`]) {
        const text = `${statement} where account_id = '${other.accountId}'`
        const touched = await asAccount(world.accountId, async (sql) => (await sql.unsafe(text)).count).catch(refused)
        expect([text, touched]).toEqual([text, 0])
      }
    expect(await rowsOf(world.owner, other.accountId)).toEqual(was)
  })

  test('cannot give a row of its own to another account', async () => {
    for (const table of isolated) {
      const text = `update ${table} set account_id = '${other.accountId}'`
      const attempt = asAccount(world.accountId, (sql) => sql.unsafe(text))
      await expect(attempt, table).rejects.toThrow(/row-level security|permission denied/)
    }
  })

  test('cannot change or remove what was recorded for good: moves, audit, decisions, receipts, shipments, dates', async () => {
    const kept =
      'stock.move stock.move_serial access.audit allocation.decision receiving.receipt receiving.receipt_line'
        .concat(' fulfilment.shipment fulfilment.shipment_line batches.batch_date orders.order_line')
        .split(' ')
    for (const table of kept)
      for (const statement of [
        `update ${table} set account_id = account_id`,
        `delete from ${table}`,
        `truncate ${table}`,
      ])
        await expect(
          asAccount(world.accountId, (sql) => sql.unsafe(statement)),
          statement,
        ).rejects.toThrow(/permission denied/)
  })

  test.each([
    'alter table stock.move disable row level security',
    'alter table stock.move no force row level security',
    'drop policy account_only on stock.move',
    'create policy mine on stock.move using (true)',
    'alter role firstout_app bypassrls',
    'grant update on stock.move to firstout_app; update stock.move set quantity = 1',
    "create function public.peek() returns int language sql as 'select 1'",
    'create table stock.copy (id int)',
    'create trigger t before insert on stock.move for each row execute function suppress_redundant_updates_trigger()',
    'set session_replication_role = replica',
    "copy (select 1) to program 'true'",
    'select pg_read_file($$/etc/hosts$$)',
  ])('may not: %s', async (statement) => {
    await expect(asAccount(world.accountId, (sql) => sql.unsafe(statement))).rejects.toThrow(
      /permission denied|must be owner|must be superuser|only .* may|pg_execute_server_program/i,
    )
  })

  test('turning row security off makes queries fail, not see', async () => {
    const attempt = asAccount(world.accountId, async (sql) => {
      await sql`set local row_security = off`
      return sql`select from stock.move`
    })
    await expect(attempt).rejects.toThrow(/row-level security/)
  })
})

const refused = (error: unknown): number => {
  if (error instanceof Error && /permission denied/.test(error.message)) return 0
  throw error
}
