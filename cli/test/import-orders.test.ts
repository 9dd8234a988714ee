import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../server/test/world.ts'
import { firstout, json, listening, type Place, start } from './firstout.ts'
import { openFolder } from './folder.ts'
import { sampleOrders } from './sample-orders.ts'

const sample = fileURLToPath(new URL('sample-orders.csv', import.meta.url))
const folder = openFolder()
let world: World
let place: Place

beforeAll(async () => {
  world = await openWorld()
  place = await listening(world)
})
afterAll(async () => {
  await world.close()
  folder.remove()
})

const counts = async (): Promise<unknown> => {
  const [row] = await world.owner`select
    (select count(*) from stock.move) as moves, (select count(*) from orders.order_line) as order_lines,
    (select count(*) from fulfilment.shipment) as shipments, (select count(*) from returns.announced_line) as return_lines,
    (select count(*) from batches.batch) as batches, (select count(*) from catalog.product) as products,
    (select count(*) from catalog.customer) as customers, (select sum(on_hand) from stock.balance) as on_hand`
  return row
}

test('of orders for kits the parts are received, allocated and shipped, and it adds up', async () => {
  const head = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country'
  const rows = [
    '9001,SET,Set,3,2010-12-01 09:00,9.90,1,United Kingdom',
    '9002,KITP,Part,2,2010-12-02 09:00,1,1,United Kingdom',
  ]
  const path = folder.write('kits.csv', [head, ...rows].join('\n'))
  const shop = await world.otherAccount()
  const own = { ...place, key: shop.key }
  for (const sku of ['KITP', 'KITQ']) await shop.post('/v1/products', { sku, name: sku })
  const kit = [
    { product: 'KITP', quantity: 2 },
    { product: 'KITQ', quantity: 1 },
  ]
  await shop.post('/v1/products', { sku: 'SET', name: 'Set', kit })
  const done = await json(own, 'import', 'orders', path, '--warehouse', 'CHI')
  expect(done).toMatchObject({
    addsUp: true,
    notes: [],
    refused: [],
    orders: { units: 5, allocated: 5 },
    shipments: { units: 11 },
  })
  const sent = await json(own, 'order', 'show', '9001')
  expect(sent).toMatchObject({
    state: 'shipped',
    lines: [{ sku: 'SET', shipped: 3, components: [{ shipped: 6 }, { shipped: 3 }] }],
  })
})

test('the sample is what its generator writes', () => {
  expect(readFileSync(sample, 'utf8')).toBe(sampleOrders())
})

test('an import that is stopped by Ctrl-C says how to go on, and the next run completes it', async () => {
  const args = ['import', 'orders', sample, '--chunk', '5']
  const stopped = await start(place, args, (text, { kill }) => {
    if (text.includes('Orders: 0 %') && !text.includes('Stopping')) kill('SIGINT')
  }).ended
  expect(stopped.code).toBe(130)
  expect(stopped.stderr).toContain('Run the same command again to go on')
  const half = await json(place, 'order', 'list', '--limit', '1000')
  expect(half.items.length).toBeLessThan(64)

  const done = await json(place, 'import', 'orders', sample, '--report', folder.pathOf('report.csv'))
  expect(done).toMatchObject({ addsUp: true, discrepancies: [], notes: [], refused: [] })
  expect(done.bad).toHaveLength(10)
  expect(done.odd).toEqual({
    lines: 10,
    kinds: {
      postage: 2,
      'manual entry': 1,
      carriage: 1,
      'gift voucher': 1,
      discount: 1,
      samples: 1,
      'marketplace fee': 1,
      'bank charges': 1,
      'bad debt': 1,
    },
  })
  expect(done.returns).toEqual({ documents: 2, lines: 3, units: 5 })
  expect(done.adjustments).toEqual({ lines: 3, units: 7 })
  expect(done.orders).toMatchObject({ documents: 64, backOrdered: 0 })
  expect(done.shipments.units).toBe(done.orders.units)
})

test('a second run changes nothing and says the same', async () => {
  const before = await counts()
  const again = await json(place, 'import', 'orders', sample)
  expect(again).toMatchObject({ addsUp: true, orders: { documents: 64 }, adjustments: { lines: 3 } })
  expect(await counts()).toEqual(before)
})

test('the verifier finds nothing, and exits with 0', async () => {
  const { code, stdout } = await firstout(place, 'verify')
  expect(stdout).toContain('0 differences')
  expect(code).toBe(0)
})

test('lines of one product in one order stay apart, codes in another case are one product, a split invoice is one order', async () => {
  const order = await json(place, 'order', 'show', '800001')
  expect(order.lines.map(({ sku, ordered }: { sku: string; ordered: number }) => [sku, ordered])).toEqual([
    ['10001', 6],
    ['10001', 6],
    ['10002A', 2],
    ['10004', 1],
  ])
  expect(order.orderedAt).toBe('2023-03-01T15:00:00.000Z')
  expect(order.state).toBe('shipped')
})

test('a product that was only ever described by notes is called by its code', async () => {
  expect((await json(place, 'products', 'show', '10008')).name).toBe('10008')
  expect((await json(place, 'products', 'show', '10002A')).name).toBe('ROSE HAND CREAM')
})

test('bad, refused and odd lines are in the report with their line and reason', () => {
  const report = readFileSync(folder.pathOf('report.csv'), 'utf8').trim().split('\n')
  expect(report[0]).toBe('line,invoice,code,kind,reason')
  expect(report).toHaveLength(1 + 10 + 10)
  expect(report.at(-1)).toMatch(
    /^\d+,800001,10001,bad row,"?names customer 21002, but invoice 800001 began with customer 21001"?$/,
  )
})

test('trace tells who got a batch, and that every unit is accounted for', async () => {
  const { items } = await json(place, 'batches', 'list', '--product', '10003')
  const traces = await Promise.all(
    items.map(({ code }: { code: string }) => json(place, 'trace', code, '--product', '10003')),
  )
  const shipped = traces.reduce((sum, trace) => sum + trace.shipped, 0)
  const [row] = await world.owner<{ units: number }[]>`
    select sum(quantity) as units from stock.move m join catalog.product p on p.id = m.product_id
    where p.sku = '10003' and m.reason = 'shipment'`
  expect(shipped).toBe(row?.units)
  const { stdout } = await firstout(place, 'trace', items[0].code)
  expect(stdout).toContain('Who got it:')
  expect(stdout).toContain('every unit is accounted for')
})

test('a product that cannot have batches is reported line by line, and the rest goes in', async () => {
  const other = await world.otherAccount()
  await other.post('/v1/products', { sku: '10001', name: 'Soap, untracked', tracking: 'none', dates: 'none' })
  const elsewhere = { url: place.url, key: other.key }
  const done = await json(elsewhere, 'import', 'orders', sample)
  expect(done.addsUp).toBe(true)
  expect(done.notes.length).toBeGreaterThan(0)
  expect(done.orders.backOrdered).toBeGreaterThan(0)
  expect(done.refused).toEqual([
    expect.objectContaining({
      invoice: '800008',
      code: '10001',
      reason: expect.stringContaining('only 0 are available'),
    }),
  ])
  expect((await json(elsewhere, 'verify')).differences).toEqual([])
})
