import { afterAll, beforeAll, expect, test } from 'vitest'
import { hold, order, product, receive } from '../../test/stories.ts'
import { type Json, openWorld, type World } from '../../test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  for (const sku of ['P', 'Q', 'R', 'S']) await product(world, { sku, dates: 'optional' })
})
afterAll(() => world.close())

const board = async (): Promise<Json> => world.get('/v1/waiting')

test('nothing waits where nothing was asked', async () => {
  expect(await board()).toEqual({ lines: 0, quantity: 0, products: [] })
})

test('what waits is told by product, with why, since when, what is expected, and whose turn comes first', async () => {
  await receive(world, [
    { batch: 'A', quantity: 10, expiresOn: '2026-01-01' },
    { batch: 'B', quantity: 5, expiresOn: '2025-12-24' },
  ])
  const { number } = await hold(world, 'A')
  await world.post('/v1/rules', { name: 'Amazon', channel: 'amazon', lifeDaysMin: 90, reason: 'terms' })
  await order(world, 3, { number: 'S-1', channel: 'amazon' })
  world.clock.set('2025-11-23T15:01:00Z')
  await order(world, 9, { number: 'S-2', channel: 'shop', line: { lifeDaysMin: 60 } })
  await order(world, 2, { number: 'S-3', channel: 'amazon', priority: 5 })
  await order(world, 4, { number: 'S-4', line: { product: 'Q' } })
  await world.post('/v1/inbounds', {
    number: 'PO-1',
    warehouse: 'CHI',
    expectedOn: '2025-12-01',
    lines: [{ product: 'Q', quantity: 40 }],
  })
  const { products, ...sums } = await board()
  expect(sums).toEqual({ lines: 4, quantity: 18 })
  expect(products.map(({ sku, lines, quantity }: Json) => `${sku} ${lines} ${quantity}`)).toEqual(['P 3 14', 'Q 1 4'])
  expect(products[0]).toMatchObject({ orders: 3, since: '2025-11-23T15:00:00.000Z', expected: null })
  expect(products[0].first.map(({ orderNumber, waiting }: Json) => `${orderNumber} ${waiting}`)).toEqual([
    'S-3 2',
    'S-1 3',
    'S-2 9',
  ])
  expect(products[0].reasons).toEqual([
    { kind: 'too_short', lines: 3, quantity: 14, says: ['B: 31 days left on 2025-11-23, Amazon needs 90'] },
    { kind: 'held', lines: 3, quantity: 14, says: [`A: 10 on hold (${number})`] },
  ])
  expect(products[1]).toMatchObject({
    expected: { quantity: 40, on: '2025-12-01' },
    reasons: [{ kind: 'no_stock', lines: 1, quantity: 4, says: [] }],
  })
  await product(world, { sku: 'U', dates: 'optional' })
  const announce = (number: string, quantity: number) => {
    const lines = [
      { product: 'U', quantity },
      { product: 'S', quantity: 1 },
    ]
    return world.post('/v1/inbounds', { number, warehouse: 'CHI', lines })
  }
  await order(world, 100, { line: { product: 'U' } })
  await announce('PO-2', 30)
  await announce('PO-3', 5)
  await receive(world, [{ product: 'U', batch: 'M', quantity: 10 }], { inbound: 'PO-2' })
  await receive(world, [{ product: 'U', batch: 'M', quantity: 9 }], { inbound: 'PO-3' }) // four more than announced
  expect((await board()).products.find(({ sku }: Json) => sku === 'U').expected).toEqual({ quantity: 20, on: null })
  await receive(world, [{ product: 'Q', batch: 'N', quantity: 40 }], { inbound: 'PO-1' })
  expect((await board()).products.map(({ sku }: Json) => sku)).toEqual(['P', 'U'])
})

test('what stands against a batch is told as it is now, not as it was judged', async () => {
  world.clock.set('2025-12-26T15:00:00Z')
  const [{ reasons }] = (await board()).products
  expect(reasons.map(({ kind }: Json) => kind)).toContain('held')
  await receive(world, [{ product: 'R', batch: 'E', quantity: 7, expiresOn: '2025-12-28' }])
  await order(world, 1, { line: { product: 'R', lifeDaysMin: 10 } })
  const says = async () =>
    (await board()).products.find(({ sku }: Json) => sku === 'R').reasons.flatMap((one: Json) => one.says)
  expect(await says()).toEqual(['E: 2 days left on 2025-12-26, 10 needed'])
  world.clock.set('2025-12-30T15:00:00Z')
  expect(await says()).toEqual(['E: expired 2 days ago'])
})

test('a batch in two places is one batch: its units are added up', async () => {
  const { items } = await world.get('/v1/warehouses')
  await world.post('/v1/places', { places: [{ warehouseId: items[0].id, code: 'BIN-2' }] })
  const line = { product: 'S', batch: 'T', expiresOn: '2027-01-01' }
  await receive(world, [
    { ...line, quantity: 4 },
    { ...line, quantity: 3, place: 'BIN-2' },
  ])
  const { number } = await hold(world, 'T')
  await order(world, 1, { line: { product: 'S' } })
  const told = (await board()).products.find(({ sku }: Json) => sku === 'S')
  expect(told.reasons).toEqual([{ kind: 'held', lines: 1, quantity: 1, says: [`T: 7 on hold (${number})`] }])
})

test('another account sees none of it', async () => {
  const other = await world.otherAccount()
  expect(await other.get('/v1/waiting')).toEqual({ lines: 0, quantity: 0, products: [] })
})
