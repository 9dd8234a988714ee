/**
 * Files as people have them, and what is told of their rows.
 */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { commit, committed, judged, reasons, rowsOf, sheet, upload } from '../../test/imports.ts'
import { product, receive, stockOf } from '../../test/stories.ts'
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

const header = 'sku,quantity,warehouse,batch,expires_on'
const stock = 'P,5,CHI,L1,2026-08-01'

test.each([
  ['UTF-8 with a mark', `\uFEFF${sheet(header, [stock])}`],
  ['semicolons', sheet(header, [stock]).replaceAll(',', ';')],
  [
    'tabs and UTF-16, as Excel saves "Unicode text"',
    Buffer.from(`\uFEFF${sheet(header, [stock]).replaceAll(',', '\t')}`, 'utf16le'),
  ],
  ['bars', sheet(header, [stock]).replaceAll(',', '|')],
  ['the code page of Windows', Buffer.from(sheet(`${header},note`, [`${stock},Crème`]), 'latin1')],
  [
    'other names of the same columns, blank lines and outer space',
    `\nSKU, Quantity ,WAREHOUSE,Batch,Expires on\r\n\r\n${stock}\r\n`,
  ],
])('a file with %s is read', async (_what, content) => {
  expect(await judged(account, content)).toMatchObject({ rows: 1, good: 1, wrong: 0 })
})

test('columns that say nothing here are named, not silently dropped', async () => {
  expect(await judged(account, sheet(`${header},remark`, [`${stock},7`]))).toMatchObject({
    ignored: ['remark'],
    good: 1,
  })
})

test.each<[string, string | Buffer, string, string]>([
  [
    'a workbook of an old Excel',
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    'import_not_text',
    'an old Excel workbook (XLS), and an Excel workbook (XLSX) or a CSV file is needed',
  ],
  ['a file without a needed column', 'sku,amount\nP,5\n', 'import_columns_missing', 'no column for quantity.'],
  ['a file without rows', `${header}\n`, 'import_without_rows', 'no rows below its first one'],
  ['an empty file', '', 'import_without_rows', 'no rows'],
  [
    'a quotation mark that never ends',
    `${header}\n"P,5\n`,
    'import_unreadable',
    'Line 2 of the file cannot be read: a quotation mark',
  ],
])('%s is refused in words, and nothing of it stays', async (_what, content, code, words) => {
  const answer = await upload(account, content)
  expect([answer.body.code, answer.body.detail]).toEqual([code, expect.stringContaining(words)])
  expect((await account.get('/v1/imports')).items).toEqual([])
})

test('all reasons of a row are told at once, each with its column', async () => {
  const tried = await judged(
    account,
    sheet(`${header},place,supplier`, ['NONE,0,NYC,L1,soon,,ACME', 'P,1,CHI,,,B-99,']),
  )
  expect(await reasons(account, tried)).toEqual([
    [
      2,
      expect.stringContaining('quantity must be a whole number'),
      expect.stringContaining('expires_on must be a day'),
      expect.stringContaining('sku names "NONE"'),
      expect.stringContaining('warehouse names "NYC"'),
      expect.stringContaining('supplier names "ACME"'),
    ],
    [3, expect.stringContaining('batch is missing'), 'place names "B-99", and warehouse CHI has no such place'],
  ])
})

test('the same upload sent again is one import; another name or file under its id is refused', async () => {
  const id = '019aafd0-0000-7000-8000-00000000000a'
  const [first, second] = [
    await upload(account, sheet(header, [stock]), { id }),
    await upload(account, sheet(header, [stock]), { id }),
  ]
  expect([first.status, second.status, second.body.number]).toEqual([201, 201, first.body.number])
  expect(await upload(account, 'x', { id, name: 'other.csv' })).toMatchObject({
    status: 409,
    body: { code: 'key_reused' },
  })
  for (const other of [[], [stock, stock], [stock.replace('5', '6')]])
    expect(await upload(account, sheet(header, other), { id })).toMatchObject({ body: { code: 'key_reused' } })
  expect((await account.get('/v1/imports')).items).toHaveLength(1)
})

test('the same row twice is two receipts, and both are known when the file comes again, whatever else is in it', async () => {
  await committed(account, await judged(account, sheet(header, [stock, stock])), 'all')
  expect((await stockOf(account, 'L1'))[0].onHand).toBe(10)
  expect(await judged(account, sheet(header, ['P,1,CHI,L2,2026-08-01', stock, stock, stock]))).toMatchObject({
    good: 2,
    known: 2,
  })
  expect(await judged(account, sheet(header, [stock]), { reference: 'second count' })).toMatchObject({
    good: 1,
    known: 0,
  })
})

test('a receipt tells from which line of which import it came, and the row which receipt it became', async () => {
  const tried = await judged(account, sheet(header, [stock]))
  expect(await committed(account, tried, 'all')).toMatchObject({
    state: 'ended',
    committed: 1,
    askedBy: 'owner of the tests (key)',
  })
  const [row] = await rowsOf(account, tried, 'committed')
  const receipt = await account.get(`/v1/receipts/${row.receiptId}`)
  expect(receipt).toMatchObject({
    reference: `opening stock (${tried.number}, line 2)`,
    actorName: 'owner of the tests (key)',
  })
})

test('wrong rows are given back as they came, with their lines and reasons, and can be mended and uploaded again', async () => {
  const tried = await judged(account, sheet(`${header},note`, [stock, 'P,5,CHI,L2,2026-02-30,"a, ""b"""']))
  const { body } = await account.call('GET', `/v1/imports/${tried.id}/wrong.csv`)
  const text = String(body)
  expect(text).toContain('sku,quantity,warehouse,batch,expires_on,note,line,problems\r\n')
  expect(text).toContain('P,5,CHI,L2,2026-02-30,"a, ""b""",3,"expires_on must be a day')
  const mended = await judged(account, text.replace('2026-02-30', '2026-02-28'))
  expect(mended).toMatchObject({ rows: 1, good: 1, ignored: ['note', 'line', 'problems'] })
})

test('what was missing is added, and the rows are judged anew', async () => {
  const tried = await judged(account, sheet(header, ['Q,5,CHI,L1,2026-08-01']))
  expect(tried).toMatchObject({ wrong: 1 })
  await product(account, { sku: 'Q' })
  expect(await account.post(`/v1/imports/${tried.id}/judgement`)).toMatchObject({ state: 'judged', good: 1, wrong: 0 })
})

test('an import of which nothing is committed can be abandoned; one that is stays on record', async () => {
  const tried = await judged(account, sheet(header, [stock]))
  expect((await account.call('DELETE', `/v1/imports/${tried.id}`)).status).toBe(200)
  expect((await account.call('GET', `/v1/imports/${tried.id}`)).status).toBe(404)
  const kept = await committed(account, await judged(account, sheet(header, [stock])), 'all')
  const answer = await account.call('DELETE', `/v1/imports/${kept.id}`)
  expect([answer.status, answer.body.code]).toEqual([409, 'import_ended'])
  expect((await stockOf(account, 'L1'))[0].onHand).toBe(5)
})

const later: [string, (one: Caller) => Promise<Json>][] = [
  ['a date was recorded otherwise', (one) => receive(one, [{ batch: 'L1', quantity: 1, expiresOn: '2026-09-09' }])],
  ['its product was archived', async (one) => archive(one, 'P')],
]
const archive = async (one: Caller, sku: string) =>
  one.call('PATCH', `/v1/products/${(await one.get(`/v1/products/${sku}`)).id}`, { archived: true })

test.each(later)(
  'where since the dry run %s, all is nothing, the row says why, and good rows leave it out',
  async (_what, change) => {
    await product(account, { sku: 'Q' })
    const tried = await judged(account, sheet(header, [stock, 'Q,7,CHI,L9,2026-08-01']))
    await change(account)
    const before = (await account.get('/v1/receipts')).items.length
    const answer = await committed(account, tried, 'all')
    expect(answer).toMatchObject({
      state: 'judged',
      committed: 0,
      good: 1,
      wrong: 1,
      refused: expect.stringContaining('One row went wrong'),
    })
    expect((await account.get('/v1/receipts')).items).toHaveLength(before)
    expect((await reasons(account, tried)).map(([line]) => line)).toEqual([2])
    expect(await commit(account, tried, 'all')).toMatchObject({ status: 409, body: { code: 'import_rows_wrong' } })
    expect(await committed(account, tried, 'good')).toMatchObject({ state: 'ended', committed: 1, wrong: 1 })
  },
)

test('the template is a file that an import reads', async () => {
  const { body } = await account.call('GET', '/v1/import-template.csv')
  expect(await judged(account, body)).toMatchObject({ rows: 1, ignored: [] })
})
