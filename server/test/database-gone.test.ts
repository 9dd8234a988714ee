/**
 * The database killed and back, gone for a while, and its disk full: requests fail clearly, nothing is half done, and
 * all goes on without a restart.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OwnServer, openOwnServer } from './own-server.ts'
import { type SmallDisk, smallDisk } from './small-disk.ts'
import { differences, order, orderBecomes, product, receive, stockOf } from './stories.ts'
import { type Answer, type Json, openWorld, type World, waitFor } from './world.ts'

let own: OwnServer
let world: World
let disk: SmallDisk | undefined
beforeAll(async () => {
  own = await openOwnServer('lasting')
  world = await openWorld({ database: own.database })
  await product(world)
}, 120_000)
afterAll(async () => {
  await world?.close()
  await disk?.remove()
})

const arriving = (quantity: number) => ({ product: 'P', batch: 'A', quantity, expiresOn: '2026-01-01' })
const receipt = (quantity = 1) => ({ warehouse: 'CHI', lines: [arriving(quantity)] })
const send = (key: string, quantity = 1): Promise<Answer> =>
  world.call('POST', '/v1/receipts', receipt(quantity), { 'idempotency-key': key })
const onHand = async () => (await stockOf(world, 'A')).reduce((sum, row) => sum + row.onHand, 0)
const unavailable = ['database_unavailable', 'outcome_unknown']
const works = () => waitFor(async () => (await world.call('GET', '/v1/me')).status === 200, 'the database to be back')

/** Killed at once; resolves when another runs in its place, before which no connection of the old one is left. */
async function killDatabase(): Promise<void> {
  const dead = own.embedded.pid()
  process.kill(dead, 'SIGKILL')
  await waitFor(async () => own.embedded.pid() !== dead, 'another to run')
}

function expectClear({ status, body, headers }: Answer): void {
  expect(status).toBe(503)
  expect(unavailable).toContain(body.code)
  expect(String(headers['content-type'])).toContain('application/problem+json')
  expect(headers['retry-after']).toBe('1')
  expect(body.detail).toMatch(/again/)
}

test('the database is killed amid writing and comes back: each request is done or fails clearly, and a repeat settles it', async () => {
  const before = await onHand()
  const keys = Array.from({ length: 200 }, (_, at) => `amid ${at}`)
  const answers: Answer[] = []
  const client = async (own: string[]) => {
    for (const key of own) answers.push(await send(key))
  }
  const all = Promise.all(Array.from({ length: 8 }, (_, at) => client(keys.filter((_, index) => index % 8 === at))))
  await waitFor(async () => answers.length > 20, 'some to be written')
  await killDatabase()
  await all
  const failed = answers.filter(({ status }) => status !== 201)
  expect(failed.length).toBeGreaterThan(0)
  failed.forEach(expectClear)
  await works()
  const repeated = await Promise.all(keys.map((key) => send(key)))
  expect(repeated.map(({ status }) => status)).toEqual(Array(200).fill(201))
  expect(new Set(repeated.map(({ body }) => body.id)).size).toBe(200)
  const acknowledged = answers.flatMap(({ status, body }) => (status === 201 ? [body.id] : []))
  const ids = new Set(repeated.map(({ body }) => body.id))
  expect(acknowledged.filter((id: string) => !ids.has(id))).toEqual([])
  expect(await onHand()).toBe(before + 200)
  expect(await differences(world)).toEqual([])
})

test('the background work goes on as well: a hold that is lifted afterwards still serves the back order', async () => {
  await receive(world, [arriving(10)])
  const held = await world.post('/v1/holds', { scope: 'product', product: 'P', reason: 'doubt' })
  const placed = await order(world, 5)
  await killDatabase()
  await works()
  await world.post(`/v1/holds/${held.id}/lifting`, { reason: 'good' })
  await orderBecomes(world, placed, { allocated: 5 })
  expect(await differences(world)).toEqual([])
})

test('while it is gone every kind of request says so, and readiness with it; liveness stays', async () => {
  const sql = world.owner
  const connections = sql`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'firstout_app'`
  await sql`alter role firstout_app connection limit 0`
  await connections
  const asked: [string, string, Json?][] = [
    ['GET', '/v1/stock'],
    ['GET', '/v1/stock.csv'],
    ['POST', '/v1/receipts', receipt()],
    ['POST', '/v1/orders/bulk', { orders: [{ lines: [{ product: 'P', quantity: 1 }] }] }],
    ['POST', '/v1/session', { email: world.email, password: world.password }],
    ['GET', '/v1/set-up'],
  ]
  for (const [method, url, body] of asked) expectClear(await world.call(method, url, body))
  const ready = await world.call('GET', '/readyz')
  expect(ready).toMatchObject({ status: 503, body: { ready: false, missing: ['the database does not answer'] } })
  expect((await world.call('GET', '/healthz')).status).toBe(200)
  await sql`alter role firstout_app connection limit -1`
  await works()
  expect((await world.call('GET', '/readyz')).body).toEqual({ ready: true, missing: [] })
  expect(await differences(world)).toEqual([])
})

test('the disk of the ledger is full: refused with 507, nothing changed; with space again it works', async () => {
  disk = await smallDisk(world.owner, own.uid)
  process.stdout.write(`disk full by ${disk.kind}\n`)
  await world.post('/v1/receipts', { warehouse: 'CHI', lines: Array(200).fill(arriving(1)) })
  await disk.fill()
  const before = await world.get('/v1/stock')
  const refused: Answer[] = []
  let accepted = 0
  for (let times = 0; times < 30 && refused.length < 3; times += 1) {
    const answer = await world.call('POST', '/v1/receipts', { warehouse: 'CHI', lines: Array(200).fill(arriving(1)) })
    if (answer.status === 201) accepted += 200
    else refused.push(answer)
  }
  expect(refused).toHaveLength(3)
  for (const { status, body } of refused) expect([status, body.code]).toEqual([507, 'storage_full'])
  expect(refused[0]?.body.detail).toBe(
    'The disk of the database is full. Nothing was changed. Free some space, then try again.',
  )
  const [row] = await stockOf(world, 'A')
  expect(row.onHand).toBe(before.items[0].onHand + accepted)
  expect(await differences(world)).toEqual([])
  await disk.clear()
  expect(
    (await world.call('POST', '/v1/receipts', { warehouse: 'CHI', lines: Array(200).fill(arriving(1)) })).status,
  ).toBe(201)
  expect(await differences(world)).toEqual([])
})
