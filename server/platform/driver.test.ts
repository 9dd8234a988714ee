import { once } from 'node:events'
import { type AddressInfo, createServer, connect as dial } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../test/database.ts'
import { type Connection, connect, type Sql, type Target } from './db.ts'

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

function targetOf(connection: Connection): Target {
  if (!('url' in connection)) return connection
  const { hostname, port, username, password, pathname } = new URL(connection.url)
  const named = { username: decodeURIComponent(username), password: decodeURIComponent(password) }
  return { host: hostname, port: Number(port || 5432), database: pathname.slice(1), ...named }
}

/** Passes everything on, but cuts each of the first connections when it asks for the types, as a new one does by itself. */
async function cuttingProxy({ host, port }: Target, cuts: number) {
  let left = cuts
  const proxy = createServer((client) => {
    const server = host.startsWith('/') ? dial(`${host}/.s.PGSQL.${port}`) : dial(port, host)
    client.on('data', (bytes) => {
      if (left > 0 && bytes.includes('pg_catalog.pg_type')) {
        left -= 1
        client.resetAndDestroy()
        server.destroy()
      } else server.write(bytes)
    })
    server.on('data', (bytes) => client.write(bytes))
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const)
      one.on('error', () => {}).on('close', () => other.destroy())
  })
  await once(proxy.listen(0, '127.0.0.1'), 'listening')
  return { port: (proxy.address() as AddressInfo).port, left: () => left, close: () => proxy.close() }
}

test('a new connection that dies while it asks for the types ends no process, and the next one serves', async () => {
  const nobodys: unknown[] = []
  const note = (reason: unknown) => nobodys.push(reason)
  process.on('unhandledRejection', note)
  const target = targetOf(database.owner)
  const proxy = await cuttingProxy(target, 3)
  const pool = connect({ ...target, host: '127.0.0.1', port: proxy.port }, { max: 1 })
  try {
    const first = await Promise.allSettled([pool`select 1 as n`, pool.begin((tx) => tx`select 1 as n`)])
    for (const one of first)
      if (one.status === 'rejected') expect(String(one.reason)).toMatch(/CONNECTION|ECONNRESET|EPIPE/)
    while (proxy.left() > 0) await pool`select 1`.catch(() => {})
    expect(await pool`select 1 as n`).toEqual([{ n: 1 }])
    await wait(50)
    expect(nobodys).toEqual([])
  } finally {
    process.off('unhandledRejection', note)
    await pool.end({ timeout: 1 })
    proxy.close()
  }
})

test('after rows were copied out more slowly than they came, the connection answers on', async () => {
  const rows = await sql.unsafe("copy (select repeat('x', 60000) from generate_series(1, 3)) to stdout").readable()
  let bytes = 0
  for await (const chunk of rows) {
    bytes += chunk.length
    await wait(20)
  }
  expect(bytes).toBe(3 * 60_001)
  expect(await sql`select 1 as answered`).toEqual([{ answered: 1 }])
})
