/**
 * server/test/box-races.ts — closed boxes at the same moment, each client another: opened twice, opened while promised, and placed where
 * none were yet.
 */
import { atOnce, type Clients, type Wrongs, wrongsOf } from './races.ts'
import { order, product, receive, stockOf } from './stories.ts'
import type { Answer, Json, World } from './world.ts'

const boxes = 8
const packOf = 10

export async function closedBoxes(world: World): Promise<Json> {
  await product(world)
  await receive(world, [{ batch: 'A', quantity: boxes * packOf, expiresOn: '2026-01-01', closedPackOf: packOf }])
  return (await stockOf(world, 'A'))[0]
}

export type Opened = Wrongs & Readonly<{ opened: number; promised: number; closed: number }>

/** Everybody opens a box, orders one, or lowers an order of two to one and a half. Answers in boxes, with what is wrong. */
export async function boxesAtOnce(world: World, clients: Clients): Promise<Opened> {
  const row = await closedBoxes(world)
  const placed = await Promise.all([1, 2].map(() => order(world, 2 * packOf)))
  const body = { batch: row.batchId, place: row.placeId, boxes: 1 }
  const lower = ({ id, lines: [line] }: Json) =>
    [`/v1/orders/${id}`, { lines: [{ id: line.id, quantity: 15 }] }] as const
  const acts: readonly ((client: Clients[number], at: number) => Promise<Answer>)[] = [
    (client) => client.call('POST', '/v1/box-openings', body),
    (client) => client.call('POST', '/v1/orders', { lines: [{ product: 'P', quantity: packOf, shortage: 'whole' }] }),
    (client, at) => client.call('PATCH', ...lower(placed[at % placed.length])),
  ]
  const answers = await atOnce(clients, (client, at) => acts[at % acts.length]?.(client, at) ?? orderOf(client))
  const opened = answers.filter(({ status, body: told }) => status === 201 && told.moves).length
  const left = (await stockOf(world, 'A')).find(({ placeId }) => placeId === row.placeId)
  return {
    ...(await wrongsOf(world, answers)),
    opened,
    promised: (left?.reserved ?? 0) / packOf,
    closed: (left?.onHand ?? 0) / packOf,
  }
}

const orderOf = (client: Clients[number]) =>
  client.call('POST', '/v1/orders', { lines: [{ product: 'P', quantity: 1 }] })

/** The first boxes of a bin come from all sides at once, of many products: no lock is common to them. Answers with the places made. */
export async function firstBoxes(world: World, clients: Clients): Promise<Json[]> {
  for (const at of clients.keys()) await product(world, { sku: `F${at}` })
  const line = { quantity: 12, expiresOn: '2026-01-01', batch: 'A', closedPackOf: 12 }
  const answers = await atOnce(clients, (client, at) =>
    client.call('POST', '/v1/receipts', { warehouse: 'CHI', lines: [{ ...line, product: `F${at}` }] }),
  )
  for (const { status, text } of answers) if (status !== 201) throw new Error(text)
  return (await world.get('/v1/places?limit=500')).items.filter((place: Json) => place.packOf !== null)
}

/** A bin is put on hold while the first boxes of many sizes come into it, of a product that lies there and of others. Answers with what is not held. */
export async function holdAmidBoxes(world: World, clients: Clients): Promise<Wrongs & Readonly<{ free: Json[] }>> {
  await closedBoxes(world)
  for (const at of clients.keys()) await product(world, { sku: `H${at}` })
  const [main] = (await world.get('/v1/places?text=MAIN')).items
  const line = (at: number) => ({
    product: at % 2 ? 'P' : `H${at}`,
    batch: `B${at}`,
    quantity: at + 2,
    closedPackOf: at + 2,
  })
  const receipt = (at: number) => ({ warehouse: 'CHI', lines: [{ ...line(at), expiresOn: '2026-01-01' }] })
  const [answers, placed] = await Promise.all([
    atOnce(clients, (client, at) => client.call('POST', '/v1/receipts', receipt(at))),
    world.call('POST', '/v1/holds', { scope: 'place', place: main.id, reason: 'wet floor' }),
  ])
  const { items } = await world.get('/v1/stock?limit=500')
  return {
    ...(await wrongsOf(world, [...answers, placed])),
    free: items.filter(({ status }: Json) => status !== 'held'),
  }
}
