/**
 * A preview judges lines that are alike together. Here pairs differ in one thing: it tells each by that thing, and what it tells is
 * what happens then, line by line.
 */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ruleStories } from '../../../test/rule-stories.ts'
import { batchId, orderNow, product, receive } from '../../../test/stories.ts'
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
})

const { batch, rule } = ruleStories(() => ({ world, sku }))
const stock = (early: number, late: number) =>
  receive(world, [batch('EARLY', early, '2025-12-20'), batch('LATE', late, '2026-12-20')])
const one = (quantity: number, line: Json = {}) => ({ product: sku, quantity, ...line })
const strict = { lifeDaysMin: 60 }

async function placed(orders: readonly Json[]): Promise<Json[]> {
  const { results } = await world.post('/v1/orders/bulk', { orders })
  return results.map(({ answer }: Json) => answer)
}

const customer = async (code: string): Promise<string> =>
  (await world.post('/v1/customers', { code: `${sku}${code}`, name: code })).code

/** By line, in the order given: `[loses, gets]` as the preview says; then the rule is written, and all of it comes true. */
async function told(orders: readonly Json[], asked: Json): Promise<[number, number][]> {
  const { lines } = await world.post('/v1/rule-preview', {
    rule: { name: 'Rule', product: sku, reason: 'as agreed', ...asked },
  })
  const effectOf = new Map<string, Json>(lines.map((line: Json) => [line.lineId, line]))
  const before = await linesNow(orders)
  const effects = before.map(({ id }): [number, number] => [effectOf.get(id)?.loses ?? 0, effectOf.get(id)?.gets ?? 0])
  await rule(asked)
  const expected = before.map(({ allocated }, at) => allocated - (effects[at]?.[0] ?? 0) + (effects[at]?.[1] ?? 0))
  expect((await linesNow(orders)).map(({ allocated }) => allocated)).toEqual(expected)
  return effects
}

const linesNow = async (orders: readonly Json[]): Promise<Json[]> =>
  (await Promise.all(orders.map((order) => orderNow(world, order)))).flatMap(({ lines }) => lines)

test('customer', async () => {
  await stock(100, 100)
  const [first, second] = [await customer('A'), await customer('B')]
  const orders = await placed([first, second, first].map((code) => ({ customer: code, lines: [one(5)] })))
  expect(await told(orders, { ...strict, customer: first })).toEqual([
    [5, 5],
    [0, 0],
    [5, 5],
  ])
})

test('customer, where a rule asks what each last received', async () => {
  await stock(100, 100)
  const [fresh, other] = [await customer('A'), await customer('B')]
  const [before] = await placed([{ customer: fresh, lines: [one(3, strict)] }])
  await world.post('/v1/shipments', { order: before?.id })
  const orders = await placed([fresh, other].map((code) => ({ customer: code, lines: [one(5)] })))
  expect(await told(orders, { neverOlder: true })).toEqual([
    [5, 5],
    [0, 0],
  ])
})

test('market', async () => {
  await stock(100, 100)
  const orders = await placed(['DE', 'US', 'FR'].map((country) => ({ country, lines: [one(5)] })))
  expect(await told(orders, { ...strict, market: 'EU' })).toEqual([
    [5, 5],
    [0, 0],
    [5, 5],
  ])
})

test('channel, where stock is kept for one', async () => {
  await stock(20, 10)
  const kept = {
    name: `Shop ${sku}`,
    batch: await batchId(world, `${sku}LATE`),
    product: sku,
    channel: 'shop',
    quantity: 10,
  }
  await world.post('/v1/pools', { ...kept, validUntil: '2026-01-31', reason: 'launch' })
  const orders = await placed(['outlet', 'shop'].map((channel) => ({ channel, lines: [one(5)] })))
  expect(await told(orders, strict)).toEqual([
    [5, 0],
    [5, 5],
  ])
})

test('what was shipped of it, and from how many batches it comes', async () => {
  await stock(8, 100)
  const orders = await placed([{ lines: [one(4)] }, { lines: [one(6)] }, { lines: [one(4)] }])
  const [line] = orders[0]?.lines ?? []
  const parts = { order: orders[0]?.id, lines: [{ orderLine: line.id, batch: `${sku}EARLY`, quantity: 1 }] }
  await world.post('/v1/shipments', parts)
  expect(await told(orders, strict)).toEqual([
    [3, 3],
    [4, 4],
    [0, 0],
  ])
})

test('the order, where all its lines have to come from one batch', async () => {
  await receive(world, [batch('A', 6, '2026-01-20'), batch('B', 20, '2026-12-20')])
  const orders = await placed([{ lines: [one(4), one(4)] }, { lines: [one(4)] }, { lines: [one(4)] }])
  expect(await told(orders, { batches: 'one_per_order' })).toEqual([
    [0, 0],
    [4, 2],
    [0, 0],
    [0, 0],
  ])
})

test('the order, where it is bound to the batch that it has some of', async () => {
  await stock(12, 4)
  await rule({ batches: 'one_per_order' })
  const outlet = { channel: 'outlet', lines: [one(4), one(4)] }
  const orders = await placed([{ channel: 'shop', lines: [one(8)] }, outlet, outlet])
  expect(await told(orders, { ...strict, channel: 'shop' })).toEqual([
    [8, 0],
    [0, 0],
    [0, 4],
    [0, 0],
    [0, 0],
  ])
})

test('a batch that was let have', async () => {
  await stock(20, 100)
  const orders = await placed([{ lines: [one(4)] }, { lines: [one(4)] }])
  await world.owner`
    insert into allocation.exception (account_id, id, demand_id, batch_id, reason, made_by, made_at)
    select account_id, gen_random_uuid(), id, ${await batchId(world, `${sku}EARLY`)}, 'agreed', 'test', now()
    from stock.demand where id = ${orders[0]?.lines[0].id}`
  expect(await told(orders, strict)).toEqual([
    [0, 0],
    [4, 4],
  ])
})

test('those that wait have what it frees, in their turn', async () => {
  await receive(world, [batch('A', 10, '2025-12-20')])
  const orders = await placed([
    { channel: 'shop', lines: [one(6)] },
    { channel: 'shop', lines: [one(4)] },
    { channel: 'outlet', lines: [one(7)] },
    { channel: 'outlet', priority: 5, lines: [one(4)] },
  ])
  expect(await told(orders, { ...strict, channel: 'shop' })).toEqual([
    [6, 0],
    [4, 0],
    [0, 6],
    [0, 4],
  ])
})
