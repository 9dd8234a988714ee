/**
 * One batch for an order, over the API: all lines of a product in one order come from one batch, at once and later.
 */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ruleStories } from '../../../test/rule-stories.ts'
import { differences, hold, orderBecomes, orderNow, product, receive } from '../../../test/stories.ts'
import { type Json, openWorld, type World } from '../../../test/world.ts'

let world: World
let sku: string
let count = 0
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  count += 1
  sku = `P${count}`
  await product(world, { sku })
  await rule({ name: 'Salon', batches: 'one_per_order' })
})
const { batch, rule } = ruleStories(() => ({ world, sku }))

const place = (...quantities: number[]): Promise<Json> =>
  world.post('/v1/orders', { lines: quantities.map((quantity) => ({ product: sku, quantity })) })
/** "30 A; 25 A" */
const got = ({ lines }: Json): string =>
  lines
    .map(({ batches }: Json) =>
      batches.map(({ quantity, batchCode }: Json) => `${quantity} ${batchCode.slice(sku.length)}`).join(' + '),
    )
    .join('; ')
const whys = ({ lines }: Json): string[][] =>
  lines.map(({ passedOver }: Json) => passedOver.map(({ says }: Json) => says.slice(sku.length)))

test('two lines of a product get the first batch that fills both, and each says why not the earlier', async () => {
  await receive(world, [batch('A', 40, '2026-01-01'), batch('B', 60, '2026-02-01'), batch('C', 90, '2026-03-01')])
  const placed = await place(30, 25)
  expect(got(placed)).toBe('30 B; 25 B')
  expect(whys(placed)).toEqual([
    ['A: 40 left alone, the 30 of the order must come from one batch (Salon)'],
    ['A: 40 left alone, the 25 of the order must come from one batch (Salon)'],
  ])
  expect(got(await place(30, 5))).toBe('30 A; 5 A')
})

test('where no batch fills both, what is missing waits for more of the same batch, and takes no other', async () => {
  await receive(world, [batch('A', 40, '2026-01-01')])
  const placed = await place(30, 25)
  expect([got(placed), placed.backOrdered]).toEqual(['30 A; 10 A', 15])
  await receive(world, [batch('B', 100, '2026-02-01')])
  const other = await world.post('/v1/orders', { lines: [{ product: sku, quantity: 7 }] })
  expect(got(other)).toBe('7 B')
  expect(got(await orderNow(world, placed))).toBe('30 A; 10 A')
  await receive(world, [batch('A', 20)])
  expect(got(await orderBecomes(world, placed, { backOrdered: 0 }))).toBe('30 A; 25 A')
})

test('lines that wait from the first get one batch together when it comes', async () => {
  const placed = await place(30, 25)
  expect([got(placed), placed.backOrdered]).toEqual(['; ', 55])
  await receive(world, [batch('A', 40, '2026-01-01'), batch('B', 60, '2026-02-01')])
  expect(got(await orderBecomes(world, placed, { backOrdered: 0 }))).toBe('30 B; 25 B')
})

test('a line made larger stays with the batch of its order; a held batch frees all lines for another', async () => {
  await receive(world, [batch('A', 60, '2026-01-01'), batch('B', 100, '2026-02-01')])
  const placed = await place(30, 25)
  const change = { lines: [{ id: placed.lines[1].id, quantity: 40 }] }
  const { body } = await world.call('PATCH', `/v1/orders/${placed.id}`, change)
  expect([got(body), body.backOrdered]).toEqual(['30 A; 30 A', 10])
  await hold(world, `${sku}A`)
  const now = await orderBecomes(world, placed, { backOrdered: 0 })
  expect(got(now)).toBe('30 B; 40 B')
  expect(await differences(world)).toEqual([])
})

test('once some of it was sent, the rest of the order comes from the same batch', async () => {
  await receive(world, [batch('A', 40, '2026-01-01')])
  const placed = await place(30, 25)
  await world.post('/v1/shipments', { order: placed.id })
  await receive(world, [batch('B', 100, '2026-02-01'), batch('A', 5)])
  const now = await orderBecomes(world, placed, { shipped: 40, allocated: 5, backOrdered: 10 })
  expect(got(now)).toContain('5 A')
  expect(whys(now)[1]).toEqual(['B: 100 left alone, the 10 of the order must come from one batch (Salon)'])
})

test('a batch that an order would lose by a rule binds it no more, neither in the preview nor then', async () => {
  await receive(world, [batch('A', 10, '2026-01-10'), batch('B', 10, '2026-06-01')])
  const placed = await place(4, 3)
  expect(got(placed)).toBe('4 A; 3 A')
  const asked = { name: 'Fresh', product: sku, lifeDaysMin: 100, reason: 'terms' }
  const { losing } = await world.post('/v1/rule-preview', { rule: asked })
  expect(losing).toMatchObject({ lines: 2, quantity: 7, servedOtherwise: 7, leftWaiting: 0 })
  await rule(asked)
  expect(got(await orderNow(world, placed))).toBe('4 B; 3 B')
})
