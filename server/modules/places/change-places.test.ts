import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Json, openWorld, type World } from '../../test/world.ts'

let world: World
let chicago: Json
let dallas: Json
beforeAll(async () => {
  world = await openWorld({ works: false })
  dallas = await world.post('/v1/warehouses', { code: 'DAL', name: 'Dallas', timeZone: 'America/Chicago' })
  chicago = (await world.get('/v1/warehouses')).items[0]
})
afterAll(() => world?.close())

const change = (url: string, body: Json) => world.call('PATCH', url, body)

test('a warehouse has its name, address and time zone changed, and the days of its stock with them', async () => {
  await world.post('/v1/products', { sku: 'TEA', name: 'Green tea' })
  const line = { product: 'TEA', quantity: 1, batch: 'A', expiresOn: '2025-11-30' }
  await world.post('/v1/receipts', { warehouse: 'DAL', lines: [line] })
  const daysLeft = async () => (await world.get('/v1/stock?warehouse=DAL')).items[0].daysLeft
  expect(await daysLeft()).toBe(7)
  const { body } = await change(`/v1/warehouses/${dallas.id}`, {
    name: 'Sydney',
    timeZone: 'Australia/Sydney',
    address: '1 Dock Road',
  })
  expect(body).toMatchObject({ code: 'DAL', name: 'Sydney', timeZone: 'Australia/Sydney', address: '1 Dock Road' })
  expect(await daysLeft()).toBe(6)
  expect((await change(`/v1/warehouses/${dallas.id}`, { timeZone: 'Mars/Olympus' })).status).toBe(422)
  const [entry] = (await world.get(`/v1/audit?subject=${dallas.id}`)).items
  expect(entry).toMatchObject({ action: 'warehouse.change', before: { name: 'Dallas' }, after: { name: 'Sydney' } })
})

test('a zone and the places in it are changed; a place stays in its warehouse', async () => {
  const zone = { warehouseId: chicago.id, code: 'C', name: 'Cold', storage: 'cool' }
  const made = await world.post('/v1/zones', zone)
  const elsewhere = await world.post('/v1/zones', { ...zone, warehouseId: dallas.id })
  expect((await change(`/v1/zones/${made.id}`, { name: 'Freezer', storage: 'frozen' })).body).toMatchObject({
    code: 'C',
    name: 'Freezer',
    storage: 'frozen',
  })
  const { items } = await world.get(`/v1/places?warehouse=${chicago.id}&text=mai`)
  expect(items).toHaveLength(1)
  const address = `/v1/places/${items[0].id}`
  expect((await change(address, { code: 'A-01', zoneId: made.id })).body).toMatchObject({
    code: 'A-01',
    zoneId: made.id,
  })
  expect((await change(address, { zoneId: elsewhere.id })).body.facts.problems).toEqual([
    { at: 'zoneId', message: 'must be a zone of the same warehouse' },
  ])
  expect((await change(address, { zoneId: null })).body).toMatchObject({ code: 'A-01', zoneId: null })
  expect((await change(address, { code: 'DOCK' })).status).toBe(409)
})
