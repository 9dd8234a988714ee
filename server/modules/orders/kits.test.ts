import { afterEach, beforeEach, expect, test } from 'vitest'
import { pickOf } from '../../test/floor.ts'
import { batchesOf, gifts, kit, linesOfParts, orderKits, partsOf, setKit } from '../../test/kit-stories.ts'
import { differences, order, orderNow, product, receive } from '../../test/stories.ts'
import { type Json, openWorld, type World } from '../../test/world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
  await gifts(world, { p: [4, 10], q: 6 })
})
afterEach(() => world.close())

const change = (placed: Json, lines: Json) =>
  world.call('PATCH', `/v1/orders/${placed.id}`, { lines, reason: 'asked for' })

test('another quantity of a kit is another of each part, and what is freed is what expires last', async () => {
  const placed = await orderKits(world, 3)
  const [line] = placed.lines
  expect(batchesOf(placed)).toEqual(['P: 4 P1 + 2 P2', 'Q: 3 Q1'])
  const fewer = (await change(placed, [{ id: line.id, quantity: 1 }])).body
  expect(batchesOf(fewer)).toEqual(['P: 2 P1', 'Q: 1 Q1'])
  expect(fewer.lines[0]).toMatchObject({ ordered: 3, quantity: 1, allocated: 1 })
  const more = (await change(placed, [{ id: line.id, quantity: 7 }])).body
  expect(more).toMatchObject({ quantity: 21, lines: [{ quantity: 7, allocated: 6, backOrdered: 1 }] })
  const { items } = await world.get('/v1/audit?limit=5')
  const told = { before: { lines: [{ id: line.id, quantity: 1 }] }, after: { lines: [{ id: line.id, quantity: 7 }] } }
  expect(items[0]).toMatchObject({ action: 'order.change', ...told, reason: 'asked for' })
  expect(await differences(world)).toEqual([])
})

test('a part is not changed alone: the refusal names the line of its kit', async () => {
  const placed = await orderKits(world, 1)
  const [line] = placed.lines
  const alone = await change(placed, [{ id: line.components[0].id, quantity: 5 }])
  const message = `is a part of GIFT: change the line of the kit, ${line.id}`
  expect(alone.body.facts.problems).toEqual([{ at: 'lines[0].id', message }])
  const beyond = await change(placed, [{ id: line.id, quantity: 9_000_000_000_000 }])
  expect(beyond.body.facts.problems).toEqual([{ at: 'lines[0].quantity', message: 'is too large' }])
})

test('a cancelled kit frees all its parts; one that left in parts keeps what left, and counts no whole kit', async () => {
  const placed = await orderKits(world, 2)
  await world.post(`/v1/orders/${placed.id}/cancellation`, { reason: 'changed mind' })
  expect(await orderNow(world, placed)).toMatchObject({
    state: 'cancelled',
    allocated: 0,
    lines: [{ quantity: 0, backOrdered: 0 }],
  })
  const half = await orderKits(world, 1)
  await world.post('/v1/shipments', { order: half.id, partKits: true, lines: linesOfParts(half, ['Q']) })
  await world.post(`/v1/orders/${half.id}/cancellation`, { reason: 'changed mind' })
  expect(await orderNow(world, half)).toMatchObject({
    shipped: 1,
    lines: [{ quantity: 0, allocated: 0, shipped: 0, backOrdered: 0, components: [{ shipped: 0 }, { shipped: 1 }] }],
  })
  expect(await differences(world)).toEqual([])
})

test('in bulk each order tells its kits and their parts, and a repeat gives the same answer', async () => {
  const order1 = {
    id: '01a221e2-0000-7000-8000-000000000001',
    lines: [
      { product: 'Q', quantity: 1 },
      { product: 'GIFT', quantity: 8 },
    ],
  }
  const bulk = { orders: [order1, { lines: [{ product: 'NONE', quantity: 1 }] }] }
  const { results, accepted, refused } = await world.post('/v1/orders/bulk', bulk)
  expect([accepted, refused]).toEqual([1, 1])
  expect(results[0].answer).toMatchObject({
    allocated: 20,
    backOrdered: 5,
    lines: [
      { allocated: 1, backOrdered: 0, components: [] },
      {
        allocated: 5,
        backOrdered: 3,
        components: [
          { allocated: 14, backOrdered: 2 },
          { allocated: 5, backOrdered: 3 },
        ],
      },
    ],
  })
  const again = await world.post('/v1/orders/bulk', bulk)
  expect(again.results[0]).toEqual({ ...results[0], again: true })
  const single = { id: '01a221e2-0000-7000-8000-000000000002', lines: [{ product: 'GIFT', quantity: 1 }] }
  expect(await world.post('/v1/orders', single)).toEqual(await world.post('/v1/orders', single))
  expect((await world.get('/v1/orders')).items.map(({ lineCount }: Json) => lineCount)).toEqual([1, 2])
})

test('a kit of which a part is archived is not sold, and the refusal names the part', async () => {
  const { id } = await world.get('/v1/products/Q')
  await world.call('PATCH', `/v1/products/${id}`, { archived: true })
  const refused = await world.call('POST', '/v1/orders', { lines: [{ product: 'GIFT', quantity: 1 }] })
  const message = 'GIFT holds Q, which is archived: bring it back, or change the kit'
  expect(refused.body.facts.problems).toEqual([{ at: 'lines[0]', message }])
  const past = { history: true, orderedAt: '2025-11-20T12:00:00Z', lines: [{ product: 'GIFT', quantity: 1 }] }
  expect((await world.post('/v1/orders', past)).allocated).toBe(3)
})

test('rules of a channel judge each part by its own life', async () => {
  await world.post('/v1/rules', { name: 'Long', channel: 'amazon', product: 'P', lifeDaysMin: 120, reason: 'terms' })
  expect(batchesOf(await orderKits(world, 1, { channel: 'amazon' }))).toEqual(['P: 2 P2', 'Q: 1 Q1'])
  expect(batchesOf(await orderKits(world, 1))).toEqual(['P: 2 P1', 'Q: 1 Q1'])
})

test('an order is found by the kit and by its parts, and a customer’s batches name the kit they came in', async () => {
  await world.post('/v1/customers', { code: 'ANN', name: 'Ann' })
  const placed = await orderKits(world, 1, { customer: 'ANN' })
  await order(world, 1)
  for (const sku of ['GIFT', 'Q']) {
    const { id } = await world.get(`/v1/products/${sku}`)
    expect((await world.get(`/v1/orders?product=${id}`)).items).toMatchObject([{ number: placed.number }])
  }
  await world.post('/v1/shipments', { order: placed.id })
  const { items } = await world.get('/v1/customers/ANN/batches')
  expect(items.map(({ sku, kitSku }: Json) => `${sku} in ${kitSku}`).sort()).toEqual(['P in GIFT', 'Q in GIFT'])
  expect((await world.call('GET', '/v1/customers/ANN/batches.csv')).text).toContain('Part of kit')
})

test('two shipments of one request that make whole kits together are judged together', async () => {
  const placed = await orderKits(world, 1)
  const shipments = [
    { order: placed.id, partKits: true, lines: linesOfParts(placed, ['P']) },
    { order: placed.id, lines: linesOfParts(placed, ['Q']) },
  ]
  expect(await world.post('/v1/shipments/bulk', { shipments })).toMatchObject({ accepted: 2, refused: 0 })
  expect(await orderNow(world, placed)).toMatchObject({ state: 'shipped' })
})

test('serials of a part are scanned and shown as of any product', async () => {
  await product(world, { sku: 'S', tracking: 'serial' })
  await kit(world, 'SET', '1 S, 1 Q')
  await receive(world, [{ product: 'S', batch: 'S1', quantity: 2, expiresOn: '2026-06-01', serials: ['N1', 'N2'] }])
  const placed = await order(world, 1, { line: { product: 'SET' } })
  const [serial, other] = linesOfParts(placed, ['S']).concat(linesOfParts(placed, ['Q']))
  const { items } = await world.post('/v1/shipments', {
    order: placed.id,
    lines: [{ ...serial, serials: ['N2'] }, other],
  })
  const lines = items[0].lines.map(({ sku, kitSku, serials }: Json) => [sku, kitSku, ...serials])
  expect(lines.sort()).toEqual([
    ['Q', 'SET'],
    ['S', 'SET', 'N2'],
  ])
})

test('what a kit comes to is bounded: too many parts, and more than can be counted, are refused', async () => {
  const many = Array.from({ length: 101 }, (_, at) => `M${at}`)
  for (const sku of many) await product(world, { sku })
  await kit(
    world,
    'HALF1',
    many
      .slice(0, 60)
      .map((sku) => `1 ${sku}`)
      .join(', '),
  )
  await kit(
    world,
    'HALF2',
    many
      .slice(60)
      .map((sku) => `1 ${sku}`)
      .join(', '),
  )
  const all = await world.call('POST', '/v1/products', { sku: 'ALL', name: 'All', kit: partsOf('1 HALF1, 1 HALF2') })
  expect(all.body.facts.problems).toEqual([{ at: 'kit', message: 'comes to 101 products; 100 is the most' }])
  expect((await setKit(world, 'GIFT', '1000000000000 P')).status).toBe(200)
  const refused = await world.call('POST', '/v1/orders', { lines: [{ product: 'GIFT', quantity: 1000 }] })
  expect(refused.body.facts.problems).toEqual([{ at: 'lines[0]', message: 'the quantity is too large' }])
})

test('a kit is not wanted whole or not at all: its parts are allocated one by one, and the refusal says so', async () => {
  const refused = await world.call('POST', '/v1/orders', {
    lines: [{ product: 'GIFT', quantity: 1, shortage: 'whole' }],
  })
  const message = 'GIFT is a kit, and its parts are allocated one by one: leave out "shortage", or order the parts'
  expect(refused.body.facts.problems).toEqual([{ at: 'lines[0]', message }])
})

test('a kit whose parts lie in two warehouses is whole with the second parcel', async () => {
  await world.post('/v1/warehouses', { code: 'DAL', name: 'Dallas', timeZone: 'America/Chicago' })
  await product(world, { sku: 'R', name: 'Ribbon' })
  await kit(world, 'BOW', '1 R, 1 Q')
  await receive(world, [{ product: 'R', batch: 'R1', quantity: 1, expiresOn: '2026-09-01' }], { warehouse: 'DAL' })
  const placed = await order(world, 1, { line: { product: 'BOW' } })
  for (const [warehouse, batch] of [
    ['CHI', 'Q1'],
    ['DAL', 'R1'],
  ] as const) {
    const { id } = await world.post('/v1/pick-waves', { warehouse, orders: [placed.id] })
    await pickOf(world, id, { batch, quantity: 1 })
  }
  const half = await world.call('POST', '/v1/parcels', { order: placed.id, warehouse: 'CHI' })
  expect(half.body).toMatchObject({ code: 'kit_incomplete' })
  await world.post('/v1/parcels', { order: placed.id, warehouse: 'CHI', partKits: true })
  expect((await world.call('POST', '/v1/parcels', { order: placed.id, warehouse: 'DAL' })).status).toBe(201)
})

test('what a rule would leave short of kits is worth what the kits are sold for, each once', async () => {
  await world.post('/v1/orders', {
    channel: 'amazon',
    lines: [{ product: 'GIFT', quantity: 3, unitPrice: 5000, currency: 'USD' }],
  })
  const rule = { name: 'Fresh', channel: 'amazon', lifeDaysMin: 3000, reason: 'terms' }
  const told = await world.post('/v1/rule-preview', { rule })
  expect(told.losing).toMatchObject({ lines: 2, leftWaiting: 9, value: [{ currency: 'USD', amount: 15000 }] })
  expect(told.lines.map(({ sku, kitSku }: Json) => `${sku} in ${kitSku}`).sort()).toEqual(['P in GIFT', 'Q in GIFT'])
})
