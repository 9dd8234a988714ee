/**
 * Scenario 65: thresholds 90/60/30; told once a step and not once a day, told again once a date has moved, snoozed with a reason.
 */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { alerts, jobsAreDone, pass, raisedOf, stepsTold } from '../alerts.ts'
import { batchId, product, receive } from '../stories.ts'
import { type Json, openWorld, type World } from '../world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
  await product(world)
})
afterEach(() => world.close())

const correct = async (batch: string, on: string) => {
  await world.post(`/v1/batches/${await batchId(world, batch)}/dates`, { kind: 'expiry', on, reason: 'read again' })
  await jobsAreDone(world)
}
const closed = async (): Promise<Json[]> =>
  (await alerts(world, 'state=closed')).map(({ stepDays, closedBecause }) => [stepDays, closedBecause])

test('scenario 65: a lot that crosses 60 is told of once, not once a day, and at 30 again', async () => {
  await receive(world, [{ batch: 'A', quantity: 10, expiresOn: '2026-01-23' }])
  await jobsAreDone(world)
  expect(await stepsTold(world)).toEqual({ A: 90 })
  await pass(world, '2025-11-24T05:59:00Z')
  expect(await stepsTold(world)).toEqual({ A: 90 })
  await pass(world, '2025-11-24T06:00:00Z')
  expect(await alerts(world)).toMatchObject([
    { stepDays: 60, daysLeft: 60, judgedBy: '2026-01-23', unitsThen: 10, raisedAt: '2025-11-24T06:00:00.000Z' },
  ])
  for (const day of ['2025-11-25', '2025-11-26', '2025-12-23']) await pass(world, `${day}T06:00:00Z`)
  expect(await raisedOf(world)).toEqual({ A: [90, 60] })
  await pass(world, '2025-12-24T06:00:00Z')
  expect(await stepsTold(world)).toEqual({ A: 30 })
  await pass(world, '2026-01-24T05:45:00Z')
  expect(await alerts(world)).toMatchObject([{ stepDays: 30, daysLeft: 0 }])
  await pass(world, '2026-01-24T06:00:00Z')
  expect(await alerts(world)).toMatchObject([{ stepDays: 0, daysLeft: -1 }])
  expect(await raisedOf(world)).toEqual({ A: [90, 60, 30, 0] })
})

test('scenario 65: a lot that comes beyond 90 and 60 is told of at its tightest step alone', async () => {
  await receive(world, [{ batch: 'A', quantity: 10, expiresOn: '2026-01-10' }])
  await jobsAreDone(world)
  expect(await raisedOf(world)).toEqual({ A: [60] })
})

test('scenario 65: the date is moved past the step and back, and it is told of again', async () => {
  await receive(world, [{ batch: 'A', quantity: 10, expiresOn: '2026-01-10' }])
  await jobsAreDone(world)
  await correct('A', '2026-09-01')
  expect([await stepsTold(world), await closed()]).toEqual([{}, [[60, 'date moved to 2026-09-01']]])
  await correct('A', '2026-01-10')
  expect(await stepsTold(world)).toEqual({ A: 60 })
  await correct('A', '2026-02-10')
  expect(await stepsTold(world)).toEqual({ A: 90 })
  expect(await raisedOf(world)).toEqual({ A: [60, 60, 90] })
})

test('scenario 65: on the phone it is seen, and snoozed with a reason until a day; a tighter step breaks through', async () => {
  await receive(world, [{ batch: 'A', quantity: 10, expiresOn: '2026-01-10' }])
  await jobsAreDone(world)
  const [{ id }] = await alerts(world)
  const warehouse = await world.as('warehouse')
  expect(await warehouse.post(`/v1/alerts/${id}/acknowledgement`)).toMatchObject({ state: 'seen' })
  expect(await alerts(world)).toMatchObject([{ id, state: 'seen', answeredBy: 'warehouse of the tests (key)' }])
  const reason = 'the promotion starts on Monday'
  const quiet = await warehouse.post(`/v1/alerts/${id}/snooze`, { until: '2025-11-30', reason })
  expect(quiet).toMatchObject({ state: 'snoozed', snoozedUntil: '2025-11-30', snoozeReason: reason })
  await pass(world, '2025-12-01T05:45:00Z')
  expect([await stepsTold(world), await stepsTold(world, 'state=snoozed')]).toEqual([{}, { A: 60 }])
  await pass(world, '2025-12-01T06:00:00Z')
  expect(await alerts(world)).toMatchObject([{ id, state: 'new', snoozeReason: reason }])
  await warehouse.post(`/v1/alerts/${id}/snooze`, { until: '2026-01-09', reason })
  expect(await stepsTold(world)).toEqual({})
  await pass(world, '2025-12-11T06:00:00Z')
  expect(await alerts(world)).toMatchObject([{ stepDays: 30, state: 'new' }])
  const { items } = await world.get('/v1/audit?kind=batch')
  const said = items.filter(({ action }: Json) => action.startsWith('batch.alert'))
  expect(said.map(({ action }: Json) => action.split('.').at(-1))).toEqual(['snooze', 'snooze', 'see'])
})
