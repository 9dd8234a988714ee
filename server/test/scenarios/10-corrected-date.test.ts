/**
 * Scenario 11: the date of a batch was wrong, and a hundred units of it are promised.
 */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { alerts, jobsAreDone, raisedOf, stepsTold } from '../alerts.ts'
import { batchId, differences, order, orderNow, product, receive, says, taken } from '../stories.ts'
import { type Json, openWorld, type World, waitFor } from '../world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
  await product(world)
  await receive(world, [{ batch: 'B', quantity: 150, expiresOn: '2025-12-01' }])
  await receive(world, [{ batch: 'C', quantity: 100, expiresOn: '2026-01-15' }])
})
afterEach(() => world.close())

const correct = async (on: string) =>
  world.post(`/v1/batches/${await batchId(world, 'B')}/dates`, { kind: 'expiry', on, reason: 'misread: 02, not 12' })
const decisions = async ({ lines: [{ id }] }: Json) => (await world.get(`/v1/order-lines/${id}/decisions`)).items

test('scenario 11: the old day, the new one, who and why are on record, and what goes first changes from this minute', async () => {
  const before = await order(world, 100)
  expect(taken(before)).toEqual({ B: 100 })
  await correct('2026-02-01')
  await jobsAreDone(world)
  const { items } = await world.get(`/v1/audit?kind=batch&text=${encodeURIComponent('misread')}`)
  expect(items).toMatchObject([
    {
      before: { expiresOn: '2025-12-01' },
      after: { expiresOn: '2026-02-01' },
      actorName: expect.any(String),
      reason: 'misread: 02, not 12',
    },
  ])
  expect(taken(await orderNow(world, before))).toEqual({ B: 100 })
  expect(taken(await order(world, 120))).toEqual({ C: 100, B: 20 })
  expect(await differences(world)).toEqual([])
})

test('scenario 11: what was decided before can still be explained: the decision stays as it was, and so does the old day', async () => {
  const before = await order(world, 100)
  const [first] = await decisions(before)
  expect(first.picks).toMatchObject([{ batchCode: 'B', quantity: 100 }])
  await correct('2026-02-01')
  await jobsAreDone(world)
  expect((await decisions(before)).at(-1)).toEqual(first)
  const { dates } = await world.get(`/v1/batches/${await batchId(world, 'B')}`)
  expect(dates.map(({ on, stands }: Json) => [on, stands])).toEqual([
    ['2026-02-01', true],
    ['2025-12-01', false],
  ])
})

test('scenario 11: a day that is too early takes the promises back, and others serve them', async () => {
  const before = await order(world, 100)
  await correct('2025-11-20')
  await waitFor(async () => 'C' in taken(await orderNow(world, before)), 'the order to be served by C')
  expect(taken(await orderNow(world, before))).toEqual({ C: 100 })
  expect(says(await order(world, 1)).join()).toContain('expired')
})

test('scenario 11: the alert is armed anew: closed as the date has moved, and raised at the step that is reached now', async () => {
  await order(world, 100)
  await jobsAreDone(world)
  expect(await stepsTold(world)).toEqual({ B: 30, C: 60 })
  await correct('2026-02-01')
  await jobsAreDone(world)
  expect(await stepsTold(world)).toEqual({ C: 60, B: 90 })
  expect(await alerts(world, 'state=closed')).toMatchObject([
    { batchCode: 'B', stepDays: 30, judgedBy: '2025-12-01', closedBecause: 'date moved to 2026-02-01' },
  ])
  await correct('2025-12-01')
  await jobsAreDone(world)
  expect(await raisedOf(world)).toMatchObject({ B: [30, 90, 30] })
})
