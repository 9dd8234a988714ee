import { afterEach, beforeEach, expect, test } from 'vitest'
import { pack, pickAll, pickOf, wave, waveNow } from '../../../test/floor.ts'
import { textsOf } from '../../../test/pdf-texts.ts'
import { differences, hold, lift, order, orderNow, product, receive, stockOf, taken } from '../../../test/stories.ts'
import { type Json, openWorld, type World } from '../../../test/world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
  await product(world)
})
afterEach(() => world.close())

const a = (quantity: number) => ({ batch: 'A', quantity, expiresOn: '2026-01-01' })
const b = (quantity: number) => ({ batch: 'B', quantity, expiresOn: '2025-12-01' })
const ship = (placed: Json, parcels: readonly Json[]) =>
  world.call('POST', '/v1/shipments', { order: placed.id, parcels: parcels.map(({ id }) => id) })
const packing = (placed: Json) => world.get(`/v1/orders/${placed.id}/packing`)
const cancel = (parcel: Json) => world.call('POST', `/v1/parcels/${parcel.id}/cancellation`, { reason: 'wrong box' })

test('scenario 30: each parcel knows its own batches, and what is not shipped stays reserved', async () => {
  await world.post('/v1/warehouses', { code: 'DAL', name: 'Dallas', timeZone: 'America/Chicago' })
  await receive(world, [b(100)])
  await receive(world, [a(50)], { warehouse: 'DAL' })
  const placed = await order(world, 150)
  const chicago = await wave(world, [placed])
  const dallas = await world.post('/v1/pick-waves', { warehouse: 'DAL', orders: [placed.id] })
  await pickOf(world, chicago.id, { batch: 'B', quantity: 60 })
  await pickOf(world, dallas.id, { batch: 'A', quantity: 50 })
  const [line] = placed.lines
  const both = await world.call('POST', '/v1/parcels', { order: placed.id })
  expect(both.body).toMatchObject({ code: 'invalid_input' })
  const first = await pack(world, placed, {
    warehouse: 'CHI',
    lines: [{ orderLine: line.id, batch: 'B', quantity: 60 }],
  })
  const second = await pack(world, placed, { warehouse: 'DAL' })
  expect([first, second].map(({ lines }) => lines.map((one: Json) => [one.batchCode, one.quantity]))).toEqual([
    [['B', 60]],
    [['A', 50]],
  ])
  expect((await ship(placed, [first])).body.items).toMatchObject([
    { warehouseCode: 'CHI', lines: [{ batchCode: 'B', quantity: 60 }] },
  ])
  expect(taken(await orderNow(world, placed))).toEqual({ B: 40, A: 50 })
  expect((await ship(placed, [first])).body).toMatchObject({ code: 'parcel_gone' })
  await pickAll(world, chicago.id)
  const third = await pack(world, placed)
  const left = (await ship(placed, [second, third])).body.items
  expect(left.map(({ warehouseCode, lines }: Json) => [warehouseCode, lines[0].batchCode, lines[0].quantity])).toEqual([
    ['DAL', 'A', 50],
    ['CHI', 'B', 40],
  ])
  expect(await world.get(`/v1/parcels/${second.number}`)).toMatchObject({
    state: 'shipped',
    shipmentNumber: left[0].number,
  })
  expect(await orderNow(world, placed)).toMatchObject({ state: 'shipped' })
  expect((await packing(placed)).rows).toEqual([])
  expect(await differences(world)).toEqual([])
})

test('only what is picked, promised and in no parcel is packed', async () => {
  await receive(world, [a(100)])
  const placed = await order(world, 10)
  const lines = (quantity: number) => [{ orderLine: placed.lines[0].id, batch: 'A', quantity }]
  const tryPack = (body: object) => world.call('POST', '/v1/parcels', { order: placed.id, ...body })
  expect((await tryPack({})).body.code).toBe('nothing_to_pack')
  const { id } = await wave(world, [placed])
  await pickOf(world, id, { batch: 'A', quantity: 6 })
  expect((await tryPack({ lines: lines(7) })).body).toMatchObject({
    code: 'pack_beyond_picked',
    detail: '7 of batch A to pack, but 6 are picked for this order and in no parcel.',
  })
  const parcel = await pack(world, placed, { lines: lines(4), weightGrams: 1200 })
  expect((await tryPack({ lines: lines(3) })).body).toMatchObject({ facts: { packable: 2 } })
  const [row] = (await packing(placed)).rows
  expect(row).toMatchObject({ quantity: 10, picked: 6, packed: 4, toPick: 4, packable: 2, loose: 2 })
  expect((await cancel(parcel)).body).toMatchObject({ state: 'cancelled', cancelReason: 'wrong box' })
  expect((await cancel(parcel)).body.code).toBe('parcel_gone')
  expect((await ship(placed, [parcel])).body.code).toBe('parcel_gone')
  expect((await tryPack({ lines: lines(6) })).status).toBe(201)
})

test('what a hold stopped is not packed, and a parcel with it does not leave until it is lifted', async () => {
  await receive(world, [a(10)])
  const placed = await order(world, 10)
  const { id } = await wave(world, [placed])
  await pickOf(world, id, { batch: 'A', quantity: 10 })
  const lines = [{ orderLine: placed.lines[0].id, batch: 'A', quantity: 6 }]
  const parcel = await pack(world, placed, { lines })
  const held = await hold(world, 'A', 'mould')
  const refused = await ship(placed, [parcel])
  expect(refused).toMatchObject({ status: 409, body: { code: 'goods_stopped' } })
  expect(refused.body.detail).toContain(`6 of batch A are on hold (${held.number}: mould)`)
  expect((await world.get(`/v1/parcels/${parcel.id}`)).lines[0].stopped).toBe(`on hold (${held.number}: mould)`)
  const more = await world.call('POST', '/v1/parcels', { order: placed.id, lines: [{ ...lines[0], quantity: 4 }] })
  expect(more.body.detail).toContain('batch A cannot be packed: on hold')
  const [stopped] = (await waveNow(world, id)).stopped
  const back = (quantity: number) =>
    world.call('POST', `/v1/order-lines/${stopped.orderLineId}/put-backs`, {
      batch: stopped.batchId,
      place: stopped.placeId,
      quantity,
    })
  expect((await back(10)).body.detail).toContain('6 are in a parcel: cancel that first')
  expect((await back(4)).status).toBe(201)
  await lift(world, held)
  await world.post(`/v1/orders/${placed.id}/allocation`)
  expect((await ship(placed, [parcel])).body.items).toMatchObject([{ lines: [{ quantity: 6 }] }])
  expect(await differences(world)).toEqual([])
})

test('what is in a parcel does not leave beside it; the rest leaves without picking, as ever', async () => {
  await receive(world, [a(100)])
  const placed = await order(world, 10)
  const { id } = await wave(world, [placed])
  await pickOf(world, id, { batch: 'A', quantity: 5 })
  const parcel = await pack(world, placed)
  const whole = await world.call('POST', '/v1/shipments', { order: placed.id })
  expect(whole.body).toMatchObject({ code: 'packed_in_parcel' })
  expect(whole.body.detail).toContain(`packed in ${parcel.number}`)
  const lines = [{ orderLine: placed.lines[0].id, batch: 'A', quantity: 5 }]
  const mixed = await world.call('POST', '/v1/shipments', { order: placed.id, lines, parcels: [parcel.id] })
  expect(mixed.body.code).toBe('invalid_input')
  expect((await world.call('POST', '/v1/shipments', { order: placed.id, lines })).status).toBe(201)
  expect((await packing(placed)).rows).toMatchObject([{ quantity: 5, picked: 5, packed: 5, stopped: 0 }])
  expect((await ship(placed, [parcel])).status).toBe(201)
  expect((await stockOf(world, 'A'))[0]).toMatchObject({ onHand: 90, reserved: 0 })
  const direct = await order(world, 3)
  const second = await wave(world, [direct])
  await pickOf(world, second.id, { batch: 'A', quantity: 2 })
  await world.post('/v1/shipments', { order: direct.id })
  expect(await waveNow(world, second.id)).toMatchObject({ tasks: [], stopped: [] })
})

test('an SSCC needs a company prefix, is counted, and is not used again after a cancellation', async () => {
  await receive(world, [a(100)])
  const placed = await order(world, 10)
  const { id } = await wave(world, [placed])
  await pickAll(world, id)
  const lines = [{ orderLine: placed.lines[0].id, batch: 'A', quantity: 1 }]
  const without = await pack(world, placed, { lines })
  expect(without).toMatchObject({ sscc: null, ssccNote: expect.stringContaining('no GS1 company prefix') })
  expect((await world.call('PATCH', '/v1/account', { gs1Prefix: '123' })).body.detail).toContain('4 to 12 digits')
  await world.call('PATCH', '/v1/account', { gs1Prefix: '0614141' })
  const first = await pack(world, placed, { lines })
  await cancel(first)
  const second = await pack(world, placed, { lines })
  expect([first.sscc, second.sscc, second.ssccNote]).toEqual(['006141410000000005', '006141410000000012', null])
  expect((await world.get(`/v1/parcels/${second.sscc}`)).id).toBe(second.id)
  expect((await world.get('/v1/account')).gs1Prefix).toBe('0614141')
})

test('serials are packed once, leave with their parcel, and stand on its slip with batch, last day and SSCC', async () => {
  await product(world, { sku: 'CAM', name: 'Camera', tracking: 'serial', dates: 'optional' })
  await receive(world, [
    { product: 'CAM', batch: 'C', quantity: 3, serials: ['S-1', 'S-2', 'S-3'], expiresOn: '2027-01-01' },
  ])
  await world.call('PATCH', '/v1/account', { gs1Prefix: '0614141' })
  const placed = await order(world, 3, { line: { product: 'CAM' } })
  const { id } = await wave(world, [placed])
  await pickAll(world, id)
  expect((await world.call('POST', '/v1/parcels', { order: placed.id })).body.code).toBe('serials_needed')
  const named = (...serials: string[]) => ({
    order: placed.id,
    lines: [{ orderLine: placed.lines[0].id, batch: 'C', quantity: serials.length, serials }],
  })
  const parcel = await world.post('/v1/parcels', named('S-1', 'S-3'))
  const again = await world.call('POST', '/v1/parcels', named('S-3'))
  expect(again.body.detail).toContain(`Serial S-3 is in parcel ${parcel.number}`)
  const slip = textsOf((await world.call('GET', `/v1/parcels/${parcel.id}/packing-slip.pdf`)).body)
  expect(slip).toEqual(
    expect.arrayContaining([
      `Parcel ${parcel.number}`,
      `SSCC (00) ${parcel.sscc}`,
      'CAM',
      'C',
      '2027-01-01',
      'Serials: S-1, S-3',
    ]),
  )
  expect((await ship(placed, [parcel])).body.items[0].lines).toMatchObject([{ quantity: 2, serials: ['S-1', 'S-3'] }])
})

test('of a batch in two warehouses the one that is picked is meant, without asking', async () => {
  await world.post('/v1/warehouses', { code: 'DAL', name: 'Dallas', timeZone: 'America/Chicago' })
  await receive(world, [a(10)])
  await receive(world, [a(10)], { warehouse: 'DAL' })
  const placed = await order(world, 20)
  const dallas = await world.post('/v1/pick-waves', { warehouse: 'DAL', orders: [placed.id] })
  await pickOf(world, dallas.id, { batch: 'A', quantity: 10 })
  const [line] = placed.lines
  const parcel = await pack(world, placed, { lines: [{ orderLine: line.id, batch: 'A', quantity: 10 }] })
  expect(parcel.warehouseCode).toBe('DAL')
})
