import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../test/database.ts'
import { connect, type Sql } from './db.ts'

/** What tools/driver-patch.mjs mends: each of these failed, or ended the process, with the driver as it comes. */
let database: TestDatabase
let sql: Sql
let killer: Sql
beforeAll(async () => {
  database = await freshDatabase()
  sql = connect(database.owner, { max: 1 })
  killer = connect(database.owner, { max: 1 })
  await sql`create table public.written (by text)`
})
afterAll(async () => {
  await sql.end({ timeout: 1 })
  await killer.end({ timeout: 1 })
  await database.drop()
})

const cut = () =>
  killer`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`

test('a transaction whose connection died writes nothing into the one that got the connection after it', async () => {
  let late: Promise<unknown> = Promise.resolve()
  const dead = sql.begin(async (tx) => {
    await tx`select 1`
    await cut()
    late = wait(300).then(() => tx`insert into public.written values ('the dead')`)
    late.catch(() => {})
    await late
  })
  await expect(dead).rejects.toThrow(/CONNECTION_CLOSED|terminating/)
  await sql.begin(async (tx) => {
    await tx`insert into public.written values ('the living')`
    await expect(late).rejects.toThrow(/CONNECTION_CLOSED|terminating/)
    await wait(50)
  })
  expect(await sql`select by from public.written`).toEqual([{ by: 'the living' }])
})

test('cut off again and again with many questions under way, each is answered rightly or refused, and none is left waiting', async () => {
  const wrong: unknown[] = []
  const pool = connect(database.owner, { max: 4 })
  try {
    for (let round = 0; round < 15; round++) {
      const asked = Array.from({ length: 40 }, async (_, n) => {
        const [row] = await pool.begin(async (tx) => {
          await tx`select 1`
          return tx<{ n: number }[]>`select ${n}::int as n`
        })
        if (row?.n !== n) wrong.push([n, row])
      })
      const settled = Promise.allSettled(asked)
      await cut()
      await settled
    }
    expect(wrong).toEqual([])
    const after = await Promise.all(Array.from({ length: 40 }, (_, n) => pool`select ${n}::int as n`))
    expect(after.map(([row]) => row?.n)).toEqual(Array.from({ length: 40 }, (_, n) => n))
  } finally {
    await pool.end({ timeout: 1 })
  }
})
