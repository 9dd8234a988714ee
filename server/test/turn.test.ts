/**
 * Whose turn it is among those who wait: by priority, the day promised, and age, however the stock comes free.
 */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dueOn } from '#domain/turn.ts'
import { differences, hold, lift, order, orderNow, product, receive } from './stories.ts'
import { type Json, openWorld, type World, waitFor } from './world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
  await product(world)
})
afterEach(() => world.close())

const a = (quantity: number) => [{ batch: 'A', quantity, expiresOn: '2026-06-01' }]

/** In another order than their turn, a minute apart on 23 November. */
async function whoWait(): Promise<Map<string, Json>> {
  const asked: [string, Json][] = [
    ['late', { deliverOn: '2025-12-10' }],
    ['soon', { deliverOn: '2025-12-03' }],
    ['undated', {}],
    ['soon as well', { deliverOn: '2025-12-03' }],
    ['last by hand', { deliverOn: '2025-11-01', priority: -1 }],
    ['first by hand', { deliverOn: '2026-01-15', priority: 5 }],
    ['overdue', { deliverOn: '2025-11-20' }],
  ]
  const orders = new Map<string, Json>()
  for (const [index, [name, more]] of asked.entries()) {
    world.clock.set(`2025-11-23T15:0${index}:00Z`)
    orders.set(name, await order(world, 10, more))
  }
  return orders
}
const turn = ['first by hand', 'overdue', 'undated', 'soon', 'soon as well', 'late', 'last by hand']

async function served(orders: ReadonlyMap<string, Json>): Promise<string[]> {
  const now = await Promise.all([...orders].map(async ([name, one]) => ({ name, ...(await orderNow(world, one)) })))
  return now.filter(({ allocated }: Json) => allocated === 10).map(({ name }) => name)
}
const inTurn = (names: readonly string[]) => turn.filter((name) => names.includes(name))

test('each receipt serves the next in turn: by priority, then by the day promised, then by age', async () => {
  const orders = await whoWait()
  for (const [index] of turn.entries()) {
    await receive(world, a(10))
    expect(inTurn(await served(orders))).toEqual(turn.slice(0, index + 1))
  }
  expect(await differences(world)).toEqual([])
})

test('a hold that is lifted serves in the same turn', async () => {
  await receive(world, a(40))
  const held = await hold(world, 'A')
  const orders = await whoWait()
  await lift(world, held)
  await waitFor(async () => (await served(orders)).length === 4, 'the lifted stock to be offered')
  expect(inTurn(await served(orders))).toEqual(turn.slice(0, 4))
})

test('another day, or another priority, is another turn, and what it frees goes to the next', async () => {
  const orders = await whoWait()
  const change = (name: string, body: Json) => world.call('PATCH', `/v1/orders/${orders.get(name)?.id}`, body)
  await change('late', { deliverOn: '2025-11-24' })
  await change('last by hand', { priority: 9 })
  await receive(world, a(40))
  expect((await served(orders)).toSorted()).toEqual(['first by hand', 'last by hand', 'overdue', 'undated'])
  await change('undated', { deliverOn: '2026-02-01' })
  expect((await served(orders)).toSorted()).toEqual(['first by hand', 'last by hand', 'late', 'overdue'])
  await change('late', { deliverOn: null }) // owed since the 23rd, when it was asked: still before the 3rd of December
  expect(await served(orders)).toContain('late')
  expect(await differences(world)).toEqual([])
})

test('stock that is lost is taken from those whose turn is last', async () => {
  await receive(world, a(70))
  const orders = await whoWait()
  expect(await served(orders)).toHaveLength(7)
  const lines = [{ product: 'P', batch: 'A', place: 'MAIN', quantity: -20 }]
  await world.post('/v1/adjustments', { warehouse: 'CHI', reason: 'damaged', promised: 'take_back', lines })
  expect(inTurn(await served(orders))).toEqual(turn.slice(0, 5))
})

test('the board and the home page tell the same turn, and what decides it', async () => {
  const orders = await whoWait()
  const numbers = turn.map((name) => orders.get(name)?.number)
  const { first } = (await world.get('/v1/waiting')).products[0]
  expect(first.map(({ orderNumber }: Json) => orderNumber)).toEqual(numbers.slice(0, 5))
  expect(first[0]).toMatchObject({ priority: 5, deliverOn: '2026-01-15', askedAt: '2025-11-23T15:05:00.000Z' })
  const { items } = (await world.get('/v1/home')).waiting
  expect(items.map(({ number }: Json) => number)).toEqual(numbers)
  expect(items[2]).toMatchObject({ priority: 0, deliverOn: null, askedAt: '2025-11-23T15:02:00.000Z', backOrdered: 10 })
})

test('of an order with several lines that wait, the one that is first in turn decides, and all that it waits for is told', async () => {
  await product(world, { sku: 'Q' })
  const late = await order(world, 1, { deliverOn: '2025-12-24' })
  const lines = [
    { product: 'P', quantity: 2 },
    { product: 'Q', quantity: 3 },
  ]
  const soon = await world.post('/v1/orders', { deliverOn: '2025-12-03', lines })
  const { items } = (await world.get('/v1/home')).waiting
  const told = items.map(({ number, backOrdered }: Json) => [number, backOrdered])
  expect(told).toEqual([
    [soon.number, 5],
    [late.number, 1],
  ])
})

test('the database and the domain reckon the same day, whatever the zone in which it was asked', async () => {
  await order(world, 1, { orderedAt: '2025-11-23T00:30:00+09:00' })
  await order(world, 1, { orderedAt: '2025-11-22T23:30:00-08:00' })
  await order(world, 1, { deliverOn: '2025-12-03', orderedAt: '2025-11-22T23:30:00-08:00' })
  const rows = await world.owner<{ dueOn: string; deliverOn: string | null; askedAt: string }[]>`
    select due_on, deliver_on, asked_at from stock.demand order by asked_at, deliver_on nulls first`
  expect(rows.map((row) => row.dueOn)).toEqual(['2025-11-22', '2025-11-23', '2025-12-03'])
  expect(rows.map(dueOn)).toEqual(rows.map((row) => row.dueOn))
})
