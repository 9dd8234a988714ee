import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Json, openWorld, type World } from '../../test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld({ works: false })
  await world.post('/v1/products', { sku: 'TEA', name: 'Green tea', gtin: '9506000134352' })
  await world.post('/v1/suppliers', { code: 'LEAF', name: 'Leaf & Co' })
  const line = { product: 'TEA', quantity: 1, expiresOn: '2026-05-01' }
  await world.post('/v1/receipts', {
    warehouse: 'CHI',
    supplier: 'LEAF',
    lines: [
      { ...line, batch: 'B1', supplierLot: 'LC-77' },
      { ...line, batch: 'B10' },
    ],
  })
})
afterAll(() => world?.close())

test.each([
  ['b1', ['batch B1 exact', 'batch B10']],
  ['LC-77', ['batch B1 exact']],
  ['9506000134352', ['product TEA exact']],
  ['leaf & co', ['supplier Leaf & Co exact']],
  ['lea', ['supplier Leaf & Co']],
])('"%s" finds what is called so first, and says that it is', async (q, found) => {
  const { items } = await world.get(`/v1/search?q=${encodeURIComponent(q)}`)
  expect(items.map(({ kind, title, exact }: Json) => `${kind} ${title}${exact ? ' exact' : ''}`)).toEqual(found)
})
