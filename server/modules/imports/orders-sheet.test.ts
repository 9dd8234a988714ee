/**
 * A sheet of open orders: rows of one number are one order, good or waiting as a whole; what is wrong is told as placing tells it, and a number that is
 * here changes nothing.
 */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { commit, committed, judged, reasons, rowsOf, sheet, upload } from '../../test/imports.ts'
import { product, receive } from '../../test/stories.ts'
import { type Caller, type Json, openWorld, type World } from '../../test/world.ts'
import { nextRows } from './in-turn.ts'

let world: World
let account: Caller
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())
beforeEach(async () => {
  account = await world.otherAccount()
  await product(account)
  await product(account, { sku: 'Q', name: 'Soap' })
  await account.post('/v1/customers', { code: 'C-1', name: 'Corner Shop', email: 'shop@corner.example', country: 'US' })
})

const kind = { kind: 'orders', name: 'orders.csv' }
const orderOf = (number: string): Promise<Json> => account.get(`/v1/orders/${encodeURIComponent(number)}`)

test('rows of one number become one order, with its customer by code, e-mail or name, and its stock promised', async () => {
  await receive(account, [{ batch: 'L1', quantity: 100, expiresOn: '2028-01-01' }])
  const header = 'Auftragsnummer,Artikelnr,Menge,Kunde,Liefertermin,Lieferadresse,PLZ,Land,Kanal,Bestelldatum'
  const tried = await judged(
    account,
    sheet(header, [
      '#1001,P,10,shop@Corner.example,15.02.2026,"1 Main Street, Chicago",60601,US,web,20.01.2025',
      '#1002,P,5,corner shop,,,,,,',
      '#1001,Q,2,,,,,,,',
      '#1003,P,1,C-1,,,,,,',
      '#1004,P,1,,,,,,,',
    ]),
    kind,
  )
  expect(tried).toMatchObject({ rows: 5, good: 5, wrong: 0, ignored: [] })
  expect((await account.get('/v1/orders')).items).toEqual([])
  expect(await committed(account, tried, 'all')).toMatchObject({ state: 'ended', committed: 5 })
  expect(await orderOf('#1001')).toMatchObject({
    customerName: 'Corner Shop',
    channel: 'web',
    deliverOn: '2026-02-15',
    shipTo: '1 Main Street, Chicago',
    postalCode: '60601',
    country: 'US',
    orderedAt: expect.stringMatching(/^2025-01-20T/),
    lines: [
      { sku: 'P', ordered: 10, allocated: 10 },
      { sku: 'Q', ordered: 2, backOrdered: 2 },
    ],
  })
  const named = await Promise.all(['#1002', '#1003', '#1004'].map(orderOf))
  expect(named.map(({ customerName, channel }) => [customerName, channel])).toEqual([
    ['Corner Shop', 'direct'],
    ['Corner Shop', 'direct'],
    [null, 'direct'],
  ])
  const became = await rowsOf(account, tried, 'committed')
  expect(new Set(became.map(({ becomesId }) => becomesId)).size).toBe(4)
  expect(became[0]?.becomesId).toBe(became[2]?.becomesId)
})

test('an order waits whole for its wrong line; the others are placed, and once it is mended it is placed too', async () => {
  const tried = await judged(
    account,
    sheet('order,sku,quantity,customer,deliver_on', [
      'A,P,10,C-1,2026-03-01',
      'A,NONE,1,,',
      'B,P,5,nobody@corner.example,',
      'C,P,0,,',
      'D,P,2,,',
      'E,P,1,C-1,2026-03-01',
      'E,P,1,C-1,2026-03-02',
      ',P,1,,',
    ]),
    kind,
  )
  expect(tried).toMatchObject({ good: 1, wrong: 7 })
  expect(await reasons(account, tried)).toEqual([
    [2, 'waits for line 3, which is of the same order and wrong'],
    [3, 'sku there is no product "NONE"'],
    [4, 'customer names "nobody@corner.example", and there is no customer here with that code, e-mail address or name'],
    [5, 'quantity must be a whole number of at least 1, not "0"'],
    [7, 'waits for line 8, which is of the same order and wrong'],
    [8, 'deliver_on is "2026-03-02", and line 7, of the same order, says "2026-03-01"'],
    [9, 'order is missing'],
  ])
  const mended = await account.call('PUT', `/v1/imports/${tried.id}/rows/3`, { cells: ['A', 'Q', '1', '', ''] })
  expect(mended).toMatchObject({ status: 200, body: { state: 'good' } })
  expect(await committed(account, tried, 'good')).toMatchObject({ committed: 3, wrong: 5 })
  expect((await orderOf('A')).lines.map(({ sku, ordered }: Json) => [sku, ordered])).toEqual([
    ['P', 10],
    ['Q', 1],
  ])
})

test('the same file again changes nothing, nor does a number that somebody placed by hand', async () => {
  await account.post('/v1/orders', { number: '7', lines: [{ product: 'P', quantity: 3 }] })
  const file = sheet('order,sku,quantity', ['7,P,99', '8,P,4'])
  const tried = await judged(account, file, kind)
  expect(tried).toMatchObject({ good: 1, known: 1 })
  await committed(account, tried, 'all')
  expect((await orderOf('7')).lines[0]).toMatchObject({ ordered: 3 })
  const again = await judged(account, file, kind)
  expect(again).toMatchObject({ good: 0, known: 2 })
  expect(await commit(account, again, 'all')).toMatchObject({ status: 409, body: { code: 'import_nothing_good' } })
})

test('what placing refuses is told before: packs, kits, archived goods and customers, names that are several', async () => {
  await account.post('/v1/customers', { code: 'C-2', name: 'Twin', email: 'twin@corner.example' })
  await account.post('/v1/customers', { code: 'C-3', name: 'Twin', email: 'twin@corner.example' })
  await account.post('/v1/products', { sku: 'SET', name: 'Set', kit: [{ product: 'P', quantity: 2 }] })
  const tried = await judged(
    account,
    sheet('order,sku,quantity,pack,customer,shortage,warehouse,ordered_on', [
      '1,P,1,pallet,,,,',
      '2,P,1,,Twin,,,',
      '3,SET,1,,,whole,,',
      '4,P,1,,,,NYC,',
      '5,P,1,,,,,2031-01-01',
      '6,SET,3,,,,,',
    ]),
    kind,
  )
  expect(tried).toMatchObject({ good: 1, wrong: 5 })
  const told = await reasons(account, tried)
  expect(told.map(([line, why]) => [line, String(why)])).toEqual([
    [2, 'pack P has no pack "pallet"'],
    [3, 'customer names "Twin", and several are called so: write the code, which is C-2 or C-3'],
    [4, expect.stringMatching(/^shortage SET is a kit/)],
    [5, expect.stringMatching(/^warehouse /)],
    [6, expect.stringMatching(/^ordered_on /)],
  ])
  await committed(account, tried, 'good')
  expect((await orderOf('6')).lines[0]).toMatchObject({ sku: 'SET', ordered: 3 })
})

test('an order that went wrong since the dry run is left whole, and the others are placed', async () => {
  const rows = Array.from({ length: 10 }, (_, at) => `N${at},P,1`)
  const soon = await account.post('/v1/products', { sku: 'SOON', name: 'Soon' })
  const tried = await judged(account, sheet('order,sku,quantity', [...rows, 'N5,SOON,1', ...rows]), kind)
  expect(tried).toMatchObject({ good: 21 })
  await account.call('PATCH', `/v1/products/${soon.id}`, { archived: true })
  const done = await committed(account, tried, 'good')
  expect(done).toMatchObject({ state: 'ended', committed: 18, wrong: 3 })
  expect((await orderOf('N4')).lines).toHaveLength(2)
  expect(await account.call('GET', '/v1/orders/N5')).toMatchObject({ status: 404 })
})

test('however few rows are taken at once, those of one order are taken together', async () => {
  const tried = await judged(account, sheet('order,sku,quantity', ['A,P,1', 'B,P,1', 'A,P,2', 'B,P,3', 'A,P,4']), kind)
  const walk = { after: null, good: true, limit: 1, keysAreWhole: true }
  const { database, clock } = world.app.house
  const { accountId } = account
  const act = {
    accountId,
    at: clock.now(),
    actorId: null,
    actorName: 'Olive',
    role: 'owner',
    source: 'test',
    requestId: null,
  }
  const rows = await database.read(act, (db) => nextRows(db, tried.id, walk))
  expect(rows.map(({ lineNo }) => lineNo)).toEqual([2, 4, 6])
  const after = { key: 'A', lineNo: 6 }
  const next = await database.read(act, (db) => nextRows(db, tried.id, { ...walk, after }))
  expect(next.map(({ lineNo }) => lineNo)).toEqual([3, 5])
})

test('more lines than one plan takes are placed all or nothing, those of higher priority and age first', async () => {
  await receive(account, [{ batch: 'L1', quantity: 10, expiresOn: '2028-01-01' }])
  const rows = Array.from({ length: 4100 }, (_, at) => `S${at % 3},P,1,0,2025-01-02`)
  const file = sheet('order,sku,quantity,priority,ordered_on', [...rows, 'Z1,P,5,9,2025-01-02', 'Z2,P,5,0,2025-01-01'])
  const tried = await judged(account, file, kind)
  expect(tried).toMatchObject({ good: 4102 })
  expect(await committed(account, tried, 'all')).toMatchObject({ state: 'ended', committed: 4102 })
  const served = await Promise.all(['Z1', 'Z2', 'S0'].map(orderOf))
  expect(served.map(({ allocated }) => allocated)).toEqual([5, 5, 0])
})

test('who may not place an order may not by a file', async () => {
  const hall = await account.as('warehouse')
  expect(await upload(hall, sheet('order,sku,quantity', ['1,P,1']), kind)).toMatchObject({ status: 403 })
})

test('another kind of file under the same id is another file', async () => {
  const id = '019aafd0-0000-7000-8000-000000000abc'
  const file = sheet('order,sku,quantity,shipped_on', ['1,P,1,2025-01-01'])
  expect(await upload(account, file, { ...kind, id })).toMatchObject({ status: 201 })
  const other = await upload(account, file, { ...kind, kind: 'shipments', id })
  expect(other).toMatchObject({ status: 409, body: { code: 'key_reused' } })
})
