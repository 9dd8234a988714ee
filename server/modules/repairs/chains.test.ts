import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  done,
  lyingBecomes,
  merge,
  onHand,
  preview,
  rename,
  split,
  tried,
  triedUndo,
  undo,
} from '../../test/repairs.ts'
import { sentTo } from '../../test/returns.ts'
import { batchId, differences, hold, order, orderNow, product, receive, stockOf, taken } from '../../test/stories.ts'
import { type Json, openWorld, type World, waitFor } from '../../test/world.ts'

const expiresOn = '2026-06-01'
let world: World
beforeEach(async () => {
  world = await openWorld()
  await product(world)
})
afterEach(() => world.close())

const lastDay = async (code: string) => (await world.get(`/v1/batches/${await batchId(world, code)}`)).expiresOn

test('what comes back of the first batch of a chain is of the last one', async () => {
  await receive(world, [{ batch: 'WORSE', quantity: 10, expiresOn }])
  const sent = await sentTo(world, 4)
  await receive(world, [{ batch: 'TYPO', quantity: 5, expiresOn }])
  await receive(world, [{ batch: 'GOOD', quantity: 5, expiresOn }])
  await merge(world, 'WORSE', 'TYPO')
  const second = await merge(world, 'TYPO', 'GOOD')
  const { items } = await world.get(`/v1/shipments?order=${sent.id}`)
  await world.post(`/v1/shipments/${items[0].id}/cancellation`, { reason: 'lorry broke down' })
  await lyingBecomes(world, { GOOD: 20 })
  await undo(world, second)
  expect(await onHand(world)).toEqual({ GOOD: 5, TYPO: 15 })
  expect(await differences(world)).toEqual([])
})

test('a hold that reaches further by a merge gives back what is promised of all that it reaches', async () => {
  await receive(world, [{ batch: 'GOOD', quantity: 20, expiresOn }])
  await split(world, 'GOOD', { PART: 8 })
  const placed = await order(world, 20)
  expect(taken(await orderNow(world, placed))).toEqual({ GOOD: 12, PART: 8 })
  await receive(world, [{ batch: 'TYPO', quantity: 5, expiresOn }])
  await hold(world, 'TYPO')
  await merge(world, 'TYPO', 'GOOD')
  await waitFor(
    async () => Object.keys(taken(await orderNow(world, placed))).length === 0,
    'the promises to be given back',
  )
  expect((await stockOf(world, 'PART'))[0].available).toBe(0)
})

test('units that a hold keeps only as long as two batches are one are parted by nobody who may not lift holds', async () => {
  await receive(world, [{ batch: 'GOOD', quantity: 60, expiresOn }])
  await receive(world, [{ batch: 'TYPO', quantity: 40, expiresOn }])
  const merged = await merge(world, 'TYPO', 'GOOD')
  const held = await hold(world, 'GOOD')
  const manager = await world.as('manager')
  expect((await triedUndo(manager, merged)).body).toMatchObject({
    code: 'repair_held',
    facts: { batch: 'GOOD', hold: held.number },
  })
  expect((await stockOf(world, 'GOOD'))[0]).toMatchObject({ onHand: 100, available: 0 })
  await hold(world, 'TYPO')
  await undo(manager, merged)
  expect((await stockOf(world, 'TYPO'))[0]).toMatchObject({ onHand: 40, available: 0 })
})

test('what was split off a batch follows the dates of the one that it was merged into, and its own again once they are two', async () => {
  await receive(world, [{ batch: 'GOOD', quantity: 10, expiresOn }])
  await receive(world, [{ batch: 'TYPO', quantity: 10, expiresOn }])
  await split(world, 'TYPO', { PART: 4 })
  const merged = await merge(world, 'TYPO', 'GOOD')
  const batch = await batchId(world, 'GOOD')
  await done(world, { kind: 'date', batch, date: 'expiry', on: '2026-05-01' })
  await waitFor(async () => (await lastDay('PART')) === '2026-05-01', 'the part to follow')
  await undo(world, merged)
  await waitFor(async () => (await lastDay('PART')) === expiresOn, 'the part to follow its own again')
})

test('what was split off a batch without a date gets that of the one that it is', async () => {
  await product(world, { sku: 'Q', dates: 'optional' })
  await receive(world, [{ product: 'Q', batch: 'BARE', quantity: 10 }])
  await receive(world, [{ product: 'Q', batch: 'DATED', quantity: 10, expiresOn }])
  await split(world, 'BARE', { PART: 4 })
  const merged = await merge(world, 'BARE', 'DATED')
  await waitFor(async () => (await lastDay('PART')) === expiresOn, 'the part to have a date')
  await undo(world, merged)
  await waitFor(async () => (await lastDay('PART')) === null, 'the part to have none again')
})

test('opened units of a merged batch follow the dates of the one that it is, and what was said of them stands where these are as they were', async () => {
  await receive(world, [{ batch: 'GOOD', quantity: 10, expiresOn }])
  await receive(world, [{ batch: 'TYPO', quantity: 10, expiresOn }])
  await world.post('/v1/redating-rules', { product: 'P', afterOpening: { count: 12, unit: 'months' }, says: 'leaflet' })
  const [{ batchId: typo, placeId: place }] = await stockOf(world, 'TYPO')
  await world.post('/v1/redatings', { kind: 'opened', batch: typo, place, quantity: 1 })
  await merge(world, 'TYPO', 'GOOD')
  const batch = await batchId(world, 'GOOD')
  await done(world, { kind: 'date', batch, date: 'expiry', on: '2026-03-01' })
  await waitFor(async () => (await lastDay('TYPO-OP1')) === '2026-03-01', 'what was opened to follow')
  const { dates } = await world.get(`/v1/batches/${await batchId(world, 'TYPO-OP1')}`)
  expect(dates.filter(({ on }: Json) => on === '2026-03-01')).toHaveLength(2)
  const own = await batchId(world, 'TYPO-OP1')
  await done(world, { kind: 'date', batch: own, date: 'expiry', on: '2026-02-01' })
  const told = await preview(world, { kind: 'split', batch, parts: [{ place, quantity: 1 }] })
  expect(told.batches.map((row: Json) => row.batchCode)).toEqual(['GOOD', 'GOOD-SP1'])
})

test('a code that a batch had before it was merged stays that batch’s', async () => {
  await receive(world, [{ batch: 'GOOD', quantity: 1, expiresOn }])
  await receive(world, [{ batch: 'TYPO', quantity: 1, expiresOn }])
  await rename(world, 'TYPO', 'BAD')
  const merged = await merge(world, 'BAD', 'GOOD')
  const asked = { kind: 'rename', batch: await batchId(world, 'GOOD'), code: 'TYPO' }
  expect((await tried(world, asked)).body).toMatchObject({ code: 'batch_code_known', facts: { batch: 'GOOD' } })
  await undo(world, merged)
  expect((await world.get('/v1/batches?called=TYPO')).items.map((row: Json) => row.code)).toEqual(['BAD'])
})

test('samples of a merged batch are kept by the day of the one that it is', async () => {
  const { id } = await world.get('/v1/products/P')
  await world.call('PUT', `/v1/sample-rules/${id}`, { units: 1, keepMonths: 12 })
  await receive(world, [{ batch: 'GOOD', quantity: 10, expiresOn }])
  await receive(world, [{ batch: 'TYPO', quantity: 10, expiresOn }])
  const merged = await merge(world, 'TYPO', 'GOOD')
  await done(world, { kind: 'date', batch: await batchId(world, 'GOOD'), date: 'expiry', on: '2026-08-01' })
  const kept = async () => (await world.get('/v1/samples')).items.map((row: Json) => [row.batchCode, row.dueOn]).sort()
  const until = (typo: string) =>
    waitFor(
      async () =>
        JSON.stringify(await kept()) ===
        JSON.stringify([
          ['GOOD', '2027-08-01'],
          ['TYPO', typo],
        ]),
      `the sample of TYPO to be kept until ${typo}`,
    )
  expect(await until('2027-08-01')).toBe(true)
  await undo(world, merged)
  expect(await until('2027-06-01')).toBe(true)
})
