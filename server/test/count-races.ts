/**
 * server/test/count-races.ts — counts at the same moment as orders, picks, moves to another place and one another.
 */
import { atOnce, type Clients, type Wrongs, wrongsOf } from './races.ts'
import { order, product, receive, stockOf } from './stories.ts'
import type { Answer, Caller, Json, World } from './world.ts'

export const countOf = (world: World, bin = 'MAIN'): Promise<Json> =>
  world.post('/v1/counts', { warehouse: 'CHI', of: 'bins', bins: [bin], blind: false })

export const tallyOf = (caller: Caller, { id }: Json, units: number | null): Promise<Answer> =>
  caller.call('POST', `/v1/counts/${id}/tallies`, {
    tallies: [{ place: 'MAIN', lines: units === null ? [] : [{ batch: 'A', quantity: units }] }],
  })

export type Booked = Wrongs & Readonly<{ booked: number; moves: number; onHand: number }>

/** Half of what lies there is missing: everybody books it, orders what is left, or carries some of it away. */
export async function bookAmidWork(world: World, clients: Clients): Promise<Booked> {
  await product(world)
  await receive(world, [{ batch: 'A', quantity: 80, expiresOn: '2026-01-01' }])
  const made = await countOf(world)
  await tallyOf(world, made, 40)
  const [row] = await stockOf(world, 'A')
  const { items: places } = await world.get('/v1/places?limit=500')
  const to = places.find(({ kind }: Json) => kind === 'quarantine').id
  const carried = { lines: [{ batch: row.batchId, from: row.placeId, to, quantity: 1 }] }
  const acts: readonly ((client: Caller) => Promise<Answer>)[] = [
    (client) => client.call('POST', '/v1/orders', { lines: [{ product: 'P', quantity: 6 }] }),
    (client) => client.call('POST', `/v1/counts/${made.id}/bookings`, {}),
    (client) => client.call('POST', '/v1/relocations', carried),
  ]
  const answers = await atOnce(clients, (client, at) => acts[at % acts.length]?.(client) ?? tallyOf(client, made, 40))
  const told = answers.map(({ body }) => body.booked).filter((units) => typeof units === 'number')
  const here = await stockOf(world, 'A')
  return {
    ...(await wrongsOf(world, answers)),
    booked: told.reduce((sum, units) => sum + units, 0),
    moves: (await world.get('/v1/moves?reason=count')).items.length,
    onHand: here.reduce((sum, one) => sum + one.onHand, 0),
  }
}

/** Everybody picks for an order of his own, or counts. Answers with what was expected, in the order in which it was counted. */
export async function countAmidPicks(world: World, clients: Clients): Promise<Wrongs & { expected: number[] }> {
  await product(world)
  await receive(world, [{ batch: 'A', quantity: 100, expiresOn: '2026-01-01' }])
  const placed: Json[] = []
  for (const _ of clients) placed.push(await order(world, 3))
  const { id } = await world.post('/v1/pick-waves', { warehouse: 'CHI', orders: placed.map((one) => one.id) })
  const made = await countOf(world)
  const picking = (client: Caller, at: number) =>
    client.call('POST', `/v1/pick-waves/${id}/picks`, { orderLine: placed[at].lines[0].id, batch: 'A', quantity: 3 })
  const answers = await atOnce(clients, (client, at) => (at % 2 ? picking(client, at) : tallyOf(client, made, 100)))
  answers.push(await tallyOf(world, made, 100))
  const rows = await world.owner<{ expected: number }[]>`
    select l.expected::int from counts.tally y join counts.tally_line l on l.account_id = y.account_id and l.tally_id = y.id
    where y.account_id = ${world.accountId} order by y.round`
  return { ...(await wrongsOf(world, answers)), expected: rows.map(({ expected }) => expected) }
}
