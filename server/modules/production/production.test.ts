/**
 * What a run may use and make, and what it refuses: numbers, holds, days, goods without batch, serials, closed boxes.
 */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { make, makersGoods, refusedRun, runOf } from '../../test/production.ts'
import { batchId, differences, hold, lift, order, orderNow, product, receive, stockOf } from '../../test/stories.ts'
import { type Caller, type Json, openWorld, scenarioTime, type World } from '../../test/world.ts'

let world: World
let account: Caller
beforeAll(async () => {
  world = await openWorld({ works: false })
})
afterAll(() => world?.close())
beforeEach(async () => {
  world.clock.set(scenarioTime)
  account = await world.otherAccount()
  await makersGoods(account)
  await receive(account, [{ product: 'RAW', batch: 'R', quantity: 100 }])
})

const left = async (batch: string) =>
  (await stockOf(account, batch)).map((row: Json) => `${row.onHand} at ${row.placeCode}`).sort()

test('a run tells what it used and made, in a list found by product, batch, kind, warehouse and text', async () => {
  const made = await make(account, 'RAW 60 of R', 'F1 10 of A, F2 5 of B', { reference: 'Order 7', note: 'morning' })
  expect(made).toMatchObject({
    number: 'PR-1',
    kind: 'produce',
    warehouseCode: 'CHI',
    used: ['RAW'],
    made: ['F1', 'F2'],
  })
  expect(made.inputs).toMatchObject([{ sku: 'RAW', batchCode: 'R', placeCode: 'MAIN', baseUnit: 'gram', quantity: 60 }])
  expect(made.outputs).toMatchObject([
    { sku: 'F1', batchCode: 'A', quantity: 10 },
    { sku: 'F2', batchCode: 'B', quantity: 5 },
  ])
  expect([await left('R'), await left('A')]).toEqual([['40 at MAIN'], ['10 at MAIN']])
  await make(account, 'RAW 10 of R', 'MIX 10 of M', { kind: 'mix' })
  const list = async (query: string) =>
    (await account.get(`/v1/production-runs?${query}`)).items.map(({ number }: Json) => number)
  expect(await list('limit=1')).toEqual(['PR-2'])
  expect(await list('product=F2')).toEqual(['PR-1'])
  expect(await list(`batch=${await batchId(account, 'R')}`)).toEqual(['PR-2', 'PR-1'])
  expect(await list('kind=mix')).toEqual(['PR-2'])
  expect(await list('warehouse=CHI&text=order%207')).toEqual(['PR-1'])
  expect(await list('text=nothing')).toEqual([])
  expect(await account.get('/v1/production-runs/PR-1')).toEqual(made)
  const found = (await account.get('/v1/search?q=PR-1')).items
  expect(found).toMatchObject([{ kind: 'run', title: 'PR-1', exact: true }])
})

test('what is promised is not used: the refusal tells how much is free, and nothing is written', async () => {
  await order(account, 70, { line: { product: 'RAW' } })
  const refused = await refusedRun(account, 'RAW 31 of R', 'F1 1 of A')
  expect(refused.body).toMatchObject({ code: 'insufficient_stock', facts: { batch: 'R', available: 30, asked: 31 } })
  expect((await account.get('/v1/batches?product=F1')).items).toEqual([])
  await make(account, 'RAW 30 of R', 'F1 1 of A')
  const twice = await refusedRun(account, 'RAW 1 of R', 'F1 1 of A')
  expect(twice.body.facts).toMatchObject({ available: 0 })
})

test('what is picked is not used, even after its promise was taken back', async () => {
  const placed = await order(account, 70, { line: { product: 'RAW' } })
  const wave = await account.post('/v1/pick-waves', { warehouse: 'CHI', orders: [placed.id] })
  const pick = { orderLine: placed.lines[0].id, batch: 'R', quantity: 70 }
  await account.post(`/v1/pick-waves/${wave.id}/picks`, pick)
  const held = await hold(account, 'R')
  await lift(account, held)
  const refused = await refusedRun(account, 'RAW 31 of R', 'F1 1 of A')
  expect(refused.body.facts).toMatchObject({ available: 30 })
})

test('where no bin is named, loose units are taken from as many as it needs', async () => {
  const [{ id: warehouseId }] = (await account.get('/v1/warehouses')).items
  await account.post('/v1/places', { places: [{ warehouseId, code: 'B2' }] })
  await receive(account, [{ product: 'RAW', batch: 'R', quantity: 50, place: 'B2' }])
  const made = await make(account, 'RAW 120 of R', 'F1 1 of A')
  expect(made.inputs.map((one: Json) => [one.placeCode, one.quantity])).toEqual([
    ['B2', 50],
    ['MAIN', 70],
  ])
  const refused = await refusedRun(account, 'RAW 1 of R', 'F1 1 of A', { inputs: [{ place: 'B2' }] })
  expect(refused.body.facts).toMatchObject({ place: 'B2', available: 0 })
})

test('held goods are used only for rework, with a reason, by who may lift holds, and for a batch that is new', async () => {
  await make(account, 'RAW 10 of R', 'F1 1 of A')
  await hold(account, 'R')
  const rework = { kind: 'rework', reason: 'boiled again' }
  const warehouse = await account.as('warehouse')
  const codes = []
  for (const [caller, more] of [
    [warehouse, rework],
    [account, {}],
    [account, { kind: 'rework' }],
    [account, rework],
  ] as const)
    codes.push((await refusedRun(caller, 'RAW 10 of R', 'F1 1 of A', more)).body)
  expect(codes.map(({ code, facts }) => [code, facts.needs ?? facts.output])).toEqual([
    ['production_held', 'role'],
    ['production_held', 'rework'],
    ['production_held', 'reason'],
    ['production_held_into_known', 'A'],
  ])
  const told = [await make(account, 'RAW 10 of R', 'F1 1 of A2', rework)]
  expect((await order(account, 1, { line: { product: 'F1' } })).allocated).toBe(0)
  await receive(account, [{ product: 'RAW', batch: 'FREE', quantity: 10 }])
  told.push(await make(account, 'RAW 10 of FREE', 'F1 1 of A3', rework))
  expect(told.map(({ reason }) => reason)).toEqual(['boiled again', null])
})

test('what lies in quarantine, or is held at a place, is not taken unless it is named', async () => {
  await receive(account, [{ product: 'RAW', batch: 'R', quantity: 5, condition: 'damaged' }])
  expect((await refusedRun(account, 'RAW 101 of R', 'F1 1 of A')).body.facts).toMatchObject({ available: 100 })
  const named = { inputs: [{ place: 'QUARANTINE' }] }
  const refused = await refusedRun(account, 'RAW 5 of R', 'F1 1 of A', named)
  expect(refused.body).toMatchObject({ code: 'production_held', facts: { hold: null, needs: 'rework' } })
})

test('an expired batch is not used, whoever asks; on its last day it is', async () => {
  await receive(account, [{ product: 'RAW', batch: 'X', quantity: 10, expiresOn: '2025-11-24' }])
  world.clock.set('2025-11-25T15:00:00.000Z')
  const refused = await refusedRun(account, 'RAW 1 of X', 'F1 1 of A', { kind: 'rework', reason: 'still good' })
  expect(refused.body).toMatchObject({
    code: 'production_expired',
    facts: { expiresOn: '2025-11-24', on: '2025-11-25' },
  })
  await make(account, 'RAW 1 of X', 'F1 1 of A', { happenedAt: '2025-11-24T20:00:00.000Z' })
})

test('no date is invented: a product that needs one is refused without, and what it is made on is told', async () => {
  await product(account, { sku: 'D', dates: 'required', lifeDays: 30 })
  expect((await refusedRun(account, 'RAW 1 of R', 'D 1 of A')).body.code).toBe('date_needed')
  const made = await make(account, 'RAW 1 of R', 'D 1 of A', { outputs: [{ producedOn: '2025-11-20' }] })
  expect(made.outputs[0].expiresOn).toBe('2025-12-20')
  const over = await refusedRun(account, 'RAW 1 of R', 'D 1 of B', { outputs: [{ expiresOn: '2025-11-22' }] })
  expect(over.body).toMatchObject({ code: 'production_over', facts: { on: '2025-11-23' } })
  const other = await refusedRun(account, 'RAW 1 of R', 'D 1 of A', { outputs: [{ expiresOn: '2025-12-24' }] })
  expect(other.body.code).toBe('batch_dates_differ')
})

test('goods that only get another batch become no more, and what becomes less of them is stated as waste', async () => {
  const repack = { kind: 'repack' }
  const more = await refusedRun(account, 'RAW 50 of R', 'RAW 51 of R2', repack)
  expect(more.body).toMatchObject({ code: 'production_unbalanced', facts: { sku: 'RAW', used: 50, made: 51 } })
  const less = await refusedRun(account, 'RAW 50 of R', 'RAW 48 of R2', repack)
  expect(less.body.detail).toBe(
    '48 of RAW were made of 50. Say what became of the other 2: state them as waste, with the reason.',
  )
  const inputs = [{ waste: 2 }]
  const silent = await refusedRun(account, 'RAW 50 of R', 'RAW 48 of R2', { ...repack, inputs })
  expect(silent.body.facts.problems).toMatchObject([{ at: 'wasteReason' }])
  const made = await make(account, 'RAW 50 of R', 'RAW 48 of R2', { ...repack, inputs, wasteReason: 'spilt' })
  expect(made).toMatchObject({ wasteReason: 'spilt', inputs: [{ quantity: 50, waste: 2 }] })
  const { massBalance, children } = await account.get(`/v1/batches/${await batchId(account, 'R')}/trace`)
  expect(massBalance).toMatchObject({ received: 100, consumed: 48, disposed: 2, onHand: 50, percent: 100 })
  expect(children).toMatchObject([{ batchCode: 'R2', quantity: 48, run: { made: 48 } }])
})

test('a batch is not made of itself, and the trace of a tracked batch does not end in goods without', async () => {
  const itself = await refusedRun(account, 'RAW 5 of R', 'RAW 5 of R', { kind: 'repack' })
  expect(itself.body).toMatchObject({ code: 'production_of_itself', facts: { batch: 'R', input: 1 } })
  await product(account, { sku: 'LOOSE', tracking: 'none', dates: 'none' })
  const lost = await refusedRun(account, 'RAW 5 of R', 'LOOSE 5')
  expect(lost.body).toMatchObject({ code: 'production_untracked', facts: { sku: 'LOOSE', of: 'RAW' } })
  await receive(account, [{ product: 'LOOSE', quantity: 9 }])
  const made = await make(account, 'LOOSE 9', 'F1 3 of A')
  expect(made.inputs[0]).toMatchObject({ batchCode: '-', quantity: 9 })
})

test('goods of which nobody knows the batch yet are identified before they are used', async () => {
  await product(account, { sku: 'OLD', tracking: 'none', dates: 'none' })
  await receive(account, [{ product: 'OLD', quantity: 5 }])
  await account.post('/v1/identifications', { product: 'OLD', dates: 'optional', openToAny: true, reason: 'recalls' })
  const refused = await refusedRun(account, 'OLD 1 of -', 'F1 1 of A')
  expect(refused.body).toMatchObject({ code: 'production_unidentified', facts: { sku: 'OLD' } })
})

test('every wrong field is named at once, with what would be right', async () => {
  await product(account, { sku: 'SET', name: 'sold as a kit', kit: [{ product: 'F1', quantity: 2 }] })
  const wrong = runOf('NONE 1 of R, RAW 5, RAW 5 of R', 'SET 1 of A, F1 2 of B')
  wrong.inputs[2].waste = 5
  wrong.inputs[2].place = 'MAIN'
  wrong.outputs[1].place = 'NOWHERE'
  const { body } = await account.call('POST', '/v1/production-runs', wrong)
  expect(body.facts.problems.map(({ at }: Json) => at)).toEqual([
    'inputs[0].product',
    'inputs[1].batch',
    'inputs[2].waste',
    'outputs[0].product',
    'outputs[1].place',
    'wasteReason',
  ])
  const unknown = await refusedRun(account, 'RAW 5 of NOTHERE', 'F1 1 of A')
  expect(unknown.body.facts.problems).toEqual([{ at: 'inputs[0].batch', message: 'RAW has no batch "NOTHERE"' }])
})

test('serials that are used leave, and those that are made are there', async () => {
  await product(account, { sku: 'DEV', tracking: 'serial', dates: 'optional' })
  await product(account, { sku: 'PART', tracking: 'serial', dates: 'optional' })
  await receive(account, [{ product: 'PART', batch: 'P1', quantity: 3, serials: ['P-1', 'P-2', 'P-3'] }])
  const inputs = [{ place: 'MAIN', serials: ['P-1'] }]
  const few = await refusedRun(account, 'PART 1 of P1', 'DEV 1 of D1', { inputs })
  expect(few.body.facts.problems).toMatchObject([{ at: 'outputs[0].serials' }])
  const made = await make(account, 'PART 1 of P1', 'DEV 1 of D1', { inputs, outputs: [{ serials: ['D-1'] }] })
  expect([made.inputs[0].serials, made.outputs[0].serials]).toEqual([['P-1'], ['D-1']])
  const gone = await refusedRun(account, 'PART 1 of P1', 'DEV 1 of D1', { inputs, outputs: [{ serials: ['D-2'] }] })
  expect(gone.body.code).toBe('serial_elsewhere')
  const twice = [{ place: 'MAIN', serials: ['P-2', 'P-2'] }]
  const repeated = await refusedRun(account, 'PART 2 of P1', 'DEV 1 of D1', {
    inputs: twice,
    outputs: [{ serials: ['D-2'] }],
  })
  expect(repeated.body).toMatchObject({ code: 'serial_repeated', facts: { serial: 'P-2' } })
  expect(await differences(account)).toEqual([])
})

test('what is made is offered to who waits for it, and lies where the rules of storage let it', async () => {
  const waiting = await order(account, 4, { line: { product: 'F1' } })
  await make(account, 'RAW 10 of R', 'F1 3 of A')
  expect(await orderNow(account, waiting)).toMatchObject({ allocated: 3, backOrdered: 1 })
  const [{ id: warehouseId }] = (await account.get('/v1/warehouses')).items
  await account.post('/v1/places', { places: [{ warehouseId, code: 'SMALL', capacity: 2 }] })
  const full = await refusedRun(account, 'RAW 10 of R', 'F1 3 of B', { outputs: [{ place: 'SMALL' }] })
  expect(full.body).toMatchObject({ code: 'storage_forbids', facts: { place: 'SMALL', nearest: 'MAIN' } })
})
