/**
 * server/modules/trace/scope/sheets.test.ts — the trace of several ways of naming at once, and as a workbook.
 */
import readXlsxFile from 'read-excel-file/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Json, openWorld, type World } from '../../../test/world.ts'

let world: World
const idOf: Record<string, string> = {}
beforeAll(async () => {
  world = await openWorld({ works: false })
  await world.post('/v1/suppliers', { code: 'X', name: 'Supplier X' })
  for (const sku of ['OIL', 'TEA']) await world.post('/v1/products', { sku, name: sku })
  await world.post('/v1/customers', { code: '007', name: 'Bond', email: 'bond@example.com' })
  const line = (product: string, batch: string) => ({ product, batch, quantity: 10, expiresOn: '2027-01-01' })
  const { lines } = await world.post('/v1/receipts', {
    warehouse: 'CHI',
    supplier: 'X',
    lines: [line('OIL', '0815'), line('OIL', 'O-2'), line('TEA', '12-03-05')],
  })
  for (const { batchCode, batchId } of lines) idOf[batchCode] = batchId
  await world.post('/v1/orders', { number: 'SO-1', customer: '007', lines: [{ product: 'OIL', quantity: 4 }] })
  await world.post('/v1/shipments', { order: 'SO-1' })
})
afterAll(() => world?.close())

const asked = (scope: object) => `scope=${encodeURIComponent(JSON.stringify(scope))}`
const both = { parts: [{ kind: 'product', product: 'OIL' }, { kind: 'batch' }], except: [] as string[] }

test('several ways of naming are asked at once, less what is left out', async () => {
  const parts = [
    { kind: 'product', product: 'OIL' },
    { kind: 'batch', batch: idOf['12-03-05'] },
  ]
  const codes = async (scope: object) =>
    (await world.get(`/v1/trace?${asked(scope)}`)).batches.map(({ batchCode }: Json) => batchCode)
  expect(await codes({ parts })).toEqual(['0815', 'O-2', '12-03-05'])
  expect(await codes({ parts, except: [idOf['O-2']] })).toEqual(['0815', '12-03-05'])
})

test.each([
  ['scope=nonsense', 'scope must be JSON'],
  [asked(both), 'parts[1].batch is needed: a batch'],
  [asked({ parts: [] }), 'scope.parts must have 1 entry'],
  ['limit=5', 'kind is needed, or a scope'],
])('%s is refused: %s', async (question, says) => {
  const { status, body } = await world.call('GET', `/v1/trace?${question}`)
  const [{ at, message }] = body.facts.problems
  expect([status, `${at} ${message}`]).toEqual([422, expect.stringContaining(says)])
})

async function workbookOf(url: string) {
  const answer = await world.app.http.inject({ url, headers: { authorization: `Bearer ${world.key}` } })
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, expect.stringContaining('spreadsheetml')])
  const sheets = await readXlsxFile(answer.rawPayload)
  return Object.fromEntries(sheets.map(({ sheet, data }) => [sheet, data]))
}

test('the workbook of a batch, of a scope and of a recall says who got it, with codes as they are written', async () => {
  const scope = { parts: [{ kind: 'batch', batch: idOf['0815'] }] }
  const recall = await world.post('/v1/recalls', { kind: 'recall', title: 'Glass', reason: 'Splinters', scope })
  for (const url of [
    `/v1/trace.xlsx?${asked(scope)}`,
    `/v1/batches/${idOf['0815']}/trace.xlsx`,
    `/v1/recalls/${recall.number}/trace.xlsx`,
  ]) {
    const book = await workbookOf(url)
    const [titles, row] = book['Who got it'] ?? []
    expect(titles?.slice(0, 6)).toEqual(['Product', 'Batch', 'Quantity', 'Returned', 'Kept', 'Customer code'])
    expect(row?.slice(0, 8)).toEqual(['OIL', '0815', 4, 0, 4, '007', 'Bond', 'bond@example.com'])
    expect(book.Batches?.[1]?.slice(0, 4)).toEqual(['OIL', '0815', new Date('2027-01-01T00:00:00Z'), 'named'])
    expect(book['Where it lies']).toHaveLength(2)
    expect(Object.keys(book)).toEqual(['Who got it', 'Batches', 'Where it lies', 'Can be stopped', 'Made of'])
  }
})
