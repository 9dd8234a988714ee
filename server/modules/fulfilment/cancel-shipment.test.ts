/**
 * What was shipped by mistake is here again: in the ledger, on the order, and promised to it where it may still go.
 */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { textsOf } from '../../test/pdf-texts.ts'
import { batchId, differences, hold, order, orderNow, product, receive, stockOf, taken } from '../../test/stories.ts'
import { type Json, openWorld, type World } from '../../test/world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
  await product(world)
})
afterEach(() => world.close())

const a = (quantity: number) => ({ batch: 'A', quantity, expiresOn: '2025-12-01' })
const b = (quantity: number) => ({ batch: 'B', quantity, expiresOn: '2026-06-01' })
const ship = async (placed: Json, more: Json = {}): Promise<Json> =>
  (await world.post('/v1/shipments', { order: placed.id, ...more })).items[0]
const cancel = ({ id }: Json, more: Json = {}) =>
  world.call('POST', `/v1/shipments/${id}/cancellation`, { reason: 'the carrier did not come', ...more })
const onHand = async (code: string) => (await stockOf(world, code)).map(({ onHand, reserved }) => [onHand, reserved])

test('goods lie where they left, promised to the very same order, of the very same batch', async () => {
  await receive(world, [a(10), b(10)])
  const placed = await order(world, 8)
  const sent = await ship(placed)
  const waits = await order(world, 20)
  expect(taken(await orderNow(world, waits))).toEqual({ A: 2, B: 10 })
  expect((await cancel(sent)).body).toMatchObject({ back: 8, promised: 8 })
  expect(await orderNow(world, placed)).toMatchObject({ state: 'open', allocated: 8, shipped: 0 })
  expect(taken(await orderNow(world, placed))).toEqual({ A: 8 })
  expect(await orderNow(world, waits)).toMatchObject({ state: 'waiting', allocated: 12 })
  expect(await onHand('A')).toEqual([[10, 10]])
  expect(await differences(world)).toEqual([])
})

test('both moves stay in the ledger, and the shipment says who cancelled it and why', async () => {
  await receive(world, [a(10)])
  const sent = await ship(await order(world, 4))
  expect(sent).toMatchObject({ state: 'shipped', cancellations: [] })
  const clerk = await world.as('warehouse')
  const answer = await clerk.call('POST', `/v1/shipments/${sent.id}/cancellation`, { reason: 'too early' })
  expect(answer.body.shipment).toMatchObject({
    state: 'cancelled',
    lines: [{ quantity: 4, cancelled: 4 }],
    cancellations: [{ reason: 'too early', cancelledBy: 'warehouse of the tests (key)', quantity: 4 }],
  })
  const { items } = await world.get(`/v1/moves?document=${sent.id}`)
  expect(items.map(({ reason, quantity, undone, note }: Json) => [reason, quantity, undone, note])).toEqual([
    ['reversal', 4, 0, 'too early'],
    ['shipment', 4, 4, null],
  ])
  const { items: audit } = await world.get(`/v1/audit?subject=${sent.id}`)
  expect(audit[0]).toMatchObject({
    action: 'shipment.cancel',
    reason: 'too early',
    before: { number: sent.number },
    after: { back: [{ batchCode: 'A', quantity: 4 }], promised: 4 },
  })
  const slip = await world.call('GET', `/v1/shipments/${sent.id}/packing-slip.pdf`)
  expect(textsOf(slip.body).join(' ')).toContain('CANCELLED')
})

test('refused: without a reason, twice, and what is not there', async () => {
  await receive(world, [a(10)])
  const sent = await ship(await order(world, 4))
  const bare = await world.call('POST', `/v1/shipments/${sent.id}/cancellation`, { reason: '' })
  expect([bare.status, bare.body.code, bare.text]).toEqual([422, 'invalid_input', expect.stringContaining('reason')])
  expect((await cancel({ id: '019aafd0-0000-7000-8000-000000000000' })).body.code).toBe('not_found')
  expect((await cancel(sent)).status).toBe(200)
  expect((await cancel(sent)).body).toMatchObject({
    code: 'shipment_cancelled',
    detail: `All of shipment ${sent.number} is cancelled already. Its goods are here; ship the order again.`,
  })
  const moves = await world.get(`/v1/moves?document=${sent.id}`)
  const opposite = await world.call('POST', `/v1/moves/${moves.items[1].id}/reversal`, { reason: 'by hand' })
  expect(opposite.text).toMatch(/already_reversed|cancel the shipment/)
})

test('the same request sent again is answered as the first was, and done once', async () => {
  await receive(world, [a(10)])
  const sent = await ship(await order(world, 4))
  const say = () =>
    world.call('POST', `/v1/shipments/${sent.id}/cancellation`, { reason: 'no' }, { 'idempotency-key': 'once' })
  const [first, second] = [await say(), await say()]
  expect([first.status, second.status]).toEqual([200, 200])
  expect(second.body).toEqual(first.body)
  expect(await onHand('A')).toEqual([[10, 4]])
})

test('what is held since is here and not promised, and the order is served from other stock', async () => {
  await receive(world, [a(8), b(5)])
  const placed = await order(world, 8)
  const sent = await ship(placed)
  await hold(world, 'A')
  expect((await cancel(sent)).body).toMatchObject({ back: 8, promised: 0 })
  expect(await orderNow(world, placed)).toMatchObject({ state: 'waiting', allocated: 5, backOrdered: 3, shipped: 0 })
  expect(taken(await orderNow(world, placed))).toEqual({ B: 5 })
  expect((await orderNow(world, placed)).lost).toMatchObject([{ why: 'held', quantity: 3 }])
  const [row] = await stockOf(world, 'A')
  expect(row).toMatchObject({ onHand: 8, reserved: 0, available: 0, status: 'held' })
  expect(await differences(world)).toEqual([])
})

test('what expired since is here and not promised; so is what a rule bars since', async () => {
  await receive(world, [a(8), b(8)])
  const [first, second] = [await order(world, 8), await order(world, 8, { channel: 'shop' })]
  const [ofA, ofB] = [await ship(first), await ship(second)]
  const barred = [await batchId(world, 'B')]
  await world.post('/v1/rules', { name: 'not B', channel: 'shop', barred, reason: 'recalled there' })
  world.clock.set('2025-12-02T15:00:00.000Z')
  expect((await cancel(ofA)).body).toMatchObject({ back: 8, promised: 0 })
  expect((await cancel(ofB)).body).toMatchObject({ back: 8, promised: 0 })
  expect(taken(await orderNow(world, first))).toEqual({ B: 8 })
  expect(await orderNow(world, second)).toMatchObject({ allocated: 0, backOrdered: 8 })
  expect(await differences(world)).toEqual([])
})

test('of a cancelled order the goods are free, and nothing of it is asked any more', async () => {
  await receive(world, [a(6)])
  const placed = await order(world, 10)
  const sent = await ship(placed)
  await world.post(`/v1/orders/${placed.id}/cancellation`, { reason: 'changed their mind' })
  expect(await orderNow(world, placed)).toMatchObject({ state: 'shipped', quantity: 6 })
  const waits = await order(world, 6)
  expect((await cancel(sent)).body).toMatchObject({ back: 6, promised: 0 })
  expect(await orderNow(world, placed)).toMatchObject({ state: 'cancelled', quantity: 0, shipped: 0 })
  expect(taken(await orderNow(world, waits))).toEqual({ A: 6 })
  expect(await differences(world)).toEqual([])
})

test('a line that is wanted whole has all of it again, or nothing', async () => {
  await receive(world, [a(10)])
  const placed = await order(world, 10, { line: { shortage: 'whole' } })
  const part = (quantity: number) => ({ lines: [{ orderLine: placed.lines[0].id, batch: 'A', quantity }] })
  await ship(placed, part(6))
  const rest = await ship(placed, part(4))
  await world.call('PATCH', `/v1/orders/${placed.id}`, { lines: [{ id: placed.lines[0].id, quantity: 12 }] })
  expect((await cancel(rest)).body).toMatchObject({ back: 4, promised: 0 })
  expect(await orderNow(world, placed)).toMatchObject({ shipped: 6, allocated: 0, backOrdered: 6 })
  expect(await differences(world)).toEqual([])
})

test('units with serials lie where they left, each by itself', async () => {
  await product(world, { sku: 'CAM', name: 'Camera', tracking: 'serial', dates: 'none' })
  await receive(world, [{ product: 'CAM', batch: 'C', quantity: 2, serials: ['S-1', 'S-2'] }])
  const placed = await order(world, 2, { line: { product: 'CAM' } })
  const line = { orderLine: placed.lines[0].id, batch: 'C', quantity: 2, serials: ['S-1', 'S-2'] }
  const sent = await ship(placed, { lines: [line] })
  expect((await cancel(sent)).body.shipment.lines).toMatchObject([{ cancelled: 2, serials: ['S-1', 'S-2'] }])
  const { items } = await world.get(`/v1/batches/${await batchId(world, 'C')}/serials`)
  expect(items.map(({ code, placeCode }: Json) => [code, placeCode])).toEqual([
    ['S-1', 'MAIN'],
    ['S-2', 'MAIN'],
  ])
  expect(await differences(world)).toEqual([])
})

test('the database itself lets nothing be undone beyond what left, nor twice by two that saw the same', async () => {
  await receive(world, [a(10)])
  const sent = await ship(await order(world, 4))
  const undo = (quantity: number, stood: number) => world.owner`
    insert into stock.move (account_id, id, batch_id, product_id, from_place_id, to_place_id, quantity, reason, document_kind, document_id,
      document_line_id, note, occurred_at, recorded_at, actor_name, reverses_id, stood)
    select account_id, gen_random_uuid(), batch_id, product_id, to_place_id, from_place_id, ${quantity}, 'reversal', document_kind, document_id,
      document_line_id, note, occurred_at, recorded_at, actor_name, id, ${stood}
    from stock.move where document_id = ${sent.id} and reverses_id is null`
  await undo(3, 4)
  await expect(undo(1, 4)).rejects.toMatchObject({ code: '23505', constraint_name: 'move_undone_in_turn' })
  await expect(undo(2, 1)).rejects.toMatchObject({ code: '23514', constraint_name: 'move_undone_within' })
  await undo(1, 1)
})
