/**
 * Scenarios 34 and 35: two batches that are one, and one that is two.
 */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lyingBecomes, merge, onHand, split, traceOf, triedUndo, undo } from '../repairs.ts'
import { cameBack, sentTo } from '../returns.ts'
import { batchId, differences, hold, order, orderNow, product, receive, stockOf, taken } from '../stories.ts'
import { type Json, openWorld, type World } from '../world.ts'

const expiresOn = '2026-06-01'
let world: World
beforeEach(async () => {
  world = await openWorld()
  await product(world)
})
afterEach(() => world.close())

const both = async () => {
  await receive(world, [{ batch: 'L001', quantity: 60, expiresOn }])
  await receive(world, [{ batch: 'LOO1', quantity: 40, expiresOn, batchIs: 'different' }])
  return { right: await batchId(world, 'L001'), wrong: await batchId(world, 'LOO1') }
}
const held = async (code: string) => (await stockOf(world, code)).map(({ available }) => available)
const holdsOf = async (id: string) => (await world.get(`/v1/holds?batch=${id}`)).items.map(({ number }: Json) => number)

test('scenario 34: L001 and LOO1 are merged: the stock is one, promises go along, and both keep their history', async () => {
  const { right, wrong } = await both()
  const placed = await order(world, 90)
  expect(taken(placed)).toEqual({ L001: 60, LOO1: 30 })
  const merged = await merge(world, 'LOO1', 'L001')
  expect(merged).toMatchObject({ kind: 'merge', number: 'BR-1', batchCode: 'LOO1', otherCode: 'L001', quantity: 40 })
  expect(await onHand(world)).toEqual({ L001: 100 })
  expect(taken(await orderNow(world, placed))).toEqual({ L001: 90 })
  expect(await world.get(`/v1/batches/${wrong}`)).toMatchObject({ mergedIntoId: right, mergedIntoCode: 'L001' })
  for (const id of [right, wrong]) {
    const trace = await traceOf(world, id)
    expect([trace.massBalance.gap, trace.receipts.map(({ quantity }: Json) => quantity)]).toEqual([0, [60, 40]])
    expect(trace.here.map(({ batchCode, onHand: units }: Json) => [batchCode, units])).toEqual([['L001', 100]])
  }
  expect((await world.get(`/v1/batch-repairs?batch=${right}`)).items).toEqual([merged])
  expect((await world.get(`/v1/batch-repairs?batch=${wrong}`)).items).toEqual([merged])
  expect(await differences(world)).toEqual([])
})

test('scenario 34: an old label finds the right batch, and goods that come under it are of that one', async () => {
  const { right } = await both()
  await merge(world, 'LOO1', 'L001')
  await receive(world, [{ batch: 'LOO1', quantity: 5, expiresOn }])
  expect(await onHand(world)).toEqual({ L001: 105 })
  const { items } = await world.get('/v1/batches?called=LOO1')
  expect(items.map(({ id }: Json) => id)).toEqual([right])
  const found = (await world.get('/v1/search?q=LOO1')).items
  expect(found[0]).toMatchObject({ kind: 'batch', title: 'LOO1', exact: true })
  expect(found[0].detail).toMatch(/^is now L001/)
})

test('scenario 34: undone within the time, both are as they were, and so is who has what', async () => {
  await both()
  const placed = await order(world, 90)
  const merged = await merge(world, 'LOO1', 'L001')
  const undone = await undo(world, merged)
  expect(undone).toMatchObject({ number: 'BR-1', undoneBy: expect.any(String), undoReason: 'they are two' })
  expect(await onHand(world)).toEqual({ L001: 60, LOO1: 40 })
  const had = taken(await orderNow(world, placed))
  expect((had.L001 ?? 0) + (had.LOO1 ?? 0)).toBe(90)
  expect(await world.get(`/v1/batches/${await batchId(world, 'LOO1')}`)).toMatchObject({ mergedIntoId: null })
  await receive(world, [{ batch: 'LOO1', quantity: 5, expiresOn }])
  expect(await onHand(world)).toEqual({ L001: 60, LOO1: 45 })
  expect(await differences(world)).toEqual([])
})

test('scenario 34: after thirty days, or once units left, a merge is not undone', async () => {
  await both()
  const merged = await merge(world, 'LOO1', 'L001')
  expect(merged.undoableUntil).toBe('2025-12-23')
  await sentTo(world, 3)
  expect((await triedUndo(world, merged)).body).toMatchObject({ code: 'repair_moved' })
  expect((await triedUndo(world, merged)).body.detail).toMatch(/3 shipped/)
  world.clock.set('2025-12-24T00:00:01Z')
  expect((await triedUndo(world, merged)).body).toMatchObject({ code: 'repair_too_old' })
})

test('scenario 34: a hold on either covers both, also what was sent before and what comes back', async () => {
  const { right, wrong } = await both()
  const sent = await sentTo(world, 70)
  expect(taken(sent)).toEqual({ L001: 60, LOO1: 10 })
  await merge(world, 'LOO1', 'L001')
  const first = await hold(world, 'LOO1')
  expect(await held('L001')).toEqual([0])
  expect([await holdsOf(right), await holdsOf(wrong)]).toEqual([[first.number], [first.number]])
  await cameBack(world, sent.number, { batch: 'LOO1', quantity: 2 })
  await lyingBecomes(world, { L001: 32 })
  expect(await held('L001')).toEqual([0, 0])
  for (const id of [right, wrong]) {
    const trace = await traceOf(world, id)
    expect([trace.shipped, trace.returned, trace.kept, trace.massBalance.gap]).toEqual([70, 2, 68, 0])
    expect((await world.get(`/v1/batches/${id}/recipients`)).items.length).toBe(2)
  }
  expect(await differences(world)).toEqual([])
})

test('scenario 35: 100 become 60 and 40 with the parent behind them, and promises go along', async () => {
  await receive(world, [{ batch: 'L001', quantity: 100, expiresOn }])
  const placed = await order(world, 70)
  const parted = await split(world, 'L001', { 'L001-A': 60, 'L001-B': 40 })
  expect(parted.parts.map(({ batchCode, quantity }: Json) => [batchCode, quantity])).toEqual([
    ['L001-A', 60],
    ['L001-B', 40],
  ])
  expect(await onHand(world)).toEqual({ 'L001-A': 60, 'L001-B': 40 })
  const has = taken(await orderNow(world, placed))
  expect((has['L001-A'] ?? 0) + (has['L001-B'] ?? 0)).toBe(70)
  const child = await world.get(`/v1/batches/${await batchId(world, 'L001-A')}`)
  expect(child.parents).toMatchObject([{ batchCode: 'L001', kind: 'split', quantity: 60, endedAt: null }])
  expect(child.dates).toMatchObject([{ on: expiresOn, source: 'inherited' }])
  expect(await differences(world)).toEqual([])
})

test('scenario 35: a hold on the parent reaches both, one on a child does not reach the other unless asked', async () => {
  await receive(world, [{ batch: 'L001', quantity: 100, expiresOn }])
  await split(world, 'L001', { 'L001-A': 60, 'L001-B': 40 })
  const parent = await hold(world, 'L001')
  expect([await held('L001-A'), await held('L001-B')]).toEqual([[0], [0]])
  await world.post(`/v1/holds/${parent.id}/lifting`, { reason: 'good' })
  await hold(world, 'L001-A')
  expect([await held('L001-A'), await held('L001-B')]).toEqual([[0], [40]])
  const batch = await batchId(world, 'L001-A')
  const { relatives } = await world.get(`/v1/hold-preview?scope=batch&batch=${batch}`)
  expect(relatives).toMatchObject([{ batchCode: 'L001-B', onHand: 40 }])
  const all = await world.post('/v1/holds', { scope: 'batch', batch, relatives: true, reason: 'all of it' })
  expect(all.batchCode).toBe('L001')
  expect([await held('L001-A'), await held('L001-B')]).toEqual([[0], [0]])
})

test('scenario 35: a split is undone while all of it lies there, and its labels then mean the parent', async () => {
  await receive(world, [{ batch: 'L001', quantity: 100, expiresOn }])
  const placed = await order(world, 30)
  const parted = await split(world, 'L001', { 'L001-A': 60 })
  await undo(world, parted)
  expect(await onHand(world)).toEqual({ L001: 100 })
  expect(taken(await orderNow(world, placed))).toEqual({ L001: 30 })
  await receive(world, [{ batch: 'L001-A', quantity: 1, expiresOn }])
  expect(await onHand(world)).toEqual({ L001: 101 })
  expect(await differences(world)).toEqual([])
})
