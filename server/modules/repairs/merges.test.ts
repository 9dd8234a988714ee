import { afterEach, beforeEach, expect, test } from 'vitest'
import { pickOf, wave } from '../../test/floor.ts'
import { lyingBecomes, merge, onHand, rename, traceOf, triedMerge, triedUndo, undo } from '../../test/repairs.ts'
import { cameBack, inspect, sentTo } from '../../test/returns.ts'
import { batchId, differences, hold, order, orderNow, product, receive, stockOf, taken } from '../../test/stories.ts'
import { arrive, dallas, send, transfer } from '../../test/transfers.ts'
import { type Json, openWorld, type World, waitFor } from '../../test/world.ts'

const expiresOn = '2026-06-01'
let world: World
beforeEach(async () => {
  world = await openWorld()
  await product(world)
})
afterEach(() => world.close())

const receiveBoth = async (wrong: Json = {}, right: Json = {}) => {
  await receive(world, [{ batch: 'GOOD', quantity: 60, expiresOn, ...right }])
  await receive(world, [{ batch: 'TYPO', quantity: 40, expiresOn, ...wrong }])
}
const refused = async (more: Json = {}) => (await triedMerge(world, 'TYPO', 'GOOD', more)).body

test('a batch with another last day is not merged, and a known date is not given to what has none', async () => {
  await product(world, { sku: 'Q', dates: 'optional' })
  await receiveBoth({ expiresOn: '2026-07-01' })
  expect(await refused()).toMatchObject({
    code: 'merge_dates_differ',
    facts: { date: '2026-07-01', intoDate: expiresOn, choices: ['correct_date', 'leave_apart'] },
  })
  await receive(world, [
    { product: 'Q', batch: 'BARE', quantity: 1 },
    { product: 'Q', batch: 'DATED', quantity: 1, expiresOn },
  ])
  expect((await triedMerge(world, 'DATED', 'BARE')).body.detail).toMatch(/merge BARE into DATED instead/)
  await merge(world, 'BARE', 'DATED')
  expect(await onHand(world)).toMatchObject({ DATED: 2 })
})

test('a batch is not merged into itself, into one of another product, or into one that is merged', async () => {
  await receiveBoth()
  expect((await triedMerge(world, 'GOOD', 'GOOD')).body.code).toBe('merge_itself')
  await product(world, { sku: 'Q' })
  await receive(world, [{ product: 'Q', batch: 'OTHER', quantity: 1, expiresOn }])
  expect((await triedMerge(world, 'TYPO', 'OTHER')).body.code).toBe('merge_other_product')
  await merge(world, 'TYPO', 'GOOD')
  await receive(world, [{ batch: 'THIRD', quantity: 1, expiresOn }])
  expect((await triedMerge(world, 'THIRD', 'TYPO')).body).toMatchObject({
    code: 'batch_merged',
    facts: { now: 'GOOD' },
  })
  expect((await triedMerge(world, 'TYPO', 'THIRD')).body.code).toBe('batch_merged')
})

test('what came from two suppliers is one batch only where a person says so', async () => {
  for (const code of ['X', 'Y']) await world.post('/v1/suppliers', { code, name: code })
  await receive(world, [{ batch: 'GOOD', quantity: 1, expiresOn }], { supplier: 'X' })
  await receive(world, [{ batch: 'TYPO', quantity: 1, expiresOn }], { supplier: 'Y' })
  expect((await refused()).code).toBe('merge_supplier_differs')
  await merge(world, 'TYPO', 'GOOD', { sameSupplier: true })
  expect(await onHand(world)).toEqual({ GOOD: 2 })
})

test('goods without batch, and what was opened are not merged', async () => {
  await receiveBoth()
  await world.post('/v1/redating-rules', { product: 'P', afterOpening: { count: 12, unit: 'months' }, says: 'leaflet' })
  const [{ batchId: batch, placeId: place }] = await stockOf(world, 'TYPO')
  await world.post('/v1/redatings', { kind: 'opened', batch, place, quantity: 1 })
  expect((await triedMerge(world, 'TYPO-OP1', 'TYPO')).body.code).toBe('repair_redated')
  await product(world, { sku: 'N', tracking: 'none', dates: 'none' })
  await receive(world, [{ product: 'N', quantity: 1 }])
  const { items } = await world.get('/v1/batches?product=N')
  const body = { kind: 'merge', batch: items[0].id, into: await batchId(world, 'GOOD'), reason: 'x' }
  expect((await world.call('POST', '/v1/batch-repairs', { ...body, into: items[0].id })).body.code).toBe('merge_itself')
})

test('what lies picked, is on its way, or is being counted is not merged under the hands of people, and each is named', async () => {
  await receiveBoth({ expiresOn })
  await dallas(world)
  const counted = await world.post('/v1/counts', { warehouse: 'CHI', of: 'batches', batches: ['TYPO'], blind: false })
  const lines = [
    { batch: 'TYPO', quantity: 40 },
    { batch: 'GOOD', quantity: 60 },
  ]
  await world.post(`/v1/counts/${counted.id}/tallies`, { tallies: [{ place: 'MAIN', lines }] })
  expect(await refused()).toMatchObject({ code: 'merge_counted', facts: { counts: [counted.number] } })
  await world.post(`/v1/counts/${counted.id}/closing`, {})
  const moved = await transfer(world, 4, { batch: 'TYPO' })
  await send(world, moved)
  expect(await refused()).toMatchObject({ code: 'merge_in_transit', facts: { transfers: [moved.number] } })
  await arrive(world, moved)
  const placed = await order(world, 90, { warehouse: 'CHI' })
  const { id } = await wave(world, [placed])
  await pickOf(world, id, { batch: 'TYPO', quantity: 2 })
  expect(await refused()).toMatchObject({ code: 'merge_picked', facts: { orders: [placed.number] } })
})

test('what is sent, sampled and destroyed under the wrong code stays under it, and both balances close', async () => {
  await receiveBoth({ expiresOn: '2026-05-01' }, { expiresOn: '2026-05-01' })
  const [{ batchId: batch, placeId: place }] = await stockOf(world, 'TYPO')
  await world.post('/v1/samples', { batch, place, quantity: 2, dueOn: '2027-01-01' })
  await merge(world, 'TYPO', 'GOOD')
  const { massBalance } = await traceOf(world, batch)
  expect(massBalance).toMatchObject({ received: 40, samples: 2, consumed: 38, onHand: 0, gap: 0 })
  expect((await traceOf(world, await batchId(world, 'GOOD'))).massBalance).toMatchObject({
    made: 38,
    onHand: 98,
    gap: 0,
  })
  const [sample] = (await world.get('/v1/samples')).items
  await world.post(`/v1/samples/${sample.id}/removals`, { quantity: 1, as: 'returned', reason: 'not needed' })
  await lyingBecomes(world, { GOOD: 99 })
  expect(await differences(world)).toEqual([])
})

test('what comes back of a merged batch is looked at and restocked as the batch that it is', async () => {
  await receive(world, [{ batch: 'TYPO', quantity: 10, expiresOn }])
  const sent = await sentTo(world, 10)
  await receive(world, [{ batch: 'GOOD', quantity: 5, expiresOn }])
  await merge(world, 'TYPO', 'GOOD')
  const back = await cameBack(world, sent.number, { batch: 'GOOD', quantity: 3 })
  await lyingBecomes(world, { GOOD: 8 })
  await inspect(world, back, { restock: 2, quarantine: 1 })
  expect((await stockOf(world, 'GOOD')).map(({ placeKind, onHand: units }) => [placeKind, units]).sort()).toEqual([
    ['quarantine', 1],
    ['storage', 7],
  ])
  expect(await differences(world)).toEqual([])
})

const cancelled = async (sent: Json) => {
  const { items } = await world.get(`/v1/shipments?order=${sent.id}`)
  await world.post(`/v1/shipments/${items[0].id}/cancellation`, { reason: 'lorry broke down' })
}

test('a shipment that is cancelled after the merge is of the right batch again, promised as before', async () => {
  await receive(world, [{ batch: 'TYPO', quantity: 10, expiresOn }])
  const sent = await sentTo(world, 4)
  await receive(world, [{ batch: 'GOOD', quantity: 5, expiresOn }])
  await merge(world, 'TYPO', 'GOOD')
  await cancelled(sent)
  await lyingBecomes(world, { GOOD: 15 })
  expect(taken(await orderNow(world, sent))).toEqual({ GOOD: 4 })
  expect(await differences(world)).toEqual([])
})

test('what comes back picked stays as it was picked, and is of the right batch once it is put back', async () => {
  await receive(world, [{ batch: 'TYPO', quantity: 10, expiresOn }])
  const placed = await order(world, 4)
  const { id } = await wave(world, [placed])
  await pickOf(world, id, { batch: 'TYPO', quantity: 4 })
  await world.post('/v1/shipments', { order: placed.id })
  await receive(world, [{ batch: 'GOOD', quantity: 5, expiresOn }])
  await merge(world, 'TYPO', 'GOOD')
  await cancelled(placed)
  await receive(world, [{ batch: 'TYPO', quantity: 1, expiresOn }])
  expect(await lyingBecomes(world, { GOOD: 12, TYPO: 4 })).toBeTruthy()
  const { rows } = await world.get(`/v1/orders/${placed.id}/packing`)
  const [{ orderLineId, batchId: batch, placeId: place }] = rows
  await world.post(`/v1/order-lines/${orderLineId}/put-backs`, { batch, place, quantity: 4 })
  await lyingBecomes(world, { GOOD: 16 })
  expect(taken(await orderNow(world, placed))).toEqual({ GOOD: 4 })
  expect(await differences(world)).toEqual([])
})

test('three codes of one batch are merged in a chain, and undone in the opposite order', async () => {
  await receiveBoth()
  await receive(world, [{ batch: 'WORSE', quantity: 5, expiresOn }])
  const first = await merge(world, 'WORSE', 'TYPO')
  const second = await merge(world, 'TYPO', 'GOOD')
  expect((await world.get('/v1/batches?called=WORSE')).items[0].code).toBe('GOOD')
  await hold(world, 'WORSE')
  expect((await stockOf(world, 'GOOD'))[0].available).toBe(0)
  expect((await triedUndo(world, first)).body).toMatchObject({ code: 'repair_merged', facts: { now: 'GOOD' } })
  await undo(world, second)
  expect(await onHand(world)).toEqual({ GOOD: 60, TYPO: 45 })
  expect((await stockOf(world, 'GOOD'))[0].available).toBe(60)
  await undo(world, first)
  expect(await onHand(world)).toEqual({ GOOD: 60, TYPO: 40, WORSE: 5 })
  expect((await triedUndo(world, first)).body.code).toBe('repair_undone')
  await merge(world, 'TYPO', 'GOOD')
  expect(await onHand(world)).toEqual({ GOOD: 100, WORSE: 5 })
  expect(await differences(world)).toEqual([])
})

test('what left its place and came back by being undone does not stand against undoing a merge', async () => {
  await receiveBoth()
  const merged = await merge(world, 'TYPO', 'GOOD')
  const sent = await sentTo(world, 3)
  expect((await triedUndo(world, merged)).body.code).toBe('repair_moved')
  await cancelled(sent)
  await undo(world, merged)
  expect(await onHand(world)).toEqual({ GOOD: 60, TYPO: 40 })
  expect(await differences(world)).toEqual([])
})

test('units that are held under one code lose their promises when the codes are one', async () => {
  await receiveBoth()
  const placed = await order(world, 50)
  await hold(world, 'TYPO')
  await waitFor(async () => taken(await orderNow(world, placed)).GOOD === 50, 'the order to have the good one')
  await merge(world, 'TYPO', 'GOOD')
  await waitFor(
    async () => Object.keys(taken(await orderNow(world, placed))).length === 0,
    'the promise to be given back',
  )
  expect(await differences(world)).toEqual([])
})

test('a renamed batch is merged, and is still found by every code that it had', async () => {
  await receiveBoth()
  await rename(world, 'TYPO', 'TYPE')
  await merge(world, 'TYPE', 'GOOD')
  for (const code of ['TYPO', 'TYPE', 'GOOD'])
    expect((await world.get(`/v1/batches?called=${code}`)).items.map((row: Json) => row.code)).toEqual(['GOOD'])
})

test('goods without batch have no code that could be put right', async () => {
  await product(world, { sku: 'N', tracking: 'none', dates: 'none' })
  await receive(world, [{ product: 'N', quantity: 5 }])
  await receiveBoth()
  const { items } = await world.get('/v1/batches?product=N')
  const body = { kind: 'rename', batch: items[0].id, code: 'X', reason: 'x' }
  expect((await world.call('POST', '/v1/batch-repairs', body)).body.code).toBe('repair_untracked')
})
