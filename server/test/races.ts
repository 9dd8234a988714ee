/**
 * server/test/races.ts — many clients for few units. Each client has a key of its own, for requests of one key are
 * gathered into one transaction and would not race.
 */
import { differences, hold, order, product, receive, stockOf } from './stories.ts'
import type { Answer, Caller, Json, World } from './world.ts'

export type Clients = readonly Caller[]
/** What must not be: answers that are bugs, rows that differ, promises beyond the stock or on what is held. */
export type Wrongs = { bugs: string[]; differences: Json[]; broken: string[] }

export const clientsOf = (world: World, count: number): Promise<Caller[]> =>
  Promise.all(Array.from({ length: count }, () => world.as('owner')))

export async function fewUnits(world: World, units: number): Promise<void> {
  await product(world)
  await receive(world, [{ batch: 'A', quantity: units, expiresOn: '2026-01-01' }])
}

export const bugsOf = (answers: readonly Answer[]): string[] =>
  answers.filter(({ status }) => status >= 500).map(({ text }) => text)

/** All at once, each by another client. */
export const atOnce = (clients: Clients, ask: (client: Caller, index: number) => Promise<Answer>): Promise<Answer[]> =>
  Promise.all(clients.map(ask))

export const placeOne = (client: Caller, quantity = 1): Promise<Answer> =>
  client.call('POST', '/v1/orders', { lines: [{ product: 'P', quantity }] })

/**
 * Orders, edits, cancellations, shipments, adjustments, relocations and a hold of one batch, at the same moment; then
 * what is wrong with it.
 */
export async function mayhem(world: World, clients: Clients): Promise<Wrongs> {
  const placed = await Promise.all(clients.map(() => order(world, 2)))
  const { items: places } = await world.get('/v1/places?limit=500')
  const quarantine = places.find(({ kind }: Json) => kind === 'quarantine').id
  const [first] = await stockOf(world, 'A')
  const adjusted = { warehouse: 'CHI', reason: 'counted' }
  const line = { product: 'P', batch: 'A', place: 'MAIN' }
  const moved = { batch: first.batchId, from: first.placeId, to: quarantine, quantity: 1 }
  const acts: readonly ((client: Caller, own: Json) => Promise<Answer>)[] = [
    (client) => placeOne(client, 3),
    (client, own) => client.call('POST', '/v1/shipments', { order: own.id }),
    (client, own) => client.call('PATCH', `/v1/orders/${own.id}`, { lines: [{ id: own.lines[0].id, quantity: 5 }] }),
    (client, own) => client.call('POST', `/v1/orders/${own.id}/cancellation`, { reason: 'no' }),
    (client) => client.call('POST', '/v1/adjustments', { ...adjusted, lines: [{ ...line, quantity: -1 }] }),
    (client) => client.call('POST', '/v1/adjustments', { ...adjusted, lines: [{ ...line, quantity: 1 }] }),
    (client) => client.call('POST', '/v1/relocations', { lines: [moved] }),
  ]
  const answers = await atOnce(
    clients,
    (client, at) => acts[at % acts.length]?.(client, placed[at]) ?? placeOne(client),
  )
  return wrongsOf(world, answers)
}

export async function wrongsOf(world: World, answers: readonly Answer[]): Promise<Wrongs> {
  const broken: string[] = []
  for (const row of (await world.get('/v1/stock?limit=2000')).items) {
    if (row.reserved > row.onHand) broken.push(`${row.batchCode}: ${row.reserved} promised of ${row.onHand}`)
    if (row.status !== 'sellable' && row.reserved > 0) broken.push(`${row.batchCode}: promised though ${row.status}`)
  }
  return { bugs: bugsOf(answers), differences: await differences(world), broken }
}

/** Orders of every client while the one batch there is gets held. */
export async function holdAmidOrders(world: World, clients: Clients): Promise<Wrongs & { promised: number }> {
  const [answers] = await Promise.all([atOnce(clients, (client) => placeOne(client)), hold(world, 'A')])
  const [row] = await stockOf(world, 'A')
  return { ...(await wrongsOf(world, answers)), promised: row.reserved }
}
