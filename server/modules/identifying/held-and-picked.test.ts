import { afterEach, beforeEach, expect, test } from 'vitest'
import { tasks, wave } from '../../test/floor.ts'
import { begin, identify, linesOf, pathNow, stockHere, untracked } from '../../test/identifying.ts'
import { batchId, differences, hold, order, orderNow, receive, taken } from '../../test/stories.ts'
import { type Json, openWorld, type World } from '../../test/world.ts'

const gtin = '09506000134352'
let world: World
beforeEach(async () => {
  world = await openWorld({ works: false })
})
afterEach(() => world.close())

const unidentified = async (code: string) => world.get(`/v1/batches/${await batchId(world, code)}/unidentified`)
const unitsOf = (path: Json) => `/v1/identifications/${path.id}/units`

test('of a candidate it is told how many units are not identified and may be of it, and where they lie', async () => {
  await untracked(world, { A1: 10 })
  const path = await begin(world, { candidates: [{ batch: 'L1' }, { batch: 'L2' }] })
  await receive(world, [{ batch: 'NEW', quantity: 5 }])
  const told = await unidentified('L1')
  expect(told).toMatchObject({ path: path.id, least: 0, most: 10, places: [{ placeCode: 'A1', onHand: 10 }] })
  expect(await unidentified('NEW')).toMatchObject({ least: 0, most: 0, places: [] })
  await world.call('PUT', `/v1/identifications/${path.id}/candidates`, {
    candidates: [{ batch: 'L1' }],
    openToAny: false,
    reason: 'L2 never came',
  })
  expect(await unidentified('L1')).toMatchObject({ least: 10, most: 10 })
})

test('who may have got units of a candidate is told with least and most', async () => {
  await world.post('/v1/customers', { code: 'C1', name: 'Ada' })
  await world.post('/v1/customers', { code: 'C2', name: 'Bea' })
  await untracked(world, { A1: 30 })
  const before = await order(world, 4, { customer: 'C1' })
  await world.post('/v1/shipments', { order: before.id })
  world.clock.set('2025-11-24T15:00:00.000Z')
  await begin(world, { candidates: [{ batch: 'L1' }] })
  const after = [await order(world, 6, { customer: 'C1' }), await order(world, 3, { customer: 'C2' })]
  for (const { id } of after) await world.post('/v1/shipments', { order: id })
  const told = await world.get(`/v1/batches/${await batchId(world, 'L1')}/possible-recipients`)
  expect(told).toMatchObject({ least: 9, most: 13 })
  expect(told.items).toMatchObject([
    { customerName: 'Ada', orders: 2, before: 4, since: 6, returned: 0, least: 6, most: 10 },
    { customerName: 'Bea', orders: 1, before: 0, since: 3, returned: 0, least: 3, most: 3 },
  ])
})

test('a hold on a candidate leaves goods without batch alone, and what is identified as it is held at once', async () => {
  await untracked(world, { A1: 10 })
  const placed = await order(world, 10)
  const path = await begin(world, { candidates: [{ batch: 'L1' }, { batch: 'L2' }] })
  await hold(world, 'L1')
  expect(await orderNow(world, placed)).toMatchObject({ allocated: 10 })
  await identify(world, path, 'A1', { L1: 4, L2: 3 })
  expect(taken(await orderNow(world, placed))).toEqual({ '-': 3, L2: 3 })
  expect(await differences(world)).toEqual([])
})

test('a hold on goods without batch does not reach what was identified among them', async () => {
  await untracked(world, { A1: 10 })
  const path = await begin(world, { candidates: [{ batch: 'L1' }, { batch: 'L2' }] })
  await identify(world, path, 'A1', { L2: 4 })
  const { unknownBatchId: batch } = await unidentified('L1')
  await world.post('/v1/holds', { scope: 'batch', batch, reason: 'may be of batch L1' })
  expect(taken(await order(world, 10))).toEqual({ L2: 4 })
  const holds = await world.get(`/v1/holds?batch=${await batchId(world, 'L2')}&active=true`)
  expect(holds.items).toEqual([])
})

test('who may not lift holds does not free held goods by naming their batch, but may say that they are of the held one', async () => {
  await untracked(world, { A1: 10 })
  const path = await begin(world, { candidates: [{ batch: 'L1' }, { batch: 'L2' }] })
  const { unknownBatchId: batch } = await unidentified('L1')
  await hold(world, 'L1')
  await world.post('/v1/holds', { scope: 'batch', batch, reason: 'may be of batch L1' })
  const picker = await world.as('warehouse')
  const answer = await picker.call('POST', unitsOf(path), { lines: linesOf('A1', { L2: 1 }) })
  expect([answer.status, answer.body.code]).toEqual([409, 'identify_frees_held'])
  expect((await picker.call('POST', unitsOf(path), { lines: linesOf('A1', { L1: 2 }) })).status).toBe(201)
  const quality = await world.as('quality')
  expect((await quality.call('POST', unitsOf(path), { lines: linesOf('A1', { L2: 3 }) })).status).toBe(201)
  expect(taken(await order(world, 10))).toEqual({ L2: 3 })
  expect(await differences(world)).toEqual([])
})

test('a picker who scans the label of goods without batch has told which batch they are', async () => {
  await untracked(world, { A1: 10 }, { gtin })
  const placed = await order(world, 4)
  const path = await begin(world)
  const { id } = await wave(world, [placed])
  expect(await tasks(world, id)).toEqual(['4 of - at A1'])
  const [task] = (await world.get(`/v1/pick-waves/${id}`)).tasks
  const instead = { batch: task.batchId, place: task.placeId }
  const scan = (batch: string, quantity: number) =>
    world.call('POST', `/v1/pick-waves/${id}/picks`, { orderLine: task.orderLineId, batch, quantity, instead })
  const picked = await scan(`01${gtin}1726063010L1`, 3)
  expect([picked.status, picked.body.batchCode, picked.body.notes]).toEqual([
    201,
    'L1',
    ['3 of P had no batch: they are batch L1 from now on.'],
  ])
  expect(await stockHere(world)).toEqual({ '- A1': 7, 'L1 A1': 3 })
  expect((await scan('TYPO', 1)).body.code).toBe('no_such_task')
  const plain = await scan(`01${gtin}`, 1)
  expect([plain.status, plain.body.batchCode]).toEqual([201, '-'])
  await world.post('/v1/shipments', { order: placed.id })
  const { items } = await world.get(unitsOf(path))
  expect(items).toMatchObject([{ batchCode: 'L1', quantity: 3, foundBy: 'pick', documentId: id }])
  expect((await pathNow(world, path)).meter).toMatchObject({ identified: 3, here: 6, gone: 1 })
  expect(await differences(world)).toEqual([])
})

test('what a picker finds to be of a held batch is neither picked nor identified by that scan', async () => {
  await untracked(world, { A1: 10 }, { gtin })
  const placed = await order(world, 4)
  const path = await begin(world, { candidates: [{ batch: 'L1' }], openToAny: true })
  await hold(world, 'L1')
  const { id } = await wave(world, [placed])
  const [task] = (await world.get(`/v1/pick-waves/${id}`)).tasks
  const instead = { batch: task.batchId, place: task.placeId }
  const body = { orderLine: task.orderLineId, batch: `01${gtin}10L1`, quantity: 1, instead }
  const answer = await world.call('POST', `/v1/pick-waves/${id}/picks`, body)
  expect([answer.status, answer.body.code]).toEqual([409, 'pick_not_allowed'])
  expect((await pathNow(world, path)).meter.identified).toBe(0)
})

test('goods without batch are identified, not repaired, and no batch is called as if it were none', async () => {
  await untracked(world, { A1: 10 })
  const path = await begin(world, { candidates: [{ batch: 'L1' }] })
  const { unknownBatchId: batch } = await unidentified('L1')
  const into = await batchId(world, 'L1')
  const repair = async (body: Json) =>
    (await world.call('POST', '/v1/batch-repairs', { reason: 'wrong', ...body })).body.code
  expect(await repair({ kind: 'rename', batch, code: 'L5' })).toBe('repair_unidentified')
  expect(await repair({ kind: 'merge', batch, into })).toBe('repair_unidentified')
  expect(await repair({ kind: 'rename', batch: into, code: '-' })).toBe('invalid_input')
  await identify(world, path, 'A1', { L1: 4, L2: 2 })
  expect(await repair({ kind: 'merge', batch: await batchId(world, 'L2'), into })).toBeUndefined()
  expect(await stockHere(world)).toEqual({ '- A1': 4, 'L1 A1': 6 })
  expect((await pathNow(world, path)).meter).toMatchObject({ identified: 6, here: 4 })
  expect(await unidentified('L1')).toMatchObject({ most: 4 })
  await identify(world, path, 'A1', { L2: 1 })
  expect(await stockHere(world)).toEqual({ '- A1': 3, 'L1 A1': 7 })
  expect(await differences(world)).toEqual([])
})

test('the code of a bin is no batch unless somebody says so', async () => {
  await untracked(world, { A1: 10, B1: 5 })
  const path = await begin(world, { candidates: [{ batch: 'L1' }], openToAny: true })
  const said = (more: Json) =>
    world.call('POST', unitsOf(path), { lines: [{ place: 'A1', quantity: 2, batch: 'B1', ...more }] })
  expect((await said({})).body).toMatchObject({ code: 'identify_bin', facts: { bin: 'B1' } })
  expect((await said({ different: true })).status).toBe(201)
  expect((await said({ quantity: 1 })).status).toBe(201)
  expect(await stockHere(world)).toMatchObject({ '- A1': 7, 'B1 A1': 3 })
})

test('an order for which somebody chose goods without batch keeps what is identified of them', async () => {
  await untracked(world, { A1: 10 })
  const path = await begin(world, { candidates: [{ batch: 'L1' }] })
  await world.post('/v1/rules', { name: 'By hand', product: 'P', rotation: 'manual', reason: 'as agreed' })
  const placed = await order(world, 8)
  const { unknownBatchId } = await unidentified('L1')
  await world.call('PUT', `/v1/order-lines/${placed.lines[0].id}/batches`, { batches: [unknownBatchId] })
  await identify(world, path, 'A1', { L1: 6 })
  expect(taken(await orderNow(world, placed))).toEqual({ '-': 4, L1: 4 })
  await receive(world, [{ batch: 'NEW', quantity: 5 }])
  expect(taken(await orderNow(world, placed))).toEqual({ '-': 4, L1: 4 })
  expect(await differences(world)).toEqual([])
})
