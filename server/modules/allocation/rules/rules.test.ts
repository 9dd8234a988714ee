/**
 * Rules as data: which one wins, from which day to which, what a change does to what is promised, and what a preview tells.
 */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ruleStories } from '../../../test/rule-stories.ts'
import { batchId, orderBecomes, orderNow, product, receive } from '../../../test/stories.ts'
import { type Json, openWorld, scenarioTime, type World, waitFor } from '../../../test/world.ts'

let world: World
let sku: string
let count = 0
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  world.clock.set(scenarioTime)
  count += 1
  sku = `P${count}`
  await product(world, { sku, dates: 'optional' })
})
const { batch, rule, place, got, whys, end } = ruleStories(() => ({ world, sku }))

test('the narrowest rule wins, and the decision keeps which, what it said and over which', async () => {
  await receive(world, [batch('A', 10, '2026-01-01'), batch('B', 10, '2026-06-01')])
  await rule({ name: 'All of it', lifeDaysMin: 90 })
  await rule({ name: 'Outlet', channel: 'outlet', lifeDaysMin: 10 })
  const placed = await place(5, { channel: 'outlet' })
  expect(got(placed)).toBe('5 A')
  const { items } = await world.get(`/v1/order-lines/${placed.lines[0].id}/decisions`)
  expect(items[0].rules).toMatchObject([
    { name: 'Outlet', setting: 'life', says: 'at least 10 days left on delivery', over: [{ name: 'All of it' }] },
  ])
  expect(got(await place(5))).toBe('5 B')
})

test('where batches are chosen by hand nothing goes until a person chooses, and then that, in that order', async () => {
  await receive(world, [batch('A', 10, '2026-01-01'), batch('B', 10, '2026-02-01'), batch('C', 4, '2026-03-01')])
  await rule({ rotation: 'manual' })
  const placed = await place(6)
  expect(got(placed)).toBe('')
  expect(whys(placed)).toContain('A: 10 not chosen, batches are chosen by hand here')
  const choose = async (...codes: string[]) => {
    const batches = await Promise.all(codes.map((code) => batchId(world, `${sku}${code}`)))
    return world.call('PUT', `/v1/order-lines/${placed.lines[0].id}/batches`, { batches })
  }
  expect(got((await choose('C', 'B')).body)).toBe('2 B + 4 C')
  expect(got((await choose('A')).body)).toBe('6 A')
  const foreign = { batches: [placed.id] }
  expect(
    (await world.call('PUT', `/v1/order-lines/${placed.lines[0].id}/batches`, foreign)).body.facts.problems,
  ).toEqual([{ at: 'batches[0]', message: 'is no batch of this product' }])
})

test('in a warehouse with a rule of its own, its goods are held against that, wherever the line may go from', async () => {
  const code = `W${count}`
  await world.post('/v1/warehouses', { code, name: 'West', timeZone: 'America/Los_Angeles' })
  await receive(world, [batch('A', 10, '2026-01-01')])
  await world.post('/v1/receipts', { warehouse: code, lines: [batch('W', 10, '2025-12-30')] })
  await rule({ name: 'West coast', warehouse: code, lifeDaysMin: 60 })
  const placed = await place(15)
  expect(got(placed)).toBe('10 A')
  expect(whys(placed)).toEqual(['W: 37 days left on 2025-11-23, West coast needs 60'])
})

test('a changed rule takes promises back at once, and one that ends gives waiting lines their stock', async () => {
  await receive(world, [batch('A', 10, '2025-12-20'), batch('B', 10, '2026-06-01')])
  const first = await place(10)
  const second = await place(5)
  expect([got(first), got(second)]).toEqual(['10 A', '5 B'])
  const strict = await rule({ name: 'Strict', lifeDaysMin: 60 })
  const now = await orderBecomes(world, first, { allocated: 5, backOrdered: 5 })
  expect(got(now)).toBe('5 B')
  await end(strict.id)
  await orderBecomes(world, first, { allocated: 10, backOrdered: 0 })
  const { items } = await world.get(`/v1/order-lines/${first.lines[0].id}/decisions`)
  expect(items.map(({ cause }: Json) => cause)).toEqual(['rule', 'rule', 'order'])
})

test('a rule begins on its day, and ends after its last, by itself', async () => {
  await receive(world, [batch('A', 10, '2025-12-20'), batch('B', 10, '2026-06-01')])
  const placed = await place(10)
  const { id } = await rule({ lifeDaysMin: 60, validFrom: '2025-11-25', validUntil: '2025-11-25' })
  expect((await world.get(`/v1/rules/${id}`)).state).toBe('future')
  expect(got(await orderNow(world, placed))).toBe('10 A')
  world.clock.set('2025-11-25T06:01:00.000Z')
  await waitFor(async () => got(await orderNow(world, placed)) === '10 B', 'the rule to begin')
  const other = await place(10)
  expect(got(other)).toBe('')
  world.clock.set('2025-11-26T06:01:00.000Z')
  await waitFor(async () => got(await orderNow(world, other)) === '10 A', 'the rule to end')
  expect((await world.get(`/v1/rules/${id}`)).state).toBe('over')
})

test('days of rules are those of the first warehouse, also where one with an earlier day and name is opened later', async () => {
  await receive(world, [batch('A', 10, '2025-12-20')])
  await world.post('/v1/warehouses', { code: `AA${count}`, name: 'Auckland', timeZone: 'Pacific/Auckland' })
  const { id } = await rule({ lifeDaysMin: 60, validFrom: '2025-11-24' })
  world.clock.set('2025-11-24T05:59:00.000Z') // in Chicago still the day before
  expect((await world.get(`/v1/rules/${id}`)).state).toBe('future')
  expect(got(await place(5))).toBe('5 A')
  world.clock.set('2025-11-24T06:00:00.000Z')
  expect((await world.get(`/v1/rules/${id}`)).state).toBe('now')
  expect(got(await place(5))).toBe('')
})

test('the order tells the rotation that a rule decided; what a line says itself stands before the rule', async () => {
  await receive(world, [batch('A', 10, '2026-01-01'), batch('B', 10, '2026-06-01')])
  await rule({ rotation: 'lefo' })
  const placed = await place(4)
  expect([got(placed), placed.lines[0].rotation]).toEqual(['4 B', 'lefo'])
  expect((await orderNow(world, placed)).lines[0].rotation).toBe('lefo')
  const own = await place(4, {}, { rotation: 'fefo' })
  expect([got(own), own.lines[0].rotation]).toEqual(['4 A', 'fefo'])
})

test('an order recorded after the fact is judged by the rules of its own day, also by one that is over', async () => {
  await receive(world, [batch('A', 10, '2025-12-20'), batch('B', 10, '2026-06-01')], {
    receivedAt: '2025-11-01T12:00:00Z',
  })
  const { id } = await rule({ name: 'November', lifeDaysMin: 60 })
  world.clock.set('2025-11-29T15:00:00.000Z')
  await end(id)
  const past = { history: true, orderedAt: '2025-11-24T15:00:00.000Z' }
  expect(got(await place(4, past))).toBe('4 B')
  expect(got(await place(4))).toBe('4 A')
})

test('a preview tells lines, units, money and batches, and then that is what happens', async () => {
  await receive(world, [batch('A', 10, '2025-12-20', { unitCost: 420, currency: 'USD' }), batch('B', 4, '2026-06-01')])
  const placed = await place(8, {}, { unitPrice: 1000, currency: 'USD' })
  const asked = { name: 'Strict', product: sku, lifeDaysMin: 60, reason: 'as agreed' }
  const preview = await world.post('/v1/rule-preview', { rule: asked })
  expect(preview).toMatchObject({
    linesConcerned: 1,
    losing: {
      lines: 1,
      orders: 1,
      quantity: 8,
      servedOtherwise: 4,
      leftWaiting: 4,
      value: [{ currency: 'USD', amount: 4000 }],
    },
    served: { lines: 0, quantity: 0 },
    lines: [{ orderNumber: placed.number, loses: 8, gets: 4, batches: [`${sku}A`] }],
    unsellable: { batches: 1, quantity: 2, cost: [{ currency: 'USD', amount: 840 }] },
    sellable: { batches: 0 },
  })
  expect(got(await orderNow(world, placed))).toBe('8 A')
  const { id } = await world.post('/v1/rules', asked)
  await orderBecomes(world, placed, { allocated: 4, backOrdered: 4 })
  expect(await world.post('/v1/rule-preview', { ends: id })).toMatchObject({
    losing: { lines: 0 },
    served: { lines: 1, quantity: 4 },
    sellable: { batches: 1, quantity: 10 },
  })
})

test.each([
  [{}, 'rotation', /says nothing/],
  [{ lifeDaysMin: 1, lifePercentMin: 1 }, 'lifePercentMin', /two rules/],
  [{ rotation: 'fefo', lifeBoundary: 'more_than' }, 'lifeBoundary', /give one/],
  [{ rotation: 'fefo', validFrom: '2025-11-22' }, 'validFrom', /past/],
  [{ rotation: 'fefo', validUntil: '2025-11-22' }, 'validUntil', /before the first day/],
])('what makes no sense is refused with words: %o', async (more, at, says) => {
  const refused = await world.call('POST', '/v1/rules', { name: 'Rule', reason: 'as agreed', ...more })
  expect(refused.status).toBe(422)
  expect(refused.body.facts.problems[0]).toMatchObject({ at, message: expect.stringMatching(says) })
})

test('a rule that is over is not ended again, and what it names must be there', async () => {
  const { id } = await rule({ rotation: 'fifo' })
  await end(id)
  expect((await world.call('POST', `/v1/rules/${id}/ending`, { reason: 'again' })).body.code).toBe('rule_over')
  const unknown = await world.call('POST', '/v1/rules', {
    name: 'Rule',
    reason: 'x',
    rotation: 'fifo',
    customer: 'nobody',
  })
  expect([unknown.status, unknown.body.code]).toEqual([404, 'not_found'])
  const barred = { name: 'Rule', reason: 'x', barred: [id] }
  expect((await world.call('POST', '/v1/rules', barred)).body.detail).toMatch(/no batch/)
})

test('goods that carry no dates have no life to judge: a rule of life for a whole channel does not bar them', async () => {
  await product(world, { sku: `BAG${count}`, name: 'Gift bag', tracking: 'none', dates: 'none' })
  await world.post('/v1/receipts', { warehouse: 'CHI', lines: [{ product: `BAG${count}`, quantity: 10 }] })
  await receive(world, [batch('A', 10)])
  const channel = `amazon${count}`
  const asked = { name: 'Amazon', channel, lifeDaysMin: 90, lifeBoundary: 'more_than', reason: 'their terms' }
  const { unsellable } = await world.post('/v1/rule-preview', { rule: asked })
  const mine = unsellable.items.filter(({ sku: one }: Json) => [sku, `BAG${count}`].includes(one))
  expect(mine.map(({ batchCode }: Json) => batchCode)).toEqual([`${sku}A`])
  await world.post('/v1/rules', asked)
  const bag = await world.post('/v1/orders', {
    channel,
    lines: [{ product: `BAG${count}`, quantity: 4, lifeDaysMin: 30 }],
  })
  expect(bag).toMatchObject({ allocated: 4, backOrdered: 0 })
  const [toSell] = (await world.get(`/v1/number-to-sell?channel=${channel}&product=BAG${count}`)).items
  expect(toSell.quantity).toBe(6)
  expect(whys(await place(1, { channel }))).toEqual(['A: has no date to judge its remaining life by'])
})
