import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld({ works: false })
})
afterAll(() => world?.close())

test('channels and categories are what orders, rules, pools and products name, each once, and none of another account', async () => {
  const other = await world.otherAccount()
  await other.post('/v1/products', { sku: 'S', name: 'S', category: 'Secret' })
  await other.post('/v1/orders', { channel: 'secret', lines: [{ product: 'S', quantity: 1 }] })
  await world.post('/v1/products', { sku: 'TEA', name: 'Green tea', category: 'Tea' })
  await world.post('/v1/products', { sku: 'SALT', name: 'Salt' })
  const rule = { rotation: 'fifo', reason: 'so' }
  await world.post('/v1/rules', { ...rule, name: 'One', channel: 'amazon', category: 'Tea' })
  await world.post('/v1/rules', { ...rule, name: 'Two', category: 'Coffee' })
  const pool = { name: 'P', product: 'TEA', quantity: 1, validUntil: '2099-01-01', reason: 'so' }
  await world.post('/v1/pools', { ...pool, channel: 'outlet' })
  for (const channel of ['shop', 'amazon', 'shop'])
    await world.post('/v1/orders', { channel, lines: [{ product: 'TEA', quantity: 1 }] })
  expect((await world.get('/v1/channels')).items).toEqual(['amazon', 'outlet', 'shop'])
  expect((await world.get('/v1/categories')).items).toEqual(['Coffee', 'Tea'])
})
