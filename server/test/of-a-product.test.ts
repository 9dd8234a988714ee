/**
 * What a product's own page asks for: its orders, the holds on it and on its batches; and the dates of its batches.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Json, openWorld, type World } from './world.ts'

let world: World
let tea: Json
let batch: string
beforeAll(async () => {
  world = await openWorld({ works: false })
  tea = await world.post('/v1/products', { sku: 'TEA', name: 'Tea', dates: 'optional' })
  await world.post('/v1/products', { sku: 'JAM', name: 'Jam' })
  const receipt = await world.post('/v1/receipts', {
    warehouse: 'CHI',
    lines: [
      { product: 'TEA', quantity: 10, batch: 'A' },
      { product: 'JAM', quantity: 10, batch: 'J', expiresOn: '2026-03-01' },
    ],
  })
  batch = receipt.lines[0].batchId
  for (const sku of ['TEA', 'JAM'])
    await world.post('/v1/orders', { number: `SO-${sku}`, lines: [{ product: sku, quantity: 1 }] })
  await world.post('/v1/holds', { scope: 'batch', batch, reason: 'one of its batches' })
  await world.post('/v1/holds', { scope: 'product', product: 'TEA', reason: 'all of it' })
  await world.post('/v1/holds', { scope: 'product', product: 'JAM', reason: 'another' })
})
afterAll(() => world?.close())

test('orders are found by what they ask for', async () => {
  const { items } = await world.get(`/v1/orders?product=${tea.id}`)
  expect(items.map(({ number }: Json) => number)).toEqual(['SO-TEA'])
})

test('holds are found by the product they are on, or whose batch they are on', async () => {
  const { items } = await world.get(`/v1/holds?product=${tea.id}`)
  expect(items.map(({ reason }: Json) => reason)).toEqual(['all of it', 'one of its batches'])
})

test('the first date of its kind is read from the label; only the next one corrects', async () => {
  const state = (on: string) =>
    world.post(`/v1/batches/${batch}/dates`, { kind: 'expiry', on, reason: 'read from the label' })
  await state('2026-05-01')
  await state('2026-06-01')
  const { dates } = await world.get(`/v1/batches/${batch}`)
  expect(dates.map(({ on, source }: Json) => [on, source])).toEqual([
    ['2026-06-01', 'corrected'],
    ['2026-05-01', 'typed'],
  ])
})

test('the stock of a moment comes as a spreadsheet as well', async () => {
  const { text } = await world.call('GET', `/v1/stock/as-of.csv?at=${world.clock.now()}&product=TEA`)
  expect(text.trim().split(/\r?\n/)).toEqual(['Product,Batch,Warehouse,Place,On hand', 'TEA,A,CHI,MAIN,10'])
})
