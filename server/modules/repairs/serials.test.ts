/**
 * Batches whose units have serials: each unit goes with its serial, and comes back with it.
 */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { pickOf, wave } from '../../test/floor.ts'
import { done, lyingBecomes, merge, onHand, tried, undo } from '../../test/repairs.ts'
import { batchId, differences, order, orderNow, product, receive, stockOf, taken } from '../../test/stories.ts'
import { type Json, openWorld, type World } from '../../test/world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
  await product(world, { sku: 'CAM', tracking: 'serial', dates: 'none' })
  await received('GOOD', ['S-1', 'S-2'])
})
afterEach(() => world.close())

const received = (batch: string, serials: readonly string[]) =>
  receive(world, [{ product: 'CAM', batch, quantity: serials.length, serials }])
const serialsOf = async (code: string): Promise<string[]> =>
  (await world.get(`/v1/batches/${await batchId(world, code)}/serials`)).items.map(({ code: serial }: Json) => serial)
const agrees = async () => expect(await differences(world)).toEqual([])
const triedSplit = async (parts: readonly Json[]) => {
  const [{ batchId: batch, placeId: place }] = await stockOf(world, 'GOOD')
  return (await tried(world, { kind: 'split', batch, parts: parts.map((part) => ({ place, ...part })) })).body
}
const ship = (placed: Json, batch: string, serials: readonly string[]) =>
  world.call('POST', '/v1/shipments', {
    order: placed.number,
    lines: [{ orderLine: placed.lines[0].id, batch, quantity: serials.length, serials }],
  })

test('a merge takes each unit over with its serial, and its undoing brings exactly these back', async () => {
  await received('TYPO', ['S-3', 'S-4'])
  const placed = await order(world, 3, { line: { product: 'CAM' } })
  const merged = await merge(world, 'TYPO', 'GOOD')
  expect([await onHand(world), await serialsOf('GOOD')]).toEqual([{ GOOD: 4 }, ['S-1', 'S-2', 'S-3', 'S-4']])
  expect(taken(await orderNow(world, placed))).toEqual({ GOOD: 3 })
  await agrees()
  await undo(world, merged)
  expect([await serialsOf('GOOD'), await serialsOf('TYPO')]).toEqual([
    ['S-1', 'S-2'],
    ['S-3', 'S-4'],
  ])
  await agrees()
})

test('what was sold keeps the batch under which it left, and is of the other one when it comes back', async () => {
  await received('TYPO', ['S-3', 'S-4'])
  const placed = await order(world, 4, { line: { product: 'CAM' } })
  expect((await ship(placed, 'TYPO', ['S-3'])).status).toBe(201)
  await merge(world, 'TYPO', 'GOOD')
  expect([await serialsOf('GOOD'), await serialsOf('TYPO')]).toEqual([['S-1', 'S-2', 'S-4'], ['S-3']])
  await world.post('/v1/unannounced-returns', { warehouse: 'CHI', lines: [{ serials: ['S-3'] }] })
  await lyingBecomes(world, { GOOD: 4 })
  expect(await serialsOf('GOOD')).toEqual(['S-1', 'S-2', 'S-3', 'S-4'])
  await agrees()
})

test('a part gets the units whose serials are named; they ship under its code, and come back to the batch when it is undone', async () => {
  await received('GOOD', ['S-3'])
  const [{ batchId: batch, placeId: place }] = await stockOf(world, 'GOOD')
  const parts = [{ code: 'B', place, quantity: 2, serials: ['S-1', ' S-3 '] }]
  const parted = await done(world, { kind: 'split', batch, parts })
  expect([await serialsOf('GOOD'), await serialsOf('B')]).toEqual([['S-2'], ['S-1', 'S-3']])
  await agrees()
  const placed = await order(world, 3, { line: { product: 'CAM' } })
  expect((await ship(placed, 'B', ['S-2'])).body).toMatchObject({ code: 'serial_elsewhere' })
  await undo(world, parted)
  expect(await serialsOf('GOOD')).toEqual(['S-1', 'S-2', 'S-3'])
  await agrees()
})

test('as many serials as units, each of the batch and once; all that lie there need not be named', async () => {
  expect(await triedSplit([{ code: 'B', quantity: 1 }])).toMatchObject({ code: 'serials_needed' })
  expect(await triedSplit([{ code: 'B', quantity: 1, serials: ['S-9'] }])).toMatchObject({ code: 'serial_elsewhere' })
  const twice = [
    { code: 'B', quantity: 1, serials: ['S-1'] },
    { code: 'C', quantity: 1, serials: ['S-1'] },
  ]
  expect(await triedSplit(twice)).toMatchObject({ code: 'serial_repeated' })
  await triedSplit([{ code: 'B', quantity: 2 }])
  expect([await onHand(world), await serialsOf('B')]).toEqual([{ B: 2 }, ['S-1', 'S-2']])
  await agrees()
})

test('where some lie picked, nobody knows which serials they have, and none is split off', async () => {
  const placed = await order(world, 1, { line: { product: 'CAM' } })
  const { id } = await wave(world, [placed])
  await pickOf(world, id, { batch: 'GOOD', quantity: 1 })
  expect(await triedSplit([{ code: 'B', quantity: 1, serials: ['S-2'] }])).toMatchObject({
    code: 'split_beyond',
    facts: { most: 0 },
  })
})
