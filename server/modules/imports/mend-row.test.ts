/**
 * A row is mended in place: it and those that may be of its batch are judged anew, the rest stays as it was told.
 */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { becomes, committed, judged, reasons, rowsOf, sheet, upload } from '../../test/imports.ts'
import { product, stockOf } from '../../test/stories.ts'
import { type Answer, type Caller, type Json, openWorld, type World } from '../../test/world.ts'

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
const mend = (of: Json, line: number, row: string): Promise<Answer> =>
  account.call('PUT', `/v1/imports/${of.id}/rows/${line}`, { cells: row.split(',') })
const now = (of: Json) => account.get(`/v1/imports/${of.id}`)

test('a wrong row that is mended is good, and becomes stock as it was mended', async () => {
  const tried = await judged(account, sheet(header, [stock, 'P,five,CHI,L2,31.31.2026']))
  const half = await mend(tried, 3, 'P,6,CHI,L2,31.31.2026')
  expect([half.status, half.body.state, half.body.problems]).toEqual([
    200,
    'wrong',
    [{ column: 'expires_on', message: 'must be a day as 2026-01-31, not "31.31.2026"' }],
  ])
  const { body } = await mend(tried, 3, ' P ,6,CHI,L2,2026-08-31')
  expect(body).toMatchObject({ lineNo: 3, state: 'good', problems: [], cells: ['P', '6', 'CHI', 'L2', '2026-08-31'] })
  expect(await now(tried)).toMatchObject({ state: 'judged', good: 2, wrong: 0 })
  expect(await committed(account, tried, 'all')).toMatchObject({ state: 'ended', committed: 2 })
  expect((await stockOf(account, 'L2'))[0].onHand).toBe(6)
})

test('two dates of one batch name the other line, and it is enough to mend either of them', async () => {
  const tried = await judged(account, sheet(header, [stock, 'P,5,CHI,L2,2026-08-01', 'P,7,CHI,L1,2026-09-01']))
  expect(await reasons(account, tried)).toEqual([
    [4, expect.stringMatching(/^expires_on .*this one says 2026-09-01.* In the file: line 2 says 2026-08-01\.$/)],
  ])
  expect((await mend(tried, 2, 'P,5,CHI,L1,2026-09-01')).body.state).toBe('good')
  expect(await now(tried)).toMatchObject({ good: 3, wrong: 0 })
})

test('a row mended into another batch is judged with the rows of that one, and frees those it leaves', async () => {
  const tried = await judged(account, sheet(header, [stock, 'P,7,CHI,L1,2026-09-01', 'P,5,CHI,L2,2026-08-01']))
  expect((await mend(tried, 2, 'P,5,CHI,L2,2026-10-01')).body.state).toBe('good')
  expect((await rowsOf(account, tried, 'wrong')).map(({ lineNo }) => lineNo)).toEqual([4])
  expect((await rowsOf(account, tried, 'good')).map(({ lineNo }) => lineNo)).toEqual([2, 3])
})

test('a row mended into one that is there already is another receipt of the same', async () => {
  const tried = await judged(account, sheet(header, ['P,0,CHI,L1,2026-08-01', stock]))
  await mend(tried, 2, stock)
  expect(await committed(account, tried, 'all')).toMatchObject({ committed: 2 })
  expect((await stockOf(account, 'L1'))[0].onHand).toBe(10)
})

test('where too many rows may be of the same batch, all are judged anew by a job', async () => {
  const many = Array.from({ length: 2001 }, () => stock)
  const tried = await judged(account, sheet(header, [...many, 'P,0,CHI,L1,2026-08-01']))
  expect(tried).toMatchObject({ good: 2001, wrong: 1 })
  const { status, body } = await mend(tried, 2003, stock)
  expect([status, body.state]).toEqual([200, 'new'])
  expect(await becomes(account, tried.id, ['judged'])).toMatchObject({ good: 2002, wrong: 0 })
})

test('the history tells what the file said and what was written instead, and by whom', async () => {
  const tried = await judged(account, sheet(header, ['P,0,CHI,L1,2026-08-01']))
  await mend(tried, 2, stock)
  const { items } = await account.get(`/v1/audit?subject=${tried.id}`)
  expect(items.find(({ action }: Json) => action === 'import.mend')).toMatchObject({
    actorName: 'owner of the tests (key)',
    before: { line: 2, cells: ['P', '0', 'CHI', 'L1', '2026-08-01'] },
    after: { line: 2, cells: ['P', '5', 'CHI', 'L1', '2026-08-01'] },
  })
})

test('a line that is not there, more cells than columns, and what is imported are refused, and nothing changes', async () => {
  const tried = await judged(account, sheet(header, [stock, 'P,0,CHI,L2,2026-08-01']))
  const gone = await mend(tried, 9, stock)
  expect([gone.status, gone.body.detail]).toEqual([404, `There is no row "line 9 of ${tried.number}" here.`])
  const wide = await mend(tried, 3, `${stock},more`)
  expect([wide.status, wide.body.detail]).toEqual([422, expect.stringContaining('are 6, and IM-1 has 5 columns')])
  expect(await now(tried)).toMatchObject({ good: 1, wrong: 1 })
  await committed(account, tried, 'good')
  const late = await mend(tried, 3, stock)
  expect([late.status, late.body.code]).toEqual([409, 'import_ended'])
})

test('the same file under the same id is the same upload also after a row was mended, and what the row is now is another file', async () => {
  const id = randomUUID()
  const file = sheet(header, [stock, 'P,0,CHI,L2,2026-08-01'])
  const tried = await judged(account, file, { id })
  await mend(tried, 3, 'P,6,CHI,L2,2026-08-01')
  await mend(tried, 3, 'P,7,CHI,L2,2026-08-01')
  const again = await upload(account, file, { id })
  expect([again.status, again.body]).toMatchObject([201, { id, state: 'judged', good: 2, wrong: 0 }])
  const other = await upload(account, sheet(header, [stock, 'P,7,CHI,L2,2026-08-01']), { id })
  expect(other.body.code).toBe('key_reused')
})
