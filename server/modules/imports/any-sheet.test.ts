/**
 * A sheet as somebody has it: any names of columns, any way to write days; what nothing tells is asked, and what was said is kept for the next file.
 */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { bookOf } from '../../test/books.ts'
import { becomes, committed, judged, reasons, rowsOf, sheet, upload } from '../../test/imports.ts'
import { textsOf } from '../../test/pdf-texts.ts'
import { product, stockOf } from '../../test/stories.ts'
import { type Caller, type Json, openWorld, type World } from '../../test/world.ts'

let world: World
let account: Caller
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())
beforeEach(async () => {
  account = await world.otherAccount()
  await product(account)
})

const fieldsIn = ({ columns }: Json) =>
  Object.fromEntries(columns.flatMap(({ name, field }: Json) => (field ? [[name, field]] : [])))
const say = (of: Json, body: Json) => account.call('PUT', `/v1/imports/${of.id}/columns`, body)

test('an Excel workbook with German names, a title above and real days is read as it is', async () => {
  const book = await bookOf({
    Deckblatt: [['Bestand der Firma']],
    Lager: [
      ['Bestandsliste', null, null],
      ['Stand 30.11.2026', null, null],
      ['Artikelnr.', 'Menge (Stk.)', 'Charge', 'MHD', 'EK netto', 'Währung', 'Bemerkung'],
      ['P', 12, '00123', new Date('2026-08-01'), 2.5, 'EUR', 'links'],
      ['P', '1.200,00', 'L2', '31.08.2026', '2,55', 'EUR', null],
    ],
  })
  const tried = await judged(account, book, { name: 'Bestand.xlsx', sheet: 'Lager' })
  expect(tried).toMatchObject({ rows: 2, good: 2, ignored: ['Bemerkung'], fixed: { warehouse: 'CHI' }, saidBy: null })
  expect(fieldsIn(tried)).toEqual({
    'Artikelnr.': 'sku',
    'Menge (Stk.)': 'quantity',
    Charge: 'batch',
    MHD: 'best_before',
    'EK netto': 'cost',
    Währung: 'currency',
  })
  expect(tried.columns[3]).toMatchObject({ because: 'de', samples: ['2026-08-01', '31.08.2026'], filled: 2, asks: [] })
  await committed(account, tried, 'all')
  expect((await stockOf(account, '00123'))[0]).toMatchObject({ onHand: 12 })
  const [batch] = (await account.get('/v1/batches?product=P')).items.filter(({ code }: Json) => code === 'L2')
  expect(await account.get(`/v1/batches/${batch.id}`)).toMatchObject({
    dates: [{ kind: 'best_before', on: '2026-08-31', source: 'imported' }],
  })
  expect(await judged(account, book, { name: 'Bestand.xlsx', sheet: 'Lager' })).toMatchObject({ good: 0, known: 2 })
})

test('a day that may be two days is asked and never guessed; what is said counts for all rows and for the next file', async () => {
  const header = 'Item,Qty,Lot,Expiry'
  const tried = await judged(account, sheet(header, ['P,5,L1,03/04/2026', 'P,5,L2,05/06/2026']), { missing: 'ask' })
  expect(tried).toMatchObject({ good: 0, wrong: 2 })
  expect(tried.columns[3].asks).toEqual(['order'])
  expect((await reasons(account, tried))[0]).toEqual([
    2,
    'expires_on is "03/04/2026", which may be 2026-04-03 or 2026-03-04: say whether this column has the day or the month first',
  ])
  const columns = [
    { at: 0, field: 'sku' },
    { at: 1, field: 'quantity' },
    { at: 2, field: 'batch' },
    { at: 3, field: 'expires_on', days: { order: 'day first', monthMeans: null, serialFrom: null } },
  ]
  const { status, body } = await say(tried, { columns, fixed: { warehouse: 'CHI' } })
  expect([status, body.good, body.saidBy]).toEqual([200, 2, expect.any(String)])
  await committed(account, tried, 'all')
  expect((await account.get('/v1/stock')).items.map(({ expiresOn }: Json) => expiresOn).sort()).toEqual([
    '2026-04-03',
    '2026-06-05',
  ])
  const next = await judged(account, sheet('ITEM,qty,LOT,expiry', ['P,5,L3,07/08/2026']))
  expect(next).toMatchObject({ good: 1, saidBy: body.saidBy, saidAt: body.saidAt })
  const other = await world.otherAccount()
  await product(other)
  expect(await judged(other, sheet(header, ['P,5,L1,03/04/2026']))).toMatchObject({ wrong: 1, saidBy: null })
})

test('of a workbook the first sheet with rows is read, and which others there are is told; a CSV has none', async () => {
  const rows = (batch: string) => [
    ['sku', 'quantity', 'batch', 'expiry'],
    ['P', 3, batch, '2026-09-01'],
  ]
  const book = await bookOf({ Cover: [['Stock of our shop']], Now: rows('L1'), Last: rows('L2') })
  const tried = await judged(account, book, { name: 'stock.xlsx' })
  expect(tried).toMatchObject({ sheet: 'Now', sheets: ['Cover', 'Now', 'Last'], rows: 1 })
  expect(await judged(account, book, { name: 'stock.xlsx', sheet: 'last' })).toMatchObject({ sheet: 'Last' })
  const csv = await judged(account, sheet('sku,quantity,batch,expiry', ['P,3,L1,2026-09-01']))
  expect(csv).toMatchObject({ sheet: null, sheets: [] })
})

test('one value that can only have the day first tells it for its column', async () => {
  const tried = await judged(account, sheet('sku,quantity,batch,expiry', ['P,5,L1,03/04/2026', 'P,5,L2,31/08/2026']))
  expect(tried.columns[3]).toMatchObject({ days: { order: 'day first' }, asks: [] })
  expect(tried).toMatchObject({ good: 2 })
})

test('a month is its last day only where somebody says so', async () => {
  const tried = await judged(account, sheet('sku,quantity,batch,expiry', ['P,5,L1,08/2026']))
  expect(tried.columns[3].asks).toEqual(['month'])
  const { columns, fixed } = tried
  const said = columns.map(({ field, days }: Json, at: number) => ({
    at,
    field,
    ...(days ? { days: { ...days, monthMeans: 'last day' } } : {}),
  }))
  await say(tried, { columns: said, fixed })
  await committed(account, tried, 'all')
  expect((await account.get('/v1/stock')).items[0].expiresOn).toBe('2026-08-31')
})

test('days that are numbers are counted as Excel does', async () => {
  const tried = await judged(account, sheet('sku,quantity,batch,expiry', ['P,5,L1,46235']))
  expect(tried).toMatchObject({ good: 1 })
  await committed(account, tried, 'all')
  expect((await account.get('/v1/stock')).items[0].expiresOn).toBe('2026-08-01')
})

test('a file without a needed column waits until somebody says which one it is, and its rows are then judged with their batch', async () => {
  const tried = await judged(account, sheet('A,B,C,D', ['P,5,L1,2026-08-01', 'P,5,L-1,2026-08-01']), { missing: 'ask' })
  expect(tried).toMatchObject({ missing: ['sku', 'quantity'], wrong: 2 })
  const columns = ['sku', 'quantity', 'batch', 'expires_on'].map((field, at) => ({ at, field }))
  expect((await say(tried, { columns, fixed: { warehouse: 'CHI' } })).body).toMatchObject({
    missing: [],
    good: 1,
    wrong: 1,
  })
  expect((await reasons(account, tried))[0]?.[1]).toContain('batch')
})

test('a column twice, a field that is none, a column that is not there and a fixed quantity are refused, each at its place', async () => {
  const tried = await judged(account, sheet('sku,quantity,batch,expiry', ['P,5,L1,2026-08-01']))
  const columns = [
    { at: 0, field: 'sku' },
    { at: 0, field: 'batch' },
    { at: 9, field: 'quantity' },
    { at: 1, field: 'colour' },
  ]
  const { status, body } = await say(tried, { columns, fixed: { quantity: '5' } })
  expect([status, body.facts.problems.map(({ at }: Json) => at)]).toEqual([
    422,
    ['columns[1]', 'columns[2].at', 'columns[3].field', 'fixed.quantity'],
  ])
  expect(await becomes(account, tried.id, ['judged'])).toMatchObject({ good: 1 })
})

test('scenario 12: a date that is blank stays blank, also in a column of dates', async () => {
  await product(account, { sku: 'LIFE', lifeDays: 365 })
  const tried = await judged(
    account,
    sheet('sku,quantity,batch,expiry,produced', ['LIFE,5,L1,,', 'LIFE,5,L2,,10.10.2025']),
  )
  expect(await reasons(account, tried)).toEqual([[2, expect.stringMatching(/^(expires_on|produced_on) /)]])
  await committed(account, tried, 'good')
  expect((await account.get('/v1/stock')).items[0].expiresOn).toBe('2026-10-10')
})

test('a workbook that is damaged is refused in words, and nothing of it stays', async () => {
  const book = await bookOf({ A: [['sku', 'quantity']] })
  const { status, body } = await upload(account, book.subarray(0, 200))
  expect([status, body.code, body.detail]).toEqual([
    422,
    'import_book_unreadable',
    expect.stringContaining('its end is missing'),
  ])
  expect((await account.get('/v1/imports')).items).toEqual([])
})

test('the gaps of a sheet are told with rows, units and money, and what each means; their rows can be looked at', async () => {
  const header = 'sku,quantity,batch,expiry,cost,currency,ean'
  const tried = await judged(
    account,
    sheet(header, [
      'P,10,L1,2026-08-01,2.50,EUR,4006381333931',
      'P,20,,2026-08-01,2.50,EUR,',
      'P,30,L2,2020-01-01,1.00,EUR,4006381333930',
      'P,40,L3,,,,',
      'NONE,50,L4,2026-08-01,1.00,USD,',
    ]),
  )
  const told = await account.get(`/v1/imports/${tried.id}/assessment`)
  expect(told).toMatchObject({
    rows: 5,
    units: 150,
    clean: 0,
    worth: [
      { currency: 'EUR', amount: 10_500 },
      { currency: 'USD', amount: 5000 },
    ],
  })
  const sums = Object.fromEntries(told.gaps.map(({ gap, rows, units, worth }: Json) => [gap, [rows, units, worth]]))
  expect(sums).toMatchObject({
    batch_missing: [1, 20, [{ currency: 'EUR', amount: 5000 }]],
    expired: [1, 30, [{ currency: 'EUR', amount: 3000 }]],
    date_missing: [1, 40, []],
    gtin_wrong: [1, 30, [{ currency: 'EUR', amount: 3000 }]],
    product_unknown: [1, 50, [{ currency: 'USD', amount: 5000 }]],
    place_missing: [5, 150, expect.anything()],
  })
  const { items } = await account.get(`/v1/imports/${tried.id}/rows?gap=expired`)
  expect(items.map(({ lineNo }: Json) => lineNo)).toEqual([4])
  const paper = await account.call('GET', `/v1/imports/${tried.id}/assessment.pdf`)
  const texts = textsOf(paper.body).join(' ')
  expect(texts).toMatch(/5 rows with 150 units, worth €105\.00, \$50\.00 at cost\. 0 rows \(0 %\)/)
  for (const { title } of told.gaps) expect(texts).toContain(title)
  expect(await rowsOf(account, tried, 'wrong')).toHaveLength(4)
})
