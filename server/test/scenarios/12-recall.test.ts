/**
 * server/test/scenarios/12-recall.test.ts — a recall freezes everything at once, and lets go of just that.
 */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { pickAll, wave } from '../floor.ts'
import { make } from '../production.ts'
import { type Json, openWorld, type World } from '../world.ts'

let world: World
let batch: Json
beforeEach(async () => {
  world = await openWorld({ works: false })
  await world.post('/v1/products', { sku: 'F', name: 'Finished good' })
  await world.post('/v1/suppliers', { code: 'X', name: 'Supplier X' })
  await world.post('/v1/customers', { code: 'C1', name: 'Shop 1', email: 'shop1@example.com' })
  batch = await receive('F1', 100)
})
afterEach(() => world.close())

async function receive(code: string, quantity: number, more: object = {}): Promise<Json> {
  const line = { product: 'F', batch: code, quantity, expiresOn: '2027-01-01', unitCost: 420, currency: 'USD', ...more }
  return (await world.post('/v1/receipts', { warehouse: 'CHI', supplier: 'X', lines: [line] })).lines[0]
}
const order = (number: string, quantity: number) =>
  world.post('/v1/orders', { number, customer: 'C1', lines: [{ product: 'F', quantity }] })
const draft = (more: object = {}) =>
  world.post('/v1/recalls', {
    kind: 'recall',
    class: 'II',
    title: 'Glass in F1',
    reason: 'Splinters of glass were found in two jars.',
    scope: { parts: [{ kind: 'batch', batch: batch.batchId }] },
    ...more,
  })
const start = ({ id }: Json) => world.post(`/v1/recalls/${id}/start`, {})
const stock = async () =>
  (await world.get(`/v1/batches/${batch.batchId}/trace`)).here.map(({ onHand, reserved, available, holds }: Json) => {
    return [onHand, reserved, available, holds.length]
  })

test('scenario 43: what was promised is released, what is picked is stopped, what is sent stays as exposure, all in one transaction', async () => {
  await order('SO-0', 20)
  await world.post('/v1/shipments', { order: 'SO-0' })
  const promised = await Promise.all(Array.from({ length: 8 }, (_, index) => order(`SO-${index + 1}`, 2)))
  const picking = await order('SO-9', 12)
  await pickAll(world, (await wave(world, [picking])).id)
  const recall = await draft()
  const preview = await world.get(`/v1/recalls/${recall.id}/preview`)
  expect(preview).toMatchObject({
    named: 1,
    exposure: {
      onHand: 80,
      openOrders: 9,
      reserved: 28,
      picked: 12,
      customers: 1,
      shipped: 20,
      kept: 20,
      costOut: 8400,
    },
  })
  expect(await stock()).toEqual([[80, 28, 52, 0]])
  const started = await start(recall)
  expect(started).toMatchObject({
    state: 'running',
    isolated: [{ version: 1, batches: 1, places: 1, onHand: 80, picked: 12, released: 28, orderLines: 9 }],
    balance: [{ sku: 'F', distributed: 20, outstanding: 20, held: 80, recovered: 0, destroyed: 0, gap: 0 }],
  })
  expect(await stock()).toEqual([[80, 0, 0, 1]])
  const { items } = await world.get('/v1/number-to-sell?channel=shop')
  expect(items.map(({ sku, quantity }: Json) => [sku, quantity])).toEqual([['F', 0]])
  const refused = await world.call('POST', '/v1/shipments', { order: 'SO-9' })
  expect(refused.status).toBe(409)
  for (const { number } of promised)
    expect([number, (await world.get(`/v1/orders/${number}`)).lines[0].batches]).toEqual([number, []])
  const { openOrders } = await world.get(`/v1/recalls/${recall.id}/trace`)
  expect(openOrders).toMatchObject([{ orderNumber: 'SO-9', quantity: 0, picked: 12 }])
})

test('other batches serve who lost them, and what comes later of the recalled one is held', async () => {
  const { id } = await order('SO-1', 30)
  const recall = await draft()
  await receive('F2', 100, { expiresOn: '2027-06-01' })
  await start(recall)
  await receive('F1', 50)
  expect((await stock()).map(([, , available]: number[]) => available)).toEqual([0])
  await world.post('/v1/orders', { number: 'SO-2', lines: [{ product: 'F', quantity: 90 }] })
  const { lines } = await world.get('/v1/orders/SO-2')
  expect(lines[0].batches.map(({ batchCode, quantity }: Json) => [batchCode, quantity])).toEqual([['F2', 70]])
  expect((await world.get(`/v1/orders/${id}`)).lines[0].batches).toMatchObject([{ batchCode: 'F2', quantity: 30 }])
})

test("a supplier's lot is looked out for: what comes under it while the recall runs is held before anything of it is promised", async () => {
  const parts = [{ kind: 'supplier_lot', supplierLot: 'S-77', supplier: 'X' }]
  const recall = await draft({ scope: { parts } })
  await order('SO-1', 130)
  await start(recall)
  const late = await receive('F7', 60, { supplierLot: 'S-77', expiresOn: '2026-06-01' })
  const { here } = await world.get(`/v1/batches/${late.batchId}/trace`)
  expect(here).toMatchObject([{ onHand: 60, reserved: 0, available: 0 }])
  const { items } = await world.get(`/v1/holds?batch=${late.batchId}`)
  expect(items).toMatchObject([{ keeperNumber: recall.number, reason: `Recall ${recall.number}: Glass in F1` }])
  await world.post(`/v1/recalls/${recall.id}/end`, { reason: 'the supplier was wrong' })
  await receive('F8', 10, { supplierLot: 'S-77' })
  expect((await world.get('/v1/holds?active=true')).items).toEqual([])
})

test('a product is recalled by its days of production: what is made of it then is held as it is made, and what is made later is not', async () => {
  const parts = [{ kind: 'product', product: 'F', producedFrom: '2025-11-01', producedTo: '2025-11-30' }]
  const recall = await draft({ scope: { parts, except: [batch.batchId] } })
  await world.post('/v1/products', { sku: 'RAW', name: 'Raw', dates: 'optional' })
  await world.post('/v1/receipts', { warehouse: 'CHI', lines: [{ product: 'RAW', batch: 'R', quantity: 30 }] })
  await start(recall)
  for (const [code, producedOn] of [
    ['IN', '2025-11-20'],
    ['BEFORE', '2025-10-20'],
  ])
    await make(world, 'RAW 10 of R', `F 10 of ${code}`, { outputs: [{ producedOn, expiresOn: '2026-11-01' }] })
  const { items } = await world.get(`/v1/holds?keeper=${recall.id}`)
  expect(items.map(({ batchCode }: Json) => batchCode)).toEqual(['IN'])
})

test('scenario 44: two people start and end it, both recorded; what was held before is held still', async () => {
  const quality = await world.as('quality')
  const owner = await world.as('owner')
  await owner.call('PUT', '/v1/recall-settings', { twoPeople: true })
  const before = await world.post('/v1/holds', { scope: 'batch', batch: batch.batchId, reason: 'QA looks at it' })
  const recall = await draft()
  const alone = await owner.call('POST', `/v1/recalls/${recall.id}/start`, {})
  expect([alone.status, alone.body.code]).toEqual([409, 'recall_needs_second'])
  await owner.post(`/v1/recalls/${recall.id}/approvals`, { step: 'start' })
  expect((await owner.call('POST', `/v1/recalls/${recall.id}/start`, {})).body.code).toBe('recall_needs_second')
  await quality.post(`/v1/recalls/${recall.id}/start`, {})
  const lifting = await owner.call('POST', `/v1/holds/${(await kept(recall)).id}/lifting`, { reason: 'why not' })
  expect([lifting.status, lifting.body.code]).toEqual([409, 'hold_kept'])
  expect((await owner.call('POST', `/v1/recalls/${recall.id}/end`, { reason: 'done' })).body.code).toBe(
    'recall_needs_second',
  )
  await quality.post(`/v1/recalls/${recall.id}/approvals`, { step: 'end' })
  const ended = await owner.post(`/v1/recalls/${recall.id}/end`, { reason: 'all accounted for' })
  expect(ended.acts.map(({ kind }: Json) => kind)).toEqual(['approve_start', 'start', 'approve_end', 'end'])
  expect(new Set(ended.acts.map(({ byName }: Json) => byName)).size).toBe(2)
  expect((await world.get('/v1/holds?active=true')).items).toMatchObject([{ number: before.number }])
  expect((await stock()).map(([, , available]: number[]) => available)).toEqual([0])
})
const kept = async ({ id }: Json) => (await world.get(`/v1/holds?keeper=${id}`)).items[0]

test('it is widened and narrowed while it runs, and each version is kept', async () => {
  const other = await receive('F2', 40, { expiresOn: '2027-06-01' })
  const recall = await draft()
  await start(recall)
  const [one, two] = [batch.batchId, other.batchId].map((id) => ({ kind: 'batch', batch: id }))
  const both = { scope: { parts: [one, two] }, reason: 'F2 was filled on the same line' }
  const wider = await world.post(`/v1/recalls/${recall.id}/versions`, both)
  expect(wider.isolated).toMatchObject([
    { version: 1, onHand: 100 },
    { version: 2, onHand: 140, batches: 2 },
  ])
  const narrower = { scope: { parts: [one, two], except: [batch.batchId] }, reason: 'F1 is clean' }
  const manager = await world.as('manager')
  const refused = await manager.call('POST', `/v1/recalls/${recall.id}/versions`, narrower)
  expect([refused.status, refused.body.code]).toEqual([403, 'recall_narrowed'])
  const now = await world.post(`/v1/recalls/${recall.id}/versions`, narrower)
  expect(now.versions.map(({ version, reason }: Json) => [version, reason])).toEqual([
    [1, null],
    [2, 'F2 was filled on the same line'],
    [3, 'F1 is clean'],
  ])
  expect(await stock()).toEqual([[100, 0, 100, 0]])
  expect((await world.get('/v1/holds?active=true')).items).toMatchObject([{ batchCode: 'F2' }])
})

test('bad steps are refused with words: an empty scope, a second start, a class of a withdrawal', async () => {
  const nothing = await draft({ scope: { parts: [{ kind: 'batch', batch: batch.batchId }], except: [batch.batchId] } })
  expect((await world.call('POST', `/v1/recalls/${nothing.id}/start`, {})).body.code).toBe('recall_empty')
  const recall = await draft()
  await start(recall)
  const again = await world.call('POST', `/v1/recalls/${recall.id}/start`, {})
  expect([again.status, again.body.code, again.body.detail]).toEqual([
    409,
    'recall_state',
    `Recall ${recall.number} is running. Look at it again: somebody may have gone on with it.`,
  ])
  const wrong = await world.call('POST', '/v1/recalls', {
    kind: 'withdrawal',
    class: 'I',
    title: 'x',
    reason: 'x',
    scope: { parts: [{ kind: 'lot' }] },
  })
  expect(wrong.status).toBe(422)
  expect((await world.call('GET', '/v1/recalls/RL-99')).status).toBe(404)
})
