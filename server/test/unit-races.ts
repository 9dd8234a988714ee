/**
 * server/test/unit-races.ts — samples and openings at the same moment as orders for the last units.
 */
import { atOnce, type Clients, placeOne, type Wrongs, wrongsOf } from './races.ts'
import { product, receive, stockOf } from './stories.ts'
import type { Answer, Caller, World } from './world.ts'

export type Divided = Wrongs & Readonly<{ left: number; kept: number; opened: number; here: number }>

/** Fewer units than clients: each takes one as a sample, opens one, or orders one. */
export async function divideFew(world: World, clients: Clients, units: number): Promise<Divided> {
  await product(world)
  const afterOpening = { count: 12, unit: 'months' }
  await world.post('/v1/redating-rules', { product: 'P', afterOpening, says: 'leaflet' })
  await receive(world, [{ batch: 'A', quantity: units, expiresOn: '2026-06-01' }])
  const [{ batchId: batch, placeId: place }] = await stockOf(world, 'A')
  const one = { batch, place, quantity: 1 }
  const acts: readonly ((client: Caller) => Promise<Answer>)[] = [
    (client) => placeOne(client),
    (client) => client.call('POST', '/v1/samples', one),
    (client) => client.call('POST', '/v1/redatings', { kind: 'opened', ...one }),
  ]
  const answers = await atOnce(clients, (client, at) => acts[at % acts.length]?.(client) ?? placeOne(client))
  const samples = (await world.get('/v1/samples')).items
  const opened = (await world.get('/v1/redatings')).items
  const [row] = await stockOf(world, 'A')
  const kept = samples.length
  return {
    ...(await wrongsOf(world, answers)),
    left: row ? row.onHand - row.reserved : 0,
    kept,
    opened: opened.length,
    here: (row?.onHand ?? 0) + kept + opened.length,
  }
}
