/**
 * server/test/production-races.ts — runs that reach for the last units, beside orders and holds.
 */
import { told } from './bins.ts'
import { makersGoods, runOf } from './production.ts'
import { atOnce, type Clients, type Wrongs, wrongsOf } from './races.ts'
import { batchId, order, receive } from './stories.ts'
import type { Json, World } from './world.ts'

/** Each client makes one batch of three, where there are five. */
export async function lastUnits(
  world: World,
  clients: Clients,
): Promise<Wrongs & { done: number; refused: string[]; left: number }> {
  await makersGoods(world)
  await receive(world, [{ product: 'RAW', batch: 'R', quantity: 5 }])
  const answers = await atOnce(clients, (client, at) =>
    client.call('POST', '/v1/production-runs', runOf('RAW 3 of R', `F1 1 of A${at}`)),
  )
  const codes = answers.map(told)
  const [row] = (await world.get('/v1/stock?product=RAW')).items
  return {
    ...(await wrongsOf(world, answers)),
    done: codes.filter((code) => code === 'done').length,
    refused: [...new Set(codes.filter((code) => code !== 'done'))],
    left: row?.onHand ?? 0,
  }
}

/** Orders and runs want the same ten units. */
export async function besideOrders(world: World, clients: Clients): Promise<Wrongs & { units: number }> {
  await makersGoods(world)
  await receive(world, [{ product: 'RAW', batch: 'R', quantity: 10 }])
  const answers = await atOnce(clients, (client, at) =>
    at % 2 === 0
      ? client.call('POST', '/v1/production-runs', runOf('RAW 3 of R', `F1 1 of A${at}`))
      : client.call('POST', '/v1/orders', { lines: [{ product: 'RAW', quantity: 3 }] }),
  )
  const made = answers.filter((answer, at) => at % 2 === 0 && answer.status === 201).length * 3
  const { items } = await world.get('/v1/orders?limit=100')
  const promised = items.reduce((sum: number, one: Json) => sum + one.allocated, 0)
  return { ...(await wrongsOf(world, answers)), units: made + promised }
}

/** Somebody holds the raw batch while others make things of it, and others order these: how much of it is promised afterwards. */
export async function besideAHold(world: World, clients: Clients): Promise<Wrongs & { promised: number }> {
  await makersGoods(world)
  await receive(world, [{ product: 'RAW', batch: 'R', quantity: 100 }])
  const batch = await batchId(world, 'R')
  const answers = await atOnce(clients, (client, at) => {
    if (at === 0) return client.call('POST', '/v1/holds', { scope: 'batch', batch, reason: 'smells' })
    if (at % 2 === 0) return client.call('POST', '/v1/orders', { lines: [{ product: 'F1', quantity: 2 }] })
    return client.call('POST', '/v1/production-runs', runOf('RAW 3 of R', `F1 2 of A${at}`))
  })
  for (let more = 0; more < 3; more += 1) await order(world, 2, { line: { product: 'F1' } })
  const { items } = await world.get('/v1/stock?product=F1&limit=500')
  return {
    ...(await wrongsOf(world, answers)),
    promised: items.reduce((sum: number, row: Json) => sum + row.reserved, 0),
  }
}
