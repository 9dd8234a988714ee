/**
 * server/modules/trace/scope/scope.test.ts — what a scope names, on a real database.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Json, openWorld, type World } from '../../../test/world.ts'
import { whatIsMeant } from './resolve.ts'
import type { TraceScope } from './shape.ts'

let world: World
const codes = new Map<string, string>()

async function receive(receipt: Json): Promise<string> {
  const { id, lines } = await world.post('/v1/receipts', receipt)
  for (const { batchId, batchCode, sku } of lines) codes.set(batchId, `${sku} ${batchCode}`)
  return id
}

beforeAll(async () => {
  world = await openWorld({ works: false })
  for (const code of ['X', 'Y']) await world.post('/v1/suppliers', { code, name: code })
  for (const sku of ['OIL', 'TEA']) await world.post('/v1/products', { sku, name: sku })
  await world.post('/v1/products', { sku: 'PUMP', name: 'Pump', tracking: 'serial', dates: 'none' })
  const line = (product: string, batch: string, more: object = {}) => ({
    product,
    batch,
    quantity: 10,
    expiresOn: '2027-01-01',
    ...more,
  })
  await receive({
    warehouse: 'CHI',
    supplier: 'X',
    lines: [
      line('OIL', 'O1', { supplierLot: '0815', producedOn: '2025-10-01' }),
      line('TEA', 'T1', { supplierLot: '0815' }),
    ],
  })
  await receive({
    warehouse: 'CHI',
    supplier: 'Y',
    lines: [line('OIL', 'O2', { supplierLot: '0815', producedOn: '2025-11-01' }), line('OIL', '0815')],
  })
  const serials = ['SN-08', 'SN-09', 'SN-10', 'SN-11', 'SN-100']
  await receive({ warehouse: 'CHI', lines: [{ product: 'PUMP', batch: 'P1', quantity: 5, serials }] })
})
afterAll(() => world?.close())

const idOf = (name: string) => [...codes].find(([, own]) => own === name)?.[0] ?? ''
const meant = async (...parts: TraceScope['parts']) => ask({ parts })
async function ask(scope: TraceScope) {
  const act = {
    accountId: world.accountId,
    actorId: null,
    actorName: 'Olive',
    role: 'owner',
    requestId: null,
    at: world.clock.now(),
  }
  const { batchIds, serials, undatedIds } = await world.app.house.database.read(act as never, (db) =>
    whatIsMeant(db, scope),
  )
  const named = (ids: readonly string[]) => ids.map((id) => codes.get(id) ?? id).toSorted()
  return { batches: named(batchIds), serials: serials.map(({ code }) => code), undated: named(undatedIds) }
}

test("a supplier's lot is the batches of all products under it, and those whose own code it is where the supplier is named", async () => {
  expect((await meant({ kind: 'supplier_lot', supplierLot: '0815' })).batches).toEqual(['OIL O1', 'OIL O2', 'TEA T1'])
  expect((await meant({ kind: 'supplier_lot', supplierLot: ' ０815', supplier: 'X' })).batches).toEqual([
    'OIL O1',
    'TEA T1',
  ])
  expect((await meant({ kind: 'supplier_lot', supplierLot: '0815', supplier: 'Y' })).batches).toEqual([
    'OIL 0815',
    'OIL O2',
  ])
  expect((await meant({ kind: 'supplier_lot', supplierLot: 'none' })).batches).toEqual([])
})

test('of days of production, what has no such day is meant as well, and is told', async () => {
  const part = { kind: 'product', product: 'OIL', producedFrom: '2025-10-15' } as const
  expect(await meant(part)).toEqual({ batches: ['OIL 0815', 'OIL O2'], serials: [], undated: ['OIL 0815'] })
  expect(await meant({ kind: 'product', product: 'OIL', supplier: 'X' })).toMatchObject({
    batches: ['OIL O1'],
    undated: [],
  })
})

test('a range of serials counts its digits, and a batch that is meant as a whole needs none', async () => {
  const range = { kind: 'serials', product: 'PUMP', serialFrom: 'SN-09', serialTo: 'SN-11' } as const
  expect(await meant(range)).toMatchObject({ batches: [], serials: ['SN-09', 'SN-10', 'SN-11'] })
  expect(await meant({ kind: 'serials', product: 'PUMP', serialFrom: 'SN-100' })).toMatchObject({ serials: ['SN-100'] })
  expect(await meant(range, { kind: 'product', product: 'PUMP' })).toMatchObject({ batches: ['PUMP P1'], serials: [] })
})

test('a receipt by its number; batches that are excepted are not meant', async () => {
  const { items } = await world.get('/v1/receipts')
  const number = items.find(({ supplierName }: Json) => supplierName === 'X')?.number
  const parts = [{ kind: 'receipt', receipt: number }] as const
  expect((await meant(...parts)).batches).toEqual(['OIL O1', 'TEA T1'])
  expect((await meant({ ...parts[0], product: 'TEA' })).batches).toEqual(['TEA T1'])
  expect((await ask({ parts, except: [idOf('TEA T1')] })).batches).toEqual(['OIL O1'])
})

test('what lay in a bin in a window of time, and not what came later or was gone before', async () => {
  const before = world.clock.now()
  world.clock.set('2025-11-24T12:00:00Z')
  const [{ id: main, warehouseId }] = (await world.get('/v1/places?text=MAIN')).items
  const [{ id: bin }] = (await world.post('/v1/places', { places: [{ warehouseId, code: 'COOL' }] })).items
  const [tea, oil] = [idOf('TEA T1'), idOf('OIL O1')]
  const move = (batch: string, from: string, to: string) =>
    world.post('/v1/relocations', { lines: [{ batch, from, to, quantity: 4 }] })
  await move(tea, main, bin)
  world.clock.set('2025-11-25T12:00:00Z')
  await move(tea, bin, main)
  world.clock.set('2025-11-26T12:00:00Z')
  await move(oil, main, bin)
  const cool = (from: string, to: string) =>
    meant({ kind: 'place', warehouse: 'CHI', place: 'COOL', from: `2025-11-${from}Z`, to: `2025-11-${to}Z` })
  expect((await cool('23T00:00:00', '24T11:59:00')).batches).toEqual([])
  expect((await cool('25T00:00:00', '25T01:00:00')).batches).toEqual(['TEA T1'])
  expect((await cool('25T13:00:00', '26T11:00:00')).batches).toEqual([])
  expect((await cool('26T13:00:00', '27T00:00:00')).batches).toEqual(['OIL O1'])
  expect((await cool('24T00:00:00', '27T00:00:00')).batches).toEqual(['OIL O1', 'TEA T1'])
  const all = await meant({ kind: 'place', warehouse: 'CHI', from: before, to: before })
  expect(all.batches).toHaveLength(5)
})

test('every part that is wrong is named at once, and what is not there is told', async () => {
  await expect(meant({ kind: 'batch' }, { kind: 'place', from: '2025-01-01T00:00:00Z' })).rejects.toMatchObject({
    code: 'invalid_input',
    facts: { problems: [{ at: 'parts[0].batch' }, { at: 'parts[1].to' }, { at: 'parts[1].warehouse' }] },
  })
  await expect(meant({ kind: 'receipt', receipt: 'RC-99' })).rejects.toMatchObject({ code: 'not_found' })
})
