import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Json, openWorld, type World } from '../../test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld({ works: false })
})
afterAll(() => world?.close())

test('ids of any kind are told by name; those of another account and of nothing are not', async () => {
  const other = await world.otherAccount()
  const secret = await other.post('/v1/products', { sku: 'SECRET', name: 'Secret' })
  const product = await world.post('/v1/products', { sku: 'TEA', name: 'Green tea' })
  const receipt = await world.post('/v1/receipts', {
    warehouse: 'CHI',
    lines: [{ product: 'TEA', quantity: 10, batch: 'B1', expiresOn: '2026-05-01' }],
  })
  const [place] = (await world.get('/v1/places')).items.filter(({ kind }: Json) => kind === 'storage')
  const order = await world.post('/v1/orders', { number: 'SO-1', lines: [{ product: 'TEA', quantity: 4 }] })
  const ids = [product.id, receipt.id, receipt.lines[0].batchId, place.id, order.id, secret.id, receipt.lines[0].id]
  const { items } = await world.get(`/v1/names?ids=${ids.join(',')}`)
  expect(items.map(({ kind, title, detail }: Json) => `${kind} ${title} (${detail})`).sort()).toEqual([
    'batch B1 (TEA)',
    'order SO-1 (direct)',
    'place CHI · MAIN (storage)',
    'product TEA (Green tea)',
    `receipt ${receipt.number} ()`,
  ])
  expect((await world.call('GET', '/v1/names?ids=x')).status).toBe(422)
})
