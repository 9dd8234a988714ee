/**
 * server/test/return-races.ts — the same returned units are restocked and destroyed by many at once, a disposal is destroyed twice, and a hold is
 * placed while goods go back to stock.
 */
import { draft, signBy } from './disposals.ts'
import { atOnce, type Clients, type Wrongs, wrongsOf } from './races.ts'
import { cameBack, sentTo, standings } from './returns.ts'
import { batchId, order, product, receive, stockOf } from './stories.ts'
import type { Answer, Json, World } from './world.ts'

const codesOf = (answers: readonly Answer[]) => answers.map(({ status, body }) => (status < 300 ? 'done' : body.code))

/** So many units came back and lie in quarantine, beside as many that lie there for another reason. */
async function openBack(world: World, units: number): Promise<Json> {
  await product(world)
  await receive(world, [
    { batch: 'B', quantity: units, expiresOn: '2026-03-01' },
    { batch: 'B', quantity: units, place: 'QUARANTINE' },
  ])
  const sent = await sentTo(world, units)
  return cameBack(world, sent.number, { quantity: units })
}

/** Each client would decide one unit more than the next one may: half of them restock, the others destroy. */
export async function decideAtOnce(world: World, clients: Clients): Promise<Wrongs & { done: number; stood: Json }> {
  const back = await openBack(world, clients.length / 2)
  const answers = await atOnce(clients, (client, at) =>
    client.call('POST', `/v1/returns/${back.id}/inspections`, {
      line: 1,
      decisions: [{ decide: at % 2 === 0 ? 'restock' : 'dispose', quantity: 1 }],
      ...(at % 2 === 0 ? {} : { disposal: { reason: 'Damaged', method: 'Landfill' } }),
    }),
  )
  const strange = codesOf(answers).filter((code) => code !== 'done' && code !== 'decided_beyond')
  const done = codesOf(answers).filter((code) => code === 'done').length
  const { bugs, ...wrongs } = await wrongsOf(world, answers)
  const now = await world.get(`/v1/returns/${back.id}`)
  return { ...wrongs, bugs: [...bugs, ...strange], done, stood: standings(now) }
}

/** One signed disposal of a part of what lies there, destroyed by all at once. */
export async function destroyAtOnce(world: World, clients: Clients): Promise<Wrongs & { done: number; left: number }> {
  await product(world)
  await receive(world, [{ batch: 'B', quantity: 4 * clients.length, expiresOn: '2026-03-01' }])
  const made = await draft(world, 4, { reason: 'Damaged' })
  await signBy(await world.as('manager'), made)
  const answers = await atOnce(clients, (client) => client.call('POST', `/v1/disposals/${made.id}/destruction`))
  const done = codesOf(answers).filter((code) => code === 'done').length
  const left = (await stockOf(world, 'B')).reduce((sum, row) => sum + row.onHand, 0)
  return { ...(await wrongsOf(world, answers)), done, left }
}

/** Units are restocked one by one, each for an order that waits, while their batch is held. */
export async function holdAmidRestocking(world: World, clients: Clients): Promise<Wrongs & { codes: string[] }> {
  const back = await openBack(world, clients.length)
  for (const client of clients) await order(client, 1)
  const held = { scope: 'batch', batch: await batchId(world, 'B'), reason: 'under test' }
  const [answers, answer] = await Promise.all([
    atOnce(clients, (client) =>
      client.call('POST', `/v1/returns/${back.id}/inspections`, {
        line: 1,
        decisions: [{ decide: 'restock', quantity: 1 }],
      }),
    ),
    world.call('POST', '/v1/holds', held),
  ])
  return { ...(await wrongsOf(world, [...answers, answer])), codes: codesOf(answers) }
}
