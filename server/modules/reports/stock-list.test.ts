import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Json, openWorld, type World } from '../../test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld({ works: false })
  for (const sku of ['OIL', 'TEA', 'JAM']) await world.post('/v1/products', { sku, name: sku })
  await world.post('/v1/warehouses', { code: 'SYD', name: 'Sydney', timeZone: 'Australia/Sydney' })
  // Scenarios begin on 23 November at 9:00 in Chicago, which is the 24th in Sydney.
  await receive('CHI', [
    ['TEA', 'T1', 10, '2025-12-01'],
    ['TEA', 'T2', 200, '2026-03-01'],
    ['JAM', 'J1', 30, '2026-01-01'],
    ['OIL', 'O1', 5, '2026-02-01'],
    ['OIL', 'O2', 50, '2025-12-24'],
  ])
  await receive('SYD', [['JAM', 'J2', 70, '2025-12-01']])
})
afterAll(() => world?.close())

type Line = readonly [product: string, batch: string, quantity: number, expiresOn: string]
const receive = (warehouse: string, lines: readonly Line[]) =>
  world.post('/v1/receipts', {
    warehouse,
    lines: lines.map(([product, batch, quantity, expiresOn]) => ({ product, batch, quantity, expiresOn })),
  })
const codes = ({ items }: Json) => items.map(({ batchCode }: Json) => batchCode).join(' ')
const stock = (query: string) => world.get(`/v1/stock?${query}`)

test('a page begins where it is asked to, knows the sums of all, and fits to those before and behind it', async () => {
  const all = codes(await stock('sort=onHand&direction=desc'))
  const pages = await Promise.all(
    [0, 2, 4, 6].map((offset) => stock(`sort=onHand&direction=desc&limit=2&offset=${offset}`)),
  )
  expect(pages.map(codes).join(' ').trim()).toBe(all)
  expect(pages.map(({ total, onHand }) => [total, onHand])).toEqual(Array(4).fill([6, 365]))
  expect(pages.map(({ next }) => next !== null)).toEqual([true, true, false, false])
  expect(codes(await stock(`sort=onHand&direction=desc&limit=2&cursor=${pages[0].next}`))).toBe(codes(pages[1]))
})

test.each([
  ['sort=expiresOn', 'T1 T2|J2 J1|O2 O1'],
  ['sort=expiresOn&direction=desc', 'T2 T1|O1 O2|J1 J2'],
  ['sort=sku', 'J2 J1|O2 O1|T1 T2'],
  ['sort=onHand&direction=desc', 'T2 T1|J2 J1|O2 O1'],
  ['sort=batchCode', 'J1 J2|O1 O2|T1 T2'],
])('grouped, %s holds within products and between them', async (sort, expected) => {
  const grouped = (await stock(`grouped=true&${sort}`)).items
  const { items: products } = await world.get(`/v1/stock/products?${sort}`)
  const lines = products.map(({ sku }: Json) =>
    grouped.flatMap((row: Json) => (row.sku === sku ? [row.batchCode] : [])).join(' '),
  )
  // T1 and J2 end on the same day: which product is first then does not matter.
  const same = (text: string) => (sort === 'sort=expiresOn' ? text.split('|').toSorted().join('|') : text)
  expect(same(lines.join('|'))).toBe(same(expected))
  expect(grouped.map(({ sku }: Json) => sku)).toEqual(products.flatMap(({ sku, rows }: Json) => Array(rows).fill(sku)))
})

test('the pages of a grouped list follow on, and its products know their sums', async () => {
  const first = await stock('grouped=true&sort=sku&limit=4')
  const rest = await stock(`grouped=true&sort=sku&limit=4&cursor=${first.next}`)
  expect(`${codes(first)} ${codes(rest)}`).toBe(codes(await stock('grouped=true&sort=sku')))
  expect(rest.next).toBeNull()
  const { items } = await world.get('/v1/stock/products?sort=sku&expiresBefore=2026-01-15')
  expect(items).toMatchObject([
    { sku: 'JAM', rows: 2, batches: 2, onHand: 100, available: 100 },
    { sku: 'OIL', rows: 1, onHand: 50 },
    { sku: 'TEA', rows: 1, onHand: 10 },
  ])
})

test('days left are counted where the stock lies', async () => {
  expect(codes(await stock('daysLeftMin=8&daysLeftMax=8'))).toBe('T1')
  expect(codes(await stock('daysLeftMin=7&daysLeftMax=7'))).toBe('J2')
  expect((await stock('daysLeftMax=31')).total).toBe(3)
})
