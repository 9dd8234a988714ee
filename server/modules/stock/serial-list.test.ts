import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Json, openWorld, type World } from '../../test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld({ works: false })
})
afterAll(() => world?.close())

test('the serials of a batch are listed with where each is and what brought it there', async () => {
  await world.post('/v1/products', { sku: 'PUMP', name: 'Pump', tracking: 'serial' })
  const line = { product: 'PUMP', quantity: 3, batch: 'A', expiresOn: '2027-01-01', serials: ['S-1', 'S-2', 'T-3'] }
  const receipt = await world.post('/v1/receipts', { warehouse: 'CHI', lines: [line] })
  const batch = receipt.lines[0].batchId
  const order = await world.post('/v1/orders', { number: 'SO-1', lines: [{ product: 'PUMP', quantity: 1 }] })
  const shipment = await world.post('/v1/shipments', {
    order: 'SO-1',
    lines: [{ orderLine: order.lines[0].id, batch, quantity: 1, serials: ['S-2'] }],
  })
  const { items } = await world.get(`/v1/batches/${batch}/serials`)
  expect(
    items.map(({ code, warehouseCode, placeCode, documentId }: Json) => [
      code,
      warehouseCode,
      placeCode,
      documentId === receipt.id ? 'receipt' : documentId === shipment.items[0].id ? 'shipment' : documentId,
    ]),
  ).toEqual([
    ['S-1', 'CHI', 'MAIN', 'receipt'],
    ['S-2', null, 'CUSTOMER', 'shipment'],
    ['T-3', 'CHI', 'MAIN', 'receipt'],
  ])
  const first = await world.get(`/v1/batches/${batch}/serials?text=s-&limit=1`)
  const rest = await world.get(`/v1/batches/${batch}/serials?text=s-&limit=1&cursor=${first.next}`)
  expect([first.items[0].code, rest.items[0].code, rest.next]).toEqual(['S-1', 'S-2', null])
})
