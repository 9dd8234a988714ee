import { expect, test } from 'vitest'
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
