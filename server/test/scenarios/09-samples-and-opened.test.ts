/**
 * Scenarios 13 and 64: what is kept as a sample, and what opening, freezing and thawing make of a last day.
 */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { batchId, differences, order, orderNow, product, receive, refusedReceipt, stockOf, taken } from '../stories.ts'
import { type Json, openWorld, type World } from '../world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld({ works: false })
  await product(world)
})
afterEach(() => world.close())

const numberToSell = async () => (await world.get('/v1/number-to-sell?product=P&channel=shop')).items[0].quantity
const samples = async (query = ''): Promise<Json[]> => (await world.get(`/v1/samples${query}`)).items

test('scenario 64: a retention sample of 2 at receipt is excluded from what can be sold, and due a year after the last day', async () => {
  await receive(world, [{ batch: 'A', quantity: 100, expiresOn: '2026-06-01', sample: 2 }])
  const [sample] = await samples()
  expect(sample).toMatchObject({
    number: 'SA-1',
    batchCode: 'A',
    quantity: 2,
    left: 2,
    dueOn: '2027-06-01',
    dueBecause: 'last day 2026-06-01 + 12 months',
    state: 'kept',
  })
  expect([await numberToSell(), (await stockOf(world, 'A'))[0].onHand]).toEqual([98, 98])
  expect(taken(await order(world, 100))).toEqual({ A: 98 })
  const trace = await world.get(`/v1/batches/${await batchId(world, 'A')}/trace`)
  expect(trace.massBalance).toMatchObject({ received: 100, onHand: 98, samples: 2, gap: 0 })
  expect(await differences(world)).toEqual([])
})

test('scenario 64: what was taken as a sample is not reversed as a move, for some of it may have been used', async () => {
  await receive(world, [{ batch: 'A', quantity: 100, expiresOn: '2026-06-01', sample: 2 }])
  const [sample] = await samples()
  await world.post(`/v1/samples/${sample?.id}/removals`, { quantity: 1, as: 'used', reason: 'tested' })
  const { items } = await world.get('/v1/moves')
  const answers = await Promise.all(
    items
      .filter(({ reason }: Json) => reason === 'sample')
      .map(({ id }: Json) => world.call('POST', `/v1/moves/${id}/reversal`, { reason: 'a mistake' })),
  )
  expect(answers.map(({ status }) => status)).toEqual([422])
  expect(await differences(world)).toEqual([])
})

test('scenario 64: by the rule of the product, each new batch gives its samples once, and they are kept as long as it says', async () => {
  const { id } = await world.get('/v1/products/P')
  await world.call('PUT', `/v1/sample-rules/${id}`, { units: 3, keepMonths: 24, keptAt: 'Cupboard 2' })
  await receive(world, [{ batch: 'A', quantity: 2, expiresOn: '2026-06-01' }])
  await receive(world, [{ batch: 'A', quantity: 50, expiresOn: '2026-06-01' }])
  await receive(world, [{ batch: 'A', quantity: 50, expiresOn: '2026-06-01' }])
  await receive(world, [{ batch: 'B', quantity: 5, expiresOn: '2026-07-01', sample: 0 }])
  expect(
    (await samples()).map(({ batchCode, quantity, dueOn, keptAt }) => [batchCode, quantity, dueOn, keptAt]),
  ).toEqual([
    ['A', 2, '2028-06-01', 'Cupboard 2'],
    ['A', 1, '2028-06-01', 'Cupboard 2'],
  ])
  expect(await numberToSell()).toBe(104)
})

test('scenario 64: the sample of a batch without a last day is kept until a day that somebody states', async () => {
  await world.call('PATCH', `/v1/products/${(await world.get('/v1/products')).items[0].id}`, { dates: 'optional' })
  const refused = await refusedReceipt(world, [{ batch: 'U', quantity: 10, sample: 1 }])
  expect([refused.status, refused.body.code]).toEqual([422, 'sample_due_needed'])
  await receive(world, [{ batch: 'U', quantity: 10 }])
  const [{ placeId: place }] = await stockOf(world, 'U')
  const ask = { batch: await batchId(world, 'U'), place, quantity: 1 }
  expect((await world.call('POST', '/v1/samples', ask)).body.code).toBe('sample_due_needed')
  const sample = await world.post('/v1/samples', { ...ask, dueOn: '2027-01-01', keptAt: 'Lab' })
  expect(sample).toMatchObject({
    dueOn: '2027-01-01',
    dueBecause: null,
    keptAt: 'Lab',
    takenBy: 'owner of the tests (key)',
  })
})

test('a sample is used, destroyed and returned with reasons, and who waits is served from what returns', async () => {
  await receive(world, [{ batch: 'A', quantity: 10, expiresOn: '2026-06-01', sample: 6 }])
  const [{ id }] = await samples()
  const waiting = await order(world, 6)
  const remove = (as: string, quantity: number) =>
    world.call('POST', `/v1/samples/${id}/removals`, { as, quantity, reason: `${as} it` })
  expect((await remove('used', 1)).body).toMatchObject({ left: 5, used: 1 })
  expect((await remove('destroyed', 2)).body).toMatchObject({ left: 3, destroyed: 2 })
  expect((await remove('returned', 2)).body).toMatchObject({ left: 1, returned: 2, state: 'kept' })
  expect(taken(await orderNow(world, waiting))).toEqual({ A: 6 })
  const tooMany = await remove('used', 2)
  expect([tooMany.status, tooMany.body.detail]).toEqual([409, 'Of sample SA-1, 1 unit is left, not 2.'])
  const { massBalance } = await world.get(`/v1/batches/${await batchId(world, 'A')}/trace`)
  expect(massBalance).toMatchObject({ onHand: 6, consumed: 1, disposed: 2, samples: 1, gap: 0 })
  expect(await differences(world)).toEqual([])
})

test('a sample whose day has come is due, and may be kept for longer', async () => {
  await receive(world, [{ batch: 'A', quantity: 10, expiresOn: '2025-12-01', sample: 1 }])
  world.clock.set('2026-11-30T15:00:00Z')
  expect(await samples('?state=due')).toEqual([])
  world.clock.set('2026-12-01T15:00:00Z')
  const [due] = await samples('?state=due')
  expect([due.state, due.dueOn]).toEqual(['due', '2026-12-01'])
  const longer = await world.call('PATCH', `/v1/samples/${due.id}`, { dueOn: '2027-12-01', reason: 'a claim is open' })
  expect(longer.body).toMatchObject({ dueOn: '2027-12-01', dueBecause: null, state: 'kept' })
})

test('what is damaged is set aside: it stays on hand in quarantine, its promises look for others, and what is stolen is not there', async () => {
  await world.post('/v1/stock-reasons', { name: 'Damaged', direction: 'out', setsAside: true })
  const { id } = await world.post('/v1/stock-reasons', { name: 'Stolen', direction: 'out', setsAside: false })
  await receive(world, [
    { batch: 'A', quantity: 10, expiresOn: '2026-06-01' },
    { batch: 'B', quantity: 10, expiresOn: '2026-07-01' },
  ])
  const placed = await order(world, 10)
  const correct = (cause: string, quantity: number, more: Json = {}) =>
    world.call('POST', '/v1/adjustments', {
      warehouse: 'CHI',
      cause,
      reason: 'pallet fell',
      lines: [{ product: 'P', batch: 'A', place: 'MAIN', quantity }],
      ...more,
    })
  expect((await correct('Damaged', -4)).body.code).toBe('stock_promised')
  expect((await correct('Damaged', 4)).body.detail).toContain('takes units out')
  expect((await correct('Lost', -1)).status).toBe(404)
  expect((await correct('Damaged', -4, { promised: 'take_back' })).status).toBe(201)
  expect((await correct('Stolen', -1, { promised: 'take_back' })).status).toBe(201)
  const lying = (await stockOf(world, 'A')).map((row) => [row.placeCode, row.onHand])
  expect(lying).toEqual([
    ['MAIN', 5],
    ['QUARANTINE', 4],
  ])
  const [move] = (await world.get('/v1/moves?reason=adjustment')).items
  expect(move.note).toBe('Stolen: pallet fell')
  expect(taken(await orderNow(world, placed))).toEqual({ A: 5, B: 5 })
  await world.call('PATCH', `/v1/stock-reasons/${id}`, { archived: true })
  expect((await correct('Stolen', -1, { promised: 'take_back' })).status).toBe(404)
  expect(await differences(world)).toEqual([])
})
