/**
 * server/test/identifying-races.ts — goods without batch are identified at the same moment as they are ordered, sent, counted and carried away.
 */
import { begin, linesOf, untracked } from './identifying.ts'
import { atOnce, type Clients, type Wrongs, wrongsOf } from './races.ts'
import { order } from './stories.ts'
import type { Answer, Caller, Json, World } from './world.ts'

export type Known = Wrongs & Readonly<{ identified: number; here: number; batches: number; gone: number; sent: number }>

const units = 60

/** Everybody identifies some of them, orders, sends an order, books a count that found them all, or undoes what was identified. */
export async function identifyAmidWork(world: World, clients: Clients): Promise<Known> {
  await untracked(world, { A1: units })
  const placed: Json[] = []
  for (let at = 0; at < clients.length / 2; at += 1) placed.push(await order(world, 1))
  const path = await begin(world)
  const made = await world.post('/v1/counts', { warehouse: 'CHI', of: 'bins', bins: ['A1'], blind: false })
  const lines = [{ product: 'P', batch: 'L1', quantity: units }]
  await world.post(`/v1/counts/${made.id}/tallies`, { tallies: [{ place: 'A1', lines }] })
  const first = await world.post(`/v1/identifications/${path.id}/units`, { lines: linesOf('A1', { L3: 2 }) })
  const acts: readonly ((client: Caller, at: number) => Promise<Answer>)[] = [
    (client) => client.call('POST', `/v1/identifications/${path.id}/units`, { lines: linesOf('A1', { L1: 2, L2: 1 }) }),
    (client) => client.call('POST', '/v1/orders', { lines: [{ product: 'P', quantity: 4 }] }),
    (client, at) => client.call('POST', '/v1/shipments', { order: placed[at % placed.length]?.id }),
    (client, at) =>
      at % 8 === 3
        ? client.call('POST', `/v1/counts/${made.id}/bookings`, {})
        : client.call('POST', `/v1/identified-units/${first.items[0]}/undoing`, { reason: 'misread' }),
  ]
  const answers = await atOnce(clients, (client, at) => acts[at % acts.length]?.(client, at) ?? order(client, 1))
  const now = await world.get(`/v1/identifications/${path.id}`)
  const { items: stock } = await world.get('/v1/stock?product=P&limit=500')
  const { items: shipments } = await world.get('/v1/moves?reason=shipment&limit=500')
  const all = (rows: Json[], key: string) => rows.reduce((sum, row) => sum + row[key], 0)
  return {
    ...(await wrongsOf(world, answers)),
    identified: now.meter.identified,
    here: now.meter.here,
    gone: now.meter.gone,
    batches: all(
      stock.filter(({ batchCode }: Json) => batchCode !== '-'),
      'onHand',
    ),
    sent: all(shipments, 'quantity'),
  }
}

/** Everybody receives some of it without a batch, while its batches begin to be tracked. */
export async function beginAmidReceipts(
  world: World,
  clients: Clients,
): Promise<Wrongs & { came: number; atStart: number }> {
  await untracked(world, { A1: units })
  const line = { product: 'P', place: 'A1', quantity: 1 }
  const body = { product: 'P', dates: 'optional', reason: 'recalls' }
  const answers = await atOnce(clients, (client, at) =>
    at === Math.floor(clients.length / 2)
      ? client.call('POST', '/v1/identifications', body)
      : client.call('POST', '/v1/receipts', { warehouse: 'CHI', lines: [line] }),
  )
  const { items } = await world.get('/v1/identifications')
  const [{ quantity: atStart, meter }] = items
  return { ...(await wrongsOf(world, answers)), atStart, came: meter.whole - atStart }
}
