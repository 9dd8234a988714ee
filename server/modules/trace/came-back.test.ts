/**
 * What came back stands beside what was sent, and the list of who got it agrees with the mass balance.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Json, openWorld, type World } from '../../test/world.ts'

let world: World
let batch: string
beforeAll(async () => {
  world = await openWorld({ works: false })
  await world.post('/v1/products', { sku: 'TEA', name: 'Green tea' })
  for (const code of ['C1', 'C2']) await world.post('/v1/customers', { code, name: `Shop ${code}` })
  const line = { product: 'TEA', quantity: 100, batch: 'A', expiresOn: '2026-01-01' }
  const receipt = await world.post('/v1/receipts', { warehouse: 'CHI', lines: [line] })
  batch = receipt.lines[0].batchId
  await world.post('/v1/lots', { code: 'L-1', batches: [batch] })
  for (const [number, customer, quantity] of [
    ['SO-1', 'C1', 10],
    ['SO-2', 'C1', 20],
    ['SO-3', 'C2', 30],
    ['SO-4', null, 5],
  ] as const) {
    const named = customer ? { customer } : {}
    await world.post('/v1/orders', { number, ...named, lines: [{ product: 'TEA', quantity }] })
    await world.post('/v1/shipments', { order: number })
  }
})
afterAll(() => world?.close())

async function comesBack(number: string, quantity: number, of: object): Promise<void> {
  const { id } = await world.post('/v1/returns', { number, ...of, lines: [{ product: 'TEA', quantity }] })
  await world.post(`/v1/returns/${id}/receipts`, { warehouse: 'CHI', lines: [{ line: 1, quantity, batch: 'A' }] })
}
const trace = () => world.get(`/v1/batches/${batch}/trace`)
const rows = ({ shipments }: Json) =>
  shipments.items.map(({ orderNumber, quantity, returned, kept }: Json) =>
    [orderNumber, quantity, returned, kept].join(' '),
  )

test('nothing came back', async () => {
  const told = await trace()
  expect(rows(told)).toEqual(['SO-4 5 0 5', 'SO-3 30 0 30', 'SO-2 20 0 20', 'SO-1 10 0 10'])
  expect(told).toMatchObject({ shipped: 65, returned: 0, kept: 65, returnedByUnknown: 0 })
})

test('what came back is beside what was sent: by the order, by the customer, else in the totals alone', async () => {
  await comesBack('R-1', 4, { orderNumber: 'SO-3' })
  await comesBack('R-2', 12, { customer: 'C1' })
  await comesBack('R-3', 2, {})
  // Announced is not back yet.
  await world.post('/v1/returns', { number: 'R-4', orderNumber: 'SO-3', lines: [{ product: 'TEA', quantity: 9 }] })
  const told = await trace()
  expect(rows(told)).toEqual(['SO-4 5 0 5', 'SO-3 30 4 26', 'SO-2 20 2 18', 'SO-1 10 10 0'])
  expect(told).toMatchObject({ shipped: 65, returned: 18, kept: 47, returnedByUnknown: 2 })
  expect(told.massBalance).toMatchObject({ shipped: told.kept, onHand: 53, gap: 0, alarm: null })
  expect(await world.get('/v1/lots/L-1/trace')).toMatchObject({ returned: 18, kept: 47, massBalance: { shipped: 47 } })
})

test('page by page, by customer and in the spreadsheet it is the same', async () => {
  const first = await world.get(`/v1/batches/${batch}/trace?limit=2`)
  const rest = await world.get(`/v1/batches/${batch}/trace?limit=2&cursor=${first.shipments.next}`)
  expect([...rows(first), ...rows(rest)]).toEqual(rows(await trace()))
  const { items } = await world.get(`/v1/batches/${batch}/recipients`)
  expect(
    items.map(({ customerName, quantity, returned, kept }: Json) => [customerName, quantity, returned, kept]),
  ).toEqual([
    ['Shop C1', 30, 12, 18],
    ['Shop C2', 30, 4, 26],
    [null, 5, 0, 5],
  ])
  const ofCustomer = await world.get('/v1/customers/C1/batches')
  expect(ofCustomer.items.map(({ orderNumber, returned }: Json) => [orderNumber, returned])).toEqual([
    ['SO-2', 2],
    ['SO-1', 10],
  ])
  const sheet = await world.call('GET', `/v1/batches/${batch}/trace.csv`)
  const [head, , second] = sheet.text.split('\r\n')
  expect(head).toContain('Product,Batch,Quantity,Returned,Kept,')
  expect(second).toContain('TEA,A,30,4,26,C2,')
})

test('a return that is undone is not back', async () => {
  const { items } = await world.get(`/v1/moves?batch=${batch}&reason=return`)
  const wrong = items.find(({ quantity }: Json) => quantity === 4)
  await world.post(`/v1/moves/${wrong.id}/reversal`, { reason: 'of another batch' })
  const told = await trace()
  expect(rows(told)[1]).toBe('SO-3 30 0 30')
  expect(told).toMatchObject({ returned: 14, kept: 51, massBalance: { shipped: 51, gap: 0 } })
})
