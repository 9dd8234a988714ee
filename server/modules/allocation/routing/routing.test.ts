/**
 * Orders that name no warehouse go from where a rule of routing says: whole from one, else by the cheapest split; and the
 * order keeps from where and why.
 */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { differences, orderBecomes, orderNow, product } from '../../../test/stories.ts'
import { type Json, openWorld, scenarioTime, type World, waitFor } from '../../../test/world.ts'

let world: World
let count = 0
let channel: string
beforeAll(async () => {
  world = await openWorld()
  await world.post('/v1/warehouses', { code: 'DAL', name: 'Dallas', timeZone: 'America/Chicago', priority: 2 })
  await world.post('/v1/warehouses', { code: 'RNO', name: 'Reno', timeZone: 'America/Los_Angeles', priority: 1 })
  const row = (warehouse: string, distanceKm: number | null, parcelCost: number | null) => ({
    warehouse,
    country: 'US',
    transitDays: 2,
    distanceKm,
    parcelCost,
  })
  const near = { ...row('DAL', 50, 400), postalPrefix: '75' }
  const rows = [row('CHI', 100, 500), row('DAL', 1300, 700), row('RNO', 2700, null), near]
  await world.call('PUT', '/v1/transit-times', { rows })
})
afterAll(() => world.close())
beforeEach(async () => {
  world.clock.set(scenarioTime)
  count += 1
  channel = `shop${count}`
  for (const name of ['P', 'Q']) await product(world, { sku: `${name}${count}`, dates: 'optional' })
})

/** "P 10 2026-01-01": so many of a product that expire on that day. */
const stock = async (warehouse: string, ...texts: string[]): Promise<void> => {
  const lines = texts.map((text) => {
    const [name, quantity, expiresOn = '2026-06-01'] = text.split(' ')
    const sku = `${name}${count}`
    return { product: sku, batch: `${sku}-${warehouse}-${expiresOn}`, quantity: Number(quantity), expiresOn }
  })
  await world.post('/v1/receipts', { warehouse, lines })
}
/** Written, and its job is done: what waits meanwhile would wait for its turn. */
const rule = async (routing: Json = {}, more: Json = {}): Promise<Json> => {
  const asked = { criteria: ['distance', 'priority'], split: 'allowed', splitCost: 300, ...routing }
  const written = await world.post('/v1/rules', {
    name: 'Nearest',
    channel,
    routing: asked,
    reason: 'freight',
    ...more,
  })
  const left = async () => (await world.owner`select from graphile_worker.jobs`).length
  await waitFor(async () => (await left()) === 0, 'the rule to be applied')
  return written
}
const place = (lines: Record<string, number>, more: Json = {}, line: Json = {}): Promise<Json> =>
  world.post('/v1/orders', {
    channel,
    country: 'US',
    lines: Object.entries(lines).map(([name, quantity]) => ({ product: `${name}${count}`, quantity, ...line })),
    ...more,
  })
/** "P: 5 CHI; Q: 3 DAL" */
const from = ({ lines }: Json): string =>
  lines
    .map(({ sku, batches }: Json) =>
      [`${sku[0]}:`, ...batches.map(({ quantity, warehouseCode }: Json) => `${quantity} ${warehouseCode}`)].join(' '),
    )
    .join('; ')
const why = ({ routing: [newest] }: Json): string[] => [newest.says, ...newest.passedOver.map(({ says }: Json) => says)]

test('the whole order goes from one warehouse that has all of it, though lines expire sooner elsewhere', async () => {
  await stock('CHI', 'P 10 2026-05-01')
  await stock('DAL', 'P 10 2026-06-01', 'Q 10')
  expect(from(await place({ P: 5, Q: 5 }))).toBe('P: 5 CHI; Q: 5 DAL')
  await rule()
  const placed = await place({ P: 5, Q: 5 })
  expect(from(placed)).toBe('P: 5 DAL; Q: 5 DAL')
  expect(why(placed)).toEqual([
    'all from DAL, $7.00 in 1 parcel',
    'CHI: has 5 of 10',
    'RNO: has nothing of this order that may be sent',
  ])
  expect(placed.routing[0]).toMatchObject({ ruleName: 'Nearest', cause: 'order', asked: 10, shortfall: 0 })
  expect(await orderNow(world, placed)).toEqual(placed)
})

test('two lines of one product go each from the warehouse that has enough for it, where an order may be split', async () => {
  await stock('CHI', 'P 5')
  await stock('DAL', 'P 5')
  await rule()
  const line = { product: `P${count}`, quantity: 5 }
  const placed = await world.post('/v1/orders', { channel, country: 'US', lines: [line, line] })
  expect(from(placed)).toBe('P: 5 CHI; P: 5 DAL')
  expect(why(placed)[0]).toBe('all from CHI and DAL, $15.00 in 2 parcels')
})

test('of those that have all, the nearest by the beginning of the postal code', async () => {
  await stock('CHI', 'P 10')
  await stock('DAL', 'P 10')
  await rule()
  const chicago = await place({ P: 1 }, { postalCode: '60601' })
  expect([from(chicago), ...why(chicago)]).toEqual([
    'P: 1 CHI',
    'all from CHI, $5.00 in 1 parcel',
    'DAL: 1300 km away, CHI 100 km away',
    'RNO: has nothing of this order that may be sent',
  ])
  expect(from(await place({ P: 1 }, { postalCode: '75 201' }))).toBe('P: 1 DAL')
})

test('by priority, and by freshness on the day of delivery', async () => {
  await stock('CHI', 'P 10 2026-05-01')
  await stock('DAL', 'P 10 2026-06-01')
  await stock('RNO', 'P 10 2026-04-01')
  const { id } = await rule({ criteria: ['priority'] })
  expect(from(await place({ P: 1 }))).toBe('P: 1 CHI')
  const fresh = await rule({ criteria: ['freshest'] }, { replaces: id })
  const placed = await place({ P: 1 })
  expect(from(placed)).toBe('P: 1 DAL')
  expect(why(placed)).toContain('CHI: 157 days left, DAL 188 days left')
  await rule({ criteria: ['expires_first'] }, { replaces: fresh.id })
  expect(from(await place({ P: 1 }))).toBe('P: 1 RNO')
})

test('where no warehouse has all, the cheapest split, and a cost that nobody knows comes last', async () => {
  await stock('CHI', 'P 10')
  await stock('DAL', 'Q 10')
  await stock('RNO', 'Q 10')
  await rule({ criteria: ['priority'] })
  const placed = await place({ P: 5, Q: 5 })
  expect(from(placed)).toBe('P: 5 CHI; Q: 5 DAL')
  expect(why(placed)).toEqual([
    'all from CHI and DAL, $15.00 in 2 parcels',
    'RNO: with it the order costs $8.00 in 2 parcels, 1 of unknown cost, without it $15.00 in 2 parcels',
  ])
})

test('never split: the warehouse that has most of it, and the rest waits for that warehouse alone', async () => {
  await stock('CHI', 'P 6')
  await stock('DAL', 'P 4')
  await rule({ split: 'never' })
  const placed = await place({ P: 9 })
  expect([from(placed), placed.state]).toEqual(['P: 6 CHI', 'waiting'])
  expect(why(placed)).toEqual([
    '6 of 9 from CHI, $5.00 in 1 parcel',
    'DAL: has 4 of 9',
    'RNO: has nothing of this order that may be sent',
  ])
  await stock('DAL', 'P 10 2026-07-01')
  expect(from(await orderNow(world, placed))).toBe('P: 6 CHI')
  await stock('CHI', 'P 10 2026-07-01')
  const served = await orderBecomes(world, placed, { backOrdered: 0 })
  expect(from(served)).toBe('P: 6 CHI 3 CHI')
  expect(why(served)).toContain('DAL: the order may not be split, and a part of it goes from CHI')
})

test('a line that is wanted whole is whole from two warehouses, or waits', async () => {
  await stock('CHI', 'P 6')
  await stock('DAL', 'P 4')
  await rule()
  const whole = { shortage: 'whole' }
  expect(from(await place({ P: 11, Q: 1 }, {}, whole))).toBe('P:; Q:')
  expect(from(await place({ P: 10 }, {}, whole))).toBe('P: 6 CHI 4 DAL')
})

test('back orders go on from where a part of the order is sent, with no parcel more', async () => {
  await stock('DAL', 'P 5')
  await rule()
  const placed = await place({ P: 5, Q: 5 })
  expect(from(placed)).toBe('P: 5 DAL; Q:')
  await stock('DAL', 'Q 2')
  await stock('CHI', 'Q 9')
  const served = await orderBecomes(world, placed, { backOrdered: 0 })
  expect(from(served)).toBe('P: 5 DAL; Q: 3 CHI 2 DAL')
  expect(served.routing.map(({ says }: Json) => says)).toEqual([
    'all from CHI, $8.00 in 1 parcel',
    '2 of 5 from DAL, no parcel more',
    '5 of 10 from DAL, $7.00 in 1 parcel',
  ])
  expect(await differences(world)).toEqual([])
})

test('an edit of the address routes the order anew', async () => {
  await stock('CHI', 'P 10')
  await stock('DAL', 'P 10')
  await rule()
  const placed = await place({ P: 5 })
  expect(from(placed)).toBe('P: 5 CHI')
  const { body } = await world.call('PATCH', `/v1/orders/${placed.id}`, { postalCode: '75201' })
  expect([from(body), why(body)[0]]).toEqual(['P: 5 DAL', 'all from DAL, $4.00 in 1 parcel'])
  expect(body.routing.map(({ cause }: Json) => cause)).toEqual(['edit', 'order'])
})

test('rules of batches hold over all legs: one batch an order is one batch from one warehouse', async () => {
  await stock('CHI', 'P 6')
  await stock('DAL', 'P 8 2026-07-01')
  await rule({}, { batches: 'one_per_order' })
  const placed = await place({ P: 10 })
  expect(from(placed)).toBe('P: 8 DAL')
  expect(placed.backOrdered).toBe(2)
})

test('of orders that come together, each is routed against what those before it left', async () => {
  await stock('CHI', 'P 10', 'Q 10')
  await stock('DAL', 'P 10', 'Q 10')
  await rule()
  const one = (lines: Record<string, number>) => ({
    channel,
    country: 'US',
    lines: Object.entries(lines).map(([name, quantity]) => ({ product: `${name}${count}`, quantity })),
  })
  const asked = [one({ P: 6, Q: 2 }), one({ P: 6, Q: 2 }), one({ P: 4, Q: 4 }), one({ Q: 2 })]
  const { results } = await world.post('/v1/orders/bulk', { orders: asked })
  const placed = await Promise.all(results.map(({ answer }: Json) => orderNow(world, answer)))
  expect(placed.map(from)).toEqual(['P: 6 CHI; Q: 2 CHI', 'P: 6 DAL; Q: 2 DAL', 'P: 4 CHI; Q: 4 CHI', 'Q: 2 CHI'])
})

test('an order that names its warehouse is not routed, nor one that no rule of routing speaks of', async () => {
  await stock('CHI', 'P 10')
  await stock('DAL', 'P 10')
  await rule()
  const named = await place({ P: 5 }, { warehouse: 'DAL' })
  const other = await place({ P: 5 }, { channel: 'another' })
  expect([from(named), named.routing, other.routing]).toEqual(['P: 5 DAL', [], []])
})

test('a rule of routing knows no product, category, warehouse or client, and says so at each', async () => {
  const answer = await world.call('POST', '/v1/rules', {
    name: 'Wrong',
    product: `P${count}`,
    category: 'skin',
    warehouse: 'CHI',
    routing: { criteria: [], split: 'never' },
    reason: 'a try',
  })
  expect(answer.status).toBe(422)
  expect(answer.body.facts.problems.map(({ at }: Json) => at)).toEqual(['product', 'category', 'warehouse'])
  expect(answer.body.facts.problems[0].message).toContain('a rule of routing names a customer, a channel')
})

test('what a rule of routing says stands on the line’s decision, and it ends like any other', async () => {
  await stock('CHI', 'P 10')
  const { id } = await rule()
  const placed = await place({ P: 1 })
  const { items } = await world.get(`/v1/order-lines/${placed.lines[0].id}/decisions`)
  expect(items[0].rules).toMatchObject([
    { setting: 'routing', says: 'from one warehouse, else the cheapest split: by distance, then priority' },
  ])
  await world.post(`/v1/rules/${id}/ending`, { reason: 'over' })
  expect((await place({ P: 1 })).routing).toEqual([])
})

test('a preview tells which open lines would go from elsewhere, and what is promised stays', async () => {
  await stock('CHI', 'P 10 2026-05-01')
  await stock('DAL', 'P 10', 'Q 10')
  const placed = await place({ P: 2, Q: 2 }, { number: `R-${count}` })
  await place({ Q: 2 })
  const routing = { criteria: ['distance'], split: 'never' }
  const asked = { rule: { name: 'Near', channel, routing, reason: 'freight' } }
  const { moves, losing } = await world.post('/v1/rule-preview', asked)
  expect(losing.lines).toBe(0)
  expect(moves).toMatchObject({ lines: 1, orders: 1, considered: 3, parcels: { are: 3, wouldBe: 2 } })
  expect(moves.items).toMatchObject([{ orderNumber: `R-${count}`, sku: `P${count}`, from: ['CHI'], to: ['DAL'] }])
  await rule({ split: 'never' })
  expect(from(await orderNow(world, placed))).toBe('P: 2 CHI; Q: 2 DAL')
  const other = { rule: { name: 'Life', channel, lifeDaysMin: 5, reason: 'terms' } }
  expect((await world.post('/v1/rule-preview', other)).moves).toBe(null)
})
