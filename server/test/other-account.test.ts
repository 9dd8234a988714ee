/**
 * Scenario 71 over HTTP: whatever an account is asked with another's ids, codes and numbers, by address, filter, body,
 * export or search, it answers as if the other were not there. Not a byte of it is told, not a row of it changes.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillAccount, idsIn, rowsOf } from './full-account.ts'
import { alerted } from './full-alerts.ts'
import { notified } from './full-notices.ts'
import { sealed } from './full-seal.ts'
import { bodies } from './others-bodies.ts'
import { runOf } from './production.ts'
import { product, receive } from './stories.ts'
import { traceOf } from './trace-questions.ts'
import { type Answer, type Caller, type Json, openWorld, type World, waitFor } from './world.ts'

const mark = 'ZEBRA'
const nobodyId = '019aafd0-0000-7000-8000-000000000000'

let world: World
let other: Caller
let rows: Record<string, Json[]>
let ids: string[]
/** One thing of each kind: what is true of the first row of a table is true of its others. */
let idOfEach: string[]
let codes: string[]
beforeAll(async () => {
  world = await openWorld()
  other = await world.otherAccount()
  await product(world)
  await receive(world, [{ batch: 'A', quantity: 5, expiresOn: '2026-01-01' }])
  await world.post('/v1/customers', { code: 'OWN', name: 'own' })
  await world.post('/v1/lots', { code: 'OWN' })
  await world.post('/v1/orders', { number: 'OWN-1', lines: [{ product: 'P', quantity: 1 }] })
  await fillAccount(other, mark)
  await alerted(world, other, mark)
  await notified(world, other, mark)
  await sealed(world, other)
  await sealed(world, world)
  await waitFor(allIsDone, 'the jobs to be done')
  rows = await rowsOf(world.owner, other.accountId)
  ids = idsIn(rows, other.accountId)
  idOfEach = idsIn(firstOfEach(rows), other.accountId)
  const texts = Object.values(firstOfEach(rows)).flat().flatMap(Object.values)
  codes = [...new Set(texts.filter((text): text is string => typeof text === 'string' && text.startsWith(mark)))]
})
afterAll(() => world?.close())

/** What is tried again later does not count. */
const allIsDone = async () =>
  (await world.owner`select from graphile_worker.jobs where run_at <= now() or locked_at is not null`).length === 0

const firstOfEach = (of: Record<string, Json[]>): Record<string, Json[]> =>
  Object.fromEntries(Object.entries(of).map(([table, all]) => [table, all.slice(0, 1)]))

/** Tells nothing of the other account but what was sent to it. */
function expectNothingOf(answer: Answer, sent: readonly string[], where: string): void {
  let told = answer.text
  for (const one of sent) told = told.replaceAll(one, '').replaceAll(JSON.stringify(one).slice(1, -1), '')
  expect(told.toUpperCase(), where).not.toContain(mark)
  expect(
    [other.accountId, ...ids].filter((id) => told.includes(id)),
    where,
  ).toEqual([])
}

const withParams = () => world.app.house.routes.filter(({ url }) => url.includes(':'))

test('the other account is full: it has ids and codes to ask with', () => {
  expect(idOfEach.length).toBeGreaterThan(100)
  expect(codes.length).toBeGreaterThan(20)
})

test('by address, with an id of each kind of the other account: not found', async () => {
  for (const route of withParams()) await Promise.all(idOfEach.map((id) => expectNotFound(route, id)))
}, 600_000)

async function expectNotFound({ method, url }: { method: string; url: string }, id: string): Promise<void> {
  const address = url
    .replace(/:(id|ref)/, id)
    .replace(':batchId', id)
    .replace(':recipientId', id)
    .replace(':proofId', id)
    .replace(':lineNo', '2')
  const answer = await world.call(method, address, bodies[`${method} ${url}`])
  const where = `${method} ${address}`
  if (url === '/v1/order-lines/:id/decisions') expect([where, answer.body]).toEqual([where, { items: [] }])
  else expect([where, answer.status, answer.body.code]).toEqual([where, 404, 'not_found'])
  expectNothingOf(answer, [id], where)
}

test('by address, with every code, number and name of the other account: not found', async () => {
  for (const { method, url } of withParams().filter((route) => route.url.includes(':ref')))
    for (const code of codes) {
      const where = `${method} ${url} ${code}`
      const address = url.replace(':ref', encodeURIComponent(code)).replace(/:(recipientId|proofId)/, ids[0] ?? '')
      const answer = await world.call(method, address, bodies[`${method} ${url}`])
      expect([where, answer.status]).toEqual([where, 404])
      expectNothingOf(answer, [code], where)
    }
})

test('an own lot takes no batch of another account, and an own order line no other way in', async () => {
  const { items } = await world.get('/v1/lots')
  for (const { id } of rows['batches.batch'] ?? []) {
    const answer = await world.call('PUT', `/v1/lots/${items[0].id}/batches/${id}`)
    expect(answer.status).toBe(404)
    expect((await world.call('POST', '/v1/lots', { code: 'THEIRS', batches: [id] })).status).toBe(404)
  }
})

/** Without these, such a list is not answered at all. */
const queryOf: Readonly<Record<string, string>> = {
  '/v1/search': '?q=a',
  '/v1/stock/as-of': '?at=2030-01-01T00:00:00Z',
  '/v1/stock/as-of.csv': '?at=2030-01-01T00:00:00Z',
  '/v1/hold-preview': '?scope=account',
  '/v1/number-to-sell': '?channel=shop',
  '/v1/identification-preview': '?product=P',
  '/v1/abc-classes': '?warehouse=CHI',
  '/v1/bin-map': '?warehouse=CHI',
  '/v1/bin-proposals': '?warehouse=CHI&product=P&quantity=1',
  '/v1/trace': '?kind=product&product=P',
  '/v1/genealogy': '?kind=product&product=P',
  '/v1/trace.csv': '?kind=product&product=P',
  '/v1/notice-wordings': '?occasion=class_I&audience=consumer&language=en',
  '/v1/trace.xlsx': '?kind=product&product=P',
  '/v1/names': '?ids=019aafd0-0000-7000-8000-000000000000',
}

test('lists, exports, search and home tell of the own account alone', async () => {
  const gets = world.app.house.routes.filter(({ method, url }) => method === 'GET' && !url.includes(':'))
  for (const { url } of gets.filter((route) => route.url !== '/v1/changes')) {
    const answer = await world.call('GET', `${url}${queryOf[url] ?? ''}`)
    expect([url, answer.status]).toEqual([url, 200])
    expectNothingOf(answer, [], url)
  }
})

/** For whatever channel or destination: these answer of the own account. */
const answerOfAny = ['/v1/number-to-sell', '/v1/delivery-days']

/** Each filter is asked with what people name, and with every so manieth of all else; over all filters everything comes up. */
const strideOfFilters = 5

test('filters with what belongs to another account find nothing', async () => {
  const { paths } = await world.get('/v1/openapi.json')
  const filters = Object.entries<Json>(paths).flatMap(([path, { get }]) =>
    (get?.parameters ?? [])
      .filter(({ in: place, schema }: Json) => place === 'query' && schema.type === 'string' && !schema.enum)
      .map(({ name }: Json) => ({ path, name })),
  )
  expect(filters.length).toBeGreaterThan(30)
  const named = Object.values(tableOf).flatMap(([table, code]) => {
    const [row] = rows[table] ?? []
    return ([row.id, row[code]] as string[]).filter((one) => ids.includes(one) || one.startsWith(mark))
  })
  const ask = async ({ path, name }: { path: string; name: string }, value: string) => {
    const asOf = path.startsWith('/v1/stock/as-of') && name !== 'at' ? '&at=2030-01-01T00:00:00Z' : ''
    const trace = path.startsWith('/v1/trace') || path === '/v1/genealogy' ? (traceOf[name] ?? '') : asOf
    const more = path === '/v1/number-to-sell' && name !== 'channel' ? '&channel=shop' : trace
    const where = `${path}?${name}=${encodeURIComponent(value)}${more}`
    const answer = await world.call('GET', where)
    expect([200, 404, 422], where).toContain(answer.status)
    if (answer.body.items && !answerOfAny.includes(path)) expect([where, answer.body.items]).toEqual([where, []])
    expectNothingOf(answer, [value], where)
  }
  const asked = filters.filter(({ path, name }) => !path.includes('{') && name !== 'cursor')
  for (const [nth, filter] of asked.entries()) {
    const some = [...idOfEach, ...codes].filter((_, at) => (at + nth) % strideOfFilters === 0)
    await Promise.all([...named, ...some].map((value) => ask(filter, value)))
  }
}, 300_000)

test('a page of another account gives no way into it', async () => {
  const lists = ['/v1/products', '/v1/batches', '/v1/audit', '/v1/receipts', '/v1/moves', '/v1/places', '/v1/stock']
  for (const url of lists) {
    const { next } = await other.get(`${url}?limit=1`)
    expect([url, typeof next]).toEqual([url, 'string'])
    const answer = await world.call('GET', `${url}?limit=100&cursor=${next}`)
    expect([url, answer.status]).toEqual([url, 200])
    expectNothingOf(answer, [next], url)
  }
})

/** Each body with one thing in it that belongs to the other account; `named` is what it is called by. */
const requests: readonly [string, string, (named: string) => Json][] = [
  ['product', '/v1/orders', (named) => ({ lines: [{ product: named, quantity: 1 }] })],
  ['customer', '/v1/orders', (named) => ({ customer: named, lines: [{ product: 'P', quantity: 1 }] })],
  ['warehouse', '/v1/orders', (named) => ({ warehouse: named, lines: [{ product: 'P', quantity: 1 }] })],
  ['product', '/v1/receipts', (named) => ({ warehouse: 'CHI', lines: [{ ...arriving, product: named }] })],
  ['warehouse', '/v1/receipts', (named) => ({ warehouse: named, lines: [arriving] })],
  ['supplier', '/v1/receipts', (named) => ({ warehouse: 'CHI', supplier: named, lines: [arriving] })],
  ['inbound', '/v1/receipts', (named) => ({ warehouse: 'CHI', inbound: named, lines: [arriving] })],
  ['lot', '/v1/receipts', (named) => ({ warehouse: 'CHI', lot: named, lines: [arriving] })],
  ['place', '/v1/receipts', (named) => ({ warehouse: 'CHI', lines: [{ ...arriving, place: named }] })],
  ['order', '/v1/shipments', (named) => ({ order: named })],
  ['line', '/v1/shipments', (named) => ({ order: 'OWN-1', lines: [{ orderLine: named, batch: 'A', quantity: 1 }] })],
  ['supplier', '/v1/inbounds', (named) => ({ ...announced, supplier: named })],
  ['warehouse', '/v1/inbounds', (named) => ({ ...announced, warehouse: named })],
  ['customer', '/v1/sell-through', (named) => ({ reports: [{ ...sold, customer: named, product: 'P' }] })],
  ['product', '/v1/sell-through', (named) => ({ reports: [{ ...sold, customer: 'OWN', product: named }] })],
  ['customer', '/v1/returns', (named) => ({ number: 'R', customer: named, lines: [{ product: 'P', quantity: 1 }] })],
  ['product', '/v1/returns', (named) => ({ number: 'R', lines: [{ product: named, quantity: 1 }] })],
  ['product', '/v1/disposals', (named) => ({ ...destroyed, lines: [{ product: named, batch: 'A', quantity: 1 }] })],
  ['batch', '/v1/disposals', (named) => ({ ...destroyed, lines: [{ product: 'P', batch: named, quantity: 1 }] })],
  [
    'warehouse',
    '/v1/disposals',
    (named) => ({ ...destroyed, warehouse: named, lines: [{ product: 'P', batch: 'A', quantity: 1 }] }),
  ],
  ['product', '/v1/unannounced-returns', (named) => ({ warehouse: 'CHI', lines: [{ product: named, quantity: 1 }] })],
  ['warehouse', '/v1/adjustments', (named) => ({ warehouse: named, reason: 'found', lines: [adjusted] })],
  [
    'batch',
    '/v1/adjustments',
    (named) => ({ warehouse: 'CHI', reason: 'lost', lines: [{ ...adjusted, batch: named }] }),
  ],
  ['warehouse', '/v1/counts', (named) => ({ warehouse: named, of: 'bins', blind: true })],
  ['place', '/v1/counts', (named) => ({ ...counted, of: 'bins', bins: [named] })],
  ['product', '/v1/counts', (named) => ({ ...counted, of: 'products', products: [named] })],
  ['batch', '/v1/counts', (named) => ({ ...counted, of: 'batches', batches: [named] })],
  ['product', '/v1/holds', (named) => ({ scope: 'product', product: named, reason: 'greed' })],
  ['batch', '/v1/holds', (named) => ({ scope: 'batch', batch: named, reason: 'greed' })],
  ['lot', '/v1/holds', (named) => ({ scope: 'lot', lot: named, reason: 'greed' })],
  ['place', '/v1/holds', (named) => ({ scope: 'place', place: named, reason: 'greed' })],
  ['warehouse', '/v1/zones', (named) => ({ warehouseId: named, code: 'Z', name: 'Z', storage: 'cool' })],
  ['warehouse', '/v1/places', (named) => ({ places: [{ warehouseId: named, code: 'BIN' }] })],
  ['batch', '/v1/relocations', (named) => ({ lines: [{ batch: named, from: nobodyId, to: nobodyId, quantity: 1 }] })],
  ['batch', '/v1/samples', (named) => ({ batch: named, place: nobodyId, quantity: 1 })],
  ['batch', '/v1/redatings', (named) => ({ kind: 'opened', batch: named, place: nobodyId, quantity: 1 })],
  ['batch', '/v1/production-runs', (named) => runOf('P 1', 'P 1 of NEW', { inputs: [{ batch: named }] })],
  ['product', '/v1/production-runs', (named) => runOf('P 1 of A', 'P 1 of NEW', { outputs: [{ product: named }] })],
  ['warehouse', '/v1/production-runs', (named) => runOf('P 1 of A', 'P 1 of NEW', { warehouse: named })],
  ['batch', '/v1/batch-repairs', (named) => ({ kind: 'rename', batch: named, code: 'TAKEN', reason: 'greed' })],
  ['batch', '/v1/batch-repair-preview', (named) => ({ kind: 'rename', batch: named, code: 'TAKEN' })],
  ['product', '/v1/redating-rules', (named) => ({ product: named, frozenDays: 1, says: 'greed' })],
  ['product', '/v1/batch-codes', (named) => ({ product: named, warehouse: 'CHI' })],
  ['warehouse', '/v1/batch-codes', (named) => ({ product: 'P', warehouse: named })],
  ['product', '/v1/identifications', (named) => ({ product: named, reason: 'greed' })],
  ['batch', '/v1/box-openings', (named) => ({ batch: named, place: nobodyId, boxes: 1 })],
]
const arriving = { product: 'P', batch: 'NEW', quantity: 1, expiresOn: '2026-05-05' }
const announced = { number: 'PO', warehouse: 'CHI', lines: [{ product: 'P', quantity: 1 }] }
const sold = { kind: 'sold', quantity: 1, on: '2025-11-20' }
const destroyed = { warehouse: 'CHI', reason: 'Expired', method: 'Landfill' }
const counted = { warehouse: 'CHI', blind: true }
const adjusted = { product: 'P', batch: 'A', place: 'MAIN', quantity: -1 }
const tableOf: Readonly<Record<string, [table: string, code: string]>> = {
  product: ['catalog.product', 'sku'],
  customer: ['catalog.customer', 'code'],
  supplier: ['catalog.supplier', 'code'],
  warehouse: ['places.warehouse', 'code'],
  place: ['places.place', 'code'],
  batch: ['batches.batch', 'code'],
  lot: ['batches.lot', 'code'],
  inbound: ['receiving.inbound', 'number'],
  order: ['orders.sales_order', 'number'],
  line: ['orders.order_line', 'id'],
}

test.each(requests)('a %s of another account named in a body of %s is not found', async (kind, url, bodyWith) => {
  const [table = '', code = ''] = tableOf[kind] ?? []
  const things = (rows[table] ?? []).flatMap((row) => [row.id, row[code]] as string[])
  const named = things.filter((one) => ids.includes(one) || one.startsWith(mark))
  expect(named.length).toBeGreaterThan(0)
  for (const one of named) {
    const answer = await world.call('POST', url, bodyWith(one))
    expect([one, answer.status >= 400 && answer.status < 500, answer.status]).toEqual([one, true, answer.status])
    expectNothingOf(answer, [one], `${url} ${kind} ${one}`)
  }
})

test('the same codes, numbers, keys and ids can be used by both, and each has its own', async () => {
  const mine = await rowsOf(world.owner, world.accountId)
  const [theirs] = rows['catalog.product'] ?? []
  const made = await world.post('/v1/products', { id: theirs.id, sku: theirs.sku, name: 'mine' })
  expect(made).toMatchObject({ id: theirs.id, name: 'mine' })
  const key = { 'idempotency-key': rows['platform.idempotent_answer']?.[0].key }
  const own = await world.call('POST', '/v1/suppliers', { code: 'S', name: 'mine' }, key)
  expect(own).toMatchObject({ status: 201, body: { name: 'mine' } })
  expect((await other.get(`/v1/products/${theirs.id}`)).name).toBe(theirs.name)
  expect(mine['catalog.product']).toHaveLength(1)
})

test('after all of this not a row of the other account has changed', async () => {
  expect(await rowsOf(world.owner, other.accountId)).toEqual(rows)
})
