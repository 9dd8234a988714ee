/**
 * The disk of PostgreSQL's write-ahead log runs full: it ends rather than lose a write, and does not come up until there is
 * space. Requests are refused clearly meanwhile; with space all goes on without a restart, and what was acknowledged is there.
 */
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OwnServer, openOwnServer } from './own-server.ts'
import { type SmallDisk, smallLogDisk } from './small-disk.ts'
import { differences, order, orderBecomes, product, receive, stockOf } from './stories.ts'
import { type Answer, openWorld, type World, waitFor } from './world.ts'

let own: OwnServer
let world: World
let disk: SmallDisk | undefined
let cluster: string
beforeAll(async () => {
  own = await openOwnServer('lasting', async (path) => {
    cluster = path
    disk = await smallLogDisk(path)
  })
  world = await openWorld({ database: own.database })
  await product(world)
}, 120_000)
afterAll(async () => {
  await disk?.clear()
  await world?.close()
  await disk?.remove()
})

const lines = (count: number) => Array(count).fill({ product: 'P', batch: 'A', quantity: 1, expiresOn: '2026-01-01' })
const send = (key: string): Promise<Answer> =>
  world.call('POST', '/v1/receipts', { warehouse: 'CHI', lines: lines(100) }, { 'idempotency-key': key })
const works = () => waitFor(async () => (await world.call('GET', '/v1/me')).status === 200, 'the database', 60_000)
/** How often it came up, or tried to, and found no space. */
const timesFull = async () =>
  (await readFile(join(dirname(cluster), 'postgres.log'), 'utf8')).split('No space left on device').length - 1

function expectClear({ status, body, headers }: Answer): void {
  expect([status, body.code]).toEqual([503, expect.stringMatching(/^(database_unavailable|outcome_unknown)$/)])
  expect(String(headers['content-type'])).toContain('application/problem+json')
  expect(headers['retry-after']).toBe('1')
  expect(body.detail).toMatch(/again/)
}

test('the disk of the log is full: refused clearly for as long as it is; with space again nothing acknowledged is lost', async () => {
  if (!disk) throw new Error('there is no disk to be filled')
  process.stdout.write(`log full by ${disk.kind}\n`)
  await receive(world, lines(1))
  await disk.fill()
  const answers = new Map<string, Answer>()
  const refused = () => [...answers.values()].filter(({ status }) => status !== 201)
  const client = async (name: string) => {
    for (let at = 0; refused().length < 40; at += 1) answers.set(`${name} ${at}`, await send(`${name} ${at}`))
  }
  await Promise.all(['one', 'two', 'three', 'four'].map(client))
  refused().forEach(expectClear)
  // More often than a PostgreSQL that ends for no such reason would be started again.
  if (disk.real) await waitFor(async () => (await timesFull()) > 8, 'it to have been tried often', 60_000)
  if (disk.real) expectClear(await world.call('GET', '/v1/stock'))
  await disk.clear()
  await works()
  const repeated = new Map<string, Answer>()
  for (const key of answers.keys()) repeated.set(key, await send(key))
  expect(new Set([...repeated.values()].map(({ status }) => status))).toEqual(new Set([201]))
  expect(new Set([...repeated.values()].map(({ body }) => body.id)).size).toBe(answers.size)
  for (const [key, { status, body }] of answers)
    if (status === 201) expect([key, repeated.get(key)?.body.id]).toEqual([key, body.id])
  const onHand = (await stockOf(world, 'A')).reduce((sum, row) => sum + row.onHand, 0)
  expect(onHand).toBe(1 + 100 * answers.size)
  expect(await differences(world)).toEqual([])
}, 300_000)

test('the background work goes on as well: a hold lifted afterwards serves the back order', async () => {
  const held = await world.post('/v1/holds', { scope: 'product', product: 'P', reason: 'doubt' })
  const placed = await order(world, 5)
  await world.post(`/v1/holds/${held.id}/lifting`, { reason: 'good' })
  expect((await orderBecomes(world, placed, { allocated: 5 })).backOrdered).toBe(0)
})
