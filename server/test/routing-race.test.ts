/**
 * Many clients, three warehouses and a rule of routing, with receipts, cancellations and edits amid it: nothing is promised
 * twice, and what an order says of its legs is what it was promised.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { atOnce, bugsOf, type Clients, clientsOf, wrongsOf } from './races.ts'
import { servedApart } from './routing-races.ts'
import { orderNow, product } from './stories.ts'
import { type Json, openWorld, type World, waitFor } from './world.ts'

let world: World
let clients: Clients
const warehouses = ['CHI', 'DAL', 'RNO']
const skus = ['P', 'Q']
beforeAll(async () => {
  world = await openWorld()
  for (const sku of skus) await product(world, { sku })
  for (const code of ['DAL', 'RNO'])
    await world.post('/v1/warehouses', { code, name: code, timeZone: 'America/Chicago', priority: 1 })
  const rows = warehouses.map((warehouse, at) => ({ warehouse, transitDays: 1, distanceKm: 100 * at, parcelCost: 500 }))
  await world.call('PUT', '/v1/transit-times', { rows })
  await world.post('/v1/rules', {
    name: 'Nearest',
    routing: { criteria: ['distance'], split: 'allowed', splitCost: 100 },
    reason: 'freight',
  })
  clients = await clientsOf(world, 32)
})
afterAll(() => world.close())

const nothingWrong = { bugs: [], differences: [], broken: [] }
const receipt = (warehouse: string, sku: string, quantity: number) => ({
  warehouse,
  lines: [{ product: sku, batch: `${sku}-${warehouse}`, quantity, expiresOn: '2026-05-05' }],
})
const idle = () =>
  waitFor(async () => (await world.owner`select from graphile_worker.jobs`).length === 0, 'the work to be done')
const one = { lines: skus.map((sku) => ({ product: sku, quantity: 1 })) }

/** By warehouse and line: what a placed order has, and what its routing of the placing says it has. */
const promised = ({ lines }: Json) =>
  lines.flatMap(({ id, batches }: Json) => batches.map((row: Json) => `${row.warehouseCode} ${id} ${row.quantity}`))
const routed = ({ routing: [first] }: Json) =>
  first.legs.flatMap((leg: Json) =>
    leg.lines.map((line: Json) => `${leg.warehouseCode} ${line.lineId} ${line.quantity}`),
  )

test('of 32 clients for the stock of three warehouses each unit is promised once, and all of them are', async () => {
  const stocked = warehouses.flatMap((code, at) => skus.map((sku, of) => receipt(code, sku, 4 + ((at + of) % 3) * 3)))
  for (const body of stocked) await world.post('/v1/receipts', body)
  const units = (sku: string) =>
    stocked.flatMap(({ lines }) => lines).reduce((sum, line) => sum + (line.product === sku ? line.quantity : 0), 0)
  const answers = await atOnce(clients, (client) => client.call('POST', '/v1/orders', one))
  expect(await wrongsOf(world, answers)).toEqual(nothingWrong)
  const got = (at: number) => answers.reduce((sum, { body }) => sum + body.lines[at].allocated, 0)
  expect([got(0), got(1)]).toEqual([units('P'), units('Q')])
  for (const { body } of answers) {
    expect(routed(body).sort()).toEqual(promised(body).sort())
    expect(body.routing[0].passedOver.length + body.routing[0].legs.length).toBe(3)
  }
})

test('receipts, cancellations and edits amid routed orders: nothing is promised twice, and the books agree', async () => {
  const placed = await Promise.all(clients.map((client) => client.post('/v1/orders', one)))
  const acts = [
    (client: World | Clients[number], own: Json) =>
      client.call('POST', `/v1/orders/${own.id}/cancellation`, { reason: 'no' }),
    (client: World | Clients[number]) => client.call('POST', '/v1/orders', one),
    (client: World | Clients[number], own: Json) =>
      client.call('PATCH', `/v1/orders/${own.id}`, { lines: [{ id: own.lines[0].id, quantity: 3 }] }),
    (client: World | Clients[number], _: Json, at: number) =>
      client.call('POST', '/v1/receipts', receipt(warehouses[at % 3] ?? 'CHI', skus[at % 2] ?? 'P', 2)),
  ] as const
  const answers = await atOnce(clients, (client, at) => (acts[at % 4] ?? acts[0])(client, placed[at], at))
  await idle()
  expect(bugsOf(answers)).toEqual([])
  expect(await wrongsOf(world, answers)).toEqual(nothingWrong)
  const waiting = await Promise.all(placed.map((own) => orderNow(world, own)))
  const { items } = await world.get('/v1/stock?limit=2000')
  const free = items.reduce((sum: number, row: Json) => sum + row.onHand - row.reserved, 0)
  if (free > 0) expect(waiting.filter(({ state }: Json) => state === 'waiting').flatMap(shortSkus)).not.toEqual(skus)
})

const shortSkus = ({ lines }: Json): string[] =>
  lines.flatMap(({ backOrdered, sku }: Json) => (backOrdered > 0 ? [sku] : []))

test('an order that never splits is not split where the stock of its lines is freed at the same moment', async () => {
  for (let round = 0; round < 3; round += 1) {
    const fresh = await openWorld()
    expect(await servedApart(fresh, await clientsOf(fresh, 16))).toBe(0)
    await fresh.close()
  }
})
