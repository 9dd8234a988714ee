import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPdf } from '../../test/read-labels.ts'
import { type Caller, type Json, openWorld, type World } from '../../test/world.ts'

const gtin = '09506000134352'
let world: World
let other: Caller
beforeAll(async () => {
  world = await openWorld()
  other = await world.otherAccount()
  await filled(world, 'Face cream')
  await filled(other, 'Their cream')
})
afterAll(() => world?.close())

async function filled(caller: Caller, name: string): Promise<void> {
  await caller.post('/v1/products', { sku: 'CREAM', name, gtin })
  for (const batch of ['L1', 'L2'])
    await caller.post('/v1/receipts', {
      warehouse: 'CHI',
      lines: [{ product: 'CREAM', batch, quantity: 3, expiresOn: '2027-06-30', supplierLot: 'SECRET' }],
    })
}

const allowed = (caller: Caller) =>
  caller.call('PUT', '/v1/label-settings', { publicPage: true, address: 'https://firstout.example' })
const keyOf = ({ accountId }: Caller) => Buffer.from(accountId.replaceAll('-', ''), 'hex').toString('base64url')
/** As a stranger asks who holds the package. */
const page = async (of: Caller, batch: string, asked = gtin) =>
  world.call('POST', '/v1/batch-page', { account: keyOf(of), gtin: asked, batch }, { authorization: '' })
const batchIdOf = async (caller: Caller, code: string) => (await caller.get(`/v1/batches?called=${code}`)).items[0].id

async function recalled(caller: Caller, code: string, kind = 'recall'): Promise<Json> {
  await caller.call('PUT', '/v1/recall-settings', { twoPeople: false })
  const scope = { parts: [{ kind: 'batch', batch: await batchIdOf(caller, code) }] }
  const texts = { title: 'Splinters', reason: 'glass in the jar', hazard: 'cuts' }
  const recall = await caller.post('/v1/recalls', {
    kind,
    ...(kind === 'recall' ? { class: 'II' } : {}),
    ...texts,
    scope,
  })
  await caller.post(`/v1/recalls/${recall.id}/start`, {})
  return recall
}

test('without being allowed there is no page, and no link of ours on labels', async () => {
  expect((await world.get('/v1/label-settings')).publicPage).toBe(false)
  expect(await page(world, 'L1')).toMatchObject({ status: 404, body: { code: 'batch_page_off' } })
  const shown = await world.post('/v1/labels/preview', {
    kind: 'batch',
    of: await batchIdOf(world, 'L1'),
    template: 'batch-100x50',
  })
  expect(shown.codes[1].message).toBe(`https://id.gs1.org/01/${gtin}/10/L1?17=270630`)
})

test('where it is allowed, the code on a label leads to the page, which tells the product and the last day and nothing more', async () => {
  await allowed(world)
  const print = { kind: 'batch', of: [await batchIdOf(world, 'L1')], template: 'batch-100x50', format: 'pdf' }
  const { id } = await world.post('/v1/label-prints', print)
  const [codes = []] = await readPdf((await world.call('GET', `/v1/label-prints/${id}/file`)).body)
  expect(codes.map(({ text }) => text)).toContain(
    `https://firstout.example/b/${keyOf(world)}/01/${gtin}/10/L1?17=270630`,
  )
  const { status, body, headers } = await page(world, 'L1')
  expect([status, headers['cache-control']]).toEqual([200, 'no-store'])
  expect(body).toEqual({
    brand: 'Acme Cosmetics',
    contact: null,
    batch: 'L1',
    known: { product: 'Face cream', lastDay: { name: 'Expires', on: '2027-06-30' } },
    recalls: [],
  })
})

test('a batch that is not known, or a GTIN that is none, is said not to be known', async () => {
  await allowed(world)
  await world.call('PUT', '/v1/notice-settings', {
    language: 'en',
    audience: 'consumer',
    contact: 'call 555 0100',
    silentDays: 3,
    againByItself: false,
    retentionDays: 730,
  })
  for (const answer of [await page(world, 'L9'), await page(world, 'L1', '12345')])
    expect(answer.body).toMatchObject({ known: null, contact: 'call 555 0100', recalls: [] })
})

test('a recalled batch says so and what to do, also when the recall is over; its sister does not', async () => {
  await allowed(world)
  const { id } = await recalled(world, 'L2')
  const { body } = await page(world, 'L2')
  expect(body.recalls.map(({ isOver }: Json) => isOver)).toEqual([false])
  const lines = body.recalls[0].passages.flatMap((passage: Json) => passage.lines)
  expect(lines).toEqual(expect.arrayContaining(['glass in the jar', 'cuts']))
  expect((await page(world, 'L1')).body.recalls).toEqual([])
  await world.post(`/v1/recalls/${id}/end`, { reason: 'all came back' })
  expect((await page(world, 'L2')).body.recalls.map(({ isOver }: Json) => isOver)).toEqual([true])
})

test('what never left is nobody’s business: a stock recovery is not told', async () => {
  await allowed(world)
  await recalled(world, 'L1', 'stock_recovery')
  expect((await page(world, 'L1')).body.recalls).toEqual([])
})

test('each account has its own page: one that allows it tells nothing of another with the same GTIN and batch', async () => {
  await allowed(world)
  expect((await page(other, 'L1')).status).toBe(404)
  await allowed(other)
  const theirs = await page(other, 'L2')
  expect(theirs.body).toMatchObject({ brand: 'Other 1', known: { product: 'Their cream' }, recalls: [] })
  expect(theirs.text).not.toContain('Acme')
  const wrong = await world.call(
    'POST',
    '/v1/batch-page',
    { account: 'AAAAAAAAAAAAAAAAAAAAAA', gtin, batch: 'L1' },
    { authorization: '' },
  )
  expect([wrong.status, wrong.body.code]).toEqual([404, 'batch_page_off'])
})
