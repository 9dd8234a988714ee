import { expect, test } from 'vitest'
import { gifts, linesOfParts, orderKits } from '../../test/kit-stories.ts'
import { textsOf } from '../../test/pdf-texts.ts'
import { openWorld } from '../../test/world.ts'

test('a packing slip names the sender and what is still to come, and says the same when it is printed again', async () => {
  const world = await openWorld()
  await world.post('/v1/warehouses', {
    code: 'EWR',
    name: 'Newark',
    timeZone: 'America/New_York',
    address: '9 Dock Road, Newark',
  })
  await world.post('/v1/products', { sku: 'TEA', name: 'Green tea' })
  await world.post('/v1/customers', { code: 'GB', name: 'Green Basket', address: '1 Market Street' })
  const receive = (batch: string, quantity: number) =>
    world.post('/v1/receipts', {
      warehouse: 'EWR',
      lines: [{ product: 'TEA', quantity, batch, expiresOn: '2026-05-01' }],
    })
  await receive('A', 12)
  const order = await world.post('/v1/orders', { customer: 'GB', lines: [{ product: 'TEA', quantity: 20 }] })
  const ship = async () => (await world.post('/v1/shipments', { order: order.id })).items[0].id
  const slip = async (id: string) => textsOf((await world.call('GET', `/v1/shipments/${id}/packing-slip.pdf`)).body)
  const first = await ship()
  const printed = await slip(first)
  expect(printed).toEqual(
    expect.arrayContaining(['From', 'Acme Cosmetics', '9 Dock Road, Newark', 'To', 'Green Basket', '1 Market Street']),
  )
  expect(printed.slice(-2)).toEqual(['Still to come', '8 of TEA Green tea'])
  world.clock.set('2025-11-24T15:00:00.000Z')
  await receive('B', 8)
  const second = await ship()
  expect(await slip(second)).not.toContain('Still to come')
  expect(await slip(first)).toEqual(printed)
  await world.close()
})

test('a packing slip shows names of every European script, and says of others that they are not whole', async () => {
  const world = await openWorld({ works: false })
  await world.post('/v1/products', { sku: 'TEA', name: 'Чай зелёный' })
  const lines = [{ product: 'TEA', batch: 'A', quantity: 9, expiresOn: '2026-05-01' }]
  await world.post('/v1/receipts', { warehouse: 'CHI', lines })
  const slipOf = async (code: string, name: string) => {
    await world.post('/v1/customers', { code, name, address: 'ul. Żółta 5, Łódź' })
    const order = await world.post('/v1/orders', { customer: code, lines: [{ product: 'TEA', quantity: 1 }] })
    const { items } = await world.post('/v1/shipments', { order: order.id })
    return textsOf((await world.call('GET', `/v1/shipments/${items[0].id}/packing-slip.pdf`)).body).join(' ')
  }
  const whole = await slipOf('GR', 'Καφές Αθήνα')
  for (const said of ['Καφές Αθήνα', 'ul. Żółta 5, Łódź', 'Чай зелёный']) expect(whole).toContain(said)
  expect(whole).not.toContain('cannot show')
  expect(await slipOf('JP', '田中')).toContain('each letter that this paper cannot show (U+7530, U+4E2D)')
  await world.close()
})

test('the slip of a shipment and of a parcel names each kit, under it the batches of its parts, and of what kit a part is to come', async () => {
  const world = await openWorld()
  await gifts(world, { p: [4, 0], q: 2 })
  const placed = await orderKits(world, 2)
  const wave = await world.post('/v1/pick-waves', { warehouse: 'CHI', orders: [placed.id] })
  for (const { orderLineId: orderLine, batchId: batch, placeId: place, quantity } of wave.tasks)
    await world.post(`/v1/pick-waves/${wave.id}/picks`, { orderLine, batch, place, quantity })
  const parcel = await world.post('/v1/parcels', {
    order: placed.id,
    partKits: true,
    lines: linesOfParts(placed, ['P']),
  })
  const slip = async (path: string) =>
    textsOf((await world.call('GET', `/v1/${path}/packing-slip.pdf`)).body).join(' | ')
  expect(await slip(`parcels/${parcel.id}`)).toContain(
    'GIFT | Kit GIFT, which holds: | a part | P | Face cream | P1 | 2026-03-01 | 4',
  )
  const { items } = await world.post('/v1/shipments', { order: placed.id, parcels: [parcel.id], partKits: true })
  expect(await slip(`shipments/${items[0].id}`)).toContain('Still to come | 2 of Q Soap for GIFT')
  const rest = await world.post('/v1/shipments', { order: placed.id })
  expect(await slip(`shipments/${rest.items[0].id}`)).toContain('a part | Q | Soap | Q1 | 2026-09-01 | 2')
  await world.close()
})
