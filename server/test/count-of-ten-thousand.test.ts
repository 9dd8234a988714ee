import { afterAll, beforeAll, expect, test } from 'vitest'
import { differences, product } from './stories.ts'
import { type Json, openWorld, type World } from './world.ts'

let world: World
const bins = 100
const batches = 100
const two = (number: number) => String(number).padStart(2, '0')
const code = (bin: number, at: number) => `B${two(bin)}${two(at)}`

beforeAll(async () => {
  world = await openWorld({ works: false })
  await product(world)
  const [{ id: warehouseId }] = (await world.get('/v1/warehouses')).items
  const places = Array.from({ length: bins }, (_, bin) => ({ warehouseId, code: `B${bin}` }))
  await world.post('/v1/places', { places })
  for (let half = 0; half < bins; half += 10) {
    const lines = Array.from({ length: 10 * batches }, (_, at) => {
      const bin = half + Math.floor(at / batches)
      return { product: 'P', batch: code(bin, at % batches), place: `B${bin}`, quantity: 10, expiresOn: '2026-05-01' }
    })
    await world.post('/v1/receipts', { warehouse: 'CHI', lines })
  }
}, 300_000)
afterAll(() => world?.close())

test('ten thousand lines are counted in one call, and their differences booked in another', async () => {
  const { id } = await world.post('/v1/counts', { warehouse: 'CHI', of: 'bins', blind: false })
  const tallies = Array.from({ length: bins }, (_, bin) => ({
    place: `B${bin}`,
    lines: Array.from({ length: batches }, (_one, at) => ({
      product: 'P',
      batch: code(bin, at),
      quantity: at % 10 === 0 ? 9 : 10,
    })),
  }))
  expect((await world.post(`/v1/counts/${id}/tallies`, { tallies })).items).toHaveLength(bins)
  const { items } = await world.get(`/v1/counts/${id}/differences`)
  expect(items).toHaveLength((bins * batches) / 10)
  expect(new Set(items.map(({ difference }: Json) => difference))).toEqual(new Set([-1]))
  expect(await world.post(`/v1/counts/${id}/bookings`, {})).toEqual({ booked: 1000, left: 0 })
  const [{ counted, right }] = (await world.get('/v1/batch-accuracy')).items
  expect([counted, right]).toEqual([10_000, 9000])
  const more = { tallies: [{ place: 'B0', lines: Array(10_001).fill({ product: 'P', batch: 'X', quantity: 1 }) }] }
  expect((await world.call('POST', `/v1/counts/${id}/tallies`, more)).status).toBe(422)
  expect(await differences(world)).toEqual([])
}, 300_000)

test('a count in which all ten thousand lines are wrong is booked whole', async () => {
  const { id } = await world.post('/v1/counts', { warehouse: 'CHI', of: 'bins', blind: false })
  const tallies = Array.from({ length: bins }, (_, bin) => ({ place: `B${bin}`, lines: [] }))
  await world.post(`/v1/counts/${id}/tallies`, { tallies })
  expect(await world.post(`/v1/counts/${id}/bookings`, {})).toEqual({ booked: 10_000, left: 0 })
  expect((await world.get('/v1/stock')).items).toEqual([])
  expect(await differences(world)).toEqual([])
}, 300_000)
