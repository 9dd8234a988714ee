/**
 * What does not belong: an archived product or partner in a receipt or an order, a zone of another warehouse, a neighbour before the
 * very thing that was looked for.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { batchId, order, product, receiptOf, receive } from './stories.ts'
import { type Json, openWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld({ works: false })
  await product(world)
  await receive(world, [{ batch: 'B-1', quantity: 10, expiresOn: '2026-01-01' }])
})
afterAll(() => world?.close())

test('an archived product is neither received, announced nor ordered, unless as history; back in the catalog it is', async () => {
  const { id } = await world.get('/v1/products/P')
  const archive = (archived: boolean) => world.call('PATCH', `/v1/products/${id}`, { archived, reason: 'season' })
  await archive(true)
  const listed = async (query: string) => (await world.get(`/v1/products${query}`)).items.map(({ sku }: Json) => sku)
  expect([await listed(''), await listed('?archived=true')]).toEqual([[], ['P']])
  const line = { product: 'P', quantity: 1 }
  const asks = [
    ['/v1/receipts', receiptOf([{ batch: 'B-1', quantity: 1 }])],
    ['/v1/inbounds', { number: 'PO-1', warehouse: 'CHI', lines: [line] }],
    ['/v1/orders', { lines: [line] }],
  ] as const
  for (const [url, body] of asks) {
    const answer = await world.call('POST', url, body)
    expect([answer.status, answer.body.detail]).toEqual([
      422,
      expect.stringContaining(
        'P is archived: bring it back on its page in the catalog before it is received or ordered',
      ),
    ])
  }
  await world.post('/v1/orders', { history: true, orderedAt: '2025-11-20T12:00:00Z', lines: [line] })
  expect((await archive(false)).status).toBe(200)
  for (const [url, body] of asks) await world.post(url, body)
})

test('a place has a zone of its own warehouse', async () => {
  const dallas = await world.post('/v1/warehouses', { code: 'DAL', name: 'Dallas', timeZone: 'America/Chicago' })
  const [{ id: chicago }] = (await world.get('/v1/warehouses')).items
  const cool = { code: 'COOL', name: 'Cool room', storage: 'cool' }
  const { id: zoneId } = await world.post('/v1/zones', { warehouseId: dallas.id, ...cool })
  const add = (warehouseId: string) =>
    world.call('POST', '/v1/places', {
      places: [
        { warehouseId, code: 'A-1' },
        { warehouseId, code: 'A-2', zoneId },
      ],
    })
  expect((await add(chicago)).body).toMatchObject({
    code: 'invalid_input',
    detail: 'Place 2, zone id must be a zone of the same warehouse.',
  })
  expect((await add(dallas.id)).status).toBe(201)
})

test('the very thing is found, however many begin like it', async () => {
  for (let at = 0; at < 12; at += 1) {
    const number = `PO-7${at === 11 ? '' : at}`
    await world.post('/v1/inbounds', { number, warehouse: 'CHI', lines: [{ product: 'P', quantity: 1 }] })
    await world.post('/v1/suppliers', { code: `S-7${at === 11 ? '' : at}`, name: `Supplier ${at}` })
  }
  for (const [text, kind] of [
    ['po-7', 'inbound'],
    ['s-7', 'supplier'],
  ]) {
    const { items } = await world.get(`/v1/search?q=${text}`)
    const [first] = items
    expect([first.kind, (kind === 'supplier' ? first.detail : first.title).toLowerCase()]).toEqual([kind, text])
  }
})

test('the holds of a batch are all that cover it, of whatever scope', async () => {
  const { items: places } = await world.get('/v1/places?limit=500')
  const main = places.find(({ code }: Json) => code === 'MAIN').id
  const dock = places.find(({ code }: Json) => code === 'DOCK').id
  const batch = await batchId(world, 'B-1')
  const reason = 'wet'
  const held = [
    { scope: 'account', reason },
    { scope: 'product', product: 'P', reason },
    { scope: 'batch', batch, reason },
    { scope: 'place', place: main, reason },
    { scope: 'balance', batch, place: main, reason },
  ]
  for (const body of [...held, { scope: 'place', place: dock, reason }]) await world.post('/v1/holds', body)
  const { items } = await world.get(`/v1/holds?active=true&batch=${batch}`)
  expect(items.map(({ scope, placeCode }: Json) => [scope, placeCode])).toEqual([
    ['balance', 'MAIN'],
    ['place', 'MAIN'],
    ['batch', null],
    ['product', null],
    ['account', null],
  ])
  for (const { id } of (await world.get('/v1/holds')).items)
    await world.post(`/v1/holds/${id}/lifting`, { reason: 'dry' })
})

test('stock of a moment comes in pages of one knowledge, each row once', async () => {
  const batches = ['P-3', 'P-1', 'P-2']
  await receive(
    world,
    batches.map((batch) => ({ batch, quantity: 5, expiresOn: '2026-03-01' })),
  )
  await order(world, 1)
  const at = '2025-11-23T18:00:00Z'
  const page = (more: string) => world.get(`/v1/stock/as-of?at=${at}&limit=2${more}`)
  const first = await page('')
  world.clock.set('2025-11-23T17:00:00Z')
  await receive(world, [{ batch: 'P-2', quantity: 90 }])
  const rows = [...first.items]
  for (let { next } = first; next; ) {
    const answer = await page(`&cursor=${encodeURIComponent(next)}`)
    rows.push(...answer.items)
    next = answer.next
  }
  expect(rows.map(({ batchCode, quantity }: Json) => [batchCode, quantity])).toEqual([
    ['B-1', 11],
    ['P-1', 5],
    ['P-2', 5],
    ['P-3', 5],
  ])
  await world.post('/v1/warehouses', { code: 'NYC', name: 'New York', timeZone: 'America/New_York' })
  expect((await page('&warehouse=NYC')).items).toEqual([])
})

test('an archived supplier sends nothing new and an archived customer orders nothing, unless as history; brought back they do', async () => {
  const partners = {
    suppliers: await world.post('/v1/suppliers', { code: 'LEAF', name: 'Leaf & Co' }),
    customers: await world.post('/v1/customers', { code: 'SHOP', name: 'Corner shop' }),
  }
  const archive = async (archived: boolean) => {
    for (const [kind, { id }] of Object.entries(partners)) {
      const { body } = await world.call('PATCH', `/v1/${kind}/${id}`, { archived, reason: 'closed down' })
      expect([body.code, body.archivedAt !== null]).toEqual([partners[kind as 'suppliers'].code, archived])
    }
  }
  await archive(true)
  const listed = async (url: string) => (await world.get(url)).items.map(({ code }: Json) => code)
  for (const [kind, { code }] of Object.entries(partners))
    expect([await listed(`/v1/${kind}?text=${code}`), await listed(`/v1/${kind}?text=${code}&archived=true`)]).toEqual([
      [],
      [code],
    ])
  const line = { product: 'P', quantity: 1 }
  const asks = [
    ['/v1/receipts', { ...receiptOf([{ batch: 'B-1', quantity: 1 }]), supplier: 'LEAF' }, 'Supplier: Leaf & Co (LEAF)'],
    [
      '/v1/inbounds',
      { number: 'PO-L', warehouse: 'CHI', supplier: 'LEAF', lines: [line] },
      'Supplier: Leaf & Co (LEAF)',
    ],
    ['/v1/orders', { customer: 'SHOP', lines: [line] }, 'Customer: Corner shop (SHOP)'],
  ] as const
  for (const [url, body, who] of asks) {
    const answer = await world.call('POST', url, body)
    expect([answer.status, answer.body.detail]).toEqual([
      422,
      `${who} is archived: bring them back on their page before they are named in anything new.`,
    ])
  }
  const past = { history: true, orderedAt: '2025-11-20T12:00:00Z' }
  await world.post('/v1/orders', { ...past, customer: 'SHOP', lines: [line] })
  const { items } = await world.get(`/v1/audit?subject=${partners.customers.id}`)
  expect(items[0]).toMatchObject({ action: 'customer.change', reason: 'closed down', before: { archivedAt: null } })
  await archive(false)
  for (const [url, body] of asks) await world.post(url, body)
})
