/**
 * Whoever asks what left is told what left and stays left: a cancelled shipment sent nothing to anybody, and its history stays.
 */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { batchId, differences, orderNow, product, receive } from './stories.ts'
import { type Json, openWorld, type World } from './world.ts'

let world: World
let sku: string
let batch: string
let count = 0
beforeAll(async () => {
  world = await openWorld()
  for (const code of ['C1', 'C2']) await world.post('/v1/customers', { code, name: `Shop ${code}` })
})
afterAll(() => world?.close())
beforeEach(async () => {
  count += 1
  sku = `P${count}`
  await product(world, { sku, dates: 'optional' })
  await receive(world, [lineOf('A', 40, '2026-01-01')])
  batch = await batchId(world, `${sku}A`)
})

const lineOf = (code: string, quantity: number, expiresOn: string) => ({
  product: sku,
  batch: `${sku}${code}`,
  quantity,
  expiresOn,
})
const place = (quantity: number, more: Json = {}): Promise<Json> =>
  world.post('/v1/orders', { customer: 'C1', lines: [{ product: sku, quantity }], ...more })
const ship = async ({ id }: Json, more: Json = {}): Promise<Json> =>
  (await world.post('/v1/shipments', { order: id, ...more })).items[0]
const cancel = ({ id }: Json, more: Json = {}) =>
  world.call('POST', `/v1/shipments/${id}/cancellation`, { reason: 'too early', ...more })
const customersOf = async () =>
  (await world.get(`/v1/batches/${batch}/recipients`)).items.map(({ customerName, quantity, kept }: Json) => [
    customerName,
    quantity,
    kept,
  ])

/** What of three shops two have: that of C2 was cancelled. */
async function twoOfThree() {
  const [first, wrong, last] = [await place(10), await place(7, { customer: 'C2' }), await place(3)]
  const [, sent] = [await ship(first), await ship(wrong), await ship(last)]
  expect((await cancel(sent)).status).toBe(200)
  return { wrong, sent }
}

test('the trace of the batch, its recipients and the customer know nothing of a cancelled shipment; the mass balances', async () => {
  const { wrong } = await twoOfThree()
  const trace = await world.get(`/v1/batches/${batch}/trace`)
  expect(trace).toMatchObject({ customers: 1, orders: 2, shipped: 13, kept: 13 })
  expect(trace.shipments.items.map(({ quantity }: Json) => quantity)).toEqual([3, 10])
  expect(trace.massBalance).toMatchObject({ shipped: 13, onHand: 27, gap: 0, alarm: null })
  expect(await customersOf()).toEqual([['Shop C1', 13, 13]])
  const ofC2 = (await world.get('/v1/customers/C2/batches?limit=500')).items
  expect(ofC2.filter(({ batchId: id }: Json) => id === batch)).toEqual([])
  const sheet = (await world.call('GET', `/v1/batches/${batch}/trace.csv`)).text
  expect(sheet).not.toContain('Shop C2')
  const line = await world.get(`/v1/order-lines/${wrong.lines[0].id}/trace`)
  expect(line.batches).toMatchObject([{ batchId: batch, shipped: 0, reserved: 7 }])
  expect((await orderNow(world, wrong)).lines[0].sent).toEqual([])
  expect(await differences(world)).toEqual([])
})

test('the history shows both: that it was shipped, and that it was cancelled, by whom and why', async () => {
  const { sent } = await twoOfThree()
  const { items } = await world.get(`/v1/moves?batch=${batch}`)
  expect(items.slice(0, 3).map(({ reason, quantity, note, undone }: Json) => [reason, quantity, note, undone])).toEqual(
    [
      ['reversal', 7, 'too early', 0],
      ['shipment', 3, null, 0],
      ['shipment', 7, null, 7],
    ],
  )
  expect(await world.get(`/v1/shipments/${sent.number}`)).toMatchObject({ state: 'cancelled' })
  const found = await world.get(`/v1/search?q=${sent.number}`)
  expect(found.items[0]).toMatchObject({ kind: 'shipment', detail: expect.stringMatching(/ · cancelled$/) })
  const sums = await world.get(`/v1/moves/sums?batch=${batch}`)
  expect(sums.items.find(({ reason }: Json) => reason === 'shipment')).toMatchObject({ moves: 3, quantity: 13 })
})

test('what was cancelled cannot come back, and what came back is not cancelled', async () => {
  const { wrong } = await twoOfThree()
  const announce = async (more: Json, quantity: number) =>
    (await world.post('/v1/returns', { number: `R-${sku}-${quantity}`, ...more, lines: [{ product: sku, quantity }] }))
      .id
  const takeIn = (id: string, quantity: number) =>
    world.call('POST', `/v1/returns/${id}/receipts`, {
      warehouse: 'CHI',
      lines: [{ line: 1, quantity, batch: `${sku}A` }],
    })
  const nothing = await announce({ orderNumber: wrong.number }, 7)
  expect((await takeIn(nothing, 1)).body).toMatchObject({ code: 'return_beyond_sent', facts: { most: 0 } })
  const placed = await place(5)
  const sent = await ship(placed)
  const back = await announce({ orderNumber: placed.number }, 2)
  expect((await takeIn(back, 2)).status).toBe(200)
  expect((await cancel(sent)).body).toMatchObject({
    code: 'shipment_came_back',
    facts: { asked: 5, out: 3 },
    detail: expect.stringContaining('only 3 are still out'),
  })
  const [move] = (await world.get(`/v1/moves?document=${back}`)).items
  await world.post(`/v1/moves/${move.id}/reversal`, { reason: 'of another order' })
  expect((await cancel(sent)).status).toBe(200)
  expect(await differences(world)).toEqual([])
})

test('a return that names only its customer, or nobody, counts as well', async () => {
  for (const [customer, named] of [
    ['C1', { customer: 'C1' }],
    [null, {}],
  ] as const) {
    const placed = await place(4, customer === null ? { customer: undefined } : {})
    const sent = await ship(placed)
    const { id } = await world.post('/v1/returns', {
      number: `R-${sku}-${customer}`,
      ...named,
      lines: [{ product: sku, quantity: 3 }],
    })
    const lines = [{ line: 1, quantity: 3, batch: `${sku}A` }]
    await world.post(`/v1/returns/${id}/receipts`, { warehouse: 'CHI', lines })
    expect((await cancel(sent)).body.code).toBe('shipment_came_back')
  }
})

test('what the customer last received, the batch an order is bound to and what a pool gave do not count what never left', async () => {
  await receive(world, [lineOf('B', 40, '2026-06-01')])
  await world.post('/v1/rules', { name: 'Fresh', product: sku, customer: 'C2', neverOlder: true, reason: 'contract' })
  const last = await place(5, { customer: 'C2', lines: [{ product: sku, quantity: 5, lifeDaysMin: 100 }] })
  const sent = await ship(last)
  expect(sent.lines).toMatchObject([{ batchCode: `${sku}B` }])
  const held = await place(5, { customer: 'C2' })
  expect(held.lines[0].batches).toMatchObject([{ batchCode: `${sku}B` }])
  await cancel(sent)
  expect((await place(5, { customer: 'C2' })).lines[0].batches).toMatchObject([{ batchCode: `${sku}A` }])
  const pool = await world.post('/v1/pools', {
    name: 'Sale',
    product: sku,
    channel: 'shop',
    quantity: 10,
    validUntil: '2025-12-31',
    reason: 'campaign',
  })
  const drawn = await place(6, { channel: 'shop' })
  const left = async () => (await world.get(`/v1/pools/${pool.id}`)).left
  const gone = await ship(drawn)
  expect(await left()).toBe(4)
  await cancel(gone)
  expect(await left()).toBe(4)
  await world.post(`/v1/orders/${drawn.id}/cancellation`, { reason: 'no' })
  expect(await left()).toBe(10)
})

test('home counts today what left and stays left', async () => {
  const before = (await world.get('/v1/home')).movement
  await twoOfThree()
  const { shipped, moves } = (await world.get('/v1/home')).movement
  expect([shipped - before.shipped, moves - before.moves]).toEqual([13, 4])
})

test('the verifier names what is undone beyond its move, and a line that counts what was cancelled', async () => {
  const { wrong } = await twoOfThree()
  const lineId = wrong.lines[0].id
  // As one would that says more stood than did.
  await world.owner`
    insert into stock.move (account_id, id, batch_id, product_id, from_place_id, to_place_id, quantity, reason, document_kind, document_id,
      document_line_id, occurred_at, recorded_at, actor_name, reverses_id, stood)
    select account_id, gen_random_uuid(), batch_id, product_id, from_place_id, to_place_id, quantity, reason, document_kind, document_id,
      document_line_id, occurred_at, recorded_at, actor_name, reverses_id, stood + quantity
    from stock.move where reason = 'reversal' and document_line_id = ${lineId}`
  const found = await differences(world)
  expect(found.map(({ kind, expected, actual }) => [kind, expected, actual]).sort()).toEqual([
    ['balance', 34, 27],
    ['shipped', -7, 0],
    ['undone', 7, 14],
  ])
})
