import { afterEach, beforeEach, expect, test } from 'vitest'
import { begin, identify, linesOf, pathNow, stockHere, untracked } from '../../test/identifying.ts'
import { batchId, differences, order, orderNow, product, stockOf, taken } from '../../test/stories.ts'
import { type Caller, type Json, openWorld, type World } from '../../test/world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld({ works: false })
})
afterEach(() => world.close())

const refused = async (caller: Caller, url: string, body: Json): Promise<string> =>
  (await caller.call('POST', url, body)).body.code
const unitsOf = (path: Json) => `/v1/identifications/${path.id}/units`
const made = async (path: Json): Promise<Json[]> => (await world.get(unitsOf(path))).items
const undo = (one: Json, caller: Caller = world) =>
  caller.call('POST', `/v1/identified-units/${one.id}/undoing`, { reason: 'misread' })

test('units become the batch on their label where they lie, with its dates, and promises go along', async () => {
  await untracked(world, { A1: 10, A2: 4 })
  const placed = await order(world, 12)
  const path = await begin(world)
  const lines = [{ place: 'A1', batch: '10L1', quantity: 6 }]
  const label = `]C1${lines[0]?.batch}`
  await world.post(unitsOf(path), { lines: [{ ...lines[0], batch: label, expiresOn: '2026-05-01' }] })
  await identify(world, path, 'A2', { L2: 4 })
  expect(await stockHere(world)).toEqual({ '- A1': 4, 'L1 A1': 6, 'L2 A2': 4 })
  expect(await orderNow(world, placed)).toMatchObject({ allocated: 12, backOrdered: 0 })
  const now = await pathNow(world, path)
  expect(now.meter).toEqual({ whole: 14, identified: 10, here: 4, gone: 0, percent: 71 })
  expect(now.warehouses).toMatchObject([{ warehouseCode: 'CHI', identified: 10, here: 4 }])
  expect(now.candidates.map(({ batchCode, identified }: Json) => [batchCode, identified])).toEqual([
    ['L1', 6],
    ['L2', 4],
  ])
  const detail = await world.get(`/v1/batches/${await batchId(world, 'L1')}`)
  expect(detail).toMatchObject({
    expiresOn: '2026-05-01',
    parents: [{ batchCode: '-', kind: 'identified', quantity: 6 }],
  })
  expect(await differences(world)).toEqual([])
})

test('a label whose batch may have run on names a batch only where there is one of that code', async () => {
  await untracked(world, { A1: 10 })
  const path = await begin(world)
  const line = { place: 'A1', batch: ']C110L121S9', quantity: 2 }
  const answer = await world.call('POST', unitsOf(path), { lines: [line] })
  expect(answer.body.facts.problems).toMatchObject([
    { message: expect.stringContaining('batch (10) may be L121S9, or L1 with (21) S9') },
  ])
  await identify(world, path, 'A1', { L121S9: 1 })
  await world.post(unitsOf(path), { lines: [line] })
  expect(await stockHere(world)).toEqual({ '- A1': 7, 'L121S9 A1': 3 })
})

test('what is found twice of a batch is one link with the sum, and what is undone is taken from it', async () => {
  await untracked(world, { A1: 10 })
  const path = await begin(world)
  await identify(world, path, 'A1', { L1: 3 })
  await identify(world, path, 'A1', { L1: 2 })
  const id = await batchId(world, 'L1')
  const links = async () => (await world.get(`/v1/batches/${id}`)).parents.map(({ quantity }: Json) => quantity)
  expect(await links()).toEqual([5])
  const [later, earlier] = await made(path)
  await undo(later)
  expect(await links()).toEqual([3])
  await undo(earlier)
  expect(await links()).toEqual([])
  expect(await stockHere(world)).toEqual({ '- A1': 10 })
  expect((await pathNow(world, path)).meter.percent).toBe(0)
  expect((await made(path)).map(({ undoneBy, undoReason }) => [undoneBy !== null, undoReason])).toEqual([
    [true, 'misread'],
    [true, 'misread'],
  ])
  expect((await undo(earlier)).body.code).toBe('identified_undone')
  expect(await differences(world)).toEqual([])
})

test('what was sent since cannot be unknown again, and promises go back with what can', async () => {
  await untracked(world, { A1: 10 })
  const path = await begin(world)
  const [line] = linesOf('A1', { L1: 4 })
  await world.post(unitsOf(path), { lines: [{ ...line, expiresOn: '2026-05-01' }] })
  const placed = await order(world, 4)
  expect(taken(placed)).toEqual({ L1: 4 })
  const [one] = await made(path)
  expect((await undo(one)).status).toBe(200)
  expect(taken(await orderNow(world, placed))).toEqual({ '-': 4 })
  await identify(world, path, 'A1', { L1: 10 })
  await world.post('/v1/shipments', { order: placed.id })
  const [again] = await made(path)
  const answer = await undo(again)
  expect([answer.status, answer.body.code, answer.body.facts.left]).toEqual([409, 'identified_used', 6])
  expect(await differences(world)).toEqual([])
})

test('moves of an identification are not reversed one by one', async () => {
  await untracked(world, { A1: 10 })
  const path = await begin(world)
  await identify(world, path, 'A1', { L1: 4 })
  const { items } = await world.get('/v1/moves?reason=make')
  const answer = await world.call('POST', `/v1/moves/${items[0].id}/reversal`, { reason: 'wrong' })
  expect([answer.status, answer.body.detail]).toEqual([
    422,
    'units that were identified are undone as a whole: undo that, not one of its moves.',
  ])
})

test('orders that ask for a life are told before, and lose undated goods only where that is accepted', async () => {
  await untracked(world, { A1: 10 })
  const strict = await order(world, 3, { line: { product: 'P', lifeDaysMin: 30 } })
  const easy = await order(world, 5)
  expect(await orderNow(world, strict)).toMatchObject({ allocated: 3 })
  const preview = await world.get('/v1/identification-preview?product=P&dates=optional')
  expect(preview.barred).toMatchObject({
    quantity: 3,
    lines: 1,
    orders: 1,
    items: [{ orderId: strict.id, quantity: 3 }],
  })
  const body = { product: 'P', dates: 'optional', reason: 'recalls' }
  const answer = await world.call('POST', '/v1/identifications', body)
  expect([answer.status, answer.body.code, answer.body.facts.choices]).toEqual([409, 'identification_bars', ['accept']])
  expect((await world.get('/v1/identification-preview?product=P&dates=none')).barred.quantity).toBe(0)
  const path = await world.post('/v1/identifications', { ...body, accept: true })
  expect(await orderNow(world, strict)).toMatchObject({ allocated: 0, backOrdered: 3 })
  expect(await orderNow(world, easy)).toMatchObject({ allocated: 5, backOrdered: 0 })
  await world.post(unitsOf(path), { lines: [{ place: 'A1', batch: 'L1', quantity: 4, expiresOn: '2026-12-01' }] })
  expect(taken(await orderNow(world, strict))).toEqual({ L1: 3 })
})

test('each refusal says what stands in the way', async () => {
  await untracked(world, { A1: 10 })
  const serial = { sku: 'S', tracking: 'serial', dates: 'none' }
  await product(world, serial)
  await product(world, { sku: 'T' })
  const reason = 'recalls'
  expect(await refused(world, '/v1/identifications', { product: 'S', reason })).toBe('identification_serial')
  expect(await refused(world, '/v1/identifications', { product: 'T', reason })).toBe('identification_none')
  expect(await refused(world, '/v1/identifications', { product: 'NONE', reason })).toBe('not_found')
  const path = await begin(world)
  expect(await refused(world, '/v1/identifications', { product: 'P', reason })).toBe('identification_begun')
  expect(await refused(world, unitsOf(path), { lines: linesOf('A1', { L1: 11 }) })).toBe('identify_beyond')
  expect(await refused(world, unitsOf(path), { lines: linesOf('A1', { L1: 6, L2: 5 }) })).toBe('identify_beyond')
  expect(await refused(world, unitsOf(path), { lines: linesOf('NOWHERE', { L1: 1 }) })).toBe('invalid_input')
  expect(await refused(world, unitsOf(path), { lines: linesOf('A1', { '-': 1 }) })).toBe('batch_code_needed')
  const foreign = { place: 'A1', batch: '010950600013435210L1', quantity: 1 }
  expect(await refused(world, unitsOf(path), { lines: [foreign] })).toBe('invalid_input')
  await identify(world, path, 'A1', { L1: 1 })
  expect(await refused(world, unitsOf(path), { lines: linesOf('A1', { l1: 1 }) })).toBe('batch_looks_alike')
  const candidates = { candidates: [{ batch: 'L9' }], openToAny: false, reason }
  const url = `/v1/identifications/${path.id}/candidates`
  expect((await world.call('PUT', url, candidates)).body.code).toBe('candidate_found')
  const none = { candidates: [], openToAny: false, reason }
  expect((await world.call('PUT', url, none)).body.code).toBe('invalid_input')
  const kept = { candidates: [{ batch: 'L1' }, { batch: 'L9' }], openToAny: false, reason }
  const named = await world.call('PUT', url, kept)
  expect([named.status, named.body.openToAny, named.body.candidates.length]).toEqual([200, false, 2])
})

test('a product does not go back to being untracked, nor on to serials', async () => {
  await untracked(world, { A1: 10 })
  const change = (body: Json) => world.call('PATCH', `/v1/products/${path.productId}`, body)
  const [path] = [await world.get('/v1/products/P').then(({ id: productId }) => ({ productId }))]
  const locked = await change({ tracking: 'batch' })
  expect([locked.body.code, locked.body.detail]).toEqual([
    'tracking_locked',
    '10 units of P are in stock, and nobody has written down their batches. Begin to track batches on the page of the product: orders flow on, and the stock is identified bit by bit.',
  ])
  await begin(world)
  expect((await change({ tracking: 'none' })).body.code).toBe('tracking_locked')
  await world.post('/v1/adjustments', {
    warehouse: 'CHI',
    reason: 'gone',
    lines: [{ product: 'P', batch: '-', quantity: -10 }],
  })
  expect((await change({ tracking: 'none' })).body.code).toBe('tracking_identified')
  expect((await change({ tracking: 'serial' })).body.code).toBe('tracking_identified')
})

test('it ends by itself with the last unit, and begins again where one comes back', async () => {
  await untracked(world, { A1: 10 })
  const placed = await order(world, 2)
  const path = await begin(world)
  await world.post('/v1/shipments', { order: placed.id })
  await identify(world, path, 'A1', { L1: 8 })
  expect(await pathNow(world, path)).toMatchObject({
    state: 'done',
    left: { shipped: 2, otherwise: 0 },
    meter: { identified: 8, here: 0, gone: 2, percent: 80 },
  })
  expect((await world.get('/v1/identifications?state=open')).items).toEqual([])
  const lines = [{ product: 'P', quantity: 1 }]
  const back = await world.post('/v1/returns', { orderNumber: placed.number, lines })
  await world.post(`/v1/returns/${back.id}/receipts`, { warehouse: 'CHI', lines: [{ line: 1, quantity: 1 }] })
  expect(await pathNow(world, path)).toMatchObject({ state: 'open', meter: { here: 1, gone: 1, whole: 10 } })
  const [{ placeCode }] = await stockOf(world, '-')
  await identify(world, path, placeCode, { L1: 1 })
  expect(await pathNow(world, path)).toMatchObject({ state: 'done', meter: { identified: 9, percent: 90 } })
  expect(await differences(world)).toEqual([])
})

test('the rest can be given up: it is sold as before, and taken up again', async () => {
  await untracked(world, { A1: 10 })
  const path = await begin(world)
  const url = `/v1/identifications/${path.id}/giving-up`
  expect((await world.call('DELETE', url)).body.code).toBe('identify_goes_on')
  expect(await world.post(url, { reason: 'the labels are gone' })).toMatchObject({ state: 'given_up' })
  expect(await refused(world, unitsOf(path), { lines: linesOf('A1', { L1: 1 }) })).toBe('identify_given_up')
  expect(taken(await order(world, 4))).toEqual({ '-': 4 })
  expect((await world.call('DELETE', url)).body).toMatchObject({ state: 'open', givenUpBy: null })
  await identify(world, path, 'A1', { L1: 10 })
  expect(await refused(world, url, { reason: 'done' })).toBe('identify_all_known')
})

test('what lies picked stays without a batch, and its promise with it', async () => {
  await untracked(world, { A1: 10 })
  const placed = [await order(world, 4), await order(world, 6)]
  const path = await begin(world)
  const wave = await world.post('/v1/pick-waves', { warehouse: 'CHI', orders: placed.map(({ id }) => id) })
  const [task] = wave.tasks.filter(({ orderId }: Json) => orderId === placed[1].id)
  const { orderLineId: orderLine, batchId: batch, placeId: place } = task
  await world.post(`/v1/pick-waves/${wave.id}/picks`, { orderLine, batch, place, quantity: 5 })
  const answer = await world.call('POST', unitsOf(path), { lines: linesOf('A1', { L1: 6 }) })
  expect([answer.body.code, answer.body.facts.picked]).toEqual(['identify_beyond', 5])
  await identify(world, path, 'A1', { L1: 5 })
  expect(taken(await orderNow(world, placed[1]))).toMatchObject({ '-': 5 })
  const now = await world.get(`/v1/pick-waves/${wave.id}`)
  expect(now.tasks.every(({ stopped }: Json) => stopped === 0)).toBe(true)
  expect(await differences(world)).toEqual([])
})
