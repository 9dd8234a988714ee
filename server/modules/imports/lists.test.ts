/**
 * Files of products, suppliers, customers and places go the same way as stock: judged whole, then all or the good ones, and never twice.
 */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { committed, judged, reasons, rowsOf, sheet, upload } from '../../test/imports.ts'
import { type Caller, type Json, openWorld, type World } from '../../test/world.ts'

let world: World
let account: Caller
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())
beforeEach(async () => {
  account = await world.otherAccount()
})

test.each([
  ['products', 'sku', ['CREAM-50']],
  ['suppliers', 'code', ['ACME']],
  ['customers', 'code', ['C-100']],
])(
  'the template of %s is a file that an import reads, and a second time it changes nothing',
  async (kind, name, expected) => {
    const { text } = await account.call('GET', `/v1/import-template.csv?kind=${kind}`)
    const tried = await judged(account, text, { kind, name: `${kind}.csv` })
    expect(tried).toMatchObject({ kind, rows: 1, good: 1, missing: [] })
    expect(await committed(account, tried, 'all')).toMatchObject({ state: 'ended', committed: 1 })
    const { items } = await account.get(`/v1/${kind}`)
    expect(items.map((item: Json) => item[name])).toEqual(expected)
    const [row] = await rowsOf(account, tried, 'committed')
    expect([row?.becomesId, row?.receiptId]).toEqual([items[0].id, null])
    expect(await judged(account, text, { kind, name: `${kind}.csv` })).toMatchObject({ good: 0, known: 1 })
  },
)

test('products with packs, GTINs and kits come in one file, whatever its order; each wrong row says why', async () => {
  const header = 'Artikelnr,Bezeichnung,EAN,Stück pro Karton,EAN Karton,Stückliste,Haltbarkeit Tage'
  const tried = await judged(
    account,
    sheet(header, [
      'SET,Geschenkset,,,,CREAM*2; BOX,',
      'BOX,Kiste,,,,SOAP*3,',
      'CREAM,Handcreme,4006381333931,12,14006381333938,,730',
      'SOAP,Seife,,,,,365',
      'BAD,Falsch,4006381333930,,,,',
      'TWIN,Gleich,4006381333931,,,,',
      'CREAM,Noch einmal,,,,,',
      'LOST,Ohne Teil,,,,NOWHERE,',
      ',Namenlos,,,,,',
    ]),
    { kind: 'products', missing: 'ask' },
  )
  expect(tried).toMatchObject({ good: 4, wrong: 5 })
  expect(await reasons(account, tried)).toEqual([
    [6, expect.stringContaining('gtin')],
    [7, expect.stringContaining('4006381333931')],
    [8, 'CREAM is already on line 4 of the file'],
    [9, 'kit names "NOWHERE", which is neither here nor in the file'],
    [10, 'sku is missing'],
  ])
  expect(await committed(account, tried, 'good')).toMatchObject({ state: 'ended', committed: 4 })
  expect(await account.get('/v1/products/CREAM')).toMatchObject({
    lifeDays: 730,
    packs: expect.arrayContaining([{ name: 'case', quantity: 12, gtin: '14006381333938' }]),
  })
  expect((await account.get('/v1/products/SET')).kit.map(({ sku, quantity }: Json) => [sku, quantity])).toEqual([
    ['BOX', 1],
    ['CREAM', 2],
  ])
})

test('a product has several packs in a row, known by what their columns are called; two of one name are told', async () => {
  const header = 'SKU,Name,Inner qty,Inner EAN,Case Qty,Case EAN,Units per pallet,pallet,pack 4,pack_4_quantity'
  const tried = await judged(
    account,
    sheet(header, [
      '007,Crème,6,,24,14006381333938,960,EUR pallet,display,48',
      '008,Soap,,,,,,,,',
      '009,Oil,,,24,,960,case,,',
      '010,Wax,,26281457000010,,,,,,',
    ]),
    { kind: 'products' },
  )
  expect(tried).toMatchObject({ good: 2, wrong: 2, ignored: [] })
  const told = await reasons(account, tried)
  expect(told[0]).toEqual([4, 'pallet is "case", and so is another pack of the row: call each by its own name'])
  expect(String(told[1]?.join(' '))).toMatch(/^5 inner_/)
  await committed(account, tried, 'good')
  const { packs } = await account.get('/v1/products/007')
  expect(packs.map(({ name, quantity, gtin }: Json) => [name, quantity, gtin])).toEqual([
    ['each', 1, null],
    ['inner', 6, null],
    ['case', 24, '14006381333938'],
    ['display', 48, null],
    ['EUR pallet', 960, null],
  ])
})

test('places come into their warehouses; unknown warehouses and zones are told', async () => {
  const [{ id: warehouseId }] = (await account.get('/v1/warehouses')).items
  await account.post('/v1/zones', { warehouseId, code: 'COLD', name: 'Cold', storage: 'cool' })
  const tried = await judged(
    account,
    sheet('warehouse,bin,zone,capacity', [
      'CHI,A-01,COLD,500',
      'CHI,A-02,,',
      'NYC,A-03,,',
      'CHI,A-04,WARM,',
      'CHI,MAIN,,',
    ]),
    { kind: 'places' },
  )
  expect(tried).toMatchObject({ good: 2, wrong: 2, known: 1 })
  expect(await reasons(account, tried)).toEqual([
    [4, 'warehouse names "NYC", and there is no such warehouse here'],
    [5, 'zone names "WARM", and warehouse CHI has no such zone'],
  ])
  await committed(account, tried, 'good')
  const { items } = await account.get('/v1/places')
  expect(items.find(({ code }: Json) => code === 'A-01')).toMatchObject({ capacity: 500, kind: 'storage' })
  expect(items.find(({ code }: Json) => code === 'A-02')).toBeDefined()
})

test('who may not add products one by one may not by a file, nor finish the file of somebody who may', async () => {
  const hall = await account.as('warehouse')
  const file = sheet('sku,name', ['P,Cream'])
  expect(await upload(hall, file, { kind: 'products' })).toMatchObject({ status: 403, body: { code: 'not_allowed' } })
  const tried = await judged(account, file, { kind: 'products' })
  const path = `/v1/imports/${tried.id}`
  const answers = [
    await hall.call('PUT', `${path}/commit`, { mode: 'all' }),
    await hall.call('PUT', `${path}/rows/2`, { cells: ['P', 'Soap'] }),
    await hall.call('PUT', `${path}/columns`, { columns: [{ at: 0, field: 'sku' }] }),
    await hall.call('POST', `${path}/judgement`),
    await hall.call('DELETE', path),
  ]
  expect(answers.map(({ body }) => body.code)).toEqual(answers.map(() => 'not_allowed'))
  expect((await account.get('/v1/products')).items).toEqual([])
})
