/**
 * Scenario 77: the server is lost at noon; last night's backup is restored, and what the shop sent since is sent again from its own log.
 */
import { PassThrough, Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openApp } from '../../app.ts'
import { restoreBackup } from '../../backup/restore-backup.ts'
import { writeBackup } from '../../backup/write-backup.ts'
import { openLog } from '../../platform/log.ts'
import { emptyDatabase, type TestDatabase } from '../database.ts'
import { type Json, openWorld, type World } from '../world.ts'

const migrations = new URL('../../migrations/', import.meta.url)
type Sent = Readonly<{ url: string; body: Json; key: string }>

let world: World
let spare: TestDatabase
const log: Sent[] = []
beforeAll(async () => {
  world = await openWorld({ works: false })
  spare = await emptyDatabase()
  await world.post('/v1/products', { sku: 'P', name: 'Serum' })
})
afterAll(async () => {
  await world.close()
  await spare.drop()
})

/** As a shop does: written into its log with the key under which it is sent. */
async function send(url: string, body: Json): Promise<void> {
  const sent = { url, body, key: `call-${log.length + 1}` }
  log.push(sent)
  await world.post(url, body, { 'idempotency-key': sent.key })
}

const received = (batch: string, quantity: number, expiresOn: string) =>
  send('/v1/receipts', { warehouse: 'CHI', lines: [{ product: 'P', batch, quantity, expiresOn }] })
const ordered = (number: string, quantity: number) =>
  send('/v1/orders', { number, lines: [{ product: 'P', quantity }] })

async function lastNight(): Promise<Buffer> {
  const sink = new PassThrough()
  const text = buffer(sink)
  await writeBackup(world.database.owner, sink, { at: world.clock.now(), accountId: null })
  sink.end()
  return text
}

const standing = ({ items }: Json) =>
  items.map(({ batchCode, onHand, reserved }: Json) => ({ batchCode, onHand, reserved }))

test('scenario 77: last night’s backup is restored and the calls since are sent again; what was kept is not done twice, and the verifier passes', async () => {
  await received('A', 100, '2026-03-01')
  await ordered('SO-N', 10)
  await send('/v1/shipments', { order: 'SO-N' })
  const backup = await lastNight()
  await received('B', 50, '2026-02-01')
  await ordered('SO-M', 60)
  await send('/v1/shipments', { order: 'SO-M' })
  await ordered('SO-L', 20)
  const { owner, app: target, role } = spare
  const given = role ? { role } : {}
  const restored = await restoreBackup(Readable.from([backup]), { owner, app: target, migrations, ...given })
  expect(restored.differences).toEqual([])
  const reading = { target, ...given, clock: world.clock, log: openLog('silent'), connectionsMax: 4 }
  const app = await openApp({ ...reading, preparedStatements: true, works: false, webRoot: null })
  const authorization = `Bearer ${world.key}`
  try {
    for (const { url, body, key } of log) {
      const headers = { authorization, 'idempotency-key': key }
      const answer = await app.http.inject({ method: 'POST', url, headers, payload: body })
      expect([key, answer.statusCode]).toEqual([key, 201])
    }
    const stock = await app.http.inject({ url: '/v1/stock', headers: { authorization } })
    expect(standing(stock.json())).toEqual(standing(await world.get('/v1/stock')))
    const headers = { authorization, 'idempotency-key': 'verify' }
    const proof = await app.http.inject({ method: 'POST', url: '/v1/verifications', headers })
    expect(proof.json().differences).toEqual([])
  } finally {
    await app.close()
  }
})
