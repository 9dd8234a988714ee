import { afterEach, beforeEach, expect, test } from 'vitest'
import { batchesOf, gifts, kit, linesOfParts, orderKits, setKit } from '../kit-stories.ts'
import { differences, order, orderNow, product, receive } from '../stories.ts'
import { type Json, openWorld, type World } from '../world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const pickAll = async ({ id }: { id: string }): Promise<void> => {
  const wave = await world.post('/v1/pick-waves', { warehouse: 'CHI', orders: [id] })
  for (const { orderLineId, batchId, placeId, quantity } of wave.tasks)
    await world.post(`/v1/pick-waves/${wave.id}/picks`, {
      orderLine: orderLineId,
      batch: batchId,
      place: placeId,
      quantity,
    })
}
const told = ({ lines }: Json) => lines.map((one: Json) => `${one.quantity} ${one.batchCode} of ${one.kitSku}`)

test('scenario 70: of a bundle of two P and one Q each component’s batches are chosen, and shown per parcel', async () => {
  await gifts(world, { p: [3, 10], q: 5 })
  const placed = await orderKits(world, 3)
  expect(placed).toMatchObject({ state: 'open', lineCount: 1, quantity: 9, allocated: 9, backOrdered: 0 })
  expect(placed.lines).toMatchObject([
    {
      sku: 'GIFT',
      quantity: 3,
      allocated: 3,
      shipped: 0,
      backOrdered: 0,
      batches: [],
      components: [
        { sku: 'P', lineNo: 1, perKit: 2, quantity: 6, allocated: 6 },
        { sku: 'Q', lineNo: 1, perKit: 1, quantity: 3, allocated: 3 },
      ],
    },
  ])
  expect(batchesOf(placed)).toEqual(['P: 3 P1 + 3 P2', 'Q: 3 Q1'])
  expect(await orderNow(world, placed)).toEqual(placed)

  await pickAll(placed)
  const one = [
    { orderLine: placed.lines[0].components[0].id, batch: 'P1', quantity: 2 },
    { orderLine: placed.lines[0].components[1].id, batch: 'Q1', quantity: 1 },
  ]
  const first = await world.post('/v1/parcels', { order: placed.id, lines: one })
  const second = await world.post('/v1/parcels', { order: placed.id })
  expect(first.kits).toMatchObject([{ sku: 'GIFT', productName: 'Kit GIFT', lineNo: 1, whole: 1 }])
  expect([told(first), told(second)]).toEqual([
    ['2 P1 of GIFT', '1 Q1 of GIFT'],
    ['1 P1 of GIFT', '3 P2 of GIFT', '2 Q1 of GIFT'],
  ])
  const { items } = await world.post('/v1/shipments', { order: placed.id, parcels: [first.number, second.number] })
  expect(items[0].kits).toMatchObject([{ sku: 'GIFT', whole: 3 }])
  expect(await orderNow(world, placed)).toMatchObject({
    state: 'shipped',
    shipped: 9,
    lines: [{ quantity: 3, allocated: 0, shipped: 3, backOrdered: 0 }],
  })
  expect(await differences(world)).toEqual([])
})

test('kits in kits to a depth of five are the components of the last, each once', async () => {
  await product(world)
  await product(world, { sku: 'Q' })
  await receive(world, [
    { batch: 'P1', quantity: 1000, expiresOn: '2026-03-01' },
    { product: 'Q', batch: 'Q1', quantity: 1000, expiresOn: '2026-03-01' },
  ])
  await kit(world, 'K1', '2 P, 1 Q')
  for (const depth of [2, 3, 4, 5]) await kit(world, `K${depth}`, `2 K${depth - 1}, 1 P`)
  const placed = await order(world, 3, { line: { product: 'K5' } })
  // Of one: 2, then twice as many and one more at each depth: 5, 11, 23, 47.
  expect(batchesOf(placed)).toEqual(['P: 141 P1', 'Q: 48 Q1'])
  expect(placed.lines[0]).toMatchObject({ sku: 'K5', quantity: 3, allocated: 3 })
})

test('what a kit holds is that of the moment of the order, and stays with it', async () => {
  await gifts(world, { p: [10, 0], q: 10 })
  const placed = await orderKits(world, 2)
  expect((await setKit(world, 'GIFT', '1 P, 3 Q')).status).toBe(200)
  expect(batchesOf(await orderNow(world, placed))).toEqual(['P: 4 P1', 'Q: 2 Q1'])
  const { id } = placed.lines[0]
  const more = await world.call('PATCH', `/v1/orders/${placed.id}`, { lines: [{ id, quantity: 3 }] })
  expect(batchesOf(more.body)).toEqual(['P: 6 P1', 'Q: 3 Q1'])
  expect(batchesOf(await orderKits(world, 1))).toEqual(['P: 1 P1', 'Q: 3 Q1'])
  expect((await setKit(world, 'GIFT', null)).body).toMatchObject({ kit: [] })
  expect((await orderKits(world, 1)).lines[0]).toMatchObject({ components: [], backOrdered: 1 })
})

test('no half kit is packed or leaves by accident, and one that is sent in parts on purpose is whole in the end', async () => {
  await gifts(world, { p: [10, 0], q: 1 })
  const placed = await orderKits(world, 2)
  expect(placed.lines[0]).toMatchObject({ allocated: 1, backOrdered: 1 })
  await pickAll(placed)
  const half = { order: placed.id, lines: linesOfParts(placed, ['P']) }
  const words = 'Line 1, GIFT: 2 of Q would be missing. Send whole kits, or say that a part may go alone.'
  for (const url of ['/v1/parcels', '/v1/shipments'])
    expect((await world.call('POST', url, half)).body).toMatchObject({ code: 'kit_incomplete', detail: words })
  expect((await world.call('POST', '/v1/shipments', { order: placed.id })).body).toMatchObject({
    facts: { kits: [{ line: 1, sku: 'GIFT', missing: [{ sku: 'Q', quantity: 1 }] }] },
  })
  const { items } = await world.post('/v1/shipments', { ...half, partKits: true })
  expect(items[0].kits).toMatchObject([{ sku: 'GIFT', whole: 0 }])
  expect((await orderNow(world, placed)).lines[0]).toMatchObject({ quantity: 2, allocated: 1, shipped: 0 })
  const tooFew = { lines: [{ id: placed.lines[0].id, quantity: 1 }] }
  expect((await world.call('PATCH', `/v1/orders/${placed.id}`, tooFew)).body).toMatchObject({ code: 'kit_begun' })
  await receive(world, [{ product: 'Q', batch: 'Q2', quantity: 1, expiresOn: '2026-09-01' }])
  await world.post('/v1/shipments', { order: placed.id })
  expect(await orderNow(world, placed)).toMatchObject({ state: 'shipped', lines: [{ quantity: 2, shipped: 2 }] })
  const { items: audit } = await world.get('/v1/audit?limit=500')
  const sent = audit.filter(({ action }: Json) => action === 'shipment.ship')
  expect(sent.map(({ after }: Json) => after.partKits?.[0].missing ?? null)).toEqual([
    null,
    [{ sku: 'Q', quantity: 2 }],
  ])
  expect(await differences(world)).toEqual([])
})
