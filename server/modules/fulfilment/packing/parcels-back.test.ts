/**
 * A parcel that was shipped and never left stands packed as it was, with its number and its SSCC: the closed box is at the bench.
 */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { pack, pickAll, pickOf, wave, waveNow } from '../../../test/floor.ts'
import { batchesOf, kit, orderKits } from '../../../test/kit-stories.ts'
import { textsOf } from '../../../test/pdf-texts.ts'
import { differences, hold, order, orderNow, product, receive } from '../../../test/stories.ts'
import { type Json, openWorld, type World } from '../../../test/world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
  await world.call('PATCH', '/v1/account', { gs1Prefix: '9521234' })
  await product(world)
})
afterEach(() => world.close())

const a = (quantity: number) => ({ batch: 'A', quantity, expiresOn: '2026-01-01' })
const ship = async (placed: Json, parcels: readonly Json[]): Promise<Json> =>
  (await world.post('/v1/shipments', { order: placed.id, parcels: parcels.map(({ id }) => id) })).items[0]
const cancel = ({ id }: Json, parcels?: readonly string[]) =>
  world.call('POST', `/v1/shipments/${id}/cancellation`, { reason: 'wrong label', ...(parcels ? { parcels } : {}) })
const parcelNow = ({ id }: Json) => world.get(`/v1/parcels/${id}`)
const standing = async (placed: Json) =>
  (await world.get(`/v1/orders/${placed.id}/packing`)).rows.map(({ quantity, picked, packed, stopped }: Json) => [
    quantity,
    picked,
    packed,
    stopped,
  ])

/** An order of ten, all picked: two parcels of it, of six and four. */
async function packed() {
  await receive(world, [a(30)])
  const placed = await order(world, 10)
  const { id } = await wave(world, [placed])
  await pickAll(world, id)
  const some = (quantity: number) => ({ lines: [{ orderLine: placed.lines[0].id, batch: 'A', quantity }] })
  return { placed, waveId: id, six: await pack(world, placed, some(6)), four: await pack(world, placed, some(4)) }
}

test('one parcel of a shipment stays here: packed, under the same SSCC, and the other is on its way', async () => {
  const { placed, six, four } = await packed()
  const sent = await ship(placed, [six, four])
  expect(sent.lines).toMatchObject([{ quantity: 10, cancelled: 0 }])
  const answer = await cancel(sent, [four.sscc])
  expect(answer.body).toMatchObject({ back: 4, promised: 4 })
  expect(answer.body.shipment).toMatchObject({ state: 'part_cancelled', lines: [{ quantity: 10, cancelled: 4 }] })
  expect(await parcelNow(four)).toMatchObject({ state: 'packed', shipmentId: null, sscc: four.sscc })
  expect(await parcelNow(six)).toMatchObject({ state: 'shipped', shipmentNumber: sent.number })
  expect(await orderNow(world, placed)).toMatchObject({ shipped: 6, allocated: 4 })
  expect(await standing(placed)).toEqual([[4, 4, 4, 0]])
  const slip = textsOf((await world.call('GET', `/v1/shipments/${sent.id}/packing-slip.pdf`)).body).join(' ')
  expect(slip).toContain('6')
  expect(slip).not.toContain('CANCELLED')
  const again = await ship(placed, [four])
  expect(await parcelNow(four)).toMatchObject({ state: 'shipped', shipmentNumber: again.number })
  expect(await orderNow(world, placed)).toMatchObject({ state: 'shipped', shipped: 10 })
  expect(await standing(placed)).toEqual([])
  expect(await differences(world)).toEqual([])
})

test('the rest of the shipment is cancelled after a parcel of it, each once', async () => {
  const { placed, six, four } = await packed()
  const sent = await ship(placed, [six, four])
  await cancel(sent, [four.id])
  expect((await cancel(sent, [four.id])).body).toMatchObject({
    code: 'parcel_elsewhere',
    detail: `Parcel ${four.id} is not in shipment ${sent.number}, or was taken out of it already.`,
  })
  expect((await cancel(sent)).body).toMatchObject({
    back: 6,
    shipment: { state: 'cancelled', cancellations: [{ quantity: 10 }] },
  })
  expect((await cancel(sent, [six.id])).body.code).toBe('shipment_cancelled')
  expect([await parcelNow(six), await parcelNow(four)]).toMatchObject([{ state: 'packed' }, { state: 'packed' }])
  expect(await standing(placed)).toEqual([[10, 10, 10, 0]])
  const opened = await world.call('POST', `/v1/parcels/${six.id}/cancellation`, { reason: 'new box' })
  expect(opened.body.state).toBe('cancelled')
  expect(await standing(placed)).toEqual([[10, 10, 4, 0]])
  expect(await differences(world)).toEqual([])
})

test('a parcel with goods that are held since stands packed and stopped, and does not leave', async () => {
  const { placed, six, four } = await packed()
  const sent = await ship(placed, [six, four])
  await hold(world, 'A')
  expect((await cancel(sent)).body).toMatchObject({ back: 10, promised: 0 })
  const { state, lines } = await parcelNow(six)
  expect([state, lines[0].stopped]).toEqual(['packed', expect.stringContaining('on hold')])
  const refused = await world.call('POST', '/v1/shipments', { order: placed.id, parcels: [six.id] })
  expect(refused.body.code).toBe('goods_stopped')
  expect(await standing(placed)).toEqual([[0, 10, 10, 10]])
})

test('what was picked and shipped in no parcel lies picked again, what was never picked does not', async () => {
  await receive(world, [a(30)])
  const placed = await order(world, 10)
  const { id } = await wave(world, [placed])
  await pickOf(world, id, { batch: 'A', quantity: 4 })
  const line = { orderLine: placed.lines[0].id, batch: 'A', quantity: 7 }
  const [sent] = (await world.post('/v1/shipments', { order: placed.id, lines: [line] })).items
  expect((await cancel(sent)).body).toMatchObject({ back: 7, promised: 7 })
  expect(await standing(placed)).toEqual([[10, 4, 0, 0]])
  expect(await waveNow(world, id)).toMatchObject({ pickedUnits: 4, units: 10 })
  const [again] = (await world.post('/v1/shipments', { order: placed.id })).items
  expect((await cancel(again)).body).toMatchObject({ back: 10 })
  expect(await standing(placed)).toEqual([[10, 4, 0, 0]])
})

test('parts of kits are promised again, and the kits count as before', async () => {
  await product(world, { sku: 'Q', name: 'Soap' })
  await kit(world, 'GIFT', '2 P, 1 Q')
  await receive(world, [a(6), { product: 'Q', batch: 'Q1', quantity: 6, expiresOn: '2026-01-01' }])
  const placed = await orderKits(world, 3)
  const [sent] = (await world.post('/v1/shipments', { order: placed.id })).items
  expect(sent.kits).toMatchObject([{ whole: 3 }])
  expect((await cancel(sent)).body).toMatchObject({ back: 9, promised: 9, shipment: { kits: [{ whole: 3 }] } })
  const now = await orderNow(world, placed)
  expect(now.lines).toMatchObject([{ quantity: 3, allocated: 3, shipped: 0 }])
  expect(batchesOf(now)).toEqual(['P: 6 A', 'Q: 3 Q1'])
  expect(await differences(world)).toEqual([])
})

test('of units with serials the parcel takes its own back, and not one that was moved since', async () => {
  await product(world, { sku: 'CAM', name: 'Camera', tracking: 'serial', dates: 'none' })
  await receive(world, [{ product: 'CAM', batch: 'C', quantity: 2, serials: ['S-1', 'S-2'] }])
  const placed = await order(world, 2, { line: { product: 'CAM' } })
  const { id } = await wave(world, [placed])
  await pickAll(world, id)
  const boxes: Json[] = []
  for (const serial of ['S-1', 'S-2']) {
    const line = { orderLine: placed.lines[0].id, batch: 'C', quantity: 1, serials: [serial] }
    boxes.push(await pack(world, placed, { lines: [line] }))
  }
  const sent = await ship(placed, boxes)
  const back = await world.post('/v1/returns', {
    number: 'R-1',
    orderNumber: placed.number,
    lines: [{ product: 'CAM', quantity: 1 }],
  })
  const lines = [{ line: 1, quantity: 1, serials: ['S-1'] }]
  await world.post(`/v1/returns/${back.id}/receipts`, { warehouse: 'CHI', lines })
  expect((await cancel(sent, [boxes[0].id])).body).toMatchObject({
    code: 'serial_elsewhere',
    detail: 'Serial S-1 is moved again since it was shipped, so it cannot move from here.',
  })
  const done = await cancel(sent, [boxes[1].id])
  expect(done.body.shipment).toMatchObject({ state: 'part_cancelled', lines: [{ cancelled: 1, serials: ['S-1'] }] })
  expect(await world.get(`/v1/parcels/${boxes[1].id}`)).toMatchObject({
    state: 'packed',
    lines: [{ serials: ['S-2'], stopped: null }],
  })
  expect(await differences(world)).toEqual([])
})
