import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  await world.post('/v1/products', { sku: 'CAM', name: 'Camera', tracking: 'serial', dates: 'none' })
  await world.post('/v1/products', {
    sku: 'TEA',
    name: 'Green tea',
    receiptLifeDaysMin: 60,
    receiptLifeAction: 'accept',
  })
})
afterAll(() => world.close())

test('a receipt shows the serials that came, and the life that its product asks for on arrival', async () => {
  const made = await world.post('/v1/receipts', {
    warehouse: 'CHI',
    lines: [
      { product: 'CAM', quantity: 2, batch: 'C', serials: ['S-2', 'S-1'] },
      { product: 'TEA', quantity: 10, batch: 'A', expiresOn: '2026-01-02' },
    ],
  })
  expect(made.lines).toMatchObject([
    { serials: ['S-1', 'S-2'], lifeDaysLeft: null, lifeDaysNeeded: null },
    { serials: [], lifeDaysLeft: 40, lifeDaysNeeded: 60, outcome: 'accepted' },
  ])
  expect((await world.get(`/v1/receipts/${made.number}`)).lines[0].serials).toEqual(['S-1', 'S-2'])
})

test('announced shipments are found by what is in them', async () => {
  const announce = (number: string, product: string) =>
    world.post('/v1/inbounds', { number, warehouse: 'CHI', lines: [{ product, quantity: 5 }] })
  await announce('PO-1', 'TEA')
  await announce('PO-2', 'CAM')
  const { items } = await world.get('/v1/inbounds?state=open&product=TEA')
  expect(items.map(({ number }: { number: string }) => number)).toEqual(['PO-1'])
  expect((await world.call('GET', '/v1/inbounds?product=NOPE')).body).toMatchObject({ code: 'not_found' })
})
