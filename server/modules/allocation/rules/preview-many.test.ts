/**
 * A preview over more lines than one list of ids takes: of two channels and several quantities, one of them with a batch that
 * somebody let it have.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { batchId, product, receive } from '../../../test/stories.ts'
import { type Json, openWorld, type World } from '../../../test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const quantityOf = (line: number) => 1 + (line % 3)
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

test('each line of many loses what it has, those of another channel and what was forced keep theirs', async () => {
  await product(world)
  await receive(world, [
    { batch: 'EARLY', quantity: 5000, expiresOn: '2025-12-20' },
    { batch: 'LATE', quantity: 700, expiresOn: '2026-12-20' },
  ])
  const quantities = Array.from({ length: 100 }, (_, line) => quantityOf(line))
  const orders = Array.from({ length: 22 }, (_, at) => ({
    channel: at % 2 === 0 ? 'shop' : 'outlet',
    lines: quantities.map((quantity) => ({ product: 'P', quantity })),
  }))
  const placed = (await world.post('/v1/orders/bulk', { orders })).results.map(({ answer }: Json) => answer)
  const [forced] = placed[0].lines
  await world.owner`
    insert into allocation.exception (account_id, id, demand_id, batch_id, reason, made_by, made_at)
    select account_id, gen_random_uuid(), id, ${await batchId(world, 'EARLY')}, 'agreed', 'test', now() from stock.demand where id = ${forced.id}`
  const rule = { name: 'Shop: 60 days', channel: 'shop', lifeDaysMin: 60, reason: 'as agreed' }
  const lost = 11 * sum(quantities) - quantityOf(0)
  expect(await world.post('/v1/rule-preview', { rule })).toMatchObject({
    linesConcerned: 1100,
    losing: { lines: 1099, orders: 11, quantity: lost, servedOtherwise: 700, leftWaiting: lost - 700 },
    served: { lines: 0 },
  })
})
