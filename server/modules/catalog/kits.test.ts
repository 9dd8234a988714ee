import { afterAll, beforeAll, expect, test } from 'vitest'
import { kit, partsOf, setKit } from '../../test/kit-stories.ts'
import { order, product, receive } from '../../test/stories.ts'
import { type Json, openWorld, type World } from '../../test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  for (const sku of ['P', 'Q', 'OLD', 'ASKED', 'COMING'])
    await product(world, { sku, packs: [{ name: 'case', quantity: 6 }] })
  await kit(world, 'A', '2 P')
  await kit(world, 'B', '1 A, 3 Q')
  await kit(world, 'C', '1 B')
  await receive(world, [{ product: 'OLD', batch: 'O', quantity: 1, expiresOn: '2026-06-01' }])
  const sold = await order(world, 1, { line: { product: 'OLD' } })
  await world.post('/v1/shipments', { order: sold.id })
})
afterAll(() => world.close())

const problemsOf = ({ status, body }: Json) => [
  status,
  ...body.facts.problems.map(({ at, message }: Json) => `${at} ${message}`),
]

test('a kit is told with its parts, alone and in the list, and found by its name', async () => {
  const parts = [
    { sku: 'A', quantity: 1 },
    { sku: 'Q', quantity: 3 },
  ]
  expect(await world.get('/v1/products/B')).toMatchObject({ sku: 'B', kit: parts })
  const { items } = await world.get('/v1/products?text=Kit')
  expect(items.map(({ sku, kit: held }: Json) => `${sku}: ${held.length}`)).toEqual(['A: 1', 'B: 2', 'C: 1'])
  expect((await world.get('/v1/search?q=Kit%20B')).items).toMatchObject([{ kind: 'product', title: 'B' }])
})

test('packs are counted in base units, and a change is in the audit with the parts before and after, and why', async () => {
  const made = await product(world, { sku: 'CASES', kit: [{ product: 'P', quantity: 2, pack: 'case' }] })
  expect(made.kit).toMatchObject([{ sku: 'P', quantity: 12 }])
  await world.call('PATCH', `/v1/products/${made.id}`, { kit: partsOf('1 P, 1 Q'), reason: 'smaller box' })
  const { items } = await world.get('/v1/audit?limit=5')
  expect(items[0]).toMatchObject({
    action: 'product.change',
    before: { kit: [{ sku: 'P', quantity: 12 }] },
    after: {
      kit: [
        { sku: 'P', quantity: 1 },
        { sku: 'Q', quantity: 1 },
      ],
    },
    reason: 'smaller box',
  })
})

test.each<[string, string, string, string[]]>([
  ['itself', 'A', '1 A', ['kit[0].product A cannot hold itself']],
  ['what holds it', 'A', '1 C', ['kit would hold itself: A, which holds C, which holds B, which holds A']],
  [
    'what is not there, and twice',
    'A',
    '1 NONE, 1 P, 2 P',
    ['kit[0].product there is no product "NONE"', 'kit[2].product P is named twice: say once how many the kit holds'],
  ],
])('a kit does not hold %s', async (_, sku, parts, says) => {
  expect(problemsOf(await setKit(world, sku, parts))).toEqual([422, ...says])
})

test('nothing, what is archived, a pack that is not there, and what is weighed make no kit', async () => {
  const gone = await product(world, { sku: 'GONE' })
  await world.call('PATCH', `/v1/products/${gone.id}`, { archived: true })
  const made = (body: Json) => world.call('POST', '/v1/products', { sku: 'NEW', name: 'New', ...body })
  expect(problemsOf(await made({ kit: [] }))).toEqual([
    422,
    'kit is empty: name what it holds, or null where it is no kit any more',
  ])
  const [, archived] = problemsOf(await made({ kit: partsOf('1 GONE') }))
  expect(archived).toContain('kit[0].product GONE is archived')
  const packed = await made({ kit: [{ product: 'P', quantity: 1, pack: 'pallet' }] })
  expect(problemsOf(packed)).toEqual([422, 'kit[0].pack P has no pack "pallet"'])
  expect(problemsOf(await made({ baseUnit: 'gram', kit: partsOf('1 P') }))).toEqual([
    422,
    'kit cannot be: NEW is not counted in pieces',
  ])
  expect((await world.call('GET', '/v1/products/NEW')).status).toBe(404)
})

test('what lies in stock, lay in it, is announced or is ordered by itself does not become a kit', async () => {
  expect((await setKit(world, 'OLD', '1 P')).body).toMatchObject({
    code: 'kit_in_use',
    detail: 'OLD has lain in stock itself, so it cannot be a kit. Add another product for the kit.',
  })
  const inbound = await world.post('/v1/inbounds', {
    number: 'IN',
    warehouse: 'CHI',
    lines: [{ product: 'COMING', quantity: 7 }],
  })
  const waits = await order(world, 4, { line: { product: 'ASKED' } })
  expect((await setKit(world, 'COMING', '1 P')).body.facts).toMatchObject({ announced: 7, ordered: 0, moved: false })
  expect((await setKit(world, 'ASKED', '1 P')).body.facts).toMatchObject({ announced: 0, ordered: 4, moved: false })
  await world.post(`/v1/inbounds/${inbound.id}/closing`)
  await world.post(`/v1/orders/${waits.id}/cancellation`, { reason: 'it is a kit' })
  expect([(await setKit(world, 'COMING', '1 P')).status, (await setKit(world, 'ASKED', '1 P')).status]).toEqual([
    200, 200,
  ])
})

test('a line at nothing whose product was made a kit since is not raised again', async () => {
  await product(world, { sku: 'LATER' })
  const both = {
    lines: [
      { product: 'LATER', quantity: 2 },
      { product: 'Q', quantity: 1 },
    ],
  }
  const placed = await world.post('/v1/orders', both)
  const change = (quantity: number) =>
    world.call('PATCH', `/v1/orders/${placed.id}`, { lines: [{ id: placed.lines[0].id, quantity }] })
  expect((await change(0)).status).toBe(200)
  expect((await setKit(world, 'LATER', '1 P')).status).toBe(200)
  expect(problemsOf(await change(2))).toEqual([
    422,
    'lines LATER is a kit and never lies in stock itself: order its parts',
  ])
})

test('a kit never lies in stock: it is not received, announced, counted, held, kept for a channel or ruled', async () => {
  const line = { product: 'A', quantity: 1 }
  const asks: readonly (readonly [string, Json, string])[] = [
    ['receipts', { warehouse: 'CHI', lines: [{ ...line, batch: 'X', expiresOn: '2026-06-01' }] }, 'lines[0]: receive'],
    ['inbounds', { number: 'KIT', warehouse: 'CHI', lines: [line] }, 'lines[0].product: announce'],
    ['adjustments', { warehouse: 'CHI', reason: 'found', lines: [line] }, 'lines[0]: count'],
    ['holds', { scope: 'product', product: 'A', reason: 'bad' }, 'product: hold'],
    ['rules', { name: 'R', product: 'A', lifeDaysMin: 1, reason: 'so' }, 'product: make rules for'],
    [
      'pools',
      { name: 'P', product: 'A', channel: 'shop', quantity: 1, validUntil: '2026-01-01', reason: 'so' },
      'product: keep pools of',
    ],
  ]
  for (const [url, body, says] of asks) {
    const [at, act] = says.split(': ')
    const message = `${at} A is a kit and never lies in stock itself: ${act} its parts`
    expect(problemsOf(await world.call('POST', `/v1/${url}`, body))).toEqual([422, message])
  }
  expect((await world.get('/v1/stock?product=A')).items).toEqual([])
})
