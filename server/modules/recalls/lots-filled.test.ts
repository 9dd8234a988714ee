/**
 * server/modules/recalls/lots-filled.test.ts — a recall that means a lot means what is put into it later as well.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Json, openWorld, type World, waitFor } from '../../test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  await world.post('/v1/products', { sku: 'F', name: 'Finished good' })
})
afterAll(() => world?.close())

async function receive(batch: string, more: object = {}): Promise<Json> {
  const line = { product: 'F', batch, quantity: 50, expiresOn: '2027-01-01' }
  return (await world.post('/v1/receipts', { warehouse: 'CHI', lines: [line], ...more })).lines[0]
}
const keepersOf = async ({ batchId }: Json) =>
  (await world.get(`/v1/holds?active=true&batch=${batchId}`)).items.map(({ keeperNumber }: Json) => keeperNumber)

test('what is received into it is held before anything is promised, what is put into it soon after, and nothing once it has ended', async () => {
  const first = await receive('F1')
  const lot = await world.post('/v1/lots', { code: 'LOT-7', batches: [first.batchId] })
  const recall = await world.post('/v1/recalls', {
    kind: 'recall',
    title: 'Glass',
    reason: 'Splinters',
    scope: { parts: [{ kind: 'lot', lot: 'LOT-7' }] },
  })
  const other = await receive('F3')
  await world.post('/v1/orders', { number: 'SO-1', lines: [{ product: 'F', quantity: 120 }] })
  await world.post(`/v1/recalls/${recall.id}/start`, {})
  const arrived = await receive('F2', { lot: 'LOT-7' })
  expect(await keepersOf(arrived)).toEqual([recall.number])
  expect(await keepersOf(other)).toEqual([])
  await world.call('PUT', `/v1/lots/${lot.id}/batches/${other.batchId}`)
  await waitFor(
    async () => ((await keepersOf(other)).length > 0 ? true : null),
    'the hold on what was put into the lot',
  )
  expect(await keepersOf(other)).toEqual([recall.number])
  const { here } = await world.get(`/v1/batches/${other.batchId}/trace`)
  expect(here.map(({ reserved, available }: Json) => [reserved, available])).toEqual([[0, 0]])
  await world.post(`/v1/recalls/${recall.id}/end`, { reason: 'Found harmless.' })
  expect(await keepersOf(await receive('F4', { lot: 'LOT-7' }))).toEqual([])
})
