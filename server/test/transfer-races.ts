/**
 * server/test/transfer-races.ts — the last units are promised to orders and to transfers at once, two take in what came once, and what
 * leaves is held.
 */
import { atOnce, type Clients, placeOne, type Wrongs, wrongsOf } from './races.ts'
import { batchId, product, receive } from './stories.ts'
import { dallas, send, transfer } from './transfers.ts'
import type { Answer, Caller, Json, World } from './world.ts'

const codesOf = (answers: readonly Answer[]) => answers.map(({ status, body }) => (status < 300 ? 'done' : body.code))

async function openStock(world: World, units: number): Promise<void> {
  await dallas(world)
  await product(world)
  await receive(world, [{ batch: 'A', quantity: units, expiresOn: '2026-01-01' }])
}

/** Half of the clients order one unit, the other half approve a transfer of one; there are half as many units as clients. */
export async function lastUnits(world: World, clients: Clients): Promise<Wrongs & { promised: number }> {
  await openStock(world, clients.length / 2)
  const asked: Json[] = []
  for (let at = 0; at < clients.length; at += 2)
    asked.push(await world.post('/v1/transfers', { from: 'CHI', to: 'DAL', lines: [{ product: 'P', quantity: 1 }] }))
  const answers = await atOnce(clients, (client, at) =>
    at % 2 === 0 ? placeOne(client) : client.call('POST', `/v1/transfers/${asked[(at - 1) / 2].id}/approval`),
  )
  const failed = codesOf(answers).filter((code) => code !== 'done')
  const { bugs, ...wrongs } = await wrongsOf(world, answers)
  const [row] = (await world.get('/v1/stock?limit=10')).items
  return { ...wrongs, bugs: [...bugs, ...failed], promised: row.reserved }
}

async function openSent(world: World, count: number): Promise<Json[]> {
  await openStock(world, 4 * count)
  const sent: Json[] = []
  for (let at = 0; at < count; at += 1) {
    const asked = await transfer(world, 4)
    await send(world, asked)
    sent.push(asked)
  }
  return sent
}

const takeIn = (client: Caller, { id }: { id: string }) =>
  client.call('POST', `/v1/transfers/${id}/receipts`, { lines: [{ batch: 'A', quantity: 4 }] })

/** Each transfer is received by two at the same moment: what either was told. */
export async function receiveTwice(world: World, clients: Clients): Promise<Wrongs & { pairs: string[] }> {
  const sent = await openSent(world, clients.length / 2)
  const answers = await atOnce(clients, (client, at) => takeIn(client, sent[at % sent.length]))
  const codes = codesOf(answers)
  const pairs = sent.map((_, at) => [codes[at], codes[at + sent.length]].toSorted().join(' + '))
  return { ...(await wrongsOf(world, answers)), pairs }
}

/** All are sent while their batch is put on hold: what left before it, and what stays. */
export async function holdAmidSending(world: World, clients: Clients): Promise<Wrongs & { codes: string[] }> {
  await openStock(world, 4 * clients.length)
  const asked: Json[] = []
  for (const _ of clients) asked.push(await transfer(world, 4))
  const held = { scope: 'batch', batch: await batchId(world, 'A'), reason: 'under test' }
  const [answers, answer] = await Promise.all([
    atOnce(clients, (client, at) => client.call('POST', `/v1/transfers/${asked[at].id}/shipments`, {})),
    world.call('POST', '/v1/holds', held),
  ])
  return { ...(await wrongsOf(world, [...answers, answer])), codes: codesOf(answers) }
}
