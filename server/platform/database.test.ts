/**
 * What rests on the database itself: migrations, transactions, jobs that roll back with what caused them.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../test/database.ts'
import { type Act, connect, type Database, openDatabase, type Sql, type Tx } from './db.ts'
import { newId } from './id.ts'
import { enqueue } from './jobs.ts'
import { migrate } from './migrate.ts'
import { nextNumbers } from './numbers.ts'
import { Refusal } from './refusal.ts'

let folder: string
let fresh: TestDatabase
let owner: Sql
let database: Database
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'firstout-migrations-'))
  fresh = await freshDatabase()
  owner = connect(fresh.owner, { max: 2 })
  database = openDatabase(fresh.app, { max: 10, ...(fresh.role ? { role: fresh.role } : {}) })
})
afterAll(async () => {
  await database?.close()
  await owner?.end({ timeout: 5 })
  await fresh?.drop()
  await rm(folder, { recursive: true, force: true })
})

const file = (name: string, text: string) => writeFile(join(folder, name), text)
const land = () => migrate(fresh.owner, pathToFileURL(`${folder}/`))
const actOf = (accountId: string): Act => ({
  accountId,
  actorId: null,
  actorName: 'Test',
  role: 'owner',
  source: 'test',
  requestId: null,
  at: '2025-11-23T15:00:00.000Z',
})
const act = actOf(newId())
const jobs = async () => (await owner`select from graphile_worker.jobs`).length

test('a migration lands once: the second time is nothing', async () => {
  await file('9001_first.sql', 'create table public.landed (id int); insert into public.landed values (1)')
  await land()
  await land()
  expect(await owner`select id from public.landed`).toEqual([{ id: 1 }])
})

test('several that start at the same moment land it once', async () => {
  await file('9002_second.sql', 'insert into public.landed values (2)')
  await Promise.all([land(), land(), land()])
  expect(await owner`select id from public.landed where id = 2`).toHaveLength(1)
})

test('a migration that fails leaves nothing of itself, and says why', async () => {
  await file('9003_broken.sql', 'insert into public.landed values (3); select 1 / 0')
  await expect(land()).rejects.toThrow('division by zero')
  expect(await owner`select id from public.landed where id = 3`).toEqual([])
  await file('9003_broken.sql', 'insert into public.landed values (3)')
  await land()
  expect(await owner`select id from public.landed where id = 3`).toHaveLength(1)
})

test('a landed file that was edited is refused by name', async () => {
  await file('9001_first.sql', 'create table public.landed (id bigint)')
  await expect(land()).rejects.toThrow('9001_first.sql has changed since it was applied')
})

test('a file that is no migration is left alone', async () => {
  await file('9001_first.sql', 'create table public.landed (id int); insert into public.landed values (1)')
  await file('notes.sql', 'drop table public.landed')
  await file('4_short.sql', 'drop table public.landed')
  await land()
  expect(await owner`select id from public.landed`).toHaveLength(3)
})

test('what is thrown in a transaction rolls all of it back, the job it enqueued as well', async () => {
  const before = await jobs()
  const attempt = database.write(act, async (tx) => {
    await nextNumbers(tx, 'SO', 3)
    await enqueue(tx, 'hold-placed', { productIds: [] })
    throw new Refusal('last_owner', {})
  })
  await expect(attempt).rejects.toThrow('last_owner')
  expect(await jobs()).toBe(before)
  expect(await database.write(act, (tx) => nextNumbers(tx, 'SO', 1))).toEqual(['SO-1'])
})

test('what commits keeps its job, with the account it was made for', async () => {
  const before = await jobs()
  await database.write(act, (tx) => enqueue(tx, 'hold-placed', { productIds: ['p'] }))
  expect(await jobs()).toBe(before + 1)
  const [{ payload } = { payload: null }] =
    await owner`select payload from graphile_worker._private_jobs order by id desc limit 1`
  expect(payload).toEqual({ accountId: act.accountId, productIds: ['p'] })
})

test('a job of the same name that has not begun stands for both; that of another account does not', async () => {
  const before = await jobs()
  const ask = (tx: Tx) => enqueue(tx, 'hold-lifted', { productIds: [] }, 'once')
  for (const one of [act, act, actOf(newId())]) await database.write(one, ask)
  expect(await jobs()).toBe(before + 2)
})

test('numbers have no gap and no twin, however many ask at once', async () => {
  const own = actOf(newId())
  const asked = Array.from({ length: 30 }, (_, at) => database.write(own, (tx) => nextNumbers(tx, 'HD', (at % 3) + 1)))
  const all = (await Promise.all(asked)).flat()
  expect(new Set(all)).toEqual(new Set(Array.from({ length: 60 }, (_, at) => `HD-${at + 1}`)))
  expect(all).toHaveLength(60)
})

test('a read cannot write, and sees one moment throughout', async () => {
  const own = actOf(newId())
  await expect(database.read(own, (db) => nextNumbers(db as Tx, 'X', 1))).rejects.toThrow(/read-only/)
  const [first, second] = await database.read(own, async (db) => {
    const count = () => db<{ count: number }[]>`select count(*)::int as count from platform.counter`
    const [before] = await count()
    await database.write(own, (tx) => nextNumbers(tx, 'X', 1))
    const [after] = await count()
    return [before, after]
  })
  expect(second).toEqual(first)
})

test('a deadlock is tried again, and both succeed', async () => {
  const own = actOf(newId())
  await database.write(own, (tx) => nextNumbers(tx, 'A', 1))
  await database.write(own, (tx) => nextNumbers(tx, 'B', 1))
  let arrived = 0
  let meet: () => void = () => {}
  const both = new Promise<void>((resolve) => {
    meet = resolve
  })
  const crossing = (names: [string, string]) => {
    let tries = 0
    return database.write(own, async (tx) => {
      tries += 1
      await nextNumbers(tx, names[0], 1)
      arrived += 1
      if (arrived === 2) meet()
      if (tries === 1) await both
      await nextNumbers(tx, names[1], 1)
      return tries
    })
  }
  const tries = await Promise.all([crossing(['A', 'B']), crossing(['B', 'A'])])
  expect(tries.sort()).toEqual([1, 2])
  expect(await database.write(own, (tx) => nextNumbers(tx, 'A', 1))).toEqual(['A-4'])
})

test('a primary key that others refer to is the newest of the indexes that begin like it: else checks read all of an account', async () => {
  const older = await owner`
    select i.indexrelid::regclass::text as newer
    from pg_index p join pg_index i on i.indrelid = p.indrelid and i.indexrelid > p.indexrelid and i.indkey[0] = p.indkey[0] and i.indpred is null
    join pg_class c on c.oid = p.indrelid join pg_attribute a on a.attrelid = c.oid and a.attnum = p.indkey[0] and a.attname = 'account_id'
    where p.indisprimary and exists (select from pg_constraint r where r.contype = 'f' and r.conindid = p.indexrelid)`
  expect(older.map(({ newer }) => newer)).toEqual([])
})
