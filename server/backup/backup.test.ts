/**
 * A backup restored is what was backed up: every row of every account, while others work or not; and what is not whole is refused.
 */
import { PassThrough, Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openApp } from '../app.ts'
import { type Connection, connect, type Sql } from '../platform/db.ts'
import { openLog } from '../platform/log.ts'
import { migrate } from '../platform/migrate.ts'
import { emptyDatabase, type TestDatabase } from '../test/database.ts'
import { fillAccount } from '../test/full-account.ts'
import { alerted } from '../test/full-alerts.ts'
import { notified } from '../test/full-notices.ts'
import { sealed } from '../test/full-seal.ts'
import { order, product, receive } from '../test/stories.ts'
import { tampered } from '../test/tampered-backup.ts'
import { type Caller, openWorld, type World } from '../test/world.ts'
import { restoreBackup } from './restore-backup.ts'
import { accountTables } from './tables.ts'
import { walkAll } from './walk-all.ts'
import { writeBackup } from './write-backup.ts'

const migrations = new URL('../migrations/', import.meta.url)
const at = '2025-11-24T00:00:00.000Z'

let world: World
let other: Caller
const made: TestDatabase[] = []
beforeAll(async () => {
  world = await openWorld({ works: false })
  await fillAccount(world, 'MARK')
  other = await world.otherAccount()
  await fillAccount(other, 'OTHER')
  await alerted(world, world, 'MARK')
  await notified(world, world, 'MARK')
  await alerted(world, other, 'OTHER')
  await notified(world, other, 'OTHER')
  await sealed(world, world)
  await sealed(world, other)
})
afterAll(async () => {
  await world.close()
  for (const database of made) await database.drop()
})

async function taken(from: Connection = world.database.owner, accountId: string | null = null): Promise<Buffer> {
  const sink = new PassThrough()
  const text = buffer(sink)
  await writeBackup(from, sink, { at, accountId })
  sink.end()
  return text
}

async function empty(): Promise<TestDatabase> {
  const database = await emptyDatabase()
  made.push(database)
  return database
}

const restored = (text: Buffer, { owner, app, role }: TestDatabase) =>
  restoreBackup(Readable.from([text]), { owner, app, migrations, ...(role ? { role } : {}) })

async function within<T>(target: Connection, work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = connect(target, { max: 1 })
  try {
    return await work(sql)
  } finally {
    await sql.end()
  }
}

/** By table: how many rows, and a checksum of all of them. */
const contents = (target: Connection, accountId?: string) =>
  within(target, async (sql) => {
    const found: Record<string, unknown> = {}
    for (const { name, columns } of await accountTables(sql)) {
      const mine = accountId ? `where account_id = '${accountId}'` : ''
      const [row] = await sql.unsafe(
        `select count(*) as rows, md5(string_agg(t::text, '' order by t::text)) as sum from (select ${columns.join(', ')} from ${name} ${mine}) t`,
      )
      found[name] = row
    }
    return found
  })

test('every table of every account comes back row by row, and the verifier finds 0 differences', async () => {
  const before = await contents(world.database.owner)
  const isEmpty = (name: string) => (before[name] as { rows: number }).rows === 0
  expect(Object.keys(before).filter(isEmpty)).toEqual([])
  const database = await empty()
  expect(await restored(await taken(), database)).toMatchObject({ accounts: 2, takenAt: at, differences: [] })
  expect(await contents(database.owner)).toEqual(before)
})

test('one account alone: its balances and its trace are the same, and its people and keys get in', async () => {
  const database = await empty()
  await restored(await taken(undefined, world.accountId), database)
  expect(await contents(database.owner)).toEqual(await contents(world.database.owner, world.accountId))
  const app = await openApp({
    target: database.app,
    ...(database.role ? { role: database.role } : {}),
    clock: world.clock,
    log: openLog('silent'),
    connectionsMax: 2,
    preparedStatements: true,
    works: false,
    webRoot: null,
  })
  try {
    const { items: batches } = await world.get('/v1/batches')
    for (const url of [
      '/v1/stock',
      '/v1/orders',
      ...batches.map(({ id }: { id: string }) => `/v1/batches/${id}/trace`),
    ]) {
      const answer = await app.http.inject({ url, headers: { authorization: `Bearer ${world.key}` } })
      expect([url, answer.json()]).toEqual([url, await world.get(url)])
    }
    const strange = await app.http.inject({ url: '/v1/stock', headers: { authorization: `Bearer ${other.key}` } })
    expect(strange.statusCode).toBe(401)
  } finally {
    await app.close()
  }
})

test('the seal comes along, of all accounts or one, and nothing is found on it', async () => {
  const [all, one] = [await empty(), await empty()]
  await restored(await taken(), all)
  await restored(await taken(undefined, world.accountId), one)
  for (const [database, accounts] of [
    [all, 2],
    [one, 1],
  ] as const) {
    const chains: { facts: number; found: number; waiting: number }[] = []
    expect(await walkAll(database.owner, null, ({ chain }) => void chains.push(chain))).toBe(accounts)
    for (const { facts, found, waiting } of chains) expect([facts > 100, found, waiting]).toEqual([true, 0, 0])
  }
})

test('what was changed in a backup, checksum and all, is named with its row when it is restored', async () => {
  const [{ id = '' } = {}] = await world.owner`
    select id from access.audit where account_id = ${world.accountId} and action = 'batch.add' order by id limit 1`
  const change = { table: 'access.audit', from: 'batch.add', to: 'batch.add2' }
  const { differences, chains } = await restored(
    tampered(await taken(undefined, world.accountId), change),
    await empty(),
  )
  expect([differences, chains.map(({ accountId, chain }) => [accountId, chain.found])]).toEqual([
    [],
    [[world.accountId, 1]],
  ])
  expect(chains[0]?.chain.findings).toMatchObject([{ kind: 'changed', table: 'access.audit', row: id }])
})

test('it is of one moment, whatever is written meanwhile', async () => {
  await product(other, { sku: 'BUSY' })
  await receive(other, [{ product: 'BUSY', batch: 'BUSY-1', quantity: 1000, expiresOn: '2026-12-01' } as never])
  const placing = Array.from({ length: 40 }, () => order(other, 1, { line: { product: 'BUSY' } }))
  const text = await taken()
  await Promise.all(placing)
  const { differences } = await restored(text, await empty())
  expect(differences).toEqual([])
})

test('jobs that wait are waiting again, and none of an account that is not there', async () => {
  const waiting = (target: Connection) =>
    within(
      target,
      (sql) =>
        sql`select task_identifier, key, queue_name, run_at from graphile_worker.jobs order by id` as Promise<object[]>,
    )
  const before = await waiting(world.database.owner)
  expect(before.length).toBeGreaterThan(0)
  const database = await empty()
  await restored(await taken(undefined, world.accountId), database)
  const mine = before.filter((job) => JSON.stringify(job).includes(world.accountId))
  expect(await waiting(database.owner)).toEqual(mine)
})

test('what an older version backed up is brought to the newest schema', async () => {
  const [old, database] = [await empty(), await empty()]
  await migrate(old.owner, migrations, new Set(['0001_platform_and_access.sql', '0002_catalog_and_places.sql']))
  await within(old.owner, async (sql) => {
    await sql`insert into access.account (account_id, name, currency, created_at) values (${world.accountId}, 'Old', 'EUR', now())`
    const [person] = await sql`select * from access.person limit 0`
    expect(person).toBeUndefined()
    await sql`insert into access.person (account_id, id, email, name, role, created_at)
      values (${world.accountId}, ${world.accountId}, 'old@example.com', 'Old', 'owner', now())`
    await sql`insert into access.sign_in (email, account_id, person_id, name, role, password_hash)
      values ('old@example.com', ${world.accountId}, ${world.accountId}, 'Old', 'owner', 'none')`
  })
  expect(await restored(await taken(old.owner), database)).toMatchObject({ accounts: 1, differences: [] })
  const landed = (target: Connection) => within(target, (sql) => sql`select name from firstout.migration order by name`)
  expect(await landed(database.owner)).toEqual(await landed(world.database.owner))
})

test('an owner who is no superuser, and from whom rows are hidden too, keeps and restores all of it', async () => {
  const [first, second] = [await empty(), await empty()]
  const plain = await Promise.all([first, second].map((database) => ownedByPlainUser(database)))
  const [from, to] = plain as [TestDatabase, TestDatabase]
  await restored(await taken(), from)
  await restored(await taken(from.owner), to)
  expect(await contents(second.owner)).toEqual(await contents(world.database.owner))
  const hidden = await within(
    second.owner,
    (sql) =>
      sql`select count(*) as open from pg_class where relrowsecurity and not relforcerowsecurity and relnamespace::regnamespace::text <> 'graphile_worker'`,
  )
  expect(hidden).toEqual([{ open: 0 }])
})

async function ownedByPlainUser(database: TestDatabase): Promise<TestDatabase> {
  const name = `plain_${Math.random().toString(36).slice(2)}`
  await within(database.owner, async (sql) => {
    await sql.unsafe(`create role ${name} login password 'plain' createrole in role firstout_app`)
    await sql.unsafe(`grant firstout_app to ${name} with admin option`)
    const [here] = await sql<{ name: string }[]>`select current_database() as name`
    await sql.unsafe(`alter database ${here?.name} owner to ${name}`)
  })
  const as = (target: Connection): Connection => {
    if (!('url' in target)) return { ...target, username: name, password: 'plain' }
    const url = new URL(target.url)
    url.username = name
    url.password = 'plain'
    return { url: url.href }
  }
  const owner = as(database.owner)
  return { ...database, owner, app: owner, role: 'firstout_app' }
}

test.each<[string, (text: Buffer) => Buffer, string]>([
  ['cut off', (text) => text.subarray(0, text.length - 200), 'cut off, or changed'],
  ['cut off in its middle', (text) => text.subarray(0, text.length / 2), 'cut off, or changed'],
  [
    'changed in one place',
    (text) => Buffer.from(text.toString().replace('MARK-cream', 'MARK-creme')),
    'cut off, or changed',
  ],
  ['something else', () => Buffer.from('PK\u0003\u0004'), 'not a backup of Firstout'],
  [
    'of a newer version',
    (text) => Buffer.from(text.toString().replace('0002_catalog', '9002_catalog')),
    'newer than this one',
  ],
])('a backup that is %s is refused, and nothing of it is there', async (_, change, words) => {
  const database = await empty()
  await expect(restored(change(await taken()), database)).rejects.toThrow(words)
  const left = await within(database.owner, async (sql) => {
    const [there] = await sql<{ made: boolean }[]>`select to_regclass('access.sign_in') is not null as made`
    return there?.made ? sql`select from access.sign_in` : []
  })
  expect(left).toEqual([])
  expect(await restored(await taken(), database)).toMatchObject({ accounts: 2 })
})

test('a database that is in use is not overwritten', async () => {
  await expect(restored(await taken(), world.database)).rejects.toThrow('already holds an account')
})

test('where the connection is cut in its middle, there is no backup', async () => {
  const sink = new PassThrough()
  const failing = writeBackup(world.database.owner, sink, { at, accountId: null })
  sink.once('data', () => {
    void within(
      world.database.owner,
      (sql) => sql`
      select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
        and query ilike 'copy%'`,
    )
  })
  await expect(failing).rejects.toThrow(/terminat|closed/i)
})
