/**
 * server/test/sold-on-races.ts — more is reported as sold on by many at once than was sent, and what is reported as sold comes back meanwhile.
 */
import { atOnce, type Clients, type Wrongs, wrongsOf } from './races.ts'
import { order, product, receive } from './stories.ts'
import type { Answer, Json, World } from './world.ts'

type Raced = Wrongs & Readonly<{ done: number; gap: number }>

const sold = { customer: 'FBA', product: 'P', kind: 'sold', quantity: 1, on: '2025-11-23' }
const report = { reports: [sold] }
const removal = { warehouse: 'CHI', customer: 'FBA', lines: [{ product: 'P', batch: 'B', quantity: 1 }] }

/** So many units are with the marketplace, and one of them is told to be sold. */
async function openShop(world: World, units: number): Promise<void> {
  await product(world)
  await world.post('/v1/customers', { code: 'FBA', name: 'Amazon FBA' })
  await receive(world, [{ batch: 'B', quantity: units, expiresOn: '2026-03-01' }])
  const placed = await order(world, units, { customer: 'FBA' })
  await world.post('/v1/shipments', { order: placed.id })
  await world.post('/v1/sell-through', report)
}

async function raced(world: World, answers: readonly Answer[], refused: string): Promise<Raced> {
  const codes = answers.map(({ status, body }) => (status < 300 ? 'done' : body.code))
  const { bugs, ...wrongs } = await wrongsOf(world, answers)
  const { items } = await world.get('/v1/customers/FBA/sold-on')
  const strange = codes.filter((code) => code !== 'done' && code !== 'sold_on_beyond' && code !== refused)
  const gap = items.reduce((sum: number, item: Json) => sum + item.gap, 0)
  return { ...wrongs, bugs: [...bugs, ...strange], done: codes.filter((code) => code === 'done').length, gap }
}

/** Of half as many units as there are clients, each reports one as sold. */
export async function reportAtOnce(world: World, clients: Clients): Promise<Raced> {
  await openShop(world, clients.length / 2 + 1)
  return raced(world, await atOnce(clients, (client) => client.call('POST', '/v1/sell-through', report)), 'none')
}

/** Half of the clients report a unit as sold, the others take one in; there is one for every second. */
export async function removeAmidReports(world: World, clients: Clients): Promise<Raced> {
  await openShop(world, clients.length / 2 + 1)
  const answers = await atOnce(clients, (client, at) =>
    at % 2 === 0
      ? client.call('POST', '/v1/sell-through', report)
      : client.call('POST', '/v1/unannounced-returns', removal),
  )
  return raced(world, answers, 'return_of_sold_on')
}
