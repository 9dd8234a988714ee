/**
 * What counts as on hand, in whose zone it is judged, what closes an alert, and what may be said to it.
 */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { alerts, jobsAreDone, pass, raisedOf, stepsTold } from '../../test/alerts.ts'
import { batchId, hold, order, product, receive, stockOf } from '../../test/stories.ts'
import { arrive, send, transfer } from '../../test/transfers.ts'
import { type Json, openWorld, type World } from '../../test/world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
  await product(world)
})
afterEach(() => world.close())

const come = async (batch: string, expiresOn: string, more: Record<string, unknown> = {}) => {
  await receive(world, [{ batch, quantity: 10, expiresOn }], more)
  await jobsAreDone(world)
}
const tokyo = () => world.post('/v1/warehouses', { code: 'DAL', name: 'Tokyo', timeZone: 'Asia/Tokyo' })
const closedOf = async (batch: string) =>
  (await alerts(world, `state=closed&batch=${await batchId(world, batch)}`)).map(({ closedBecause }) => closedBecause)
const sellAll = async (quantity = 10) => {
  const { id } = await order(world, quantity)
  return world.post('/v1/shipments', { order: id })
}

test('of two warehouses the one where it is tomorrow decides; carried back it is not forgotten, nor told of twice', async () => {
  await tokyo()
  await come('A', '2026-01-23', { warehouse: 'DAL' })
  await come('B', '2026-01-23')
  expect(await raisedOf(world)).toEqual({ A: [60], B: [90] })
  const moved = await world.post('/v1/transfers', {
    from: 'DAL',
    to: 'CHI',
    approve: true,
    lines: [{ product: 'P', quantity: 10, batch: 'A' }],
  })
  await send(world, moved)
  await pass(world, '2025-11-23T15:15:00Z')
  expect(await stepsTold(world)).toEqual({ B: 90 })
  await arrive(world, moved)
  await pass(world, '2025-11-23T15:30:00Z')
  expect(await alerts(world, `batch=${await batchId(world, 'A')}`)).toMatchObject([{ stepDays: 60, daysLeft: 61 }])
  expect(await raisedOf(world)).toEqual({ A: [60], B: [90] })
})

test('a part that is sent east crosses the step when it has come, at midnight there', async () => {
  await tokyo()
  await come('A', '2026-01-24')
  await come('B', '2026-02-23', { warehouse: 'DAL' })
  expect(await stepsTold(world)).toEqual({ A: 90 })
  const moved = await transfer(world, 3, { batch: 'A' })
  await send(world, moved)
  await arrive(world, moved)
  await pass(world, '2025-11-24T14:59:00Z')
  expect(await stepsTold(world)).toEqual({ A: 90 })
  await pass(world, '2025-11-24T15:00:00Z')
  expect(await stepsTold(world)).toEqual({ A: 60, B: 90 })
  const [first] = await alerts(world)
  expect([first.daysLeft, first.units, first.places.map((at: Json) => [at.warehouseCode, at.quantity])]).toEqual([
    60,
    10,
    [
      ['CHI', 7],
      ['DAL', 3],
    ],
  ])
  expect(await stepsTold(world, 'warehouse=DAL')).toEqual({ A: 60, B: 90 })
  expect(await stepsTold(world, 'warehouse=CHI')).toEqual({ A: 60 })
})

test('when nothing is on hand it is closed; what comes back is told of again', async () => {
  await come('A', '2026-01-10')
  await sellAll()
  expect(await stepsTold(world)).toEqual({})
  await pass(world, '2025-11-23T15:15:00Z')
  expect(await closedOf('A')).toEqual(['nothing on hand'])
  await come('A', '2026-01-10')
  expect(await raisedOf(world)).toEqual({ A: [60, 60] })
})

test('held and opened units count, samples do not', async () => {
  await come('A', '2026-01-10')
  await hold(world, 'A')
  const [{ batchId: batch, placeId: place }] = await stockOf(world, 'A')
  const afterOpening = { count: 20, unit: 'days' }
  await world.post('/v1/redating-rules', { product: 'P', afterOpening, says: 'label' })
  await come('B', '2026-11-10')
  const [lies] = await stockOf(world, 'B')
  const opened = { kind: 'opened', batch: lies.batchId, place: lies.placeId, quantity: 1 }
  const { childCode } = await world.post('/v1/redatings', opened)
  await come('C', '2026-01-10')
  const [kept] = await stockOf(world, 'C')
  await world.post('/v1/samples', { batch: kept.batchId, place: kept.placeId, quantity: 10 })
  await pass(world, '2025-11-23T15:15:00Z')
  expect([batch, place].every(Boolean)).toBe(true)
  expect(await stepsTold(world)).toEqual({ A: 60, [childCode]: 30 })
})

test('a merged batch is told of no more, and the one that it is once', async () => {
  await come('A', '2026-01-10')
  await come('B', '2026-01-10')
  const [A, B] = [await batchId(world, 'A'), await batchId(world, 'B')]
  await world.post('/v1/batch-repairs', { kind: 'merge', batch: B, into: A, reason: 'one and the same' })
  await jobsAreDone(world)
  expect(await stepsTold(world)).toEqual({ A: 60 })
  expect(await raisedOf(world)).toEqual({ A: [60], B: [60] })
  expect((await alerts(world))[0]).toMatchObject({ units: 20, unitsThen: 10 })
})

test('steps are those of the account, unless a product has its own or none; what has expired is told of always', async () => {
  const { id } = await product(world, { sku: 'Q' })
  const { id: none } = await product(world, { sku: 'N' })
  await world.call('PUT', `/v1/alert-steps/${none}`, { days: [] })
  await world.call('PUT', `/v1/alert-steps/${id}`, { days: [10, 200] })
  await receive(world, [
    { batch: 'A', quantity: 1, expiresOn: '2026-05-01' },
    { batch: 'B', quantity: 1, product: 'Q', expiresOn: '2026-05-01' },
    { batch: 'C', quantity: 1, product: 'N', expiresOn: '2025-12-01' },
  ])
  await jobsAreDone(world)
  expect(await stepsTold(world)).toEqual({ B: 200 })
  const { body } = await world.call('PUT', '/v1/alert-steps', { days: [300, 5] })
  expect(body.account).toMatchObject({ days: [300, 5] })
  await jobsAreDone(world)
  expect(await stepsTold(world)).toEqual({ A: 300, B: 200 })
  expect((await world.call('DELETE', `/v1/alert-steps/${id}`)).body.products).toEqual([])
  await jobsAreDone(world)
  expect(await stepsTold(world)).toEqual({ A: 300, B: 300 })
  expect(await closedOf('B')).toEqual(['the steps were changed'])
  await pass(world, '2025-12-02T06:00:00Z')
  expect(await stepsTold(world, 'product=N')).toEqual({ C: 0 })
})

test('page by page, with the counts of the first: every alert once', async () => {
  const lines = Array.from({ length: 7 }, (_, at) => ({
    batch: `B${at}`,
    quantity: 1,
    expiresOn: `2025-12-0${1 + at}`,
  }))
  await receive(world, [...lines, { batch: 'LATER', quantity: 1, expiresOn: '2026-02-01' }])
  await jobsAreDone(world)
  const first = await world.get('/v1/alerts?limit=5')
  expect(first.counts).toEqual([
    { stepDays: 30, state: 'new', total: 7 },
    { stepDays: 90, state: 'new', total: 1 },
  ])
  const second = await world.get(`/v1/alerts?limit=5&cursor=${first.next}`)
  expect([second.counts, second.next]).toEqual([null, null])
  expect([...first.items, ...second.items].map(({ batchCode }: Json) => batchCode)).toEqual([
    ...lines.map(({ batch }) => batch),
    'LATER',
  ])
  expect((await world.get('/v1/home')).alerts).toEqual({ unseen: 8, seen: 0, expired: 0, snoozed: 0 })
  expect(await stepsTold(world, 'step=90')).toEqual({ LATER: 90 })
})

test('a closed alert takes no answer, and a snooze ends within a year', async () => {
  await come('A', '2026-01-10')
  const [{ id }] = await alerts(world)
  const until = async (day: string) =>
    (await world.call('POST', `/v1/alerts/${id}/snooze`, { until: day, reason: 'later' })).body
  expect((await until('2025-11-22')).detail).toContain('must be a day from 2025-11-23 to 2026-11-24')
  expect((await until('2026-11-25')).code).toBe('invalid_input')
  await sellAll()
  await pass(world, '2025-11-23T15:15:00Z')
  const late = await world.call('POST', `/v1/alerts/${id}/acknowledgement`)
  expect([late.status, late.body.code, late.body.detail]).toEqual([
    409,
    'alert_closed',
    'The alert of batch A is closed (nothing on hand), so there is nothing to answer. Read the list again: if the batch has another one, answer that.',
  ])
})

test('every wrong field of the steps is named', async () => {
  const { status, body } = await world.call('PUT', '/v1/alert-steps', { days: [0, 4000, 30] })
  expect([status, body.facts.problems.map(({ at }: Json) => at)]).toEqual([422, ['days[0]', 'days[1]']])
  const twice = await world.call('PUT', '/v1/alert-steps', { days: [30, 60, 30] })
  expect(twice.body.detail).toBe('Days must name each once, and entry 1 is there already.')
})
