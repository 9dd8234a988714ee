/**
 * Scenarios 40, 41, 50 and 62: what is made of what, how far a trace goes, whether every unit is accounted for, and until when it is good.
 */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { make, makersGoods, refusedRun, traceOf } from '../production.ts'
import { batchId, differences, hold, order, orderNow, product, receive } from '../stories.ts'
import { type Json, openWorld, type World } from '../world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld({ works: false })
  await makersGoods(world)
})
afterEach(() => world.close())

async function sell(customer: string, sku: string, quantity: number, batch: string): Promise<void> {
  if ((await world.call('GET', `/v1/customers/${customer}`)).status === 404)
    await world.post('/v1/customers', { code: customer, name: customer })
  const placed = await order(world, quantity, { customer, line: { product: sku } })
  await world.post('/v1/shipments', { order: placed.id, lines: [{ orderLine: placed.lines[0].id, batch, quantity }] })
}

/** Raw R goes into two mixes, these into jars and tubes, and jars into gift sets. */
async function fourLevels(): Promise<void> {
  await receive(world, [{ product: 'RAW', batch: 'R', quantity: 100_000 }])
  await make(world, 'RAW 60000 of R', 'MIX 60000 of M1', { kind: 'mix' })
  await make(world, 'RAW 40000 of R', 'MIX 40000 of M2', { kind: 'mix' })
  await make(world, 'MIX 60000 of M1', 'F1 500 of F1-A')
  await make(world, 'MIX 40000 of M2', 'F2 300 of F2-A')
  await make(world, 'F1 25 of F1-A', 'K 25 of K-A', { kind: 'kit' })
}

test('scenario 40: raw, mixes, finished goods and a kit: the trace of the raw batch tells all customers, each with quantity', async () => {
  await fourLevels()
  await sell('SPA', 'F1', 30, 'F1-A')
  await sell('SHOP', 'F2', 12, 'F2-A')
  await sell('GIFT', 'K', 5, 'K-A')
  const trace = await traceOf(world, 'R')
  const got = trace.shipments.items.map(
    (one: Json) => `${one.customerCode} ${one.quantity} ${one.sku} ${one.batchCode}`,
  )
  expect(got.sort()).toEqual(['GIFT 5 K K-A', 'SHOP 12 F2 F2-A', 'SPA 30 F1 F1-A'])
  expect(trace).toMatchObject({
    customers: 3,
    orders: 3,
    massBalance: { received: 100_000, consumed: 100_000, percent: 100, alarm: null },
  })
  expect(trace.here.map((one: Json) => `${one.batchCode} ${one.onHand}`).sort()).toEqual([
    'F1-A 445',
    'F2-A 288',
    'K-A 20',
  ])
  const steps = (links: Json[]) =>
    links.map(({ batchCode, quantity, run }) => [batchCode, quantity, run.made, run.kind])
  expect(steps(trace.children)).toEqual([
    ['M1', 60_000, 60_000, 'mix'],
    ['M2', 40_000, 40_000, 'mix'],
  ])
  const kit = await traceOf(world, 'K-A')
  expect(steps(kit.parents)).toEqual([['F1-A', 25, 25, 'kit']])
  expect(kit.receipts).toMatchObject([{ number: 'RC-1', quantity: 100_000 }])
  expect(await differences(world)).toEqual([])
})

test('a hold on the raw batch reaches every level, and frees what is promised of each', async () => {
  await fourLevels()
  const kits = await order(world, 3, { line: { product: 'K' } })
  expect(kits.allocated).toBe(3)
  await hold(world, 'R')
  expect(await orderNow(world, kits)).toMatchObject({ allocated: 0, backOrdered: 3 })
  for (const [sku, batch] of [
    ['F1', 'F1-A'],
    ['F2', 'F2-A'],
    ['K', 'K-A'],
  ])
    expect([batch, (await order(world, 1, { line: { product: sku } })).allocated]).toEqual([batch, 0])
  const { here } = await traceOf(world, 'R')
  const told = here.map(({ batchCode, available, holds }: Json) => [batchCode, available, holds.length])
  expect(told.toSorted()).toEqual([
    ['F1-A', 0, 1],
    ['F2-A', 0, 1],
    ['K-A', 0, 1],
  ])
  const warehouse = await world.as('warehouse')
  const refused = await refusedRun(warehouse, 'F1 1 of F1-A', 'K 1 of K-B', { kind: 'kit' })
  expect(refused.body).toMatchObject({ code: 'production_held', facts: { batch: 'F1-A', needs: 'role' } })
})

/** By the numbers of the scenario. */
async function fiveHundred(): Promise<void> {
  await receive(world, [{ product: 'MIX', batch: 'M1', quantity: 60_000 }])
  await make(world, 'MIX 60000 of M1', 'F1 500 of F1-A')
  await world.post('/v1/warehouses', { code: 'DAL', name: 'Dallas', timeZone: 'America/Chicago' })
  const lines = [{ product: 'F1', quantity: 30, batch: 'F1-A', reason: 'this one' }]
  const { id } = await world.post('/v1/transfers', { from: 'CHI', to: 'DAL', approve: true, lines })
  await world.post(`/v1/transfers/${id}/shipments`, {})
  await sell('SPA', 'F1', 310, 'F1-A')
  await make(world, 'F1 25 of F1-A', 'K 25 of K-A', { kind: 'kit' })
  await sell('GIFT', 'K', 20, 'K-A')
  const here = (await world.get('/v1/stock?product=F1')).items.find((row: Json) => row.placeCode === 'MAIN')
  const kept = { batch: here.batchId, place: here.placeId, quantity: 15, dueOn: '2027-01-01' }
  const sample = await world.post('/v1/samples', kept)
  await world.post(`/v1/samples/${sample.id}/removals`, { quantity: 5, as: 'destroyed', reason: 'broken' })
}

test('scenario 41: 500 made are on hand, in transit, shipped, in kits, kept and scrapped, and a missing movement is told', async () => {
  await fiveHundred()
  const { massBalance } = await traceOf(world, 'F1-A')
  expect(massBalance).toMatchObject({
    made: 500,
    onHand: 120,
    inTransit: 30,
    shipped: 310,
    consumed: 25,
    samples: 10,
    disposed: 5,
    in: 500,
    out: 500,
    gap: 0,
    percent: 100,
    alarm: null,
  })
  expect((await traceOf(world, 'K-A')).massBalance).toMatchObject({ made: 25, shipped: 20, onHand: 5, percent: 100 })
  expect(await differences(world)).toEqual([])

  await world.owner`
    with gone as (select id from stock.move where reason = 'consume' and quantity = 25)
    delete from stock.move m using gone where m.id = gone.id`
  const after = await traceOf(world, 'F1-A')
  expect(after.massBalance).toMatchObject({ consumed: 0, gap: 25, percent: 95 })
  expect(after.massBalance.alarm).toBe('25 units are not accounted for: 500 came in, 475 are on hand or gone.')
})

test('scenario 50: F1 is reworked into M1, of which it was made: the trace ends, and counts nothing twice', async () => {
  await receive(world, [{ product: 'RAW', batch: 'R', quantity: 60_000 }])
  await make(world, 'RAW 60000 of R', 'MIX 60000 of M1', { kind: 'mix' })
  await make(world, 'MIX 50000 of M1', 'F1 500 of F1-A')
  await make(world, 'F1 20 of F1-A', 'MIX 2000 of M1', { kind: 'rework' })
  await make(world, 'MIX 12000 of M1', 'F1 120 of F1-A')
  await sell('SPA', 'F1', 40, 'F1-A')
  for (const code of ['R', 'M1', 'F1-A']) {
    const trace = await traceOf(world, code)
    expect([code, trace.shipped, trace.shipments.items.length]).toEqual([code, 40, 1])
    expect(trace.massBalance).toMatchObject({ gap: 0, percent: 100 })
    expect(trace.here).toHaveLength(1)
  }
  expect((await traceOf(world, 'F1-A')).parents.map(({ quantity, run }: Json) => [quantity, run.made])).toEqual([
    [50_000, 500],
    [12_000, 120],
  ])
  const held = await hold(world, 'F1-A')
  const preview = await world.get(`/v1/hold-preview?scope=batch&batch=${await batchId(world, 'M1')}`)
  expect([held.number, preview.onHand]).toEqual(['QA-1', 560])
  expect((await order(world, 1, { line: { product: 'MIX' } })).allocated).toBe(0)
  expect((await world.get(`/v1/holds?batch=${await batchId(world, 'M1')}`)).items).toHaveLength(1)
})

test('scenario 62: by the rule of the product, what is made is good no longer than the first of what it was made of', async () => {
  const cream = await product(world, { sku: 'CREAM', name: 'Day cream', dates: 'required', lifeDays: 365 })
  await receive(world, [
    { product: 'RAW', batch: 'R1', quantity: 1000, expiresOn: '2026-05-01' },
    { product: 'RAW', batch: 'R2', quantity: 1000, expiresOn: '2026-03-15' },
  ])
  const uses = 'RAW 10 of R1, RAW 10 of R2'
  const made = (day: Json) => ({ outputs: [{ producedOn: '2025-11-23', ...day }] })
  expect((await make(world, uses, 'CREAM 5 of C0', made({}))).outputs[0].expiresOn).toBe('2026-11-23')

  await world.call('PUT', `/v1/production-rules/${cream.id}`, { rule: 'min_of_inputs' })
  const { outputs } = await make(world, uses, 'CREAM 5 of C1', made({}))
  expect(outputs[0].expiresOn).toBe('2026-03-15')
  const { dates } = await world.get(`/v1/batches/${outputs[0].batchId}`)
  expect(dates.map(({ kind, on, source, explanation }: Json) => [kind, on, source, explanation])).toEqual(
    expect.arrayContaining([
      ['expiry', '2026-11-23', 'computed', '2025-11-23 + 365 days'],
      ['expiry', '2026-03-15', 'inherited', 'the first of what it was made of: batch R2 of RAW'],
      ['produced', '2025-11-23', 'typed', null],
    ]),
  )
  expect((await make(world, 'RAW 10 of R1', 'CREAM 5 of C2')).outputs[0].expiresOn).toBe('2026-05-01')
  const stated = await refusedRun(world, uses, 'CREAM 5 of C3', made({ expiresOn: '2026-04-01' }))
  expect(stated.body).toMatchObject({
    code: 'production_beyond_inputs',
    facts: { expiresOn: '2026-04-01', most: '2026-03-15' },
  })
  const known = await refusedRun(world, uses, 'CREAM 5 of C2')
  expect(known.body).toMatchObject({
    code: 'production_beyond_inputs',
    facts: { batch: 'C2', expiresOn: '2026-05-01' },
  })
  const sooner = await make(world, uses, 'CREAM 5 of C4', made({ expiresOn: '2026-02-01' }))
  expect(sooner.outputs[0].expiresOn).toBe('2026-02-01')
  const freely = made({ expiresOn: '2026-04-01', expiryRule: 'as_stated' })
  expect((await make(world, uses, 'CREAM 5 of C5', freely)).outputs[0].expiresOn).toBe('2026-04-01')
})
