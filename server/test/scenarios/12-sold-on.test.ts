/**
 * server/test/scenarios/12-sold-on.test.ts — a marketplace sells on and never tells which batch: what is certain all the same, and what is possible.
 */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { batchId, order, product, receive } from '../stories.ts'
import { type Answer, type Json, openWorld, type World } from '../world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld({ works: false, at: '2025-11-01T15:00:00Z' })
  await product(world)
  await world.post('/v1/customers', { code: 'FBA', name: 'Amazon FBA' })
})
afterEach(() => world.close())

/** `{ A: 120, B: 80 }` goes to the customer, each batch by itself. */
async function sends(units: Record<string, number>, customer = 'FBA'): Promise<Json[]> {
  const sent: Json[] = []
  for (const [batch, quantity] of Object.entries(units)) {
    await receive(world, [{ batch, quantity, expiresOn: '2027-01-01' }])
    const placed = await order(world, quantity, { customer })
    sent.push(...(await world.post('/v1/shipments', { order: placed.id })).items)
  }
  return sent
}

const told = (kind: string, quantity: number, on: string, more: Json = {}) => {
  return { customer: 'FBA', product: 'P', kind, quantity, on, ...more }
}
const tries = (...reports: Json[]): Promise<Answer> => world.call('POST', '/v1/sell-through', { reports })
const reports = async (...given: Json[]): Promise<string[]> =>
  (await world.post('/v1/sell-through', { reports: given })).items.map(({ id }: Json) => id)
const withdraws = (id: string) =>
  world.call('PUT', `/v1/sell-through/${id}/withdrawal`, { reason: 'it was another shop' })

/** A removal: all of it comes back in one return, each batch by its label. */
const removal = (units: Record<string, number>, more: Json = {}): Promise<Answer> =>
  world.call('POST', '/v1/unannounced-returns', {
    warehouse: 'CHI',
    customer: 'FBA',
    ...more,
    lines: Object.entries(units).map(([batch, quantity]) => ({ product: 'P', batch, quantity })),
  })

const between = ({ least, most }: Json) => [least, most]
/** Of a batch with the marketplace: sold on, and there still. */
async function of(batch: string, customer = 'Amazon FBA'): Promise<Json> {
  const { items } = await world.get(`/v1/batches/${await batchId(world, batch)}/sold-on`)
  const { soldOn, there } = items.find(({ customerName }: Json) => customerName === customer)
  return { sold: between(soldOn), there: between(there) }
}

test('scenario 46: 120 A and 80 B, 150 sold: of A between 70 and 120; a removal of 45 A and 5 B makes it 75', async () => {
  await sends({ A: 120, B: 80 })
  expect((await world.get(`/v1/batches/${await batchId(world, 'A')}/sold-on`)).items).toEqual([])
  await reports(told('sold', 150, '2025-11-01'))
  expect([await of('A'), await of('B')]).toEqual([
    { sold: [70, 120], there: [0, 50] },
    { sold: [30, 80], there: [0, 50] },
  ])
  world.clock.set('2025-11-20T15:00:00Z')
  expect((await removal({ A: 45, B: 5 })).status).toBe(201)
  expect([await of('A'), await of('B')]).toEqual([
    { sold: [75, 75], there: [0, 0] },
    { sold: [75, 75], there: [0, 0] },
  ])
  const { items } = await world.get('/v1/customers/FBA/sold-on')
  expect(items).toMatchObject([
    {
      sku: 'P',
      gap: 0,
      sent: 200,
      returned: 50,
      soldOn: { least: 150, most: 150 },
      there: { least: 0, most: 0 },
      batches: [
        { batchCode: 'A', sent: 120, returned: 45, soldOn: { least: 75, most: 75 } },
        { batchCode: 'B', sent: 80, returned: 5, soldOn: { least: 75, most: 75 } },
      ],
    },
  ])
})

test('what was lost there, what was brought back there, and what came later, narrow or widen what is possible', async () => {
  await sends({ A: 60 })
  world.clock.set('2025-11-05T15:00:00Z')
  await sends({ B: 60 })
  await reports(told('sold', 50, '2025-11-03'))
  expect(await of('A')).toEqual({ sold: [50, 50], there: [10, 10] })
  await reports(told('sold', 20, '2025-11-05'), told('lost', 5, '2025-11-05'))
  expect(await of('A')).toEqual({ sold: [50, 60], there: [0, 10] })
  await reports(told('came_back', 6, '2025-11-05'))
  expect(await of('A')).toEqual({ sold: [4, 60], there: [0, 51] })
  expect((await world.get('/v1/customers/FBA/sold-on')).items[0]).toMatchObject({
    soldOn: { least: 64, most: 64 },
    lost: { least: 5, most: 5 },
    there: { least: 51, most: 51 },
  })
})

test('more than can be there is refused, with what was sent by that day and came back', async () => {
  await sends({ A: 120 })
  world.clock.set('2025-11-10T15:00:00Z')
  await removal({ A: 45 })
  const { status, body } = await tries(told('sold', 20, '2025-11-02'), told('sold', 130, '2025-11-10'))
  expect([status, body.code]).toEqual([409, 'sold_on_beyond'])
  expect(body.detail).toBe(
    'line 2: with this, Amazon FBA reports 150 of P as sold or lost by 2025-11-10, but 120 were sent there by then and 45 of these came back: at most 75. Check the day and the quantity; record first what was shipped.',
  )
  expect((await tries(told('sold', 1, '2025-10-31'))).body).toMatchObject({
    code: 'sold_on_beyond',
    facts: { most: 0 },
  })
  expect((await tries(told('sold', 9, '2025-11-02'), told('came_back', 10, '2025-11-03'))).body).toMatchObject({
    code: 'brought_back_beyond',
    facts: { where: 'line 2', reported: 10, most: 9 },
  })
  expect((await world.get('/v1/sell-through')).items).toEqual([])
  await reports(told('sold', 75, '2025-11-10'))
})

test('a removal that the reports leave no room for is asked about: count again, withdraw, or say why', async () => {
  await sends({ A: 120, B: 80 })
  const [id = ''] = await reports(told('sold', 150, '2025-11-01'))
  const { status, body } = await removal({ A: 60 })
  expect([status, body.code, body.facts]).toEqual([
    409,
    'return_of_sold_on',
    { customer: 'Amazon FBA', sku: 'P', batch: 'A', asked: 60, most: 50 },
  ])
  expect((await removal({ A: 30, B: 30 })).body.facts).toMatchObject({ batch: null, asked: 60, most: 50 })
  expect((await removal({ A: 60 }, { despiteReports: 'counted twice' })).status).toBe(201)
  const [waits] = (await world.get('/v1/to-settle?kind=sold_on_beyond')).items
  expect(waits).toMatchObject({ number: 'Amazon FBA', skus: ['P'], quantity: 10 })
  expect(waits.says).toBe('150 reported as sold or lost by 2025-11-01: 140 at most can be')
  expect(await of('A')).toEqual({ sold: [0, 60], there: [0, 60] })
  // What contradicted already contradicts no more by what comes of another batch, but by each unit that comes.
  expect((await removal({ B: 1 })).body).toMatchObject({ code: 'return_of_sold_on', facts: { asked: 1, most: 0 } })
  expect((await withdraws(id)).status).toBe(200)
  expect((await withdraws(id)).body.code).toBe('report_withdrawn')
  expect((await world.get('/v1/to-settle')).counts).toContainEqual({ kind: 'sold_on_beyond', total: 0 })
  await reports(told('sold', 140, '2025-11-01'))
  expect(await of('A')).toEqual({ sold: [60, 60], there: [0, 0] })
})

test('a shipment that is cancelled behind a report does not break it: it says nothing any more, and waits to be settled', async () => {
  const [, second] = await sends({ A: 120, B: 80 })
  await reports(told('sold', 150, '2025-11-01'))
  await world.post(`/v1/shipments/${second?.id}/cancellation`, { reason: 'it never left' })
  expect(await of('A')).toEqual({ sold: [0, 120], there: [0, 120] })
  expect((await world.get('/v1/to-settle?kind=sold_on_beyond')).items).toMatchObject([{ quantity: 30 }])
  expect((await tries(told('sold', 1, '2025-11-01'))).body.code).toBe('sold_on_beyond')
})

test('units that came back without a label take room from what was sold', async () => {
  await sends({ A: 120, B: 80 })
  await reports(told('sold', 150, '2025-11-01'))
  const lines = [{ product: 'P', quantity: 20, unlabelled: true }]
  const taken = { warehouse: 'CHI', customer: 'FBA', lines }
  await world.post('/v1/unannounced-returns', taken)
  expect(await of('A')).toEqual({ sold: [70, 120], there: [0, 30] })
  expect((await tries(told('sold', 31, '2025-11-01'))).body).toMatchObject({ code: 'sold_on_beyond' })
  expect((await removal({ A: 31 })).body.facts).toMatchObject({ batch: 'A', asked: 31, most: 30 })
})

test('a report is recorded once, by its id; what is wrong in any line is told of every line', async () => {
  await sends({ A: 10 })
  const id = '019aafd0-0000-7000-8000-000000000046'
  const one = told('sold', 4, '2025-11-01', { id, document: 'S-1' })
  expect(await reports(one)).toEqual([id])
  expect((await world.post('/v1/sell-through', { reports: [one] })).items).toEqual([{ id, repeated: true }])
  const { items } = await world.get('/v1/sell-through?customer=FBA&product=P')
  expect(items).toMatchObject([
    { id, customerName: 'Amazon FBA', sku: 'P', kind: 'sold', quantity: 4, on: '2025-11-01' },
  ])
  await product(world, { sku: 'BOX', kit: [{ product: 'P', quantity: 2 }] })
  const wrong = [
    { ...one, quantity: 5 },
    told('sold', 1, '2025-11-03'),
    told('sold', 1, '2025-11-01', { product: 'BOX' }),
    told('sold', 1, '2025-11-01', { customer: 'NOBODY', product: 'NOTHING' }),
  ]
  expect((await tries(...wrong.slice(1))).body.facts.problems.map(({ at }: Json) => at)).toEqual([
    'reports[0].on',
    'reports[1].product',
    'reports[2].customer',
    'reports[2].product',
  ])
  expect((await tries(...wrong.slice(0, 1))).body.facts.problems).toMatchObject([{ at: 'reports[0].id' }])
  expect(await of('A')).toEqual({ sold: [4, 4], there: [6, 6] })
})

test('a trace and a recall tell it beside who got it, by customer and in all; what nobody reports stays out of it', async () => {
  await world.post('/v1/customers', { code: 'SHOP', name: 'Shop' })
  await sends({ A: 120, B: 80 })
  await sends({ C: 10 }, 'SHOP')
  await reports(told('sold', 150, '2025-11-01'))
  const [a, b, c] = await Promise.all(['A', 'B', 'C'].map((code) => batchId(world, code)))
  const trace = await world.get(`/v1/batches/${a}/trace`)
  const fba = {
    customerName: 'Amazon FBA',
    sku: 'P',
    sent: 120,
    soldOn: { least: 70, most: 120 },
    there: { least: 0, most: 50 },
  }
  expect(trace.soldOn).toMatchObject([{ ...fba, batches: [{ batchCode: 'A' }] }])
  expect(trace.massBalance).toMatchObject({ shipped: 120, percent: 100 })
  const beside = async (id: string | undefined) =>
    (await world.get(`/v1/batches/${id}/recipients`)).items.map(({ soldOn, there }: Json) => [soldOn, there])
  expect(await beside(a)).toEqual([[fba.soldOn, fba.there]])
  expect(await beside(c)).toEqual([[null, null]])
  const { text } = await world.call('GET', `/v1/batches/${a}/trace.csv`)
  const [head = '', row = ''] = text.split('\r\n')
  expect(
    head.endsWith('"Of this batch, customer sold on, at least",At most,"There still, at least","There still, at most"'),
  ).toBe(true)
  expect(row.endsWith(',70,120,0,50')).toBe(true)
  const scope = { parts: [a, c].map((batch) => ({ kind: 'batch', batch })) }
  const recall = await world.post('/v1/recalls', { kind: 'recall', title: 'Glass', reason: 'glass', scope })
  const { exposure } = await world.get(`/v1/recalls/${recall.number}/preview`)
  expect(exposure).toMatchObject({
    kept: 130,
    sellers: { customers: 1, soldOn: { least: 70, most: 120 }, there: { least: 0, most: 50 } },
  })
  // Of both batches nothing is unsure but where the units are.
  await world.post(`/v1/recalls/${recall.id}/versions`, {
    scope: { parts: [...scope.parts, { kind: 'batch', batch: b }] },
    reason: 'B too',
  })
  await world.post(`/v1/recalls/${recall.id}/start`, {})
  const wider = await world.get(`/v1/recalls/${recall.number}/preview`)
  expect(wider.exposure.sellers).toEqual({
    customers: 1,
    soldOn: { least: 150, most: 150 },
    there: { least: 50, most: 50 },
  })
  const { soldOn } = await world.get(`/v1/recalls/${recall.number}/trace`)
  expect(soldOn).toMatchObject([
    { soldOn: { least: 150, most: 150 }, batches: [{ batchCode: 'A' }, { batchCode: 'B' }] },
  ])
  const { balance } = await world.get(`/v1/recalls/${recall.number}`)
  expect(balance).toMatchObject([{ distributed: 210, outstanding: 210, gap: 0 }])
})

test('as it was known before a removal, or a report, what is told is what was known then', async () => {
  await sends({ A: 120, B: 80 })
  const sent = world.clock.now()
  world.clock.set('2025-11-05T15:00:00Z')
  const [id = ''] = await reports(told('sold', 150, '2025-11-02'))
  const reported = world.clock.now()
  world.clock.set('2025-11-20T15:00:00Z')
  await removal({ A: 45, B: 5 })
  const removed = world.clock.now()
  world.clock.set('2025-11-21T15:00:00Z')
  await withdraws(id)
  const a = await batchId(world, 'A')
  const then = async (at: string) =>
    (await world.get(`/v1/batches/${a}/trace?knownOn=${at}`)).soldOn.map(({ soldOn }: Json) => between(soldOn))
  expect([await then(sent), await then(reported), await then(removed)]).toEqual([[], [[70, 120]], [[75, 75]]])
  expect(await then(world.clock.now())).toEqual([])
})
