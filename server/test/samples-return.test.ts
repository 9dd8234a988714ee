/**
 * A sample that goes back to stock lies where such goods may lie, and not in whichever bin comes first.
 */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { bins, zone } from './bins.ts'
import { differences, product, receive, stockOf } from './stories.ts'
import { type Json, openWorld, type World } from './world.ts'

let world: World
let sample: Json
beforeEach(async () => {
  world = await openWorld({ works: false })
  const cool = await zone(world, 'COOL', { storage: 'cool' })
  await bins(world, ['C-1'], { zoneId: cool.id })
  await product(world, { storage: 'cool' })
  await receive(world, [{ batch: 'A', quantity: 10, expiresOn: '2026-06-01', place: 'C-1', sample: 4 }])
  sample = (await world.get('/v1/samples')).items[0]
})
afterEach(() => world.close())

const back = (more: Json = {}) =>
  world.call('POST', `/v1/samples/${sample.id}/removals`, { as: 'returned', quantity: 1, reason: 'not used', ...more })
const lying = async () => (await stockOf(world, 'A')).map(({ placeCode, onHand }) => [placeCode, onHand])

test('cool goods go back to a cool bin by themselves, and to no other', async () => {
  expect((await back()).status).toBe(201)
  expect(await lying()).toEqual([['C-1', 7]])
  expect((await back({ place: 'MAIN' })).body).toMatchObject({ code: 'storage_forbids', facts: { nearest: 'C-1' } })
  expect((await back({ place: 'QUARANTINE' })).status).toBe(201)
  expect(await lying()).toEqual(
    expect.arrayContaining([
      ['C-1', 7],
      ['QUARANTINE', 1],
    ]),
  )
  expect(await differences(world)).toEqual([])
})

test('where no bin takes them, it is told why', async () => {
  const [{ zoneId }] = (await world.get('/v1/places')).items.filter(({ code }: Json) => code === 'C-1')
  await world.call('PATCH', `/v1/zones/${zoneId}`, { storage: 'frozen' })
  expect((await back()).body).toMatchObject({ code: 'storage_forbids', facts: { nearest: null } })
})
