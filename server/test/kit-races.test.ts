import { afterEach, beforeEach, expect, test } from 'vitest'
import { circleAtOnce, kitsAmidStock } from './kit-races.ts'
import { gifts, kit, orderKits } from './kit-stories.ts'
import { atOnce, clientsOf, wrongsOf } from './races.ts'
import { order, orderNow, stockOf } from './stories.ts'
import { type Json, openWorld, type World } from './world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

test('of two changes at once that close a circle together one is refused', async () => {
  expect(await circleAtOnce(world, await clientsOf(world, 16))).toBe(0)
})

test('a product that is received or ordered while it is made a kit is one or the other', async () => {
  expect(await kitsAmidStock(world, await clientsOf(world, 16))).toEqual([])
})

test('thirty-two clients order, change, cancel and ship kits that share a part: none is sold twice, and all is accounted for', async () => {
  await gifts(world, { p: [30, 30], q: 25 })
  await kit(world, 'PAIR', '1 GIFT, 1 P')
  const clients = await clientsOf(world, 32)
  const placed = await Promise.all(clients.map((client) => orderKits(client, 1)))
  const lineOf = (own: Json) => ({ id: own.lines[0].id, quantity: 2 })
  const acts: readonly ((client: (typeof clients)[number], own: Json) => Promise<Json>)[] = [
    (client) => client.call('POST', '/v1/orders', { lines: [{ product: 'PAIR', quantity: 2 }] }),
    (client, own) => client.call('PATCH', `/v1/orders/${own.id}`, { lines: [lineOf(own)] }),
    (client, own) => client.call('POST', `/v1/orders/${own.id}/cancellation`, { reason: 'no' }),
    (client, own) => client.call('POST', '/v1/shipments', { order: own.id }),
  ]
  const answers = await atOnce(
    clients,
    (client, at) => acts[at % acts.length]?.(client, placed[at]) ?? order(client, 1),
  )
  const { bugs, differences, broken } = await wrongsOf(world, answers)
  expect({ bugs, differences, broken }).toEqual({ bugs: [], differences: [], broken: [] })
  const onHand = async (batch: string) => (await stockOf(world, batch)).reduce((sum, row) => sum + row.onHand, 0)
  const left = (await onHand('P1')) + (await onHand('P2'))
  const orders = await Promise.all(placed.map((own) => orderNow(world, own)))
  const whole = orders.reduce((sum, { lines: [line] }) => sum + line.shipped, 0)
  expect({ p: 60 - left, q: 25 - (await onHand('Q1')) }).toEqual({ p: 2 * whole, q: whole })
})
