import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { lstat, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connect } from '../db.ts'
import { type Embedded, type EmbeddedOptions, startEmbedded } from './index.ts'
import { isAlive } from './running.ts'

let dataDir: string
let running: Embedded | null
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'firstout-embedded-'))
  running = null
})
afterEach(async () => {
  await running?.stop()
  await rm(dataDir, { recursive: true, force: true })
})

async function start(options: Partial<EmbeddedOptions> = {}): Promise<Embedded> {
  running = await startEmbedded({ dataDir, log: () => {}, durability: 'passing', ...options })
  return running
}

async function ask<T>({ superuser }: Embedded, question: string): Promise<T[]> {
  const sql = connect(superuser, { max: 1 })
  try {
    return (await sql.unsafe(question)) as unknown as T[]
  } finally {
    await sql.end({ timeout: 5 })
  }
}

const keep = 'create table if not exists kept (n int); insert into kept values (1)'
const count = 'select count(*)::int as n from kept'

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition().catch(() => false))) await wait(20)
}

test('a new one sorts alike everywhere, checks its pages and knows the application as a powerless role', async () => {
  const embedded = await start({ durability: 'lasting' })
  const settings = await ask<{ name: string; setting: string }>(
    embedded,
    "select name, setting from pg_settings where name in ('data_checksums', 'fsync', 'listen_addresses', 'server_encoding')",
  )
  expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
    data_checksums: 'on',
    fsync: 'on',
    listen_addresses: '',
    server_encoding: 'UTF8',
  })
  const [role] = await ask(embedded, "select rolsuper, rolbypassrls from pg_roles where rolname = 'firstout_app'")
  expect(role).toEqual({ rolsuper: false, rolbypassrls: false })
  const { mode } = await stat(embedded.superuser.host)
  expect(mode & 0o777).toBe(0o700)
})

test('in a folder that was closed to others, the cluster lies in that folder all the same', async () => {
  expect((await stat(dataDir)).mode & 0o777).toBe(0o700)
  await start()
  expect((await lstat(join(dataDir, 'postgres'))).isDirectory()).toBe(true)
})

test('what was written is there after a stop and a second start', async () => {
  const first = await start()
  await ask(first, keep)
  await first.stop()
  expect(await ask(await start(), count)).toEqual([{ n: 1 }])
})

test('a second server on the same folder is refused with the process that holds it', async () => {
  await start()
  await expect(startEmbedded({ dataDir, log: () => {} })).rejects.toThrow(`process ${process.pid}`)
})

test('a lock left by a run that is gone is no obstacle, even where its process id lives again', async () => {
  await writeFile(join(dataDir, 'lock.json'), JSON.stringify({ pid: process.pid, run: 'of another time' }))
  await start()
  expect(JSON.parse(await readFile(join(dataDir, 'lock.json'), 'utf8'))).toMatchObject({ pid: process.pid })
})

test('killed while the server runs, it comes back and still has what was committed', async () => {
  const lines: string[] = []
  const embedded = await start({ durability: 'lasting', log: (line) => lines.push(line) })
  await ask(embedded, keep)
  const before = embedded.pid()
  process.kill(before, 'SIGKILL')
  await until(async () => embedded.pid() !== before)
  await until(async () => (await ask(embedded, count)).length === 1)
  expect(await ask(embedded, count)).toEqual([{ n: 1 }])
  expect(lines.join()).toContain('signal SIGKILL')
})

test('stopped by force with its server, it is stopped and recovered by the next', async () => {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', fileURLToPath(new URL('start-for-test.ts', import.meta.url)), dataDir],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const [said] = await once(child.stdout, 'data')
  const orphan = Number(String(said))
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(isAlive(orphan)).toBe(true)
  const embedded = await start()
  expect(isAlive(orphan)).toBe(false)
  expect(await ask(embedded, count)).toEqual([{ n: 1 }])
})

test('where there are no sockets, it listens on loopback behind a password', async () => {
  const first = await start({ listens: 'loopback' })
  expect(first.superuser.host).toBe('127.0.0.1')
  await expect(ask({ ...first, superuser: { ...first.superuser, password: 'guess' } }, 'select 1')).rejects.toThrow(
    'password',
  )
  const sql = connect(first.app, { max: 1 })
  expect(await sql`select current_user as who`).toEqual([{ who: 'firstout_app' }])
  await sql.end()
  await first.stop()
  const second = await start({ listens: 'loopback' })
  expect(await ask(second, 'select 1 as n')).toEqual([{ n: 1 }])
})

test('a log that cannot start it says why, and gives the folder free', async () => {
  const first = await start()
  await first.stop()
  await writeFile(join(dataDir, 'postgres', 'postgresql.conf'), 'max_connections = many\n')
  await expect(start()).rejects.toThrow(/did not start[\s\S]*max_connections/)
  await writeFile(join(dataDir, 'postgres', 'postgresql.conf'), '')
  await start()
})
