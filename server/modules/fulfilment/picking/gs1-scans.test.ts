import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { tasks, wave } from '../../../test/floor.ts'
import { type Json, openWorld, type World } from '../../../test/world.ts'

const gs = '\u001d'
const gtin = '09506000134352'
const other = '04006381333931'
let world: World
let id: string
let line: string
let count = 0
beforeAll(async () => {
  world = await openWorld({ works: false })
  const packs = [{ name: 'case', quantity: 12, gtin: '10614141000415' }]
  await world.post('/v1/products', { sku: 'CREAM', name: 'Night cream', gtin, packs })
  await world.post('/v1/products', { sku: 'SOAP', name: 'Olive soap', gtin: other })
  await world.post('/v1/products', { sku: 'BAG', name: 'Paper bag', gtin: '40170725', tracking: 'none', dates: 'none' })
  const lines = [
    { product: 'CREAM', quantity: 500, batch: 'A1', expiresOn: '2026-01-31' },
    { product: 'CREAM', quantity: 500, batch: '4006381333931', expiresOn: '2026-02-28' },
    { product: 'SOAP', quantity: 500, batch: 'A1', expiresOn: '2026-01-31' },
    { product: 'BAG', quantity: 500 },
  ]
  await world.post('/v1/receipts', { warehouse: 'CHI', lines })
})
afterAll(() => world.close())

const toPick = async (product: string): Promise<void> => {
  count += 1
  const placed = await world.post('/v1/orders', { number: `G-${count}`, lines: [{ product, quantity: 10 }] })
  ;({ id } = await wave(world, [placed]))
  line = placed.lines[0].id
}
beforeEach(() => toPick('CREAM'))
const scanned = async (batch: string, more: Json = {}): Promise<Json> => {
  const { status, body } = await world.call('POST', `/v1/pick-waves/${id}/picks`, { batch, quantity: 3, ...more })
  return status === 201 ? { batch: body.batchCode, notes: body.notes } : { code: body.code, says: body.detail }
}
const isA1 = { batch: 'A1', notes: [] }

test.each([
  ['GS1-128', `]C101${gtin}1726013110A1`],
  ['DataMatrix, batch first', `]d201${gtin}10A1${gs}17260131`],
  ['no symbology, day 00', `01${gtin}1726010010A1`],
  ['the GTIN of a case', `]C1011061414100041510A1`],
  ['a batch alone', `]C110A1`],
  ['as people write it', `(01)${gtin}(10)A1`],
  ['a label of food', `]C101${gtin}1726013110A1${gs}422276`],
  ['a label of food, no symbology', `01${gtin}1726013110A1${gs}422276`],
  ['an identifier that is not known', `01${gtin}1726013110A1${gs}8888X`],
  ['a pallet that names its batch', `]C10010614141192837465702${gtin}3748${gs}10A1`],
  ['the plain code', 'A1'],
])('%s picks the batch that it names', async (_, scan) => {
  expect(await scanned(scan)).toEqual(isA1)
  expect(await tasks(world, id)).toEqual(['7 of A1 at MAIN'])
})

test('what is of another product is refused in words, though its batch is called alike', async () => {
  const says = 'This is SOAP Olive soap; the list wants CREAM. Leave it where it is.'
  expect(await scanned(`]C101${other}10A1`)).toEqual({ code: 'scan_of_other', says })
  expect(await scanned(`]C101${other}10A1`, { orderLine: line })).toEqual({ code: 'scan_of_other', says })
  const unknown = await scanned(`]C1010061414199999610A1`)
  expect(unknown.says).toBe('No product here has the GTIN 00614141999996; the list wants CREAM. Leave it where it is.')
  expect(await tasks(world, id)).toEqual(['10 of A1 at MAIN'])
})

test('a last day that differs from ours is told, and the pick stands', async () => {
  const told = await scanned(`]C101${gtin}1726013010A1`)
  expect(told.notes).toEqual([
    'The label says 2026-01-30 is the last day, here it is 2026-01-31. Tell someone who may correct it.',
  ])
})

test('a code that names no batch, or cannot be read, is refused with what to do', async () => {
  expect((await scanned('9506000134352')).says).toMatch(
    /^This code is of CREAM, and names no batch\. Scan the code that/,
  )
  expect((await scanned('00106141411928374657')).says).toMatch(/^This code is of a parcel, SSCC 106141411928374657/)
  expect(await scanned(`]C101${gtin}1726133110A1`)).toMatchObject({
    code: 'scan_unreadable',
    says: expect.stringContaining('at character 24, expiration date (17) is no day of the calendar'),
  })
  expect((await scanned(`]C101${gtin}10NONE`)).says).toMatch(/^Nothing of batch NONE is to be picked/)
})

test('digits that are the code of a batch mean that batch, whatever GTIN they look like', async () => {
  expect(await scanned('4006381333931')).toMatchObject({ batch: '4006381333931' })
})

test('goods without batch are picked by their GTIN', async () => {
  await toPick('BAG')
  expect(await scanned('40170725')).toMatchObject({ notes: [] })
  expect(await tasks(world, id)).toEqual(['7 of - at MAIN'])
})

test('a batch that may have run on into a serial is asked for, unless there is one of that code', async () => {
  const label = `01${gtin}10B121S9`
  const says = expect.stringContaining('batch (10) may be B121S9, or B1 with (21) S9 behind it')
  expect(await scanned(label)).toMatchObject({ code: 'scan_unreadable', says })
  expect((await scanned(`01${gtin}10B121S9${gs}`)).says).toMatch(/^Nothing of batch B121S9 is to be picked/)
  const lines = [{ product: 'CREAM', quantity: 5, batch: 'B121S9', expiresOn: '2026-01-31' }]
  await world.post('/v1/receipts', { warehouse: 'CHI', lines })
  expect(await scanned(label)).toMatchObject({ batch: 'B121S9' })
})
