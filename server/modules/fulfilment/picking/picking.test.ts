import { afterEach, beforeEach, expect, test } from 'vitest'
import { bin, closing, pickOf, short, tasks, wave, waveNow } from '../../../test/floor.ts'
import {
  differences,
  hold,
  lift,
  order,
  orderBecomes,
  orderNow,
  product,
  receive,
  stockOf,
  taken,
} from '../../../test/stories.ts'
import { type Json, openWorld, type World } from '../../../test/world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
  await product(world)
})
afterEach(() => world.close())

const a = (quantity: number) => ({ batch: 'A', quantity, expiresOn: '2026-01-01' })
const b = (quantity: number) => ({ batch: 'B', quantity, expiresOn: '2025-12-01' })
const putBack = (task: Json, quantity: number) =>
  world.call('POST', `/v1/order-lines/${task.orderLineId}/put-backs`, {
    batch: task.batchId,
    place: task.placeId,
    quantity,
  })

test('scenario 3: a hold takes its tasks off the list at once, and what was picked of them is to be put back', async () => {
  await receive(world, [a(100), b(100)])
  const placed = await order(world, 150)
  const { id } = await wave(world, [placed])
  expect(await tasks(world, id)).toEqual(['100 of B at MAIN', '50 of A at MAIN'])
  await pickOf(world, id, { batch: 'B', quantity: 40 })
  const held = await hold(world, 'B', 'mould')
  const stopped = (await waveNow(world, id)).stopped
  expect(stopped).toMatchObject([
    { batchCode: 'B', stopped: 40, picked: 40, quantity: 0, why: `on hold (${held.number}: mould)` },
  ])
  await orderBecomes(world, placed, { allocated: 100, backOrdered: 50 })
  expect(await tasks(world, id)).toEqual(['100 of A at MAIN'])
  expect(await closing(world, id)).toMatchObject({
    status: 409,
    body: { code: 'wave_has_stopped', facts: { units: 40 } },
  })
  expect(await putBack(stopped[0], 41)).toMatchObject({ status: 409, body: { code: 'put_back_beyond' } })
  expect((await putBack(stopped[0], 40)).status).toBe(201)
  expect((await waveNow(world, id)).stopped).toEqual([])
  expect((await stockOf(world, 'B'))[0]).toMatchObject({ onHand: 100, reserved: 0 })
  await lift(world, held)
  await orderBecomes(world, placed, { allocated: 150 })
  expect(await tasks(world, id)).toEqual(['50 of B at MAIN', '100 of A at MAIN'])
  expect(await differences(world)).toEqual([])
})

test('an edit, a cancellation and an expiry stop what was picked, each in its own words', async () => {
  await receive(world, [a(100), b(10)])
  const edited = await order(world, 20)
  const cancelled = await order(world, 5)
  const { id } = await wave(world, [edited, cancelled])
  await pickOf(world, id, { batch: 'B', quantity: 10 })
  await pickOf(world, id, { batch: 'A', quantity: 10, orderLine: edited.lines[0].id })
  await pickOf(world, id, { batch: 'A', quantity: 5, orderLine: cancelled.lines[0].id })
  await world.call('PATCH', `/v1/orders/${edited.id}`, { lines: [{ id: edited.lines[0].id, quantity: 17 }] })
  await world.post(`/v1/orders/${cancelled.id}/cancellation`, { reason: 'no' })
  const stopped = async () =>
    (await waveNow(world, id)).stopped.map((row: Json) => `${row.stopped} ${row.batchCode}: ${row.why}`)
  expect(await stopped()).toEqual(['3 A: not promised to this order any more', '5 A: the order was cancelled'])
  world.clock.set('2025-12-02T15:00:00.000Z')
  await world.post(`/v1/orders/${edited.id}/allocation`)
  expect(await stopped()).toContain('10 B: expired, its last day was 2025-12-01')
})

test('the list is walked zone by zone and bin by bin, A-2 before A-10', async () => {
  const [{ id: warehouseId }] = (await world.get('/v1/warehouses')).items
  const zone = await world.post('/v1/zones', { warehouseId, code: 'COLD', name: 'cold', storage: 'cool' })
  await world.post('/v1/places', {
    places: [
      { warehouseId, code: 'A-10', zoneId: zone.id },
      { warehouseId, code: 'A-2', zoneId: zone.id },
    ],
  })
  await receive(world, [
    { ...a(5), place: 'A-10' },
    { ...b(5), place: 'A-2' },
  ])
  await receive(world, [{ ...b(5), batch: 'C', place: 'MAIN' }])
  const { id } = await wave(world, [await order(world, 15)])
  expect(await tasks(world, id)).toEqual(['5 of B at A-2', '5 of A at A-10', '5 of C at MAIN'])
})

test('an order is in one open wave of a warehouse; those due first are chosen, and none twice', async () => {
  await receive(world, [a(100)])
  const late = await order(world, 5, { deliverOn: '2025-12-20' })
  const soon = await order(world, 5, { deliverOn: '2025-11-27', channel: 'shop' })
  const made = await world.post('/v1/pick-waves', { warehouse: 'CHI', ordersMax: 1 })
  expect(made).toMatchObject({ number: 'PW-1', orders: [{ number: soon.number }], units: 5, pickedUnits: 0 })
  const twice = await world.call('POST', '/v1/pick-waves', { warehouse: 'CHI', orders: [late.number, soon.number] })
  expect(twice).toMatchObject({ status: 409, body: { code: 'order_in_wave' } })
  expect(twice.body.detail).toContain(`Order ${soon.number} is in pick wave PW-1 already`)
  const none = await world.call('POST', '/v1/pick-waves', { warehouse: 'CHI', dueUntil: '2025-12-01' })
  expect(none.body.code).toBe('nothing_to_pick')
  expect((await world.call('POST', '/v1/pick-waves', { warehouse: 'CHI', channel: 'shop' })).body.code).toBe(
    'nothing_to_pick',
  )
  expect((await closing(world, made.id)).body).toMatchObject({ closedBy: expect.any(String), tasks: [] })
  const again = await world.post('/v1/pick-waves', { warehouse: 'CHI', orders: [soon.number, late.number] })
  expect(again.orders).toHaveLength(2)
  const pick = { batch: 'A', quantity: 1 }
  expect((await world.call('POST', `/v1/pick-waves/${made.id}/picks`, pick)).body.code).toBe('wave_closed')
  const idle = await order(world, 500, { line: { shortage: 'whole' } })
  const forgotten = await world.call('POST', '/v1/pick-waves', { warehouse: 'CHI', orders: [idle.number] })
  expect(forgotten.body.code).toBe('nothing_to_ship')
  const open = (await world.get('/v1/pick-waves?state=open')).items
  expect(open).toMatchObject([{ number: again.number, orderCount: 2, units: 10 }])
})

test('a database that is asked to put an order into two open waves refuses', async () => {
  await receive(world, [a(100)])
  const placed = await order(world, 5)
  const { id, warehouseId } = await wave(world, [placed])
  const second = world.owner`
    insert into fulfilment.pick_wave (account_id, id, number, warehouse_id, made_by, made_at)
    values (${world.accountId}, ${placed.id}, 'PW-X', ${warehouseId}, 'me', now())`
  await second
  const twice = world.owner`
    insert into fulfilment.pick_wave_order (account_id, wave_id, order_id, warehouse_id)
    values (${world.accountId}, ${placed.id}, ${placed.id}, ${warehouseId})`
  await expect(twice).rejects.toThrow(/pick_wave_order_open/)
  expect(id).not.toBe(placed.id)
})

test('more than is to be picked, what is picked already and what nobody wants are refused in words', async () => {
  await receive(world, [a(10)])
  await product(world, { sku: 'Q' })
  await receive(world, [{ product: 'Q', batch: 'OTHER', quantity: 5, expiresOn: '2026-01-01' }])
  const { id } = await wave(world, [await order(world, 4)])
  const pick = (body: object) => world.call('POST', `/v1/pick-waves/${id}/picks`, body)
  expect((await pick({ batch: 'A', quantity: 5 })).body).toMatchObject({
    code: 'pick_beyond_task',
    detail: '5 scanned, but only 4 are to be picked here. Take 4.',
  })
  expect((await pick({ batch: 'OTHER', quantity: 1 })).body.code).toBe('no_such_task')
  await pick({ batch: 'A', quantity: 4 })
  expect((await pick({ batch: 'A', quantity: 1 })).body.code).toBe('no_such_task')
  const auditor = await world.as('auditor')
  expect((await auditor.call('POST', `/v1/pick-waves/${id}/picks`, { batch: 'A', quantity: 1 })).status).toBe(403)
})

test('a pick sent again with its key is picked once', async () => {
  await receive(world, [a(10)])
  const { id } = await wave(world, [await order(world, 10)])
  const once = () =>
    world.post(`/v1/pick-waves/${id}/picks`, { batch: 'A', quantity: 3 }, { 'idempotency-key': 'beep' })
  expect(await once()).toEqual(await once())
  expect(await waveNow(world, id)).toMatchObject({ units: 10, pickedUnits: 3 })
})

test('a short pick takes what is missing out of the stock, and the line is served from elsewhere at once', async () => {
  await receive(world, [a(100), b(10)])
  const placed = await order(world, 10)
  const { id } = await wave(world, [placed])
  const [task] = (await waveNow(world, id)).tasks
  expect((await short(world, id, task, 10)).body.code).toBe('pick_beyond_task')
  expect((await short(world, id, task, 7)).body).toEqual({ picked: 7, missing: 3, gone: 3 })
  expect(taken(await orderNow(world, placed))).toEqual({ B: 7, A: 3 })
  expect(await tasks(world, id)).toEqual(['3 of A at MAIN'])
  expect((await stockOf(world, 'B'))[0]).toMatchObject({ onHand: 7, reserved: 7 })
  const { items } = await world.get(`/v1/order-lines/${placed.lines[0].id}/decisions`)
  expect(items[0]).toMatchObject({ cause: 'short', picks: [{ batchCode: 'A', quantity: 3 }] })
  const [moved] = (await world.get('/v1/moves')).items
  expect(moved).toMatchObject({ reason: 'adjustment', quantity: 3, note: 'short pick: empty bin' })
  expect(await differences(world)).toEqual([])
})

test('a bin that lacks what was promised has nothing to spare: what was free there leaves too, and nobody is sent again', async () => {
  await receive(world, [a(100), b(30)])
  const placed = await order(world, 10)
  const other = await order(world, 5)
  const { id } = await wave(world, [placed])
  const [task] = (await waveNow(world, id)).tasks
  expect((await short(world, id, task, 4)).body).toEqual({ picked: 4, missing: 6, gone: 21 })
  expect((await stockOf(world, 'B'))[0]).toMatchObject({ onHand: 9, reserved: 9 })
  expect(await tasks(world, id)).toEqual(['6 of A at MAIN'])
  expect(taken(await orderNow(world, other))).toEqual({ B: 5 })
})

test('a short pick that nothing can make good leaves the line waiting', async () => {
  await receive(world, [b(10)])
  const placed = await order(world, 10)
  const { id } = await wave(world, [placed])
  const [task] = (await waveNow(world, id)).tasks
  await short(world, id, task, 0)
  expect(await orderNow(world, placed)).toMatchObject({ allocated: 0, backOrdered: 10 })
  expect(await stockOf(world, 'B')).toEqual([])
  expect(await bin(world, 'B')).toBe(0)
})

test('goods that lie picked are told though their wave is closed, until they are shipped or put back', async () => {
  await receive(world, [a(100)])
  const [packed, cancelled, open] = [await order(world, 5), await order(world, 7), await order(world, 9)]
  const first = await wave(world, [packed, cancelled])
  const second = await wave(world, [open])
  await pickOf(world, first.id, { batch: 'A', quantity: 5, orderLine: packed.lines[0].id })
  await pickOf(world, first.id, { batch: 'A', quantity: 7, orderLine: cancelled.lines[0].id })
  await pickOf(world, second.id, { batch: 'A', quantity: 9 })
  const left = async () =>
    (await world.get('/v1/left-picked')).items.map(
      (row: Json) => `${row.orderNumber}: ${row.picked} picked, ${row.packed} packed, ${row.stopped} stopped`,
    )
  expect(await left()).toEqual([])
  const { id } = await world.post('/v1/parcels', { order: packed.id })
  expect((await closing(world, first.id)).status).toBe(200)
  await world.post(`/v1/orders/${cancelled.id}/cancellation`, { reason: 'no' })
  expect(await left()).toEqual([
    `${cancelled.number}: 7 picked, 0 packed, 7 stopped`,
    `${packed.number}: 5 picked, 5 packed, 0 stopped`,
  ])
  await world.post('/v1/shipments', { order: packed.id, parcels: [id] })
  const [{ batchId, placeId }] = cancelled.lines[0].batches
  await putBack({ orderLineId: cancelled.lines[0].id, batchId, placeId }, 7)
  expect(await left()).toEqual([])
})
