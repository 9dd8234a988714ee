import { afterEach, beforeEach, expect, test } from 'vitest'
import { pickOf, wave } from '../../test/floor.ts'
import { done, merge, onHand, split, traceOf, tried, triedUndo, undo } from '../../test/repairs.ts'
import { sentTo } from '../../test/returns.ts'
import {
  batchId,
  differences,
  hold,
  lift,
  order,
  orderNow,
  product,
  receive,
  stockOf,
  taken,
} from '../../test/stories.ts'
import { type Json, openWorld, type World, waitFor } from '../../test/world.ts'

const expiresOn = '2026-06-01'
let world: World
let place: string
beforeEach(async () => {
  world = await openWorld()
  await product(world)
  await receive(world, [{ batch: 'A', quantity: 100, expiresOn }])
  place = (await stockOf(world, 'A'))[0].placeId
})
afterEach(() => world.close())

const triedSplit = async (parts: readonly Json[], more: Json = {}) =>
  (await tried(world, { kind: 'split', batch: await batchId(world, 'A'), parts, ...more })).body
const lastDay = async (code: string) => (await world.get(`/v1/batches/${await batchId(world, code)}`)).expiresOn
const correct = async (code: string, on: string, date = 'expiry') =>
  done(world, { kind: 'date', batch: await batchId(world, code), date, on })

test('a part without a code gets one that nobody has, and what is promised to nobody goes first', async () => {
  const placed = await order(world, 60)
  await done(world, {
    kind: 'split',
    batch: await batchId(world, 'A'),
    parts: [
      { place, quantity: 30 },
      { place, quantity: 20 },
    ],
  })
  expect(await onHand(world)).toEqual({ A: 50, 'A-SP1': 30, 'A-SP2': 20 })
  expect(taken(await orderNow(world, placed)).A).toBe(50)
  expect(await differences(world)).toEqual([])
})

test('a code that the product has, or had, is refused with the advice to merge, and one that looks like it is asked about', async () => {
  await receive(world, [{ batch: 'B', quantity: 1, expiresOn }])
  const known = await triedSplit([{ code: 'B', place, quantity: 1 }])
  expect(known).toMatchObject({ code: 'batch_code_known', facts: { batchId: await batchId(world, 'B') } })
  expect((await triedSplit([{ code: 'A', place, quantity: 1 }])).code).toBe('batch_code_known')
  expect((await triedSplit([{ code: 'a', place, quantity: 1 }])).code).toBe('batch_looks_alike')
  await triedSplit([{ code: 'a', place, quantity: 1 }], { different: true })
  expect(await onHand(world)).toEqual({ A: 99, a: 1, B: 1 })
})

test('no more is split off than lies there, and nothing out of the hands of a picker', async () => {
  const beyond = await triedSplit([
    { code: 'X', place, quantity: 60 },
    { code: 'Y', place, quantity: 41 },
  ])
  expect(beyond).toMatchObject({ code: 'split_beyond', facts: { where: 'part 2', asked: 101, most: 100 } })
  const placed = await order(world, 30)
  const { id } = await wave(world, [placed])
  await pickOf(world, id, { batch: 'A', quantity: 10 })
  const picked = await triedSplit([{ code: 'X', place, quantity: 71 }])
  expect(picked).toMatchObject({ code: 'split_beyond', facts: { most: 70, orders: [placed.number] } })
  await split(world, 'A', { X: 70 })
  expect(await differences(world)).toEqual([])
})

test('the dates of what was split off follow the parent, until somebody says another of itself', async () => {
  await split(world, 'A', { X: 10, Y: 10 })
  await correct('Y', '2026-05-05')
  const corrected = await correct('A', '2026-07-01')
  await waitFor(async () => (await lastDay('X')) === '2026-07-01', 'X to follow its parent')
  expect(await lastDay('Y')).toBe('2026-05-05')
  await undo(world, corrected)
  await waitFor(async () => (await lastDay('X')) === expiresOn, 'X to follow its parent back')
  const typed = await correct('A', '2026-01-31', 'use_by')
  await waitFor(async () => (await lastDay('X')) === '2026-01-31', 'X to have the new kind of date')
  await undo(world, typed)
  await waitFor(async () => (await lastDay('X')) === expiresOn, 'X to have no such date any more')
  expect(await lastDay('Y')).toBe('2026-05-05')
})

test('once a split is undone, the part is told with the batch that it is, and that once', async () => {
  const { parts, batchId: whole, ...parted } = await split(world, 'A', { B: 30 })
  await undo(world, parted)
  const linksOf = async (id: string) => {
    const { parents, children } = await world.get(`/v1/batches/${id}`)
    return [parents, children].map((links) => links.map(({ kind, batchCode }: Json) => `${kind} ${batchCode}`))
  }
  expect([await linksOf(whole), await linksOf(parts[0].batchId)]).toEqual([
    [['merged B'], []],
    [[], ['merged A']],
  ])
})

test('a split is not undone once some of it was sold, held or merged, or more of it came', async () => {
  const parted = await split(world, 'A', { X: 10 })
  const held = await hold(world, 'X')
  expect((await triedUndo(world, parted)).body).toMatchObject({ code: 'repair_held', facts: { hold: held.number } })
  await lift(world, held)
  await receive(world, [{ batch: 'X', quantity: 1, expiresOn }])
  expect((await triedUndo(world, parted)).body.code).toBe('repair_moved')
  const other = await split(world, 'A', { Z: 5 })
  await merge(world, 'Z', 'A')
  expect((await triedUndo(world, other)).body).toMatchObject({ code: 'repair_merged', facts: { now: 'A' } })
  const third = await split(world, 'A', { W: 90 })
  await sentTo(world, 100)
  expect((await triedUndo(world, third)).body.code).toBe('repair_moved')
})

test('what was split off by mistake is merged back, and a hold on either covers all', async () => {
  await split(world, 'A', { X: 40 })
  await merge(world, 'X', 'A')
  expect(await onHand(world)).toEqual({ A: 100 })
  await hold(world, 'X')
  expect((await stockOf(world, 'A'))[0].available).toBe(0)
  for (const code of ['A', 'X'])
    expect((await traceOf(world, await batchId(world, code))).massBalance).toMatchObject({ gap: 0 })
  expect(await differences(world)).toEqual([])
})

test('a split batch is traced to the receipts of its parent, and the parent to who got its parts', async () => {
  await split(world, 'A', { X: 100 })
  await sentTo(world, 7)
  const child = await traceOf(world, await batchId(world, 'X'))
  expect(child.receipts).toMatchObject([{ quantity: 100 }])
  const parent = await traceOf(world, await batchId(world, 'A'))
  expect([parent.shipped, parent.massBalance.consumed, parent.massBalance.gap]).toEqual([7, 100, 0])
})
