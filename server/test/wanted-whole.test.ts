/**
 * A line that is wanted whole has all of it or nothing.
 */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { batchId, differences, order, orderBecomes, orderNow, product, receive } from './stories.ts'
import { openWorld, type World } from './world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const a = (quantity: number) => ({ batch: 'A', quantity, expiresOn: '2026-01-01' })
const b = (quantity: number) => ({ batch: 'B', quantity, expiresOn: '2025-12-01' })

test('a line that is wanted whole takes nothing while there is only a part', async () => {
  await product(world)
  await receive(world, [a(7)])
  const whole = await order(world, 10, { line: { shortage: 'whole' } })
  expect(whole).toMatchObject({ allocated: 0, backOrdered: 10 })
  await receive(world, [a(3)])
  expect((await orderNow(world, whole)).allocated).toBe(10)
})

test('what is wanted whole keeps all or nothing, whatever takes a part of it away', async () => {
  const whole = { line: { shortage: 'whole' } }
  await product(world)
  await receive(world, [a(60), b(40)])
  const placed = await order(world, 100, whole)
  const { released, id } = await world.post('/v1/holds', {
    scope: 'batch',
    batch: await batchId(world, 'B'),
    reason: 'leaks',
  })
  expect(released).toMatchObject({ quantity: 100, orders: [{ orderId: placed.id }, { orderId: placed.id }] })
  expect(await orderNow(world, placed)).toMatchObject({ allocated: 0, backOrdered: 100 })
  expect((await world.call('POST', '/v1/shipments', { order: placed.id })).body.code).toBe('nothing_to_ship')
  await world.post(`/v1/holds/${id}/lifting`, { reason: 'dry' })
  await orderBecomes(world, placed, { allocated: 100 })
  await world.post('/v1/adjustments', {
    warehouse: 'CHI',
    reason: 'broken',
    promised: 'take_back',
    lines: [{ product: 'P', batch: 'A', place: 'MAIN', quantity: -1 }],
  })
  expect(await orderNow(world, placed)).toMatchObject({ allocated: 0, backOrdered: 100 })
  await receive(world, [a(1)])
  expect(await orderNow(world, placed)).toMatchObject({ allocated: 100 })
  const edit = (quantity: number) =>
    world.call('PATCH', `/v1/orders/${placed.id}`, { lines: [{ id: placed.lines[0].id, quantity }] })
  expect((await edit(120)).body).toMatchObject({ allocated: 0, backOrdered: 120 })
  expect((await edit(90)).body).toMatchObject({ allocated: 90, backOrdered: 0 })
  expect((await edit(80)).body).toMatchObject({ allocated: 80, backOrdered: 0 })
  expect(await differences(world)).toEqual([])
})
