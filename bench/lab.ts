/**
 * bench/lab.ts — an embedded PostgreSQL as users get it (durable), an account on it, and the server in a process of its own.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Pool } from 'undici'
import { createKey } from '../server/modules/access/index.ts'
import { openAccount } from '../server/modules/places/index.ts'
import { type Act, connect, openDatabase, type Sql, type Target } from '../server/platform/db.ts'
import { startEmbedded } from '../server/platform/embedded/index.ts'
import { newId } from '../server/platform/id.ts'
import { migrate } from '../server/platform/migrate.ts'

export type Account = Readonly<{ accountId: string; key: string; warehouseId: string; placeId: string }>
export type Lab = Readonly<{
  owner: Sql
  /** As the owner, for floors that open connections of their own. */
  target: Target
  address: string
  account(name: string): Promise<Account>
  residentBytes(): Promise<number>
  close(): Promise<void>
}>

const migrations = new URL('../server/migrations/', import.meta.url)

export async function openLab(): Promise<Lab> {
  const dataDir = await mkdtemp(join(tmpdir(), 'firstout-bench-'))
  await chmod(dataDir, 0o755) // as root, PostgreSQL runs as another user, who must get in
  const embedded = await startEmbedded({ dataDir, log: () => {} })
  await migrate(embedded.superuser, migrations)
  const owner = connect(embedded.superuser, { max: 4 })
  const server = fork(fileURLToPath(new URL('serve.ts', import.meta.url)), {
    execArgv: ['--max-semi-space-size=32', '--import', 'tsx'], // the size that `npm start` gives it
    env: { ...process.env, BENCH_TARGET: JSON.stringify(embedded.app) },
  })
  const [{ address }] = (await once(server, 'message')) as [{ address: string }]
  return {
    owner,
    target: embedded.superuser,
    address,
    account: (name) => makeAccount(embedded.app, name),
    residentBytes: () => residentBytes(server),
    async close() {
      server.send('stop')
      await once(server, 'exit')
      await owner.end({ timeout: 5 })
      await embedded.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function residentBytes(server: ChildProcess): Promise<number> {
  server.send('memory')
  const [answer] = (await once(server, 'message')) as [{ residentBytes: number }]
  return answer.residentBytes
}

async function makeAccount(target: Target, name: string): Promise<Account> {
  const database = openDatabase(target, { max: 1 })
  const act: Act = {
    accountId: newId(),
    actorId: null,
    actorName: 'bench',
    role: 'owner',
    source: 'bench',
    requestId: null,
    at: new Date().toISOString(),
  }
  const owner = { id: newId(), email: `${act.accountId}@example.com`, name: 'Bench', passwordHash: 'none' }
  const made = await database.write(act, async (tx) => {
    const warehouse = { code: 'W', name: 'W', timeZone: 'UTC' }
    await openAccount(tx, { account: { name, currency: 'USD' }, owner, warehouse })
    const expiresAt = '2099-01-01T00:00:00.000Z'
    const { key } = await createKey(tx, { id: newId(), name: 'bench', role: 'owner', expiresAt })
    const [place] = await tx<{ id: string; warehouseId: string }[]>`
      select id, warehouse_id from places.place where account_id = ${act.accountId} and kind = 'storage'`
    return { key, placeId: place?.id ?? '', warehouseId: place?.warehouseId ?? '' }
  })
  await database.close()
  return { accountId: act.accountId, ...made }
}

export type Caller = Readonly<{
  call(method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown): Promise<unknown>
  close(): Promise<void>
}>

/** Keeps `connections` open, as that many clients would. */
export function openCaller(address: string, { key }: Account, connections: number): Caller {
  const pool = new Pool(address, { connections, pipelining: 1 })
  return {
    async call(method, path, body) {
      const answer = await pool.request({
        method,
        path,
        headers: {
          authorization: `Bearer ${key}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json', 'idempotency-key': newId() }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const text = await answer.body.text()
      if (answer.statusCode >= 300) throw new Error(`${method} ${path} → ${answer.statusCode} ${text}`)
      return JSON.parse(text)
    },
    close: () => pool.close(),
  }
}
