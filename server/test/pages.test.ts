/**
 * Page after page, every row comes once.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { product, receive } from './stories.ts'
import { type Json, openWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld({ works: false })
  await product(world)
  const a10 = { batch: 'A', quantity: 10, expiresOn: '2026-01-01' }
  await receive(world, [a10], { receivedAt: '2025-11-20T12:00:00Z' })
})
afterAll(() => world?.close())

async function pages(url: string): Promise<string[]> {
  const ids: string[] = []
  for (let cursor = ''; ; ) {
    const { items, next } = await world.get(`${url}?limit=1${cursor}`)
    ids.push(...items.map(({ id }: Json) => id))
    if (!next) return ids
    cursor = `&cursor=${encodeURIComponent(next)}`
  }
}

const instants = ['2025-11-20T09:00:00.123456789Z', '2025-11-20T09:00:00.1239Z', '2025-11-20T03:00:00.1231-06:00']
const lines = [{ product: 'P', quantity: 1 }]

test('what happened within one millisecond is on all pages of its list: orders, shipments, returns', async () => {
  const orders: Json[] = []
  for (const orderedAt of instants) orders.push(await world.post('/v1/orders', { orderedAt, lines }))
  expect(orders.map(({ orderedAt }) => orderedAt)).toEqual(Array(3).fill('2025-11-20T09:00:00.123Z'))
  for (const [index, { id }] of orders.entries())
    await world.post('/v1/shipments', { order: id, shippedAt: `2025-11-22T18:00:00.55500${index}Z` })
  for (const [index, announcedAt] of instants.entries())
    await world.post('/v1/returns', { number: `R-${index}`, announcedAt, lines })
  for (const url of ['/v1/orders', '/v1/shipments', '/v1/returns']) expect(new Set(await pages(url)).size).toBe(3)
})
