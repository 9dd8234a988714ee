/**
 * The dry run says what receiving does: each row it calls good is received, each it calls wrong is refused by the receipt of that row alone.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { committed, judged, rowsOf, sheet } from '../../test/imports.ts'
import { product, receive } from '../../test/stories.ts'
import { type Json, openWorld, type World } from '../../test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  await product(world)
  await product(world, { sku: 'FREE', tracking: 'none', dates: 'none' })
  await product(world, { sku: 'SERIAL', tracking: 'serial' })
  await product(world, { sku: 'SHORT', receiptLifeDaysMin: 90, receiptLifeAction: 'refuse' })
  await product(world, { sku: 'PERCENT', deliveryLifePercentMin: 50 })
  await product(world, { sku: 'COOL', storage: 'cool' })
  await product(world, { sku: 'OLD' })
  await product(world, { sku: 'KIT', tracking: 'none', dates: 'none', kit: [{ product: 'P', quantity: 2 }] })
  for (const code of ['S1', 'S2']) await world.post('/v1/suppliers', { code, name: code })
  const [{ id: warehouseId }] = (await world.get('/v1/warehouses')).items
  const places = [
    { warehouseId, code: 'ONE', mixing: 'one_batch' },
    { warehouseId, code: 'TEN', capacity: 10 },
  ]
  await world.post('/v1/places', { places })
  const known = { quantity: 1, expiresOn: '2026-08-01' }
  await receive(world, [{ ...known, batch: 'KNOWN' }], { supplier: 'S1' })
  await receive(world, [{ batch: 'BOXED', quantity: 12, expiresOn: '2026-08-01', closedPackOf: 6 }])
  const { id } = await world.get('/v1/products/OLD')
  await world.call('PATCH', `/v1/products/${id}`, { archived: true })
})
afterAll(() => world?.close())

const header = 'sku,quantity,warehouse,batch,expires_on,produced_on,place,supplier,boxes_of,condition,batch_is'
/** Each row, and the column at which the dry run finds fault with it; null for good ones. */
const rows: [string, string | null][] = [
  ['P,5,CHI,A1,2026-08-01,,,,,,', null],
  ['P,5,CHI,A1,,,,,,,', null],
  ['P,5,CHI,A2,,,,,,,', 'expires_on'],
  ['P,5,CHI,A1,2026-09-01,,,,,,', 'expires_on'],
  ['P,5,CHI,A-1,2026-08-01,,,,,,', 'batch'],
  ['P,5,CHI,a1,2026-08-01,,,,,,different', null],
  ['P,5,CHI,KNOWN,2026-08-02,,,,,,', 'expires_on'],
  ['P,5,CHI,known,2026-08-01,,,,,,', 'batch'],
  ['P,5,CHI,KNOWN,2026-08-01,,,S2,,,', 'supplier'],
  ['P,5,CHI,KNOWN,2026-08-01,,,S2,,,same', null],
  ['P,5,CHI,X1,2025-11-01,,,,,,', 'expires_on'],
  ['P,5,CHI,X1,2025-11-01,,,,,damaged,', null],
  ['P,5,CHI,X2,2026-08-01,2026-09-01,,,,,', 'produced_on'],
  ['FREE,5,CHI,B1,,,,,,,', 'batch'],
  ['FREE,5,CHI,,,,,,,,', null],
  ['SERIAL,1,CHI,C1,2026-08-01,,,,,,', 'sku'],
  ['SHORT,1,CHI,D1,2026-01-01,,,,,,', 'expires_on'],
  ['SHORT,1,CHI,D2,2026-12-01,,,,,,', null],
  ['PERCENT,1,CHI,E1,2026-12-01,,,,,,', 'produced_on'],
  ['COOL,1,CHI,F1,2026-12-01,,,,,,', 'place'],
  ['OLD,1,CHI,G1,2026-12-01,,,,,,', ''],
  ['KIT,1,CHI,,,,,,,,', ''],
  ['P,3,CHI,H1,2026-08-01,,ONE,,,,', null],
  ['P,3,CHI,H2,2026-08-01,,ONE,,,,', 'place'],
  ['P,8,CHI,H3,2026-08-01,,TEN,,,,', null],
  ['P,8,CHI,H4,2026-08-01,,TEN,,,,', 'place'],
  ['P,13,CHI,H5,2026-08-01,,,,6,,', 'boxes_of'],
  ['P,12,CHI,H5,2026-08-01,,,,6,,', null],
  ['P,1,CHI,H6,2026-08-01,,MAIN,,,damaged,', ''],
  ['P,1,CHI,"H\u200b7",2026-08-01,,,,,,', ''],
]

const fieldOf: Readonly<Record<string, string>> = {
  sku: 'product',
  expires_on: 'expiresOn',
  produced_on: 'producedOn',
  boxes_of: 'closedPackOf',
  batch_is: 'batchIs',
}

/** The receipt that a person would write of it. */
function receiptOf(cells: readonly string[]): Json {
  const given = Object.fromEntries(
    header.split(',').flatMap((name, at) => (cells[at] ? [[name, cells[at]]] : [])),
  ) as Json
  const { warehouse, supplier, ...line } = given
  const named = Object.fromEntries(Object.entries(line).map(([name, value]) => [fieldOf[name] ?? name, value])) as Json
  const numbers = {
    quantity: Number(named.quantity),
    ...(named.closedPackOf ? { closedPackOf: Number(named.closedPackOf) } : {}),
  }
  return { warehouse, ...(supplier ? { supplier } : {}), lines: [{ ...named, ...numbers }] }
}

test('of many rows with many faults, good ones are all received, and each wrong one is refused by receiving as well', async () => {
  const tried = await judged(
    world,
    sheet(
      header,
      rows.map(([row]) => row),
    ),
  )
  const told = await world.get(`/v1/imports/${tried.id}/rows?limit=500`)
  const found = told.items.map(({ problems, cells }: Json) => [cells.join(), problems[0]?.column ?? null])
  expect(found).toEqual(rows.map(([row, column]) => [row.replaceAll('"', ''), column]))
  const good = rows.filter(([, column]) => column === null).length
  expect(await committed(world, tried, 'good')).toMatchObject({
    state: 'ended',
    committed: good,
    good: 0,
    wrong: rows.length - good,
  })
  for (const { lineNo, cells, problems } of await rowsOf(world, tried, 'wrong')) {
    const answer = await world.call('POST', '/v1/receipts', receiptOf(cells))
    expect([lineNo, problems, answer.status >= 400 && answer.status < 500]).toEqual([lineNo, problems, true])
  }
})
