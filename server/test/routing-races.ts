/**
 * server/test/routing-races.ts — lines of one order that goes whole from one place, whose stock is freed at the same moment in two.
 */
import { atOnce, type Clients } from './races.ts'
import { orderNow, product } from './stories.ts'
import { type Json, type World, waitFor } from './world.ts'

const received = (sku: string, warehouse: string) => ({
  warehouse,
  lines: [{ product: sku, batch: `B-${sku}`, quantity: 1, expiresOn: '2026-05-05' }],
})

/** How many of the orders were promised something from both warehouses though their rule never splits; a pair of clients each. */
export async function servedApart(world: World, clients: Clients): Promise<number> {
  for (const code of ['DAL', 'RNO'])
    await world.post('/v1/warehouses', { code, name: code, timeZone: 'America/Chicago' })
  const routing = { criteria: ['priority'], split: 'never', splitCost: 0 }
  await world.post('/v1/rules', { name: 'One place', routing, reason: 'one parcel' })
  const skus = clients.map((_, at) => `P${at}`)
  const before: Json[] = []
  for (const [at, sku] of skus.entries()) {
    await product(world, { sku })
    await world.post('/v1/receipts', received(sku, at % 2 === 0 ? 'DAL' : 'RNO'))
    before.push(await world.post('/v1/orders', { lines: [{ product: sku, quantity: 1 }] }))
  }
  const placed: Json[] = []
  for (let at = 0; at < skus.length; at += 2)
    placed.push(
      await world.post('/v1/orders', { lines: skus.slice(at, at + 2).map((sku) => ({ product: sku, quantity: 1 })) }),
    )
  await atOnce(clients, (client, at) =>
    client.post(`/v1/orders/${before[at].id}/cancellation`, { reason: 'changed mind' }),
  )
  await waitFor(async () => (await world.owner`select from graphile_worker.jobs`).length === 0, 'the work to be done')
  const now = await Promise.all(placed.map((one) => orderNow(world, one)))
  return now.filter(({ lines }: Json) => from(lines).size > 1).length
}

const from = (lines: Json): Set<string> =>
  new Set(lines.flatMap(({ batches }: Json) => batches.map(({ warehouseCode }: Json) => warehouseCode)))
