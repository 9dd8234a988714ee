/**
 * Scenario 22: the server process is killed (SIGKILL) fifty times while it writes. What was acknowledged is there, once;
 * what was not is there once or not at all, and a repeat with the same key makes it once. KILLS and KILL_SEED as wanted.
 */
import { rm } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Dice, dice, seedFor } from './hostile.ts'
import { builtServer, type OwnServer, openOwnServer, startProcess } from './own-server.ts'
import { differences, product } from './stories.ts'
import { type Json, openWorld, type World } from './world.ts'

const kills = Number(process.env.KILLS ?? 50)
const clients = 6

type Sent = { key: string; url: string; body: Json; answer: Json; tries: number }

let own: OwnServer
let world: World
let file: string
const sent: Sent[] = []
beforeAll(async () => {
  own = await openOwnServer('passing')
  world = await openWorld({ database: own.database, works: false })
  file = await builtServer()
  await product(world)
}, 120_000)
afterAll(async () => {
  await world?.close()
  await rm(file, { force: true })
})

/** The answer, or null where the server died before it gave one. */
async function post(address: string, one: Sent): Promise<void> {
  one.tries += 1
  const headers = {
    authorization: `Bearer ${world.key}`,
    'content-type': 'application/json',
    'idempotency-key': one.key,
  }
  const response = await fetch(`${address}${one.url}`, { method: 'POST', headers, body: JSON.stringify(one.body) })
  const answer = await response.json()
  if (response.status >= 500) throw new Error(JSON.stringify(answer))
  one.answer = { status: response.status, ...answer }
}

function next(roll: Dice): Sent {
  const placed = sent.filter(({ url, answer }) => url === '/v1/orders' && answer?.allocated > 0)
  const body = { key: `request ${sent.length}`, answer: null, tries: 0 }
  const arriving = { product: 'P', batch: `B${roll.below(20)}`, expiresOn: '2099-01-01', quantity: 1 + roll.below(9) }
  const kind = roll.below(placed.length > 0 ? 3 : 2)
  const made =
    kind === 0
      ? { ...body, url: '/v1/receipts', body: { warehouse: 'CHI', lines: [arriving] } }
      : kind === 1
        ? { ...body, url: '/v1/orders', body: { lines: [{ product: 'P', quantity: 1 + roll.below(5) }] } }
        : { ...body, url: '/v1/shipments', body: { order: roll.of(placed).answer.id } }
  sent.push(made)
  return made
}

/** Sends again what was left unanswered, then new things, until the server is gone. */
async function client(address: string, roll: Dice, unanswered: Sent[]): Promise<void> {
  try {
    for (;;) await post(address, unanswered.shift() ?? next(roll))
  } catch (error) {
    if (!(error instanceof TypeError)) throw error // `fetch failed`: nobody there any more
  }
}

const done = (url: string) => sent.filter((one) => one.url === url && one.answer?.status === 201)

test('killed fifty times amid writing: everything acknowledged is there once, and nothing differs', async () => {
  const roll = dice(seedFor('KILL_SEED'))
  for (let time = 0; time <= kills; time += 1) {
    const server = await startProcess(file, own.url)
    const unanswered = sent.filter(({ answer }) => answer === null)
    const before = sent.length
    const all = Array.from({ length: clients }, () => client(server.address, roll, unanswered))
    await server.until(() => sent.length >= before + 5)
    await wait(roll.below(120))
    if (time === kills) await server.until(() => unanswered.length === 0)
    await server.kill()
    await Promise.all(all)
    if (time % 10 === 0) expect(await differences(world)).toEqual([])
  }
  const last = await startProcess(file, own.url)
  for (const one of sent.filter(({ answer }) => answer === null)) await post(last.address, one)
  await last.kill()
  expect(await differences(world)).toEqual([])
}, 1_200_000)

test('the kills came amid writing: many requests were left without an answer and sent again', () => {
  expect(sent.length).toBeGreaterThan(kills * 5)
  expect(sent.filter(({ tries }) => tries > 1).length).toBeGreaterThan(kills / 4)
})

test('each receipt and order that was acknowledged is there, as it was answered, and there is no other', async () => {
  for (const [url, table] of [
    ['/v1/receipts', 'receiving.receipt'],
    ['/v1/orders', 'orders.sales_order'],
  ] as const) {
    const rows = await world.owner<{ id: string }[]>`select id from ${world.owner(table)}`
    expect(rows.map(({ id }) => id).sort()).toEqual(
      done(url)
        .map(({ answer }) => answer.id)
        .sort(),
    )
  }
})

test('the stock is what was received less what was shipped', async () => {
  const { items } = await world.get('/v1/stock?limit=2000')
  const sum = (rows: Json[]) => rows.reduce((total, { quantity }) => total + quantity, 0)
  const received = sum(done('/v1/receipts').flatMap(({ answer }) => answer.lines))
  const parcels = done('/v1/shipments').flatMap(({ answer }) => answer.items)
  const shipped = sum(parcels.flatMap(({ lines }) => lines))
  expect(new Set(parcels.map(({ id }) => id)).size).toBe(parcels.length)
  expect(sum(items.map(({ onHand }: Json) => ({ quantity: onHand })))).toBe(received - shipped)
  expect(await differences(world)).toEqual([])
})
