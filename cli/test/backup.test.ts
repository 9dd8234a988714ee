/**
 * `backup`, `restore` and `move-to` as an operator types them: the real programs, on data folders of their own.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '../../server/platform/db.ts'
import { reachEmbedded } from '../../server/platform/embedded/index.ts'
import { builtServer, openOwnServer } from '../../server/test/own-server.ts'
import { tampered } from '../../server/test/tampered-backup.ts'
import { waitFor } from '../../server/test/world.ts'
import { type Ended, firstout } from './firstout.ts'
import { openFolder } from './folder.ts'

const folder = openFolder()
let program: string
let serving: Serving
const data = folder.pathOf
beforeAll(async () => {
  program = await builtServer()
  serving = await serve(data('first'))
  await setUp(serving)
}, 300_000)
afterAll(async () => {
  await serving?.stop()
  await rm(program, { force: true })
  folder.remove()
})

type Serving = Readonly<{ address: string; stop(): Promise<void> }>

async function serve(dataDir: string, databaseUrl = ''): Promise<Serving> {
  const env = { ...process.env, DATABASE_URL: databaseUrl }
  const child = spawn(process.execPath, [program, '--port', '0', '--data', dataDir], { env })
  const address = await ready(child)
  return {
    address,
    async stop() {
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    },
  }
}

function ready(child: ChildProcess): Promise<string> {
  let told = ''
  return new Promise((resolve, reject) => {
    const hear = (text: Buffer) => {
      told += text
      const [, address] = /Firstout is ready: (\S+)/.exec(told) ?? []
      if (address) resolve(address)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', () => reject(new Error(`the server did not start: ${told}`)))
  })
}

const owner = { email: 'owner@example.com', password: 'a long enough password' }

async function setUp({ address }: Serving): Promise<void> {
  const body = {
    account: { name: 'Acme', currency: 'USD' },
    owner: { ...owner, name: 'Owner' },
    warehouse: { code: 'CHI', name: 'Chicago', timeZone: 'America/Chicago' },
  }
  await send(address, '/v1/set-up', body)
}

async function send(address: string, path: string, body: unknown, cookie = ''): Promise<Response> {
  const answer = await fetch(`${address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address, ...(cookie ? { cookie } : {}) },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${path} → ${answer.status} ${await answer.text()}`)
  return answer
}

/** Whoever signs in there finds the account. */
async function accountAt({ address }: Serving): Promise<string> {
  const signedIn = await send(address, '/v1/session', owner)
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  const answer = await fetch(`${address}/v1/warehouses`, { headers: { cookie } })
  return JSON.stringify(await answer.json())
}

const run = (...args: string[]): Promise<Ended> => firstout({ url: '', key: '' }, ...args)

test('what runs is backed up, restored into another folder, and serves there', async () => {
  const file = data('all.backup.gz')
  const kept = await run('backup', file, '--data', data('first'))
  expect(kept).toMatchObject({ code: 0, stdout: expect.stringMatching(/Backup of 1 account, \d+ rows: /) })
  expect(gunzipSync(await readFile(file)).toString()).toContain('COPY access.person')
  const restored = await run('restore', file, '--data', data('second'))
  expect(restored.stdout).toContain('Restored 1 account as of ')
  expect(restored).toMatchObject({ code: 0, stdout: expect.stringContaining('Verifier: 0 differences.') })
  const proof = await run('verify', '--seal', '--here', '--data', data('second'))
  expect(proof.stdout).toMatch(/^Account \S+: \d+ facts in \d+ blocks?, \d+ not sealed yet: as they were sealed\.\n$/)
  expect(proof.code).toBe(0)
  const second = await serve(data('second'))
  expect(await accountAt(second)).toBe(await accountAt(serving))
  await second.stop()
})

test('a file that is there is not overwritten, and a database that is in use neither', async () => {
  const file = data('mine.backup.gz')
  await writeFile(file, 'mine')
  expect(await run('backup', file, '--data', data('first'))).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('is there already'),
  })
  expect(await readFile(file, 'utf8')).toBe('mine')
  const whole = data('whole.backup.gz')
  await run('backup', whole, '--data', data('first'))
  const refused = await run('restore', whole, '--data', data('first'))
  expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('is using') })
  expect(await run('restore', data('none.gz'), '--data', data('third'))).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('There is no file'),
  })
})

test('a file cut off is refused in words, and half a backup never has the name of one', async () => {
  const file = data('cut.backup.gz')
  const whole = data('to-cut.backup.gz')
  await run('backup', whole, '--data', data('first'))
  const bytes = await readFile(whole)
  await writeFile(file, bytes.subarray(0, bytes.length - 50))
  expect(await run('restore', file, '--data', data('fourth'))).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('cut off, or changed'),
  })
  expect((await readdir(dirname(file))).filter((name) => name.endsWith('.part'))).toEqual([])
})

/** As the background work does it each quarter of an hour. */
async function sealedAt(dataDir: string): Promise<void> {
  const target = await reachEmbedded(dataDir)
  if (!target) throw new Error('nothing runs')
  const sql = connect(target, { max: 1 })
  await sql`select graphile_worker.add_job('time-passed', '{}'::json)`
  await waitFor(
    async () => (await sql`select from seal.block where table_name = 'access.audit'`).length > 0,
    'it to be sealed',
  )
  await sql.end()
}

test('restoring proves the seal, and fails with the row where something was changed in the file', async () => {
  await sealedAt(data('first'))
  const [file, changed] = [data('sealed.backup.gz'), data('changed.backup.gz')]
  await run('backup', file, '--data', data('first'))
  const restored = await run('restore', file, '--data', data('sealed'))
  expect(restored.code).toBe(0)
  expect(restored.stdout).toMatch(
    /Seal:\nAccount \S+: \d+ facts in \d+ blocks?, \d+ not sealed yet: as they were sealed\./,
  )
  const forged = { table: 'access.audit', from: 'warehouse.add', to: 'warehouse.off' }
  await writeFile(changed, gzipSync(tampered(gunzipSync(await readFile(file)), forged)))
  const broken = await run('restore', changed, '--data', data('changed'))
  expect(broken).toMatchObject({ code: 1, stdout: expect.stringContaining('Verifier: 0 differences.') })
  expect(broken.stderr).toMatch(/What was restored is not what was sealed: .*Row \S+ of access\.audit/)
})

test('killed in the middle of a backup, there is none; the next one is whole, and the server serves on', async () => {
  const file = data('killed.backup.gz')
  const target = await reachEmbedded(data('first'))
  if (!target) throw new Error('nothing runs')
  const sql = connect(target, { max: 1 })
  await sql.begin(async (tx) => {
    await tx`lock table stock.move in access exclusive mode`
    const child = spawn(process.execPath, [program, 'backup', file, '--data', data('first')])
    const waits = async () =>
      (await tx`select from pg_locks where not granted and relation = 'stock.move'::regclass`).length
    await waitFor(async () => (await waits()) > 0, 'the backup to come to what is locked')
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  })
  await sql.end()
  expect(existsSync(file)).toBe(false)
  expect(await run('backup', file, '--data', data('first'))).toMatchObject({ code: 0 })
  const restored = await run('restore', file, '--data', data('fifth'))
  expect(restored).toMatchObject({ code: 0, stdout: expect.stringContaining('Verifier: 0 differences.') })
  expect(await accountAt(serving)).toContain('CHI')
})

test('the embedded database moves to a server of one’s own once it is stopped', async () => {
  const { url, database } = await openOwnServer('passing')
  const moveTo = () => run('move-to', url, '--data', data('first'))
  expect(await moveTo()).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('is using'),
  })
  const before = await accountAt(serving)
  await serving.stop()
  const moved = await moveTo()
  expect(moved).toMatchObject({ code: 0, stdout: expect.stringContaining('Verifier: 0 differences.') })
  const there = await serve(data('unused'), url)
  expect(await accountAt(there)).toBe(before)
  await there.stop()
  await database.drop()
  serving = await serve(data('first'))
  expect(await accountAt(serving)).toBe(before) // and what moved is as it was
})
