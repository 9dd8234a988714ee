import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Json, openWorld, type World } from '../../test/world.ts'

let world: World
let batches: string[]
beforeAll(async () => {
  world = await openWorld({ works: false })
  await world.post('/v1/products', { sku: 'TEA', name: 'Green tea' })
  for (const code of ['C1', 'C2']) await world.post('/v1/customers', { code, name: `Shop ${code}` })
  const receipt = await world.post('/v1/receipts', {
    warehouse: 'CHI',
    lines: ['A', 'B'].map((batch, index) => ({
      product: 'TEA',
      quantity: 100,
      batch,
      expiresOn: `2026-0${index + 1}-01`,
    })),
  })
  batches = receipt.lines.map(({ batchId }: Json) => batchId)
  await world.post('/v1/lots', { code: 'L-1', name: 'First container', batches })
  await world.post('/v1/lots', { code: 'L-2' })
  await send('SO-1', 'C1', 10)
  await send('SO-2', 'C2', 30)
  await send('SO-3', 'C1', 40)
  await send('SO-4', null, 60)
})
afterAll(() => world?.close())

async function send(number: string, customer: string | null, quantity: number) {
  const order = await world.post('/v1/orders', {
    number,
    ...(customer ? { customer } : {}),
    lines: [{ product: 'TEA', quantity }],
  })
  const lines = order.lines[0].batches.map(({ batchId, quantity: part }: Json) => ({
    orderLine: order.lines[0].id,
    batch: batchId,
    quantity: part,
  }))
  await world.post('/v1/shipments', { order: number, lines })
}
const told = ({ items }: Json) =>
  items.map(({ customerName, orders, quantity }: Json) => `${customerName ?? 'nobody'} ${orders} ${quantity}`)

test('who got a batch is told customer by customer, those who got most first', async () => {
  expect(told(await world.get(`/v1/batches/${batches[0]}/recipients`))).toEqual([
    'Shop C1 2 50',
    'Shop C2 1 30',
    'nobody 1 20',
  ])
})

test('a lot is traced as the union of its batches, with one mass balance and one spreadsheet', async () => {
  expect(told(await world.get('/v1/lots/L-1/recipients'))).toEqual([
    'Shop C1 2 50',
    'nobody 1 40',
    'Shop C2 1 30',
    'nobody 1 20',
  ])
  const trace = await world.get('/v1/lots/L-1/trace')
  expect(trace.massBalance).toMatchObject({ received: 200, shipped: 140, onHand: 60, percent: 100, alarm: null })
  expect(trace.batches).toMatchObject([
    { batchCode: 'B', onHand: 60, shipped: 40, expiresOn: '2026-02-01' },
    { batchCode: 'A', onHand: 0, shipped: 100 },
  ])
  const sheet = await world.call('GET', '/v1/lots/L-1/trace.csv')
  expect(sheet.text.trim().split('\n')).toHaveLength(6)
  const { items } = await world.get('/v1/lots?text=first')
  expect(items).toMatchObject([{ code: 'L-1', batchCount: 2 }])
})

test('a customer leads to the batches received, page by page', async () => {
  const first = await world.get('/v1/customers/C1/batches?limit=1')
  const rest = await world.get(`/v1/customers/C1/batches?limit=1&cursor=${first.next}`)
  const lines = [...first.items, ...rest.items].map(({ orderNumber, batchCode, quantity }: Json) =>
    [orderNumber, batchCode, quantity].join(' '),
  )
  expect(lines).toEqual(['SO-3 A 40', 'SO-1 A 10'])
  expect(rest.next).toBeNull()
  expect((await world.call('GET', '/v1/customers/none/batches')).status).toBe(404)
})

test('what a customer received is a spreadsheet, in which goods without batch have an empty cell', async () => {
  await world.post('/v1/products', { sku: 'BAG', name: '=1+1', tracking: 'none', dates: 'none' })
  await world.post('/v1/receipts', { warehouse: 'CHI', lines: [{ product: 'BAG', quantity: 5 }] })
  await world.post('/v1/orders', { number: 'SO-9', customer: 'C2', lines: [{ product: 'BAG', quantity: 2 }] })
  await world.post('/v1/shipments', { order: 'SO-9' })
  const sheet = await world.call('GET', '/v1/customers/C2/batches.csv')
  const [head, ...lines] = sheet.text.trim().split('\r\n')
  expect(head).toBe('Product,Name,Batch,Last day,Quantity,Order,Shipment,Shipped at,Part of kit')
  expect(lines.map((line: string) => line.split(',').slice(0, 6).join(','))).toEqual([
    "BAG,'=1+1,,,2,SO-9",
    'TEA,Green tea,A,2026-01-01,30,SO-2',
  ])
  expect((await world.call('GET', '/v1/customers/none/batches.csv')).status).toBe(404)
})
