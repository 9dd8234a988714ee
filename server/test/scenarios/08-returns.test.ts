/**
 * Scenarios 42, 53, 54, 55 and 57: what comes back, what nobody can read, and what becomes of it.
 */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { destroyNow, signBy } from '../disposals.ts'
import { cameBack, inspect, sentTo, standings, tried, triedBack } from '../returns.ts'
import { batchId, differences, hold, order, product, receive, stockOf, taken } from '../stories.ts'
import { type Json, openWorld, type World } from '../world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld({ works: false })
  await product(world)
  await world.post('/v1/customers', { code: 'GREEN', name: 'Greenleaf' })
})
afterEach(() => world.close())

const trace = async (code: string): Promise<Json> => world.get(`/v1/batches/${await batchId(world, code)}/trace`)
const free = async (code: string) => (await stockOf(world, code)).reduce((sum, row) => sum + row.available, 0)
const forGreen = { customer: 'GREEN' }

test('scenario 42: of 10 sent 4 come back and are destroyed: 6 are still out, and every unit is accounted for', async () => {
  await receive(world, [{ batch: 'A', quantity: 20, expiresOn: '2026-03-01' }])
  const sent = await sentTo(world, 10, forGreen)
  const back = await cameBack(world, sent.number, { quantity: 4 })
  expect(back).toMatchObject({ number: 'RMA-1', unannounced: true, toInspect: 4 })
  expect(await trace('A')).toMatchObject({ returned: 4, kept: 6 })
  const looked = await inspect(world, back, { dispose: 4 }, { checks: [{ name: 'Seal intact', result: 'fail' }] })
  expect([standings(looked), looked.toInspect]).toEqual([{ dispose: 4 }, 0])
  const [{ disposalNumber }] = looked.inspections[0].decisions
  const disposal = await world.get(`/v1/disposals/${disposalNumber}`)
  await signBy(await world.as('manager'), disposal)
  await destroyNow(world, disposal)
  const after = await trace('A')
  expect([after.kept, after.returned, after.massBalance]).toMatchObject([
    6,
    4,
    { disposed: 4, shipped: 6, onHand: 10, gap: 0 },
  ])
  const now = await world.get(`/v1/returns/${back.id}`)
  expect(now.inspections[0]).toMatchObject({
    checks: [{ name: 'Seal intact', result: 'fail' }],
    decisions: [{ becomes: 'dispose', quantity: 4, destroyed: true }],
  })
  expect(await differences(world)).toEqual([])
})

/** Three of A and two of B, in one order. */
async function threeAndTwo(): Promise<Json> {
  await receive(world, [
    { batch: 'A', quantity: 3, expiresOn: '2026-03-01' },
    { batch: 'B', quantity: 12, expiresOn: '2026-04-01' },
  ])
  const sent = await sentTo(world, 5, forGreen)
  expect(taken(sent)).toEqual({ A: 3, B: 2 })
  return sent
}

test('scenario 53: one without a label is A or B; a fourth A is refused, at most 3 are out', async () => {
  const sent = await threeAndTwo()
  const asked = await triedBack(world, sent.number, { quantity: 1 })
  expect(asked.body.detail).toBe(
    'line 1: P was sent from several batches: A (at most 3), B (at most 2). Name the one on the label; one line for each.',
  )
  const back = await cameBack(world, sent.number, { quantity: 1, unlabelled: true })
  const [lot] = back.lines[0].lots
  expect(lot.candidates).toMatchObject([
    { batchCode: 'A', least: 0, most: 1 },
    { batchCode: 'B', least: 0, most: 1 },
  ])
  expect([back.lines[0].returned, back.closedAt !== null, back.toInspect]).toEqual([1, true, 1])
  const fourth = await triedBack(world, sent.number, { quantity: 4, batch: 'A' })
  expect([fourth.body.code, fourth.body.facts.most]).toEqual(['return_beyond_sent', 3])
  await cameBack(world, sent.number, { quantity: 3, batch: 'A' })
  const second = await triedBack(world, sent.number, { quantity: 2, batch: 'B' })
  expect([second.body.code, second.body.facts.most]).toEqual(['return_beyond_sent', 1])
  // All of A is back: the one without a label can only be of B.
  const now = await world.get(`/v1/returns/${back.id}`)
  expect(now.lines[0].lots[0].candidates).toMatchObject([
    { batchCode: 'A', least: 0, most: 0 },
    { batchCode: 'B', least: 1, most: 1 },
  ])
  expect([(await trace('B')).unlabelled, (await trace('B')).kept]).toEqual([{ least: 1, most: 1 }, 2])
  expect(await differences(world)).toEqual([])
})

test('scenario 53: what has no label is never restocked; once its batch is known it is, with its own last day', async () => {
  const sent = await threeAndTwo()
  const back = await cameBack(world, sent.number, { quantity: 2, unlabelled: true })
  const unlabelled = back.lines[0].lots[0].unlabelledId
  const early = await tried(world, back, { restock: 1 })
  expect([early.body.code, early.body.detail]).toEqual([
    'batch_unknown',
    'Nobody knows yet which batch it is of: A, B. Until then it stays in quarantine, or is destroyed; say its batch for all else.',
  ])
  expect((await trace('A')).unlabelled).toEqual({ least: 0, most: 2 })
  const identify = (batch: string, quantity: number) =>
    world.call('POST', `/v1/returns/${back.id}/identifications`, {
      unlabelled,
      batch,
      quantity,
      reason: 'the inner pack says it',
    })
  expect((await identify('B', 3)).body.code).toBe('decided_beyond')
  const known = (await identify('A', 1)).body
  expect(known.lines[0].lots.map((lot: Json) => [lot.batchCode, lot.quantity])).toEqual([
    ['A', 1],
    [null, 1],
  ])
  expect(standings(await inspect(world, known, { restock: 1 }, { batch: 'A' }), 'A')).toEqual({ restock: 1 })
  expect(await free('A')).toBe(1)
  const gone = await inspect(world, known, { dispose: 1 }, { unlabelled })
  const disposal = await world.get(`/v1/disposals/${gone.inspections[1].decisions[0].disposalNumber}`)
  expect(disposal.lines[0]).toMatchObject({ batchCode: null, candidateCodes: ['A', 'B'], quantity: 1 })
  await signBy(await world.as('manager'), disposal)
  await destroyNow(world, disposal)
  expect((await trace('B')).unlabelled).toEqual({ least: 0, most: 1 })
  expect((await identify('B', 1)).body.code).toBe('decided_beyond')
  expect(await differences(world)).toEqual([])
})

test('units without a label count against what is out, and are withdrawn with a reason', async () => {
  const sent = await threeAndTwo()
  await cameBack(world, sent.number, { quantity: 4, unlabelled: true })
  const more = await triedBack(world, sent.number, { quantity: 2, unlabelled: true })
  expect([more.body.code, more.body.facts.most]).toEqual(['return_unlabelled_beyond', 1])
  const last = await cameBack(world, sent.number, { quantity: 1, unlabelled: true })
  const withdrawn = await world.post(`/v1/returns/${last.id}/withdrawals`, {
    unlabelled: last.lines[0].lots[0].unlabelledId,
    quantity: 1,
    reason: 'it was the neighbour’s parcel',
  })
  expect([withdrawn.lines[0].lots, withdrawn.lines[0].returned]).toEqual([[], 0])
})

test('scenario 54: of a lot that is expired by now nothing is restocked; the refusal says what is possible instead', async () => {
  await receive(world, [{ batch: 'A', quantity: 10, expiresOn: '2025-11-25' }])
  const sent = await sentTo(world, 6, forGreen)
  world.clock.set('2025-11-27T15:00:00.000Z')
  const back = await cameBack(world, sent.number, { quantity: 5 })
  const refused = await tried(world, back, { restock: 1 })
  expect([refused.status, refused.body.code, refused.body.detail]).toEqual([
    409,
    'restock_refused',
    'Of batch A nothing goes back to where it is sold from: it expired on 2025-11-25. Quarantine it, dispose of it, or return it to the vendor.',
  ])
  const looked = await inspect(world, back, { quarantine: 1, dispose: 2, return_to_vendor: 1, refurbish: 1 })
  expect(standings(looked)).toEqual({ quarantine: 1, dispose: 2, return_to_vendor: 1, refurbish: 1 })
  expect((await trace('A')).massBalance).toMatchObject({ received: 9, onHand: 8, shipped: 1, gap: 0 })
  expect(await differences(world)).toEqual([])
})

test('on its last day it may go back to stock, by the day of the warehouse', async () => {
  await receive(world, [{ batch: 'A', quantity: 10, expiresOn: '2025-11-25' }])
  const sent = await sentTo(world, 6, forGreen)
  world.clock.set('2025-11-26T05:30:00.000Z') // half past eleven in the evening of the 25th in Chicago
  const back = await cameBack(world, sent.number, { quantity: 5 })
  expect(standings(await inspect(world, back, { restock: 5 }))).toEqual({ restock: 5 })
})

test('scenario 55: what comes back of a lot in doubt goes straight to quarantine, and nothing of it is with the customer any more', async () => {
  await receive(world, [{ batch: 'A', quantity: 10, expiresOn: '2026-03-01' }])
  const sent = await sentTo(world, 6, forGreen)
  await hold(world, 'A', 'recalled by the maker')
  const bin = await triedBack(world, sent.number, { quantity: 6, place: 'MAIN' })
  expect([bin.body.code, bin.body.detail]).toEqual([
    'return_held',
    'line 1: batch A is on hold QA-1 (recalled by the maker), so it cannot go to where it is sold from. Put it into quarantine.',
  ])
  const back = await cameBack(world, sent.number, { quantity: 6 })
  expect(back.lines[0].batches).toMatchObject([{ batchCode: 'A', placeCode: 'QUARANTINE', quantity: 6 }])
  const refused = await tried(world, back, { restock: 6 })
  expect(refused.body.detail).toBe(
    'Of batch A nothing goes back to where it is sold from: it is on hold QA-1 (recalled by the maker). Quarantine it, dispose of it, or wait until the hold is lifted.',
  )
  const { kept, shipments } = await trace('A')
  expect([kept, shipments.items[0]]).toMatchObject([0, { customerCode: 'GREEN', quantity: 6, returned: 6, kept: 0 }])
})

test('scenario 57: restocked units keep batch, last day and first receipt, and are not the newest', async () => {
  const product = { sku: 'FIFO', name: 'Candle', rotation: 'fifo', dates: 'none' }
  await world.post('/v1/products', product)
  const line = (batch: string) => ({ product: 'FIFO', batch, quantity: 5 })
  await receive(world, [line('OLD')])
  const sent = await world.post('/v1/orders', { customer: 'GREEN', lines: [{ product: 'FIFO', quantity: 5 }] })
  await world.post('/v1/shipments', { order: sent.id })
  world.clock.set('2025-12-10T15:00:00.000Z')
  await receive(world, [line('NEW')])
  const before = await world.get(`/v1/batches/${await batchId(world, 'OLD')}`)
  const back = await cameBack(world, sent.number, { product: 'FIFO', quantity: 5 })
  await inspect(world, back, { restock: 5 })
  const after = await world.get(`/v1/batches/${await batchId(world, 'OLD')}`)
  expect([after.firstReceivedOn, after.expiresOn, after.code]).toEqual([
    before.firstReceivedOn,
    before.expiresOn,
    'OLD',
  ])
  const next = await world.post('/v1/orders', { lines: [{ product: 'FIFO', quantity: 3 }] })
  expect(taken(next)).toEqual({ OLD: 3 })
})

test('what is restocked serves at once who waits for it', async () => {
  await receive(world, [{ batch: 'A', quantity: 6, expiresOn: '2026-03-01' }])
  const sent = await sentTo(world, 6, forGreen)
  const waiting = await order(world, 4)
  const back = await cameBack(world, sent.number, { quantity: 5 })
  await inspect(world, back, { restock: 3, quarantine: 2 })
  const served = await world.get(`/v1/orders/${waiting.id}`)
  expect(taken(served)).toEqual({ A: 3 })
})
