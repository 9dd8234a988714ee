/**
 * Opened units are never sold, whichever way they come back into a warehouse: from a sample, a correction or a receipt.
 */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { batchId, differences, product, receive, stockOf } from './stories.ts'
import { type Json, openWorld, type World } from './world.ts'

let world: World
let opened: Json
beforeEach(async () => {
  world = await openWorld()
  await product(world)
  const afterOpening = { count: 12, unit: 'months' }
  await world.post('/v1/redating-rules', { product: 'P', afterOpening, frozenDays: 90, says: '12 M open' })
  await receive(world, [{ batch: 'A', quantity: 10, expiresOn: '2027-06-01' }])
  opened = await redate('opened', 'A', 2)
})
afterEach(() => world.close())

const redate = async (kind: string, code: string, quantity: number): Promise<Json> => {
  const [{ batchId: batch, placeId: place }] = await stockOf(world, code)
  return world.post('/v1/redatings', { kind, batch, place, quantity })
}
const sampleOf = async (code: string): Promise<Json> => {
  const [{ batchId: batch, placeId: place }] = await stockOf(world, code)
  return world.post('/v1/samples', { batch, place, quantity: 1 })
}
const back = ({ id }: Json, more: Json = {}) =>
  world.call('POST', `/v1/samples/${id}/removals`, { as: 'returned', quantity: 1, reason: 'not needed', ...more })
const toSell = async () => (await world.get('/v1/number-to-sell?product=P&channel=shop')).items[0].quantity
const lying = async (code: string) =>
  (await stockOf(world, code)).map(({ placeCode, onHand, available }) => [placeCode, onHand, available])

test('a sample of opened units returns to the opened ones, also where they were frozen meanwhile', async () => {
  const jar = await sampleOf('A-OP1')
  expect((await back(jar)).status).toBe(201)
  expect(await lying('A-OP1')).toEqual([['OPENED', 2, 0]])
  await redate('frozen', 'A-OP1', 1)
  const frozen = await sampleOf('A-OP1-FZ1')
  expect((await back(frozen, { place: 'MAIN' })).body).toMatchObject({
    code: 'opened_for_good',
    detail:
      'Sample SA-2: batch A-OP1-FZ1 is opened, and from MAIN it would be sold. It belongs at OPENED, with the other opened units of the warehouse.',
  })
  expect((await back(frozen, { place: 'OPENED' })).status).toBe(201)
  expect([await lying('A-OP1-FZ1'), await toSell()]).toEqual([[['OPENED', 1, 0]], 8])
  expect(await differences(world)).toEqual([])
})

test('a correction or a receipt does not put opened units where they would be sold; at their place they are found', async () => {
  const found = (place: string) => {
    const lines = [{ product: 'P', batch: 'A-OP1', place, quantity: 1 }]
    return world.call('POST', '/v1/adjustments', { warehouse: 'CHI', reason: 'found', lines })
  }
  expect((await found('MAIN')).body.code).toBe('opened_for_good')
  expect((await found('OPENED')).status).toBe(201)
  const lines = [{ product: 'P', batch: 'A-OP1', quantity: 5 }]
  expect((await world.call('POST', '/v1/receipts', { warehouse: 'CHI', lines })).body.code).toBe('opened_for_good')
  expect([await lying('A-OP1'), await toSell()]).toEqual([[['OPENED', 3, 0]], 8])
})

test('what a sample of an unopened batch returns to is still a bin, and what it was opened of goes back there', async () => {
  const whole = await sampleOf('A')
  expect((await back(whole, { place: 'OPENED' })).status).toBe(422)
  expect((await back(whole)).status).toBe(201)
  expect((await world.call('POST', `/v1/redatings/${opened.id}/undoing`, { reason: 'a mistake' })).status).toBe(201)
  expect(await lying('A')).toEqual([['MAIN', 10, 10]])
  expect(await batchId(world, 'A')).toBe(opened.batchId)
})
