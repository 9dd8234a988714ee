import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../server/test/world.ts'
import { firstout, json, listening, type Place } from './firstout.ts'
import { openFolder } from './folder.ts'

const folder = openFolder()
let world: World
let place: Place
const run = (...args: string[]) => firstout(place, ...args)
beforeAll(async () => {
  world = await openWorld()
  place = await listening(world)
  await world.post('/v1/products', { sku: 'SOAP', name: 'Soap' })
})
afterAll(async () => {
  await world.close()
  folder.remove()
})

test('boxes are received closed and opened; the order that waits has the loose units', async () => {
  const receiving = ['receive', 'SOAP', '24', '--warehouse', 'CHI', '--batch', 'B1', '--expires', '2099-01-01']
  const uneven = await run(...receiving, '--boxes-of', '10')
  expect([uneven.code, uneven.stderr]).toEqual([3, expect.stringContaining('24 are no whole boxes of that')])
  expect((await run(...receiving, '--boxes-of', '12')).stdout).toContain('MAIN ×12')
  const placed = await world.post('/v1/orders', { lines: [{ product: 'SOAP', quantity: 7 }] })
  expect(placed.allocated).toBe(0)
  expect((await run('open-box', 'B1')).stdout).toContain('1 box of B1 at MAIN ×12 opened: 12 lie loose')
  expect((await world.get(`/v1/orders/${placed.id}`)).allocated).toBe(7)
  expect((await json(place, 'open-box', 'B1', '--place', 'MAIN ×12')).moves).toMatchObject([{ quantity: 12 }])
  const gone = await run('open-box', 'B1')
  expect([gone.code, gone.stderr]).toEqual([3, expect.stringContaining('No closed boxes of batch "B1" are here')])
})

test('boxes in two bins: one is named', async () => {
  const [{ id: warehouseId }] = (await world.get('/v1/warehouses')).items
  await world.post('/v1/places', { places: [{ warehouseId, code: 'A-01' }] })
  const line = { product: 'SOAP', batch: 'B2', expiresOn: '2099-01-01', quantity: 6, closedPackOf: 6 }
  await world.post('/v1/receipts', { warehouse: 'CHI', lines: [line, { ...line, place: 'A-01' }] })
  const asked = await run('open-box', 'B2')
  expect([asked.code, asked.stderr]).toEqual([2, expect.stringMatching(/CHI A-01 ×6.*Say which with --place/s)])
})

test('opening stock comes in closed boxes, and a row that is no whole boxes is named', async () => {
  const sheet = (quantity: number) =>
    folder.write(
      'stock.csv',
      `sku,quantity,warehouse,batch,expires_on,boxes_of\nSOAP,${quantity},CHI,B3,2099-01-01,10\n`,
    )
  const refused = await run('import', 'stock', sheet(25), '--reference', 'first')
  expect([refused.code, refused.stdout]).toEqual([
    3,
    expect.stringContaining('boxes_of is 10, and 25 are no whole boxes of that'),
  ])
  expect((await run('import', 'stock', sheet(20), '--reference', 'first')).code).toBe(0)
  const { items } = await json(place, 'stock', '--text', 'B3')
  expect(items).toMatchObject([{ placeCode: 'MAIN ×10', packOf: 10, onHand: 20 }])
})
