import { afterAll, beforeAll, expect, test } from 'vitest'
import { kit } from '../../test/kit-stories.ts'
import { differences, product } from '../../test/stories.ts'
import { type Json, openWorld, type World } from '../../test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  const parts = Array.from({ length: 100 }, (_, at) => `PART-${at}`)
  for (const sku of parts) await product(world, { sku })
  await kit(world, 'CHEST', parts.map((sku) => `1 ${sku}`).join(', '))
})
afterAll(() => world.close())

test('orders that come to more than 4,000 lines with the parts of their kits are placed in transactions of their own', async () => {
  const lines = Array.from({ length: 24 }, () => ({ product: 'CHEST', quantity: 1 }))
  const { accepted } = await world.post('/v1/orders/bulk', { orders: [{ lines }, { lines }] })
  expect(accepted).toBe(2)
  const [written]: Json = await world.owner`
    select count(*)::int as parts, count(distinct xmin::text)::int as transactions from orders.order_line where part_no > 0`
  expect(written).toEqual({ parts: 4800, transactions: 2 })
  expect(await differences(world)).toEqual([])
})
