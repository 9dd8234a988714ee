/**
 * An order that is edited keeps what it may still have, whoever waits.
 */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ruleStories } from '../../test/rule-stories.ts'
import { differences, orderNow, product, receive } from '../../test/stories.ts'
import { type Json, openWorld, type World } from '../../test/world.ts'

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
})
const { batch, rule, place, got, whys } = ruleStories(() => ({ world, sku }))
const change = async ({ id }: Json, asked: Json): Promise<Json> => {
  const { status, body } = await world.call('PATCH', `/v1/orders/${id}`, asked)
  expect(status).toBe(200)
  return body
}
const lineOf = ({ lines: [{ id }] }: Json, quantity: number) => ({ lines: [{ id, quantity }] })

test.each([
  ['another address', { country: 'US', postalCode: '60602' }],
  ['an earlier day', { deliverOn: '2025-11-30' }],
])('%s takes no goods that still fit, picked or not, though another waits with priority', async (_, asked) => {
  await receive(world, [batch('A', 10, '2026-06-01')])
  const mine = await place(10, { deliverOn: '2025-12-10', country: 'US', postalCode: '60601' })
  const wave = await world.post('/v1/pick-waves', { warehouse: 'CHI', orders: [mine.id] })
  await world.post(`/v1/pick-waves/${wave.id}/picks`, { batch: `${sku}A`, place: 'MAIN', quantity: 6 })
  const other = await place(10, { priority: 5 })
  expect(got(await change(mine, asked))).toBe('10 A')
  expect(got(await orderNow(world, other))).toBe('')
  expect(await world.get(`/v1/pick-waves/${wave.id}`)).toMatchObject({ pickedUnits: 6, stoppedUnits: 0 })
})

test('what is too old for a later day goes to whoever waits, and the order keeps the rest', async () => {
  await rule({ lifeDaysMin: 30 })
  await receive(world, [batch('A', 4, '2026-01-10'), batch('B', 6, '2026-06-01')])
  const mine = await place(10)
  const other = await place(3, { priority: 5 })
  const edited = await change(mine, { deliverOn: '2025-12-20' })
  expect([got(edited), edited.backOrdered]).toEqual(['6 B', 4])
  expect(whys(edited)).toContain('A: 21 days left on 2025-12-20, Rule needs 30')
  expect(got(await orderNow(world, other))).toBe('3 A')
})

test('a routed order goes anew by another address with what it had, before whoever waits', async () => {
  const channel = `shop${count}`
  await receive(world, [batch('A', 10, '2026-06-01')])
  await world.post('/v1/rules', {
    name: 'One parcel',
    channel,
    routing: { criteria: [], split: 'never' },
    reason: 'freight',
  })
  const mine = await place(12, { channel, country: 'US', postalCode: '60601' })
  const other = await place(5, { priority: 5 })
  const edited = await change(mine, { postalCode: '60602' })
  expect([got(edited), edited.backOrdered]).toEqual(['10 A', 2])
  expect(got(await orderNow(world, other))).toBe('')
  expect(await differences(world)).toEqual([])
})

test('less asked of what goes in whole packs by a rule leaves whole packs, and the rest waits', async () => {
  await rule({ packOf: 12 })
  await receive(world, [batch('A', 30, '2026-06-01')])
  const placed = await place(24)
  const edited = await change(placed, lineOf(placed, 18))
  expect([got(edited), edited.backOrdered]).toEqual(['12 A', 6])
  expect(whys(edited)).toEqual(['A: 18 not taken, only whole packs of 12 go out (Rule)'])
  expect(got(await change(placed, lineOf(placed, 12)))).toBe('12 A')
})
