/**
 * A rule or a day of delivery that has just changed holds for what leaves now, also before the job has taken promises back.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { batchId, order, product, receive } from '../../test/stories.ts'
import { type Json, openWorld, scenarioTime, type World } from '../../test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld({ works: false })
  await product(world, { dates: 'optional' })
  await receive(world, [
    { batch: 'A', quantity: 50, expiresOn: '2025-12-27' },
    { batch: 'B', quantity: 50, expiresOn: '2026-12-27' },
  ])
})
afterAll(() => world.close())

const ship = (placed: Json, more: Json = {}) => world.call('POST', '/v1/shipments', { order: placed.number, ...more })
const rule = (more: Json) => world.post('/v1/rules', { name: 'Thirty', reason: 'terms', ...more })

test('what a rule forbids since does not leave, and what it does not speak of does', async () => {
  const [amazon, shop] = [await order(world, 3, { channel: 'amazon' }), await order(world, 3, { channel: 'shop' })]
  const { id } = await rule({ channel: 'amazon', lifeDaysMin: 90 })
  expect((await ship(amazon)).body).toMatchObject({
    status: 409,
    code: 'ship_not_allowed',
    detail: expect.stringContaining('line 1: A: 34 days left on 2025-11-23, Thirty needs 90.'),
  })
  expect((await ship(shop)).status).toBe(201)
  await world.post(`/v1/rules/${id}/ending`, { reason: 'over' })
  expect((await ship(amazon)).status).toBe(201)
})

test('a batch that was barred since does not leave', async () => {
  const placed = await order(world, 3, { channel: 'eu' })
  await rule({ name: 'Bar', channel: 'eu', barred: [await batchId(world, 'A')] })
  expect((await ship(placed)).body).toMatchObject({ detail: expect.stringContaining('A: barred (Bar)') })
})

test('what missed its cut-off and would come too late does not leave; recorded on its own day it did', async () => {
  await world.call('PUT', '/v1/transit-times', { rows: [{ country: 'US', transitDays: 4 }] })
  await rule({ channel: 'mail', lifeDaysMin: 30 })
  const placed = await order(world, 3, { channel: 'mail', country: 'US' })
  expect(placed.allocated).toBe(3)
  world.clock.set('2025-11-24T15:00:00Z')
  expect((await ship(placed)).body).toMatchObject({
    detail: expect.stringContaining('A: 29 days left on 2025-11-28, Thirty needs 30'),
  })
  expect((await ship(placed, { shippedAt: scenarioTime })).status).toBe(201)
})
