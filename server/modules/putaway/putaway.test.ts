import { afterEach, beforeEach, expect, test } from 'vitest'
import { bins, carry, placeId, told, zone } from '../../test/bins.ts'
import { batchId, hold, product, receive } from '../../test/stories.ts'
import { type Json, openWorld, type World } from '../../test/world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld({ works: false })
  const cold = await zone(world, 'COLD', { storage: 'frozen' })
  await bins(world, ['F-1', 'F-2'], { zoneId: cold.id, mixing: 'one_batch', capacity: 100 })
  await bins(world, ['A-1', 'A-2'])
  await product(world, { sku: 'ICE', storage: 'frozen' })
  await product(world)
})
afterEach(() => world.close())

const dock = (batch: string, more: Json = {}) =>
  receive(world, [{ product: 'ICE', batch, quantity: 10, expiresOn: '2026-01-01', place: 'DOCK', ...more }])
const queue = async (): Promise<Json[]> => (await world.get('/v1/putaway?warehouse=CHI')).items
const best = async () => (await queue()).map(({ batchCode, proposed }) => [batchCode, proposed[0]?.placeCode ?? null])

test('what lies on the dock is listed with where it should go, what expires first before the others, each counting on those before', async () => {
  await dock('B', { expiresOn: '2026-02-01' })
  await dock('A')
  await dock('P', { product: 'P', expiresOn: '2026-03-01' })
  expect(await best()).toEqual([
    ['A', 'F-1'],
    ['B', 'F-2'],
    ['P', 'A-1'],
  ])
  const [row] = await queue()
  expect(row).toMatchObject({ sku: 'ICE', placeCode: 'DOCK', onHand: 10, daysLeft: 39, holds: [] })
  expect(row.proposed[0]).toMatchObject({ quantity: 10, why: 'empty', says: 'F-1: empty, and the nearest' })
  expect(row.passedOver.map(({ says }: Json) => says)).toContain('A-1: frozen goods, and the bin is ambient')
})

test('a part is put away, the rest waits and goes beside it; what is put away is gone from the list', async () => {
  await dock('A', { quantity: 30 })
  expect(told(await carry(world, { batch: 'A', from: 'DOCK', to: 'F-2', quantity: 12 }))).toBe('done')
  const [rest] = await queue()
  expect(rest).toMatchObject({ onHand: 18 })
  expect(rest.proposed[0]).toMatchObject({ placeCode: 'F-2', quantity: 18, why: 'same_batch' })
  expect(told(await carry(world, { batch: 'A', from: 'DOCK', to: 'F-2', quantity: 18 }))).toBe('done')
  expect(await queue()).toEqual([])
})

test('more than any bin holds is proposed in parts', async () => {
  await dock('A', { quantity: 130 })
  const [row] = await queue()
  expect(row.proposed).toMatchObject([
    { placeCode: 'F-1', quantity: 100 },
    { placeCode: 'F-2', quantity: 100 },
  ])
})

test('of every bin it is told whether it takes the goods, or why not', async () => {
  await dock('A')
  await dock('B')
  await carry(world, { batch: 'B', from: 'DOCK', to: 'F-1', quantity: 10 })
  const ask = `/v1/bin-proposals?warehouse=CHI&batch=${await batchId(world, 'A')}&quantity=10`
  const { proposed, passedOver } = await world.get(ask)
  expect(proposed.map(({ says }: Json) => says)).toEqual(['F-2: empty, and the nearest'])
  expect(passedOver.map(({ says }: Json) => says)).toEqual([
    'A-1: frozen goods, and the bin is ambient',
    'A-2: frozen goods, and the bin is ambient',
    'F-1: one batch only, and B lies there',
    'MAIN: frozen goods, and the bin is ambient',
  ])
  const product = await world.get('/v1/bin-proposals?warehouse=CHI&product=ICE&quantity=1')
  expect(product.proposed.map(({ placeCode }: Json) => placeCode)).toEqual(['F-2'])
  expect((await world.call('GET', '/v1/bin-proposals?warehouse=CHI&quantity=1')).body.detail).toContain('must be named')
})

test('a rule that comes later moves nothing, and tells what lies wrong and where to', async () => {
  await receive(world, [{ batch: 'A', quantity: 10, expiresOn: '2026-01-01', place: 'A-1' }])
  expect((await world.get('/v1/misplaced')).items).toEqual([])
  const { id } = (await world.get('/v1/products?text=P')).items.find(({ sku }: Json) => sku === 'P')
  await world.call('PATCH', `/v1/products/${id}`, { storage: 'frozen' })
  const { items, total } = await world.get('/v1/misplaced?warehouse=CHI')
  expect(total).toBe(1)
  expect(items[0]).toMatchObject({
    placeCode: 'A-1',
    batchCode: 'A',
    quantity: 10,
    says: 'frozen goods, and the bin is ambient',
    moveTo: { placeCode: 'F-1', quantity: 10 },
  })
  expect(await world.get('/v1/home')).toMatchObject({ misplaced: { batches: 1 }, putaway: { batches: 0 } })
  await carry(world, { batch: 'A', from: 'A-1', to: 'F-1', quantity: 10 })
  expect((await world.get('/v1/misplaced')).total).toBe(0)
})

test('what a count finds where it must not lie is listed', async () => {
  await dock('A')
  const line = { product: 'ICE', batch: 'A', place: 'A-1', quantity: 2 }
  await world.post('/v1/adjustments', { warehouse: 'CHI', reason: 'found', lines: [line] })
  expect((await world.get('/v1/misplaced')).items).toMatchObject([{ placeCode: 'A-1', batchCode: 'A', quantity: 2 }])
})

test('the map tells of each bin its fill, its earliest last day, and what is held or lies wrong', async () => {
  await dock('A', { quantity: 40 })
  await carry(world, { batch: 'A', from: 'DOCK', to: 'F-1', quantity: 30 })
  await receive(world, [{ batch: 'X', quantity: 12, expiresOn: '2025-12-01', place: 'A-1', closedPackOf: 6 }])
  await receive(world, [{ batch: 'Y', quantity: 5, expiresOn: '2026-12-01', place: 'A-1' }])
  await hold(world, 'X')
  const { items } = await world.get('/v1/bin-map?warehouse=CHI')
  const of = (code: string) => items.find((bin: Json) => bin.code === code)
  expect(items.map(({ code }: Json) => code).sort()).toEqual(['A-1', 'A-2', 'DOCK', 'F-1', 'F-2', 'MAIN', 'QUARANTINE'])
  expect(of('F-1')).toMatchObject({
    quantity: 30,
    capacity: 100,
    batches: 1,
    held: false,
    aisle: 'F',
    bay: 1,
    zoneCode: 'COLD',
  })
  expect(of('A-1')).toMatchObject({ quantity: 17, batches: 2, expiresOn: '2025-12-01', daysLeft: 8, held: true })
  expect(of('A-2')).toMatchObject({ quantity: 0, batches: 0, expiresOn: null, daysLeft: null, held: false })
  expect(of('DOCK')).toMatchObject({ kind: 'dock', quantity: 10 })
  const detail = await world.get(`/v1/bins/${await placeId(world, 'A-1')}`)
  expect(detail.items).toMatchObject([
    { batchCode: 'X', packOf: 6, onHand: 12, holds: [expect.any(String)] },
    { batchCode: 'Y', packOf: null, onHand: 5, holds: [], says: null },
  ])
})
