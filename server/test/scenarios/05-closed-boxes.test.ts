/**
 * Scenario 16: loose units and closed boxes of a batch. Orders take whole boxes, until somebody opens one.
 */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ruleStories } from '../rule-stories.ts'
import { batchId, differences, orderBecomes, orderNow, product, receive } from '../stories.ts'
import { type Json, openWorld, type World } from '../world.ts'

let world: World
let sku: string
let count = 0
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  count += 1
  sku = `P${count}`
  await product(world, { sku })
})
const { batch, rule, place, whys } = ruleStories(() => ({ world, sku }))

/** In a bin of their own, so that the tests have nothing to do with each other. */
const inBin = () => `A-0${count}`
async function stocked(loose: number, boxes: number, of = 100): Promise<string> {
  const [{ id: warehouseId }] = (await world.get('/v1/warehouses')).items
  await world.post('/v1/places', { places: [{ warehouseId, code: inBin() }] })
  const line = (quantity: number, more: Json = {}) => batch('L', quantity, '2026-06-01', { place: inBin(), ...more })
  const closed = boxes > 0 ? [line(boxes * of, { closedPackOf: of })] : []
  if (loose + boxes > 0) await receive(world, [...(loose > 0 ? [line(loose)] : []), ...closed])
  return loose + boxes > 0 ? batchId(world, `${sku}L`) : ''
}
/** "150 at A-01 + 200 at A-01 ×100", as its first line has it. */
const has = ({ lines: [line] }: Json): string =>
  line.batches
    .map(({ quantity, placeCode }: Json) => `${quantity} at ${placeCode.replace(inBin(), 'bin')}`)
    .toSorted()
    .join(' + ')
const rows = async () => (await world.get(`/v1/stock?product=${sku}`)).items as Json[]
const lies = async (): Promise<string> =>
  (await rows())
    .map(
      ({ onHand, reserved, placeCode }) => `${onHand - reserved} of ${onHand} at ${placeCode.replace(inBin(), 'bin')}`,
    )
    .toSorted()
    .join(' + ')
const boxesAt = async () => (await rows()).find(({ packOf }) => packOf !== null)
const open = async (boxes: number, more: Json = {}) => {
  const row = await boxesAt()
  return world.call('POST', '/v1/box-openings', { batch: row?.batchId, place: row?.placeId, boxes, ...more })
}

test.each([
  ['packs_first', '300 at bin ×100 + 50 at bin'],
  ['loose_first', '150 at bin + 200 at bin ×100'],
])(
  'scenario 16: 200 loose and 3 boxes of 100, order 350, by rule %s: %s, never 3.5 boxes',
  async (packOrder, wanted) => {
    await stocked(200, 3)
    await rule({ packOrder })
    expect(has(await place(350))).toBe(wanted)
    expect(await differences(world)).toEqual([])
  },
)

test('with no loose units an order of 350 gets 3 boxes, waits for 50, and says that boxes are not opened', async () => {
  await stocked(0, 4)
  expect((await world.get(`/v1/number-to-sell?channel=shop&product=${sku}`)).items[0].quantity).toBe(400)
  const placed = await place(350)
  expect(placed).toMatchObject({ allocated: 300, backOrdered: 50 })
  expect(whys(placed)).toEqual(['L: 100 not taken, closed boxes of 100 are not opened'])
  expect((await world.get(`/v1/number-to-sell?channel=shop&product=${sku}`)).items[0].quantity).toBe(100)
})

test('who opens a box serves, in the same moment, whoever waits for loose units; the reversal closes it again', async () => {
  const batchOf = await stocked(0, 2)
  const placed = await place(150)
  expect(placed).toMatchObject({ allocated: 100, backOrdered: 50 })
  const opened = await open(1)
  expect(opened.status).toBe(201)
  expect(has(await orderNow(world, placed))).toBe('100 at bin ×100 + 50 at bin')
  expect(await lies()).toBe('0 of 100 at bin ×100 + 50 of 100 at bin')
  const [entry] = (await world.get(`/v1/audit?subject=${batchOf}`)).items
  expect(entry).toMatchObject({ action: 'stock.open_box', after: { boxes: 1, packOf: 100, bin: inBin() } })
  const reversal = () => world.call('POST', `/v1/moves/${opened.body.moves[0].id}/reversal`, { reason: 'wrong box' })
  expect((await reversal()).body.code).toBe('insufficient_stock')
  await world.post(`/v1/orders/${placed.id}/cancellation`, { reason: 'test' })
  expect((await reversal()).status).toBe(201)
  expect(await lies()).toBe('200 of 200 at bin ×100')
  expect(await differences(world)).toEqual([])
})

test('only boxes that are promised to nobody are opened, and an opening that is sent twice is done once', async () => {
  await stocked(0, 3)
  await place(200)
  const refused = await open(2)
  expect(refused).toMatchObject({ status: 409, body: { code: 'no_free_boxes', facts: { free: 1, promised: 2 } } })
  const id = '019aafd0-0000-7000-8000-00000000b0c5'
  const first = await open(1, { id })
  expect([first.status, (await open(1, { id })).body]).toEqual([201, first.body])
  const loose = (await rows()).find(({ packOf }) => packOf === null)
  const notBoxed = { batch: loose?.batchId, place: loose?.placeId, boxes: 1 }
  const { body } = await world.call('POST', '/v1/box-openings', notBoxed)
  expect(body.facts.problems[0]).toMatchObject({ at: 'place' })
  expect(await lies()).toBe('0 of 200 at bin ×100 + 100 of 100 at bin')
})

test('less asked frees boxes whole, and the line looks for the rest among loose units', async () => {
  await stocked(0, 3)
  const placed = await place(300)
  const change = (quantity: number) =>
    world.call('PATCH', `/v1/orders/${placed.id}`, { lines: [{ id: placed.lines[0].id, quantity }] })
  await change(250)
  expect(await orderNow(world, placed)).toMatchObject({ allocated: 200, backOrdered: 50 })
  await receive(world, [batch('L', 80, '2026-06-01', { place: inBin() })])
  expect(has(await orderNow(world, placed))).toBe('200 at bin ×100 + 50 at bin')
  await change(230)
  expect(has(await orderNow(world, placed))).toBe('200 at bin ×100 + 30 at bin')
  await change(130)
  expect(has(await orderNow(world, placed))).toBe('100 at bin ×100 + 30 at bin')
  expect(await differences(world)).toEqual([])
})

test('nobody moves, counts, picks, packs or ships a part of a box', async () => {
  const batchOf = await stocked(0, 3)
  const boxes = await boxesAt()
  const move = { batch: batchOf, from: boxes.placeId, to: await binId('MAIN'), quantity: 50 }
  expect((await world.call('POST', '/v1/relocations', { lines: [move] })).body.code).toBe('closed_box')
  const counted = { product: sku, batch: batchOf, place: boxes.placeCode, quantity: -50 }
  const adjusting = { warehouse: 'CHI', reason: 'count', lines: [counted] }
  expect((await world.call('POST', '/v1/adjustments', adjusting)).body.code).toBe('closed_box')
  const anywhere = { ...adjusting, lines: [{ product: sku, quantity: -50 }] }
  const { body } = await world.call('POST', '/v1/adjustments', anywhere)
  expect(body.facts.problems[0].message).toContain('50 of them lie in closed boxes that are larger: open one first')
  const found = { ...adjusting, lines: [{ ...counted, quantity: 50 }] }
  expect((await world.call('POST', '/v1/adjustments', found)).body.code).toBe('closed_box')
  const placed = await place(200)
  const wave = await world.post('/v1/pick-waves', { warehouse: 'CHI', orders: [placed.id] })
  expect((await world.get(`/v1/pick-waves/${wave.id}`)).tasks[0]).toMatchObject({ packOf: 100, toPick: 200 })
  const picks = (quantity: number) =>
    world.call('POST', `/v1/pick-waves/${wave.id}/picks`, { batch: `${sku}L`, place: inBin(), quantity })
  expect((await picks(50)).body.code).toBe('closed_box')
  expect((await picks(200)).body).toMatchObject({ placeCode: boxes.placeCode, swap: null })
  const orderLine = placed.lines[0].id
  const parcel = (quantity: number) => ({ order: placed.id, lines: [{ orderLine, batch: `${sku}L`, quantity }] })
  expect((await world.call('POST', '/v1/parcels', parcel(150))).body.code).toBe('closed_box')
  const back = { batch: batchOf, place: boxes.placeId, quantity: 50 }
  expect((await world.call('POST', `/v1/order-lines/${orderLine}/put-backs`, back)).body.code).toBe('closed_box')
  expect((await world.call('POST', '/v1/shipments', parcel(150))).body.code).toBe('closed_box')
  expect((await world.call('POST', '/v1/shipments', parcel(100))).status).toBe(201)
  expect(await differences(world)).toEqual([])
})

const binId = async (code: string): Promise<string> => (await world.get(`/v1/places?text=${code}`)).items[0].id

test('goods that are no whole boxes are refused at the door, with the field; boxes go to a place of their own', async () => {
  await stocked(0, 0)
  const line = (quantity: number, more: Json = {}) => batch('L', quantity, '2026-06-01', { place: inBin(), ...more })
  const receipt = (...lines: Json[]) => world.call('POST', '/v1/receipts', { warehouse: 'CHI', lines })
  const { body } = await receipt(line(350, { closedPackOf: 100 }))
  expect(body.facts.problems).toEqual([
    {
      at: 'lines[0].closedPackOf',
      message: 'is 100, but 350 are no whole boxes of that: write the loose ones on a line of their own',
    },
  ])
  expect((await world.get(`/v1/places?text=${inBin()}`)).items).toHaveLength(1)
  const made = await receipt(line(300, { closedPackOf: 100 }), line(24, { closedPackOf: 12 }), line(7))
  expect(made.body.lines.map(({ placeCode, packOf }: Json) => [placeCode, packOf])).toEqual([
    [`${inBin()} ×100`, 100],
    [`${inBin()} ×12`, 12],
    [inBin(), null],
  ])
  const [, twelve] = made.body.lines
  expect((await receipt(line(24, { place: twelve.placeCode }))).body.lines[0].placeId).toBe(twelve.placeId)
  expect((await receipt(line(25, { place: twelve.placeCode }))).body.facts.problems[0]).toMatchObject({
    at: 'lines[0].place',
    message: expect.stringContaining('lie closed boxes of 12, and 25 are no whole boxes of that'),
  })
  const other = await receipt(line(200, { place: twelve.placeCode, closedPackOf: 100 }))
  expect(other.body.facts.problems[0].message).toContain('name the bin instead')
  const [{ id: warehouseId }] = (await world.get('/v1/warehouses')).items
  await world.post('/v1/places', { places: [{ warehouseId, code: `${inBin()} ×25` }] })
  const taken = await receipt(line(50, { closedPackOf: 25 }))
  expect([taken.status, taken.body.code, taken.body.detail]).toEqual([
    409,
    'already_exists',
    expect.stringContaining(`${inBin()} ×25`),
  ])
})

test('the place of the boxes goes along with its bin: code, zone, holds on it; by itself it is not changed', async () => {
  await stocked(0, 3)
  const placed = await place(200)
  const bin = await binId(inBin())
  const boxes = await boxesAt()
  const alone = await world.call('PATCH', `/v1/places/${boxes.placeId}`, { code: 'ELSE' })
  expect(alone.body.facts.problems[0].message).toContain('change the bin')
  await world.call('PATCH', `/v1/places/${bin}`, { code: `Z-${count}` })
  expect((await boxesAt()).placeCode).toBe(`Z-${count} ×100`)
  const held = { scope: 'place', place: bin, reason: 'wet floor' }
  expect((await world.get(`/v1/hold-preview?scope=place&place=${bin}`)).onHand).toBe(300)
  const { id } = await world.post('/v1/holds', held)
  await orderBecomes(world, placed, { allocated: 0 })
  expect((await boxesAt()).status).toBe('held')
  await world.post(`/v1/holds/${id}/lifting`, { reason: 'dry' })
  await orderBecomes(world, placed, { allocated: 200 })
  expect(await differences(world)).toEqual([])
})

test('boxes go to another bin closed, with what is promised of them; what is promised loose stays loose', async () => {
  const batchOf = await stocked(130, 3)
  const placed = await place(330)
  expect(has(placed)).toBe('30 at bin + 300 at bin ×100')
  const [boxes, bin, main] = [await boxesAt(), await binId(inBin()), await binId('MAIN')]
  const line = { batch: batchOf, from: boxes.placeId, to: main, closedPackOf: 100, quantity: 300 }
  await world.post('/v1/relocations', { lines: [line] })
  expect(has(await orderNow(world, placed))).toBe('30 at bin + 300 at MAIN ×100')
  await place(60)
  const nowhere = (await world.get('/v1/places?text=CUSTOMER')).items[0].id
  const astray = await world.call('POST', '/v1/relocations', { lines: [{ ...line, from: bin, to: nowhere }] })
  expect(astray.body.facts.problems[0].message).toBe('must name two places of the same warehouse')
  const inBoxes = (await world.get('/v1/places?text=MAIN ×100')).items[0].id
  const nested = { ...line, from: bin, to: inBoxes, closedPackOf: 50, quantity: 50 }
  expect((await world.call('POST', '/v1/relocations', { lines: [nested] })).body.facts.problems[0].at).toBe('lines')
  await world.post('/v1/relocations', { lines: [{ ...line, from: bin, quantity: 100 }] })
  expect(await differences(world)).toEqual([])
  expect(await lies()).toBe('0 of 30 at bin + 100 of 400 at MAIN ×100')
})

test('a picker swaps whole boxes: who loses one gets what was freed; a part of one is refused, and nobody forces it', async () => {
  await stocked(200, 0)
  await receive(world, [batch('M', 300, '2026-07-01', { place: inBin(), closedPackOf: 100 })])
  const [first, second] = [await place(200), await place(300)]
  expect([has(first), has(second)]).toEqual(['200 at bin', '300 at bin ×100'])
  const wave = await world.post('/v1/pick-waves', { warehouse: 'CHI', orders: [first.id, second.id] })
  const boxes = (await boxesAt()).placeCode
  const scan = (orderLine: string, given: Json) =>
    world.call('POST', `/v1/pick-waves/${wave.id}/picks`, { orderLine, ...given })
  const ofM = { batch: `${sku}M`, place: boxes }
  expect((await scan(first.lines[0].id, { ...ofM, quantity: 150 })).body.code).toBe('closed_box')
  expect((await scan(first.lines[0].id, { ...ofM, quantity: 100 })).body.swap).toMatchObject({
    quantity: 100,
    lines: 1,
  })
  expect(has(await orderNow(world, first))).toBe('100 at bin + 100 at bin ×100')
  expect(has(await orderNow(world, second))).toBe('100 at bin + 200 at bin ×100')
  await receive(world, [batch('N', 90, '2026-08-01', { place: inBin() })])
  const task = (await world.get(`/v1/pick-waves/${wave.id}`)).tasks.find(
    (one: Json) => one.orderId === second.id && one.packOf === 100,
  )
  const instead = { batch: task.batchId, place: task.placeId }
  const cut = { batch: `${sku}N`, place: inBin(), quantity: 50, instead, force: { reason: 'must go' } }
  expect((await scan(second.lines[0].id, cut)).body).toMatchObject({
    code: 'pick_not_allowed',
    facts: { forcible: false },
  })
  expect(await differences(world)).toEqual([])
})

test('the verifier names what lies or is promised in cut boxes', async () => {
  await stocked(0, 3)
  await place(200)
  const size = (packOf: number) =>
    world.owner`update places.place set pack_of = ${packOf} where code = ${`${inBin()} ×100`}`
  await size(7)
  const cut = (await differences(world)).map(({ kind, message }) => [kind, message])
  await size(100)
  expect(cut.toSorted()).toEqual([
    ['closed_box', '200 are promised in closed boxes of 7'],
    ['closed_box', '300 lie in closed boxes of 7'],
  ])
})
