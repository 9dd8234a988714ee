/**
 * Scenarios 1, those that rules decide: how much life, how many batches, which of them, and for whom.
 */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ruleStories } from '../rule-stories.ts'
import { batchId, orderBecomes, orderNow, product, receive } from '../stories.ts'
import { type Json, openWorld, scenarioTime, type World } from '../world.ts'

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

test('scenario 6 by rule: 30 days left are enough where 30 are asked, 29 are not; “more than” is a setting', async () => {
  await receive(world, [batch('A', 10, '2025-12-23'), batch('B', 10, '2025-12-22')])
  const asked = await rule({ name: 'Thirty', lifeDaysMin: 30 })
  const placed = await place(15)
  expect(got(placed)).toBe('10 A')
  expect(whys(placed)).toEqual(['B: 29 days left on 2025-11-23, Thirty needs 30'])
  await rule({ name: 'Over thirty', lifeDaysMin: 30, lifeBoundary: 'more_than', replaces: asked.id })
  expect(await world.get(`/v1/rules/${asked.id}`)).toMatchObject({
    state: 'over',
    validUntil: '2025-11-22',
    endReason: 'replaced by "Over thirty"',
  })
  await orderBecomes(world, placed, { allocated: 0 })
  expect((await orderNow(world, placed)).lines[0].passedOver.map(({ says }: Json) => says)).toContain(
    `${sku}A: 30 days left on 2025-11-23, Over thirty needs more than 30`,
  )
})

test('scenario 18: a marketplace that needs 150 days on delivery, and the day it is delivered', async () => {
  await receive(world, [batch('S', 10, '2026-05-01'), batch('L', 10, '2026-04-30')])
  await rule({ name: 'Amazon', channel: 'amazon', lifeDaysMin: 150 })
  const placed = await place(15, { channel: 'amazon', deliverOn: '2025-12-02' })
  expect(got(placed)).toBe('10 S')
  expect(whys(placed)).toEqual(['L: 149 days left on 2025-12-02, Amazon needs 150'])
  expect(got(await place(5, { channel: 'shop', deliverOn: '2025-12-02' }))).toBe('5 L')
})

test('scenario 14: one batch only, fewest batches, and neither', async () => {
  await receive(world, [batch('A', 60, '2026-02-01'), batch('B', 40, '2026-01-01')])
  const free = await place(50)
  expect(got(free)).toBe('40 B + 10 A')
  await world.post(`/v1/orders/${free.id}/cancellation`, { reason: 'test' })
  for (const batches of ['one_per_line', 'fewest']) {
    const { id } = await rule({ batches })
    const placed = await place(50)
    expect(got(placed)).toBe('50 A')
    expect(whys(placed)[0]).toMatch(/^B: 40 left alone, the 50 .* \(Rule\)$/)
    await world.post(`/v1/orders/${placed.id}/cancellation`, { reason: 'test' })
    await end(id)
  }
})

test('a line of one batch waits for more of that batch, whatever else comes in', async () => {
  await receive(world, [batch('A', 30, '2026-02-01')])
  await rule({ batches: 'one_per_line' })
  const placed = await place(50)
  expect(got(placed)).toBe('30 A')
  await receive(world, [batch('B', 100, '2026-01-01')])
  expect(got(await orderNow(world, placed))).toBe('30 A')
  await receive(world, [batch('A', 20, '2026-02-01')])
  expect(got(await orderBecomes(world, placed, { allocated: 50 }))).toBe('50 A')
})

test.each([
  [6, '6 1'],
  [16, '16 3'],
  [32, '8 1 + 24 3'],
])('scenario 14b: the oldest batch that fills the order, else the fewest: %i', async (quantity, expected) => {
  await receive(world, [batch('1', 8, '2026-01-01'), batch('2', 10, '2026-02-01'), batch('3', 30, '2026-03-01')])
  await rule({ batches: 'oldest_that_fills' })
  expect(got(await place(quantity))).toBe(expected)
})

test('scenario 15: never older than what the customer last received', async () => {
  const code = `C${count}`
  await world.post('/v1/customers', { code, name: 'Harrods' })
  await receive(world, [batch('F', 5, '2026-05-01')])
  const first = await place(5, { customer: code })
  await world.post('/v1/shipments', { order: first.id })
  await receive(world, [batch('X', 10, '2026-03-01'), batch('Y', 10, '2026-06-01')])
  await rule({ name: 'Harrods', customer: code, neverOlder: true })
  const placed = await place(5, { customer: code })
  expect(got(placed)).toBe('5 Y')
  expect(whys(placed)).toEqual(['X: expires 2026-03-01, older than the 2026-05-01 delivered on 2025-11-23 (Harrods)'])
  expect(got(await place(5))).toBe('5 X')
})

test('scenario 72: each client of a 3PL has rules of its own in one building', async () => {
  const skus = { days: `${sku}-D`, fifo: `${sku}-F`, single: `${sku}-S` }
  for (const [name, own] of Object.entries(skus)) {
    await world.post('/v1/clients', { code: `${name}${count}`, name })
    await product(world, { sku: own, client: `${name}${count}` })
    world.clock.set('2025-11-20T15:00:00.000Z')
    await receive(world, [{ product: own, batch: `${own}-late`, quantity: 60, expiresOn: '2026-06-01' }])
    world.clock.set(scenarioTime)
    await receive(world, [{ product: own, batch: `${own}-soon`, quantity: 40, expiresOn: '2025-12-10' }])
  }
  const everything = { product: undefined }
  await rule({ ...everything, name: 'A', client: `days${count}`, lifeDaysMin: 30 })
  await rule({ ...everything, name: 'B', client: `fifo${count}`, rotation: 'fifo' })
  await rule({ ...everything, name: 'C', client: `single${count}`, batches: 'one_per_line' })
  const taken = async (own: string) => {
    const { lines } = await world.post('/v1/orders', { lines: [{ product: own, quantity: 50 }] })
    return lines[0].batches.map(({ batchCode, quantity }: Json) => `${quantity} ${batchCode.slice(own.length + 1)}`)
  }
  expect(await taken(skus.days)).toEqual(['50 late'])
  expect((await taken(skus.fifo)).sort()).toEqual(['50 late'])
  expect(await taken(skus.single)).toEqual(['50 late'])
})

test('approved for a market: the Union covers its members; what is barred goes nowhere of the rule', async () => {
  await receive(world, [batch('A', 10, '2026-01-01'), batch('B', 10, '2026-02-01'), batch('C', 10, '2026-03-01')])
  const id = (code: string) => batchId(world, `${sku}${code}`)
  await rule({ name: 'EU dossier', market: 'EU', approved: [await id('B'), await id('C')] })
  await rule({ name: 'France', market: 'FR', barred: [await id('B')] })
  expect(got(await place(4, { country: 'DE' }))).toBe('4 B')
  const french = await place(4, { country: 'FR' })
  expect(got(french)).toBe('4 C')
  expect(whys(french)).toEqual(['A: not among the approved batches (EU dossier)', 'B: barred (France)'])
  expect(got(await place(4, { country: 'US' }))).toBe('4 A')
})
