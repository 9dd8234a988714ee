/**
 * server/test/scenarios/11-trace.test.ts — where everything is that somebody names, and who got it.
 */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Json, openWorld, type World } from '../world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld({ works: false })
  for (const code of ['X', 'Y']) await world.post('/v1/suppliers', { code, name: `Supplier ${code}` })
  for (const sku of ['CREAM', 'SERUM', 'SOAP']) await world.post('/v1/products', { sku, name: sku })
  for (const code of ['C1', 'C2']) await world.post('/v1/customers', { code, name: code, email: `${code}@example.com` })
})
afterEach(() => world.close())

const receive = (supplier: string, lines: readonly Json[]) =>
  world.post('/v1/receipts', {
    warehouse: 'CHI',
    supplier,
    lines: lines.map((line) => ({ quantity: 100, expiresOn: '2027-01-01', ...line })),
  })
async function sell(number: string, customer: string, product: string, quantity: number): Promise<Json> {
  const order = await world.post('/v1/orders', { number, customer, lines: [{ product, quantity }] })
  await world.post('/v1/shipments', { order: number })
  return order
}
const ask = (query: string) => world.get(`/v1/trace?${query}`)
const rows = ({ shipments: { items } }: Json) =>
  items.map((row: Json) =>
    [row.orderNumber, row.sku, row.batchCode, row.quantity, row.kept, row.customerName].join(' '),
  )

test('scenario 49: lot 0815 of supplier X hits finished goods of three SKUs, and not what supplier Y calls the same', async () => {
  await receive('X', [
    { product: 'CREAM', batch: 'C-1', supplierLot: '0815' },
    { product: 'SERUM', batch: 'S-1', supplierLot: '0815' },
    { product: 'SOAP', batch: '0815' },
  ])
  await receive('Y', [{ product: 'CREAM', batch: 'C-2', supplierLot: '0815', expiresOn: '2028-01-01' }])
  await sell('SO-1', 'C1', 'CREAM', 30)
  await sell('SO-2', 'C2', 'SERUM', 20)
  await sell('SO-3', 'C2', 'SOAP', 5)
  await world.post('/v1/orders', { number: 'SO-4', customer: 'C1', lines: [{ product: 'SOAP', quantity: 7 }] })
  const told = await ask('kind=supplier_lot&supplierLot=0815&supplier=X')
  expect(told.batches.map(({ sku, batchCode, named }: Json) => [sku, batchCode, named])).toEqual([
    ['CREAM', 'C-1', true],
    ['SERUM', 'S-1', true],
    ['SOAP', '0815', true],
  ])
  expect(rows(told)).toEqual(['SO-3 SOAP 0815 5 5 C2', 'SO-2 SERUM S-1 20 20 C2', 'SO-1 CREAM C-1 30 30 C1'])
  expect(told).toMatchObject({
    shipped: 55,
    customers: 2,
    openOrders: [{ orderNumber: 'SO-4', quantity: 7, picked: 0, customerName: 'C1' }],
    products: [
      { sku: 'CREAM', massBalance: { onHand: 70, shipped: 30, percent: 100 } },
      { sku: 'SERUM', massBalance: { onHand: 80, shipped: 20 } },
      { sku: 'SOAP', massBalance: { onHand: 95, shipped: 5 } },
    ],
  })
  expect(told.receipts.every(({ supplierName }: Json) => supplierName === 'Supplier X')).toBe(true)
  const sheet = await world.call('GET', '/v1/trace.csv?kind=supplier_lot&supplierLot=0815&supplier=X')
  expect(sheet.text.split('\r\n').filter(Boolean)).toHaveLength(4)
  expect(sheet.text).toContain('C2@example.com')
})

test('scenario 48: the list as it was on day 1 at 09:00 is told on day 400', async () => {
  const { lines } = await receive('X', [{ product: 'CREAM', batch: 'C-1', supplierLot: '0815' }])
  await sell('SO-1', 'C1', 'CREAM', 30)
  const dayOne = '2025-11-24T15:00:00Z'
  world.clock.set(dayOne)
  const before = await ask('kind=supplier_lot&supplierLot=0815')
  world.clock.set('2025-11-25T15:00:00Z')
  await sell('SO-2', 'C2', 'CREAM', 10)
  const back = await world.post('/v1/returns', {
    number: 'R-1',
    orderNumber: 'SO-1',
    lines: [{ product: 'CREAM', quantity: 4 }],
  })
  await world.post(`/v1/returns/${back.id}/receipts`, {
    warehouse: 'CHI',
    lines: [{ line: 1, quantity: 4, batch: 'C-1' }],
  })
  world.clock.set('2026-12-29T15:00:00Z')
  const now = await ask('kind=supplier_lot&supplierLot=0815')
  expect(rows(now)).toEqual(['SO-2 CREAM C-1 10 10 C2', 'SO-1 CREAM C-1 30 26 C1'])
  expect(now).toMatchObject({ returned: 4, kept: 36, batches: [{ massBalance: { onHand: 64, shipped: 36, gap: 0 } }] })
  const then = await ask(`kind=supplier_lot&supplierLot=0815&knownOn=${dayOne}`)
  expect(rows(then)).toEqual(['SO-1 CREAM C-1 30 30 C1'])
  for (const part of ['shipments', 'batches', 'products', 'receipts', 'shipped', 'returned', 'kept', 'customers'])
    expect([part, then[part]]).toEqual([part, before[part]])
  expect(then.here.map(({ onHand }: Json) => onHand)).toEqual([70])
  expect(then).toMatchObject({ unlabelled: null, mayBe: null })
  const ofBatch = await world.get(`/v1/batches/${lines[0].batchId}/trace?knownOn=${dayOne}`)
  expect(ofBatch).toMatchObject({ shipped: 30, returned: 0, massBalance: { onHand: 70, shipped: 30, gap: 0 } })
  const sheet = await world.call('GET', `/v1/trace.csv?kind=supplier_lot&supplierLot=0815&knownOn=${dayOne}`)
  expect(sheet.text.split('\r\n').filter(Boolean)).toHaveLength(2)
})

test('scenario 48: what was held then is told as held, and what is held since is not', async () => {
  const { lines } = await receive('X', [{ product: 'CREAM', batch: 'C-1', supplierLot: '0815' }])
  const hold = await world.post('/v1/holds', { scope: 'batch', batch: lines[0].batchId, reason: 'Lumps' })
  const held = '2025-11-23T16:00:00Z'
  world.clock.set('2025-11-24T15:00:00Z')
  await world.post(`/v1/holds/${hold.id}/lifting`, { reason: 'Smooth' })
  const free = '2025-11-24T16:00:00Z'
  world.clock.set('2025-11-25T15:00:00Z')
  await world.post('/v1/holds', { scope: 'product', product: 'CREAM', reason: 'Recipe' })
  const at = async (moment: string) =>
    (await ask(`kind=batch&batch=${lines[0].batchId}${moment}`)).here.map(({ holds, available }: Json) => [
      holds,
      available,
    ])
  expect(await at(`&knownOn=${held}`)).toEqual([[[hold.number], 0]])
  expect(await at(`&knownOn=${free}`)).toEqual([[[], 100]])
  expect(await at('')).toEqual([[['QA-2'], 0]])
})

test('of serials, only these units: where each is, and who has it', async () => {
  await world.post('/v1/products', { sku: 'PUMP', name: 'Pump', tracking: 'serial', dates: 'none' })
  const serials = ['SN-08', 'SN-09', 'SN-10', 'SN-11']
  await receive('X', [{ product: 'PUMP', batch: 'P1', quantity: 4, serials, expiresOn: undefined }])
  const order = await world.post('/v1/orders', {
    number: 'SO-9',
    customer: 'C1',
    lines: [{ product: 'PUMP', quantity: 2 }],
  })
  const [line] = order.lines
  await world.post('/v1/shipments', {
    order: 'SO-9',
    lines: [{ orderLine: line.id, batch: line.batches[0].batchId, quantity: 2, serials: ['SN-09', 'SN-11'] }],
  })
  const told = await ask('kind=serials&product=PUMP&serialFrom=SN-09&serialTo=SN-10')
  expect(told.serials.map((one: Json) => [one.code, one.placeKind, one.orderNumber, one.customerName])).toEqual([
    ['SN-09', 'customer', 'SO-9', 'C1'],
    ['SN-10', 'storage', null, null],
  ])
  expect(told).toMatchObject({ batches: [], shipped: 0 })
})

test('what is wrong with a question is said, field by field', async () => {
  const answer = await world.call('GET', '/v1/trace?kind=serials&serialFrom=A1&serialTo=A99&lot=L')
  expect([answer.status, answer.body.facts.problems.map(({ at }: Json) => at)]).toEqual([
    422,
    ['product', 'lot', 'serialTo'],
  ])
  expect((await world.call('GET', '/v1/trace?kind=lot&lot=none')).status).toBe(404)
  expect(await ask('kind=supplier_lot&supplierLot=nobody')).toMatchObject({ batches: [], shipped: 0, openOrders: [] })
})
