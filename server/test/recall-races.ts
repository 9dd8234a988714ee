/**
 * server/test/recall-races.ts — a recall that is started while others order, pick, send, take back and carry what it means.
 */
import { pickOf, wave } from './floor.ts'
import { atOnce, type Clients, placeOne, type Wrongs, wrongsOf } from './races.ts'
import { batchId, order, product, receive } from './stories.ts'
import { dallas, transfer } from './transfers.ts'
import type { Answer, Caller, Json, World } from './world.ts'

/** Of each client an order that is sent, one that is on a list, one that waits, and a transfer; all of batch A, as long as there is any. */
type Busy = Readonly<{ sent: Json; listed: Json; waveId: string; waiting: Json; over: Json }>

async function busyWith(world: World, clients: Clients): Promise<Busy[]> {
  await product(world)
  await dallas(world)
  await receive(world, [
    { batch: 'A', quantity: clients.length * 9, expiresOn: '2027-01-01' },
    { batch: 'B', quantity: clients.length * 9, expiresOn: '2027-06-01' },
  ])
  const all: Busy[] = []
  for (const _ of clients) {
    const [sent, listed, waiting] = [await order(world, 2), await order(world, 2), await order(world, 2)]
    await world.post('/v1/shipments', { order: sent.id })
    const { id: waveId } = await wave(world, [listed])
    all.push({ sent, listed, waveId, waiting, over: await transfer(world, 1) })
  }
  return all
}

const ordersOfEach = 8

/** One after the other, for as long as the start takes: somebody reads what is free before it is held, and is done after. */
async function orderOn(client: Caller): Promise<Answer> {
  for (let more = 1; more < ordersOfEach; more += 1) {
    const answer = await placeOne(client)
    if (answer.status >= 300) return answer
  }
  return placeOne(client)
}

const acts: readonly ((client: Caller, own: Busy) => Promise<Answer>)[] = [
  orderOn,
  (client, { waiting }) => client.call('POST', '/v1/shipments', { order: waiting.id }),
  (client, { waiting: { id, lines } }) =>
    client.call('PATCH', `/v1/orders/${id}`, { lines: [{ id: lines[0].id, quantity: 5 }] }),
  (client, { waveId, listed }) => {
    const [{ id: orderLine, batches }] = listed.lines
    const [{ batchId: batch, placeId: place }] = batches
    return client.call('POST', `/v1/pick-waves/${waveId}/picks`, { orderLine, batch, place, quantity: 2 })
  },
  (client, { over }) => client.call('POST', `/v1/transfers/${over.id}/shipments`, {}),
  (client, { sent }) => {
    const lines = [{ product: 'P', quantity: 1, batch: 'A' }]
    return client.call('POST', '/v1/unannounced-returns', { warehouse: 'CHI', orderNumber: sent.number, lines })
  },
]

export type Frozen = Wrongs & Readonly<{ promised: number; sellable: number; sentSince: string[] }>

/** The first client starts it, the others do what they do; then everyone tries to send what they have. */
export async function recallAmidWork(world: World, clients: Clients): Promise<Frozen> {
  const [, ...others] = clients
  const busy = await busyWith(world, others)
  const batch = await batchId(world, 'A')
  const recall = await world.post('/v1/recalls', {
    kind: 'recall',
    title: 'Glass',
    reason: 'Splinters.',
    scope: { parts: [{ kind: 'batch', batch }] },
  })
  const answers = await atOnce(clients, (client, at) => {
    const [act, own] = [acts[at % acts.length], busy[at - 1]]
    return act && own ? act(client, own) : client.call('POST', `/v1/recalls/${recall.id}/start`, {})
  })
  const rows = (await world.get(`/v1/recalls/${recall.id}/trace`)).here
  const units = (of: (row: Json) => number) => rows.reduce((sum: number, row: Json) => sum + of(row), 0)
  const told = { promised: units(({ reserved }) => reserved), sellable: units(({ available }) => available) }
  return { ...(await wrongsOf(world, answers)), ...told, sentSince: await sentAfter(world, busy) }
}

/** Numbers of what leaves of batch A now: in the orders that are open, in a pick that lies ready, in a transfer. */
async function sentAfter(world: World, busy: readonly Busy[]): Promise<string[]> {
  const sent: string[] = []
  for (const own of busy) {
    await pickOf(world, own.waveId, { orderLine: own.listed.lines[0].id, batch: 'A', quantity: 1 }).catch(() => null)
    sent.push(...(await shippedOfA(world, own.waiting)), ...(await shippedOfA(world, own.listed)))
    sent.push(...(await carriedOn(world, own.over)))
  }
  return sent
}

async function shippedOfA(world: World, { id }: Json): Promise<string[]> {
  const { status, body } = await world.call('POST', '/v1/shipments', { order: id })
  if (status >= 300) return []
  const has = ({ lines }: Json) => lines.some(({ batchCode }: Json) => batchCode === 'A')
  return body.items.filter(has).map(({ number }: Json) => number)
}

async function carriedOn(world: World, { id, number }: Json): Promise<string[]> {
  const before = await world.get(`/v1/transfers/${id}`)
  await world.call('POST', `/v1/transfers/${id}/shipments`, {})
  return sentOfA(await world.get(`/v1/transfers/${id}`)) > sentOfA(before) ? [number] : []
}

const sentOfA = ({ lines }: Json): number =>
  lines
    .flatMap(({ batches }: Json) => batches)
    .filter(({ batchCode }: Json) => batchCode === 'A')
    .reduce((sum: number, { sent }: Json) => sum + sent, 0)
