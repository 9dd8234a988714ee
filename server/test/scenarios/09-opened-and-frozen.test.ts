/**
 * Scenario 13 and its neighbours: what opening, freezing and thawing make of a last day, and what becomes of the units.
 */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { batchId, differences, hold, lift, order, orderNow, product, receive, stockOf, taken } from '../stories.ts'
import { type Answer, type Json, openWorld, type World, waitFor } from '../world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
  await product(world)
})
afterEach(() => world.close())

const says = 'Maker’s leaflet 2025-03: 12 M open; frozen 90 days; thawed 3 days, never frozen again'
const rule = (more: Json = {}) =>
  world.post('/v1/redating-rules', {
    product: 'P',
    afterOpening: { count: 12, unit: 'months' },
    frozenDays: 90,
    thawedDays: 3,
    says,
    ...more,
  })
const tried = async (kind: string, code: string, more: Json = {}): Promise<Answer> => {
  const [row] = await stockOf(world, code)
  return world.call('POST', '/v1/redatings', { kind, batch: row.batchId, place: row.placeId, quantity: 1, ...more })
}
const done = async (kind: string, code: string, more: Json = {}): Promise<Json> => {
  const answer = await tried(kind, code, more)
  if (answer.status !== 201) throw new Error(answer.text)
  return answer.body
}
const numberToSell = async () => (await world.get('/v1/number-to-sell?product=P&channel=shop')).items[0].quantity
const dates = async (id: string) =>
  (await world.get(`/v1/batches/${id}`)).dates.map(({ kind, on, source, explanation }: Json) => [
    kind,
    on,
    source,
    explanation,
  ])

test('scenario 13: an opened jar lasts 12 months from its opening, both dates are kept, and it is for sale no more', async () => {
  await rule()
  await receive(world, [{ batch: 'A', quantity: 10, expiresOn: '2027-06-01' }])
  const opened = await done('opened', 'A', { keptAt: 'Treatment room' })
  expect(opened).toMatchObject({
    childCode: 'A-OP1',
    onDay: '2025-11-23',
    expiresOn: '2026-11-23',
    batchExpiresOn: '2027-06-01',
    says: 'opened on 2025-11-23 + 12 months = 2026-11-23, before the last day 2027-06-01 of batch A',
    ruleVersion: 1,
    ruleSays: says,
    left: 1,
    opened: 1,
    state: 'here',
  })
  expect(await dates(opened.childId)).toEqual([
    ['use_by', '2026-11-23', 'computed', opened.says],
    ['expiry', '2027-06-01', 'inherited', 'of batch A'],
  ])
  const [jar] = await stockOf(world, 'A-OP1')
  expect([jar.placeCode, jar.onHand, jar.available]).toEqual(['OPENED', 1, 0])
  expect([await numberToSell(), (await stockOf(world, 'A'))[0].onHand]).toEqual([9, 9])
  expect(taken(await order(world, 10))).toEqual({ A: 9 })
  expect(await differences(world)).toEqual([])
})

test('scenario 13: what is frozen on day 10 follows the written rule, and so does what is thawed; both dates are kept', async () => {
  await rule()
  await receive(world, [{ batch: 'A', quantity: 10, expiresOn: '2025-12-10' }])
  world.clock.set('2025-12-03T15:00:00Z')
  const frozen = await done('frozen', 'A', { quantity: 6 })
  expect(frozen).toMatchObject({ childCode: 'A-FZ1', onDay: '2025-12-03', expiresOn: '2026-03-03', state: 'here' })
  expect(await dates(frozen.childId)).toEqual([
    ['use_by', '2026-03-03', 'computed', frozen.says],
    ['expiry', '2026-03-03', 'computed', frozen.says],
    ['expiry', '2025-12-10', 'inherited', 'of batch A'],
  ])
  expect(frozen.says).toBe('frozen on 2025-12-03 + 90 days = 2026-03-03, instead of the last day 2025-12-10 of batch A')
  world.clock.set('2026-01-05T15:00:00Z')
  expect(await numberToSell()).toBe(6)
  const thawed = await done('thawed', 'A-FZ1', { quantity: 2 })
  expect([thawed.childCode, thawed.expiresOn]).toEqual(['A-FZ1-TH1', '2026-01-08'])
  const again = await tried('frozen', 'A-FZ1-TH1')
  expect([again.status, again.body.detail]).toEqual([
    409,
    'Batch A-FZ1-TH1 was thawed before, and the rule of the product does not let it be frozen again.',
  ])
  expect(taken(await order(world, 5))).toEqual({ 'A-FZ1-TH1': 2, 'A-FZ1': 3 })
  expect(await differences(world)).toEqual([])
})

test('nothing is frozen after its last day, and nothing redated by no rule or on a day to come', async () => {
  await receive(world, [{ batch: 'A', quantity: 10, expiresOn: '2025-12-01' }])
  expect((await tried('frozen', 'A')).body.detail).toBe(
    'Nobody has written how long P lasts once frozen. Write the rule of the product first, as its maker states it.',
  )
  await rule()
  expect((await tried('frozen', 'A', { on: '2025-11-24' })).status).toBe(422)
  world.clock.set('2025-12-02T15:00:00Z')
  const late = await tried('frozen', 'A')
  expect([late.status, late.body.detail]).toEqual([
    409,
    'Batch A was good until 2025-12-01, so it cannot be frozen on 2025-12-02 to last longer.',
  ])
})

test('a day before the units came, or before they were frozen, is a slip and is asked about', async () => {
  await rule()
  await receive(world, [{ batch: 'A', quantity: 10, expiresOn: '2027-06-01' }])
  const early = await tried('opened', 'A', { on: '2025-11-22' })
  expect([early.status, early.body.detail]).toEqual([
    422,
    'On must not be before 2025-11-23: there were no such units yet.',
  ])
  world.clock.set('2025-12-02T15:00:00Z')
  await done('frozen', 'A', { on: '2025-11-30' })
  expect((await tried('thawed', 'A-FZ1', { on: '2025-11-29' })).status).toBe(422)
  expect((await tried('thawed', 'A-FZ1', { on: '2025-11-30' })).status).toBe(201)
})

test('opened units are used up or thrown away, never carried back for sale; an opening that did not happen is undone whole', async () => {
  await rule()
  await receive(world, [{ batch: 'A', quantity: 10, expiresOn: '2027-06-01' }])
  const { id } = await done('opened', 'A', { quantity: 4 })
  const waiting = await order(world, 10)
  const [jar] = await stockOf(world, 'A-OP1')
  const [{ placeId: main }] = await stockOf(world, 'A')
  const carried = { lines: [{ batch: jar.batchId, from: jar.placeId, to: main, quantity: 1 }] }
  expect((await world.call('POST', '/v1/relocations', carried)).body.code).toBe('opened_stays')
  const back = { lines: [{ batch: await batchId(world, 'A'), from: main, to: jar.placeId, quantity: 1 }] }
  expect((await world.call('POST', '/v1/relocations', back)).body.code).toBe('opened_only')
  const { items } = await world.get(`/v1/moves?document=${id}`)
  expect((await world.call('POST', `/v1/moves/${items[0].id}/reversal`, { reason: 'no' })).status).toBe(422)
  const remove = (as: string, quantity: number) =>
    world.call('POST', `/v1/redatings/${id}/removals`, { as, quantity, reason: as })
  expect((await remove('used', 1)).body).toMatchObject({ left: 3 })
  expect((await world.call('POST', `/v1/redatings/${id}/undoing`, { reason: 'a mistake' })).body.code).toBe(
    'redating_used',
  )
  const [used] = (await world.get(`/v1/moves?document=${id}&reason=consume`)).items
  await world.post(`/v1/moves/${used.id}/reversal`, { reason: 'not used' })
  expect((await world.post(`/v1/redatings/${id}/undoing`, { reason: 'a mistake' })).state).toBe('gone')
  expect(taken(await orderNow(world, waiting))).toEqual({ A: 10 })
  expect((await remove('thrown_away', 1)).body.code).toBe('opened_left')
  expect((await world.call('POST', `/v1/redatings/${id}/undoing`, { reason: 'twice' })).body.code).toBe(
    'redating_undone',
  )
  expect(await differences(world)).toEqual([])
})

test('a hold on a batch reaches what was frozen of it, before and since, and one on that part leaves the rest alone', async () => {
  await rule()
  await receive(world, [{ batch: 'A', quantity: 10, expiresOn: '2025-12-10' }])
  await done('frozen', 'A', { quantity: 4 })
  const placed = await order(world, 8)
  expect(taken(placed)).toEqual({ A: 6, 'A-FZ1': 2 })
  const part = await hold(world, 'A-FZ1')
  expect([part.onHand, part.released.quantity]).toEqual([4, 2])
  expect(taken(await orderNow(world, placed))).toEqual({ A: 6 })
  await lift(world, part)
  const whole = await hold(world, 'A')
  expect(whole.onHand).toBe(10)
  expect(await numberToSell()).toBe(0)
  await done('frozen', 'A')
  expect((await world.get(`/v1/holds?batch=${await batchId(world, 'A-FZ2')}`)).items[0].number).toBe(whole.number)
  expect((await world.get(`/v1/holds/${whole.id}`)).onHand).toBe(10)
  expect(await differences(world)).toEqual([])
})

test('the trace of a batch goes on to who got what was frozen of it, and back from that to its receipt', async () => {
  await rule()
  await receive(world, [{ batch: 'A', quantity: 10, expiresOn: '2025-12-10' }])
  await done('frozen', 'A', { quantity: 4 })
  world.clock.set('2026-01-05T15:00:00Z')
  const placed = await order(world, 3)
  await world.post('/v1/shipments', { order: placed.id })
  const [parent, child] = [await batchId(world, 'A'), await batchId(world, 'A-FZ1')]
  const trace = await world.get(`/v1/batches/${parent}/trace`)
  expect(trace.shipments.items.map(({ batchCode, quantity }: Json) => [batchCode, quantity])).toEqual([['A-FZ1', 3]])
  expect(trace.children.map(({ batchCode, kind, quantity }: Json) => [batchCode, kind, quantity])).toEqual([
    ['A-FZ1', 'frozen', 4],
  ])
  expect(trace.massBalance).toMatchObject({ received: 10, onHand: 6, consumed: 4, gap: 0 })
  const back = await world.get(`/v1/batches/${child}/trace`)
  expect([back.receipts.length, back.receipts[0].quantity, back.massBalance.made]).toEqual([1, 10, 4])
  const line = await world.get(`/v1/order-lines/${placed.lines[0].id}/trace`)
  expect(line.batches[0].receipts).toHaveLength(1)
})

test('a corrected date of the batch is followed by what was opened of it and by its samples, and what was frozen keeps its day', async () => {
  await rule()
  await receive(world, [{ batch: 'A', quantity: 10, expiresOn: '2027-06-01', sample: 1 }])
  const [opened, frozen] = [await done('opened', 'A'), await done('frozen', 'A')]
  const correction = { kind: 'expiry', on: '2026-02-01', otherYear: true, reason: 'misread' }
  await world.post(`/v1/batches/${opened.batchId}/dates`, correction)
  expect((await world.get(`/v1/batches/${opened.childId}`)).expiresOn).toBe('2026-02-01')
  expect((await world.get(`/v1/redatings/${opened.id}`)).says).toBe(
    'opened on 2025-11-23 + 12 months = 2026-11-23, but the last day 2026-02-01 of batch A comes first',
  )
  expect((await world.get(`/v1/batches/${frozen.childId}`)).expiresOn).toBe(frozen.expiresOn)
  await waitFor(async () => (await world.get('/v1/samples')).items[0].dueOn === '2027-02-01', 'the sample')
})

test('what was frozen of goods that say how they are kept is to lie frozen', async () => {
  await product(world, { sku: 'FISH', storage: 'cool' })
  await world.post('/v1/redating-rules', { product: 'FISH', frozenDays: 90, says })
  const [{ id: warehouseId }] = (await world.get('/v1/warehouses')).items
  const zone = await world.post('/v1/zones', { warehouseId, code: 'FREEZE', name: 'Freezer', storage: 'frozen' })
  const cool = await world.post('/v1/zones', { warehouseId, code: 'COOL', name: 'Cool', storage: 'cool' })
  await world.post('/v1/places', { places: [{ warehouseId, zoneId: zone.id, code: 'F-1' }] })
  await world.post('/v1/places', { places: [{ warehouseId, zoneId: cool.id, code: 'C-1' }] })
  const arriving = { product: 'FISH', batch: 'F', quantity: 5, expiresOn: '2025-12-01', place: 'C-1' }
  await world.post('/v1/receipts', { warehouse: 'CHI', lines: [arriving] })
  await done('frozen', 'F', { quantity: 2 })
  const wrong = async () => (await world.get('/v1/misplaced')).items.map(({ batchCode }: Json) => batchCode)
  expect(await wrong()).toEqual(['F-FZ1'])
  const [row] = await stockOf(world, 'F-FZ1')
  const freezer = (await world.get('/v1/places?text=F-1')).items[0].id
  const carried = { batch: row.batchId, from: row.placeId, to: freezer, quantity: 2 }
  await world.post('/v1/relocations', { lines: [carried] })
  expect(await wrong()).toEqual([])
})
