import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, openApp } from '../app.ts'
import { systemClock } from '../platform/clock.ts'
import { connect } from '../platform/db.ts'
import { type Embedded, startEmbedded } from '../platform/embedded/index.ts'
import { openLog } from '../platform/log.ts'
import { migrate } from '../platform/migrate.ts'

let dataDir: string
let embedded: Embedded
let app: App
let cookie: string

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'firstout-faults-'))
  embedded = await startEmbedded({ dataDir, log: () => {} })
  await migrate(embedded.superuser, new URL('../migrations/', import.meta.url))
  app = await openApp({
    target: embedded.app,
    clock: systemClock,
    log: openLog('silent'),
    connectionsMax: 8,
    preparedStatements: true,
    works: true,
    webRoot: null,
  })
  const answer = await app.http.inject({
    method: 'POST',
    url: '/v1/set-up',
    payload: {
      account: { name: 'First' },
      owner: { email: 'owner@example.com', name: 'Olive', password: 'a long enough password' },
      warehouse: { code: 'CHI', name: 'Chicago', timeZone: 'America/Chicago' },
    },
  })
  cookie = String(answer.headers['set-cookie']).split(';')[0] ?? ''
})
afterAll(async () => {
  await app.close()
  await embedded.stop()
  await rm(dataDir, { recursive: true, force: true })
})

const add = (sku: string) =>
  app.http.inject({ method: 'POST', url: '/v1/products', headers: { cookie }, payload: { sku, name: sku } })

async function skus(): Promise<string[]> {
  const answer = await app.http.inject({ url: '/v1/products?limit=500', headers: { cookie } })
  expect(answer.statusCode).toBe(200)
  return answer.json().items.map(({ sku }: { sku: string }) => sku)
}

test('the database killed and back: requests fail clearly, then work, and nothing acknowledged is lost', async () => {
  const acknowledged: string[] = []
  const refused = new Set<number>()
  let killed = false
  for (let n = 0, worked = 0; worked < 20; n++) {
    const sku = `SKU-${n}`
    const answer = await add(sku)
    if (answer.statusCode === 201) acknowledged.push(sku)
    else {
      refused.add(answer.statusCode)
      expect(answer.headers['content-type']).toContain('application/problem+json')
    }
    if (killed && answer.statusCode === 201) worked++
    if (n === 10) {
      process.kill(embedded.pid(), 'SIGKILL')
      killed = true
    }
  }
  expect([...refused].filter((status) => status !== 503)).toEqual([])
  const kept = new Set(await skus())
  expect(acknowledged.filter((sku) => !kept.has(sku))).toEqual([])
})

test('after the database came back, the server is ready and hears of changes again', async () => {
  const ready = await app.http.inject({ url: '/readyz' })
  expect(ready.json()).toEqual({ ready: true, missing: [] })
  const [own] = await app.house.database.open<{ accountId: string }[]>`select account_id from access.sign_in`
  const accountId = own?.accountId ?? ''
  let heard = false
  app.changes.listen(accountId, () => {
    heard = true
  })
  while (!heard) {
    app.changes.tell(accountId)
    await wait(50)
  }
})

test('after the database came back, the background work goes on', async () => {
  const sql = connect(embedded.superuser, { max: 1 })
  try {
    const [own] = await sql<{ accountId: string }[]>`select account_id from access.sign_in`
    const facts = JSON.stringify({ accountId: own?.accountId, productIds: [] })
    await sql`select graphile_worker.add_job('hold-lifted', ${facts}::text::json)`
    await expect
      .poll(() => sql`select 1 from graphile_worker.jobs where task_identifier = 'hold-lifted'`, { timeout: 30_000 })
      .toEqual([])
  } finally {
    await sql.end({ timeout: 5 })
  }
})
