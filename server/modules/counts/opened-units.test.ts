import { afterEach, beforeEach, expect, test } from 'vitest'
import { batchId, differences, product, receive, stockOf } from '../../test/stories.ts'
import { type Json, openWorld, type World } from '../../test/world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld({ works: false })
  await product(world)
  await receive(world, [{ batch: 'A', quantity: 10, expiresOn: '2027-03-01' }])
  const afterOpening = { count: 12, unit: 'months' }
  await world.post('/v1/redating-rules', { product: 'P', afterOpening, says: 'leaflet' })
  await open(3)
})
afterEach(() => world.close())

const open = async (quantity: number): Promise<Json> => {
  const sealed = (await stockOf(world, 'A')).find(({ placeCode }) => placeCode === 'MAIN')
  return world.post('/v1/redatings', { kind: 'opened', batch: sealed?.batchId, place: sealed?.placeId, quantity })
}
const make = (): Promise<Json> =>
  world.post('/v1/counts', { warehouse: 'CHI', of: 'bins', bins: ['OPENED'], blind: false })
const found = ({ id }: Json, lines: readonly Json[]) =>
  world.call('POST', `/v1/counts/${id}/tallies`, {
    tallies: [{ place: 'OPENED', lines: lines.map((line) => ({ product: 'P', ...line })) }],
  })
const told = async ({ id }: Json) =>
  (await world.get(`/v1/counts/${id}/differences`)).items.map(({ batchRead, difference }: Json) => [
    batchRead,
    difference,
  ])

test('opened units are counted where they lie, and fewer or more are booked there', async () => {
  const made = await make()
  expect(made.tasks.map(({ placeCode }: Json) => placeCode)).toEqual(['OPENED'])
  await found(made, [{ batch: 'A-OP1', quantity: 2 }])
  expect(await told(made)).toEqual([['A-OP1', -1]])
  expect(await world.post(`/v1/counts/${made.id}/bookings`, {})).toEqual({ booked: 1, left: 0 })
  const again = await make()
  await found(again, [{ batch: 'A-OP1', quantity: 4 }])
  await world.post(`/v1/counts/${again.id}/bookings`, {})
  expect(await stockOf(world, 'A-OP1')).toMatchObject([{ placeCode: 'OPENED', onHand: 4, available: 0 }])
  expect((await stockOf(world, 'A'))[0]).toMatchObject({ placeCode: 'MAIN', onHand: 7 })
  expect(await differences(world)).toEqual([])
})

test('a count of the product reaches its opened units as well', async () => {
  const wanted = { warehouse: 'CHI', of: 'products', products: ['P'], blind: false }
  const { tasks } = await world.post('/v1/counts', wanted)
  expect(tasks.map(({ placeCode }: Json) => placeCode)).toEqual(['MAIN', 'OPENED'])
})

test('the label of an opened unit has the code of the batch it was made of, and means it where that does not lie', async () => {
  const made = await make()
  await found(made, [{ batch: 'A', quantity: 3 }])
  expect(await told(made)).toEqual([])
  await open(1)
  const twice = await found(await make(), [{ batch: 'A', quantity: 4 }])
  expect([twice.status, twice.body.detail]).toEqual([422, expect.stringContaining('name A-OP1 or A-OP2')])
  const byId = await make()
  await found(byId, [
    { batch: await batchId(world, 'A-OP1'), quantity: 3 },
    { batch: await batchId(world, 'A-OP2'), quantity: 1 },
  ])
  expect(await told(byId)).toEqual([])
})
