/**
 * Lines that are alike share what is worked out for them; lines that differ in one thing alone are judged by that thing.
 */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ruleStories } from '../../test/rule-stories.ts'
import { orderNow, product, receive } from '../../test/stories.ts'
import { type Json, openWorld, scenarioTime, type World } from '../../test/world.ts'

let world: World
let sku: string
let count = 0
beforeAll(async () => {
  world = await openWorld()
  await world.post('/v1/warehouses', { code: 'DAL', name: 'Dallas', timeZone: 'America/Chicago' })
})
afterAll(() => world.close())
beforeEach(async () => {
  world.clock.set(scenarioTime)
  count += 1
  sku = `P${count}`
  await product(world, { sku })
  await receive(world, [batch('EARLY', 100, '2025-12-31')], { receivedAt: '2025-11-01T12:00:00Z' })
  await receive(world, [batch('LATE', 100, '2026-12-31')], { receivedAt: '2025-11-10T12:00:00Z' })
  await world.post('/v1/receipts', { warehouse: 'DAL', lines: [batch('DALLAS', 100, '2027-12-31')] })
})

const { batch, got } = ruleStories(() => ({ world, sku }))

/** Placed in one call, so that all of them are planned together. */
async function placed(orders: readonly Json[]): Promise<Json[]> {
  const { results } = await world.post('/v1/orders/bulk', { orders })
  return Promise.all(results.map(({ answer }: Json) => orderNow(world, answer)))
}

test.each<[string, Json, Json, string]>([
  ['quantity', {}, { quantity: 7 }, '7 EARLY'],
  ['rotation', {}, { rotation: 'lifo' }, '5 DALLAS'],
  ['life', {}, { lifeDaysMin: 60 }, '5 LATE'],
  ['warehouse', { warehouse: 'DAL' }, {}, '5 DALLAS'],
  ['day of delivery', { deliverOn: '2026-02-01' }, {}, '5 LATE'],
])('%s', async (_, order, line, expected) => {
  const plain = { lines: [{ product: sku, quantity: 5 }] }
  const other = { ...order, lines: [{ product: sku, quantity: 5, ...line }] }
  const [first, second, third] = await placed([plain, other, plain])
  expect([first, second, third].map((one) => one && got(one))).toEqual(['5 EARLY', expected, '5 EARLY'])
})

test('whole or a part', async () => {
  const order = (shortage: string) => ({ lines: [{ product: sku, quantity: 301, shortage }] })
  const [whole, part] = await placed([order('whole'), order('part')])
  expect(whole && got(whole)).toBe('')
  expect(part?.allocated).toBe(300)
})

test('channel', async () => {
  await world.post('/v1/pools', {
    name: `Shop ${sku}`,
    product: sku,
    channel: 'shop',
    quantity: 290,
    validUntil: '2026-01-31',
    reason: 'launch',
  })
  const order = (channel: string) => ({ channel, lines: [{ product: sku, quantity: 20 }] })
  const [outlet, shop] = await placed([order('outlet'), order('shop')])
  expect([outlet?.allocated, shop?.allocated]).toEqual([10, 20])
})

test('what is recorded after the fact', async () => {
  const order = { lines: [{ product: sku, quantity: 5 }] }
  world.clock.set('2026-01-05T15:00:00Z')
  const past = { ...order, history: true, orderedAt: '2025-11-24T15:00:00Z', deliverOn: '2025-11-25' }
  const [now, then] = await placed([{ ...order, deliverOn: '2025-11-25' }, past])
  expect([now && got(now), then && got(then)]).toEqual(['5 LATE', '5 EARLY'])
})
