import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  await world.post('/v1/products', { sku: 'TEA', name: 'Green tea' })
  await world.post('/v1/products', { sku: 'CAM', name: 'Camera', tracking: 'serial', dates: 'none' })
  await world.post('/v1/receipts', {
    warehouse: 'CHI',
    lines: [
      { product: 'TEA', quantity: 100, batch: 'A', expiresOn: '2026-05-01' },
      { product: 'CAM', quantity: 2, batch: 'C', serials: ['S-1', 'S-2'] },
    ],
  })
})
afterAll(() => world.close())

const order = () =>
  world.post('/v1/orders', {
    lines: [
      { product: 'CAM', quantity: 1 },
      { product: 'TEA', quantity: 10 },
    ],
  })

test('carrier and tracking number are added after shipping, by whoever ships, and the audit has both states', async () => {
  const { lines, id: orderId } = await order()
  const shipped = await world.post('/v1/shipments', {
    order: orderId,
    lines: [{ orderLine: lines[1].id, batch: 'A', quantity: 10 }],
  })
  const { id, number } = shipped.items[0]
  const path = `/v1/shipments/${id}`
  const clerk = await world.as('warehouse')
  expect((await clerk.call('PATCH', path, { carrier: 'UPS', trackingNumber: '1Z999' })).status).toBe(200)
  const corrected = await clerk.call('PATCH', path, { trackingNumber: '1Z998', reason: 'a digit was wrong' })
  expect(corrected.body).toMatchObject({ number, carrier: 'UPS', trackingNumber: '1Z998' })
  expect((await world.get('/v1/shipments?tracking=1Z998')).items).toHaveLength(1)
  const [entry] = (await world.get(`/v1/audit?subject=${id}`)).items
  expect(entry).toMatchObject({
    action: 'shipment.change',
    before: { carrier: 'UPS', trackingNumber: '1Z999' },
    after: { carrier: 'UPS', trackingNumber: '1Z998' },
    reason: 'a digit was wrong',
  })
  const auditor = await world.as('auditor')
  expect((await auditor.call('PATCH', path, { carrier: null })).status).toBe(403)
  const nobody = await world.call('PATCH', `/v1/shipments/${orderId}`, { carrier: 'UPS' })
  expect(nobody.body).toMatchObject({ status: 404, code: 'not_found' })
})

test('a pick list says what is tracked by serial; a refusal counts the lines as they were asked', async () => {
  const { id, lines } = await order()
  const list = await world.get(`/v1/orders/${id}/pick-list`)
  expect(list.warehouses[0].lines).toEqual([
    expect.objectContaining({ sku: 'CAM', tracking: 'serial', baseUnit: 'each' }),
    expect.objectContaining({ sku: 'TEA', tracking: 'batch' }),
  ])
  const tea = { orderLine: lines[1].id, batch: 'A', quantity: 11 }
  const beyond = await world.call('POST', '/v1/shipments', { order: id, lines: [tea] })
  expect(beyond.body).toMatchObject({ code: 'ship_beyond_allocated', facts: { where: 'line 1', allocated: 10 } })
})

test('what can be shipped is listed by the day it is due, by warehouse and name, page by page', async () => {
  const here = await openWorld()
  await here.post('/v1/warehouses', { code: 'EWR', name: 'Newark', timeZone: 'America/New_York' })
  await here.post('/v1/products', { sku: 'TEA', name: 'Green tea' })
  await here.post('/v1/customers', { code: 'GB', name: 'Green Basket' })
  for (const warehouse of ['CHI', 'EWR'])
    await here.post('/v1/receipts', {
      warehouse,
      lines: [{ product: 'TEA', quantity: 20, batch: `B-${warehouse}`, expiresOn: '2026-05-01' }],
    })
  const place = (number: string, quantity: number, more: object) =>
    here.post('/v1/orders', { number, lines: [{ product: 'TEA', quantity }], ...more })
  await place('LATE', 5, { deliverOn: '2025-12-20', warehouse: 'CHI' })
  await place('SOON', 5, { deliverOn: '2025-11-27', warehouse: 'CHI', customer: 'GB' })
  await place('URGENT', 5, { deliverOn: '2025-11-27', warehouse: 'CHI', priority: 10 })
  await place('NOW', 1, { warehouse: 'EWR' })
  await place('SHORT', 30, { deliverOn: '2025-11-30', warehouse: 'EWR' })
  const numbers = async (query: string) =>
    (await here.get(`/v1/pick-lists${query}`)).items.map(({ number }: { number: string }) => number)
  expect(await numbers('')).toEqual(['NOW', 'URGENT', 'SOON', 'SHORT', 'LATE'])
  expect(await numbers('?warehouse=CHI')).toEqual(['URGENT', 'SOON', 'LATE'])
  expect(await numbers('?state=part')).toEqual(['SHORT'])
  expect(await numbers('?state=complete&text=green')).toEqual(['SOON'])
  const first = await here.get('/v1/pick-lists?limit=2')
  expect(await numbers(`?limit=2&cursor=${first.next}`)).toEqual(['SOON', 'SHORT'])
  expect(first.items[0]).toMatchObject({ dueOn: '2025-11-23', warehouses: ['EWR'], reserved: 1, waiting: 0 })
  await here.close()
})
