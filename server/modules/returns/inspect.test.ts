import { afterEach, beforeEach, expect, test } from 'vitest'
import { keep } from '../../test/disposals.ts'
import { cameBack, inspect, sentTo, standings, tried } from '../../test/returns.ts'
import { batchId, differences, product, receive, stockOf } from '../../test/stories.ts'
import { type Json, openWorld, type World } from '../../test/world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld({ works: false })
  await product(world)
  await receive(world, [{ batch: 'A', quantity: 20, expiresOn: '2026-03-01' }])
})
afterEach(() => world.close())

const onHand = async (place: string) =>
  (await stockOf(world, 'A')).filter((row) => row.placeCode === place).reduce((sum, row) => sum + row.onHand, 0)
const undo = ({ id }: Json) => world.call('POST', `/v1/return-decisions/${id}/undoing`, { reason: 'a slip' })

test('a decision is taken back with a reason: the units lie and stand as before, and the record stays', async () => {
  const sent = await sentTo(world, 6)
  const back = await cameBack(world, sent.number, { quantity: 5 })
  const looked = await inspect(world, back, { restock: 3, refurbish: 1, dispose: 1 })
  expect([await onHand('MAIN'), await onHand('QUARANTINE')]).toEqual([17, 2])
  const [restock, refurbish, dispose] = looked.inspections[0].decisions
  expect((await undo(dispose)).body.detail).toBe(
    'It stands in disposal DS-1: cancel that, and this is to be decided again.',
  )
  await inspect(world, back, { restock: 1 }, { of: 'refurbish' })
  expect((await undo(refurbish)).body.code).toBe('decided_beyond')
  const undone = (await undo(restock)).body
  expect([standings(undone), await onHand('MAIN')]).toEqual([{ undecided: 3, restock: 1, dispose: 1 }, 15])
  expect(undone.inspections[0].decisions[0]).toMatchObject({ stands: false, undoReason: 'a slip' })
  expect((await undo(restock)).body.code).toBe('decision_final')
  await world.post(`/v1/disposals/${dispose.disposalId}/cancellation`, { reason: 'it is fine' })
  expect(standings(await world.get(`/v1/returns/${back.id}`))).toEqual({ undecided: 4, restock: 1 })
  expect(await differences(world)).toEqual([])
})

test('a failed check asks why, photos are kept, and no more is decided than came', async () => {
  const sent = await sentTo(world, 6)
  const back = await cameBack(world, sent.number, { quantity: 2 })
  const checks = [{ name: 'Seal intact', result: 'fail' }]
  const photos = [await keep(world, 'seal.png')]
  const unsaid = await tried(world, back, { restock: 2 }, { checks, photos })
  expect([unsaid.body.code, unsaid.body.facts.check]).toEqual(['restock_unchecked', 'Seal intact'])
  const decisions = [{ decide: 'restock', quantity: 2, reason: 'only the wrap' }]
  const looked = await world.post(`/v1/returns/${back.id}/inspections`, { line: 1, checks, photos, decisions })
  expect(looked.inspections[0]).toMatchObject({ photos: [{ name: 'seal.png' }], checks })
  const more = await tried(world, back, { quarantine: 1 })
  expect(more.body.detail).toBe('1 would be decided, but only 0 are still to be decided. Look at the return anew.')
})

test('as looked at stand no more units than came, and no fewer than are decided', async () => {
  const sent = await sentTo(world, 6)
  const back = await cameBack(world, sent.number, { quantity: 4 })
  const said = async (quantity: number, decided: Record<string, number>) =>
    (await tried(world, back, decided, { quantity })).body.detail
  expect(await said(5, {})).toBe('Quantity: 5 were looked at, but 4 came.')
  expect(await said(2, { quarantine: 3 })).toBe('Quantity: 2 were looked at, but 3 would be decided.')
  const looked = await inspect(world, back, { quarantine: 3 }, { quantity: 4 })
  expect(looked.inspections).toMatchObject([{ quantity: 4 }])
})

test('what is restocked goes to a bin, and what is not goes to none', async () => {
  const sent = await sentTo(world, 6)
  const back = await cameBack(world, sent.number, { quantity: 2 })
  const decided = async (decide: string, place: string) => {
    const decisions = [{ decide, quantity: 1, place }]
    return (await world.call('POST', `/v1/returns/${back.id}/inspections`, { line: 1, decisions })).body.detail
  }
  expect(await decided('restock', 'QUARANTINE')).toContain('must be a bin: QUARANTINE is none')
  expect(await decided('quarantine', 'MAIN')).toContain('must not be a bin that is sold from: MAIN is one')
  expect(await onHand('QUARANTINE')).toBe(2)
})

test('a serial says its product and its order, and is restocked as the unit that it is', async () => {
  await world.post('/v1/products', { sku: 'SCALE', name: 'Scale', tracking: 'serial', dates: 'none' })
  const serials = ['S-1', 'S-2', 'S-3']
  await receive(world, [{ product: 'SCALE', batch: 'X', quantity: 3, serials }])
  const placed = await world.post('/v1/orders', { lines: [{ product: 'SCALE', quantity: 2 }] })
  const lines = [{ orderLine: placed.lines[0].id, batch: 'X', quantity: 2, serials: ['S-1', 'S-2'] }]
  await world.post('/v1/shipments', { order: placed.id, lines })
  const back = await world.post('/v1/unannounced-returns', {
    warehouse: 'CHI',
    kind: 'undeliverable',
    lines: [{ serials: ['S-2'] }],
  })
  expect(back).toMatchObject({ orderNumber: placed.number, kind: 'undeliverable', lines: [{ sku: 'SCALE' }] })
  const nameless = await tried(world, back, { restock: 1 })
  expect(nameless.body.code).toBe('serials_needed')
  const decisions = [{ decide: 'restock', quantity: 1, serials: ['S-2'] }]
  await world.post(`/v1/returns/${back.id}/inspections`, { line: 1, decisions })
  expect(await differences(world)).toEqual([])
})

test('a shipment whose units may be back without a label is not cancelled', async () => {
  await receive(world, [{ batch: 'B', quantity: 20, expiresOn: '2026-04-01' }])
  const sent = await sentTo(world, 22)
  await cameBack(world, sent.number, { quantity: 1, unlabelled: true })
  const { items } = await world.get(`/v1/shipments?order=${sent.id}`)
  const answer = await world.call('POST', `/v1/shipments/${items[0].id}/cancellation`, { reason: 'no' })
  expect(answer.body.code).toBe('shipment_came_back')
  const trace = await world.get(`/v1/batches/${await batchId(world, 'A')}/trace`)
  expect(trace.unlabelled).toEqual({ least: 0, most: 1 })
})

test('where nobody says a bin, it goes back to the best one that takes it and is not on hold', async () => {
  const sent = await sentTo(world, 6)
  const back = await cameBack(world, sent.number, { quantity: 2 })
  const [{ placeId, warehouseId }] = (await stockOf(world, 'A')).filter(({ placeCode }) => placeCode === 'MAIN')
  await world.post('/v1/places', { places: [{ warehouseId, code: 'B-01' }] })
  await world.post('/v1/holds', { scope: 'place', place: placeId, reason: 'a leak above' })
  await inspect(world, back, { restock: 2 })
  expect([await onHand('MAIN'), await onHand('B-01')]).toEqual([14, 2])
})
