/**
 * An id is the same thing in capitals, wherever it stands in a request: some programs write them so (Swift and .NET do).
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillAccount, idsIn, rowsOf } from './full-account.ts'
import { alerted } from './full-alerts.ts'
import { notified } from './full-notices.ts'
import { sealed } from './full-seal.ts'
import { batchId, differences, order, orderNow, receive, stockOf } from './stories.ts'
import { type Json, openWorld, type World } from './world.ts'

let world: World
let ids: string[]
let rows: Record<string, Json[]>
beforeAll(async () => {
  world = await openWorld()
  await fillAccount(world, 'ME')
  await alerted(world, world, 'ME')
  await notified(world, world, 'ME')
  await sealed(world, world)
  rows = await rowsOf(world.owner, world.accountId)
  ids = idsIn(rows, world.accountId)
})
afterAll(() => world?.close())

/** Of what lies within another thing, one that is there. */
const within = (url: string) =>
  url
    .replace(':recipientId', rows['notices.recipient']?.[0]?.id ?? '')
    .replace(':proofId', rows['notices.proof']?.[0]?.id ?? '')
const big = (id: string) => id.toUpperCase()

/** Of hundreds of ids, those of the tables that an address names are tried first. */
function likelyFirst(url: string): string[] {
  const words = url.split(/[/-]/).filter((word) => /^[a-z]{4,}$/.test(word))
  const isNamed = (table: string) => words.some((word) => table.includes(word.replace(/e?s$/, '')))
  const named = Object.fromEntries(Object.entries(rows).filter(([table]) => isNamed(table)))
  return [...new Set([...idsIn(named, world.accountId), ...ids])]
}

test('in an address: every route that finds a thing by its id finds it', async () => {
  const routes = world.app.house.routes.filter(({ method, url }) => method === 'GET' && /\/:\w+/.test(url))
  const found: string[] = []
  for (const { url } of routes)
    for (const id of likelyFirst(url)) {
      const { status, text, headers } = await world.call('GET', within(url).replace(/:\w+/, id))
      if (status !== 200) continue
      const capitals = await world.call('GET', within(url).replace(/:\w+/, big(id)))
      expect([url, capitals.status]).toEqual([url, 200])
      if (String(headers['content-type']).includes('json')) expect(capitals.text).toBe(text)
      found.push(url)
      break
    }
  expect(found).toEqual(routes.map(({ url }) => url))
})

test('in a query, for an id and for what may be a code', async () => {
  const [row] = await stockOf(world, 'ME-B')
  for (const asked of [`product=${row.productId}`, `batch=${row.batchId}`]) {
    const small = await world.get(`/v1/stock?${asked}`)
    const capitals = await world.get(`/v1/stock?${asked.replace(/=.*/, big)}`)
    expect(small.items.length).toBeGreaterThan(0)
    expect(capitals).toEqual(small)
  }
})

test('in a body, at any depth: received, ordered, edited, shipped and held by ids in capitals', async () => {
  const { productId, warehouseId, placeId } = (await stockOf(world, 'ME-B'))[0]
  const line = { product: big(productId), place: big(placeId), batch: 'ME-CAPITAL', expiresOn: '2026-05-01' }
  await receive(world, [{ ...line, quantity: 30 }], { warehouse: big(warehouseId) })
  const batch = await batchId(world, 'ME-CAPITAL')
  const placed = await order(world, 20, { warehouse: big(warehouseId), line: { product: big(productId) } })
  const change = { lines: [{ id: big(placed.lines[0].id), quantity: 12 }] }
  expect((await world.call('PATCH', `/v1/orders/${big(placed.id)}`, change)).status).toBe(200)
  const [{ batchId: allocated }] = (await orderNow(world, placed)).lines[0].batches
  const parcel = { orderLine: big(placed.lines[0].id), batch: big(allocated), quantity: 1 }
  const shipped = await world.post('/v1/shipments', { order: big(placed.id), lines: [parcel] })
  expect(shipped.items[0].lines).toMatchObject([{ batchId: allocated, quantity: 1 }])
  const held = await world.post('/v1/holds', { scope: 'batch', batch: big(batch), reason: 'doubt' })
  expect(held.batchId).toBe(batch)
  expect(await differences(world)).toEqual([])
})

test('for a new thing: answered and kept in small letters, and the same request in small letters is its repeat', async () => {
  const id = '019AAFD0-0000-7000-8000-0000000000AB'
  const body = { lines: [{ product: 'ME-P', quantity: 1 }] }
  const first = await world.call('POST', '/v1/orders', { id, ...body })
  const again = await world.call('POST', '/v1/orders', { id: id.toLowerCase(), ...body })
  expect(first).toMatchObject({ status: 201, body: { id: id.toLowerCase() } })
  expect(again.body).toEqual(first.body)
  const many = (given: string) => world.post('/v1/orders/bulk', { orders: [{ id: given, ...body }] })
  const other = '019AAFD0-0000-7000-8000-0000000000AC'
  const { results } = await many(other)
  expect(results[0].answer.id).toBe(other.toLowerCase())
  const repeated = results.map((result: Json) => ({ ...result, again: true }))
  expect(await many(other.toLowerCase())).toMatchObject({ results: repeated, accepted: 1 })
})

test('a code that is no id keeps its case, and so does what is only text', async () => {
  const code = 'AbC-019AAFD0'
  await world.post('/v1/customers', { code, name: '019AAFD0-0000-7000-8000-0000000000AB' })
  const kept: Json = await world.get(`/v1/customers/${code}`)
  expect(kept).toMatchObject({ code, name: '019AAFD0-0000-7000-8000-0000000000AB' })
  expect((await world.call('GET', `/v1/customers/${code.toLowerCase()}`)).status).toBe(404)
})
