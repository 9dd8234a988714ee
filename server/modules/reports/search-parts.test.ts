/**
 * Codes in part, with one mistake, and off labels.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Json, openWorld, type World } from '../../test/world.ts'

const gtin = '9506000134352'
const group = '\u001d'

let world: World
beforeAll(async () => {
  world = await openWorld({ works: false })
  await world.post('/v1/products', { sku: 'SOAP', name: 'Green-tea soap, mild (50 ml)', gtin, tracking: 'serial' })
  await world.post('/v1/products', { sku: 'TINS', name: 'Tins', gtin: '4006381333931' })
  await world.post('/v1/customers', { code: 'C-1', name: 'Leaf & Sons' })
  const life = { expiresOn: '2026-05-01' }
  await world.post('/v1/receipts', {
    warehouse: 'CHI',
    lines: [
      { ...life, product: 'SOAP', quantity: 1, batch: 'Lot-2411A', serials: ['sN-0098-XK'] },
      { ...life, product: 'TINS', quantity: 9, batch: 'LOT-2411A' },
    ],
  })
  const placed = await world.post('/v1/orders', { number: 'WEB-90210', lines: [{ product: 'TINS', quantity: 1 }] })
  await world.post('/v1/shipments', { order: placed.id, carrier: 'UPS', trackingNumber: '1Z999AA10123456784' })
})
afterAll(() => world?.close())

const search = (q: string) => world.get(`/v1/search?q=${encodeURIComponent(q)}`)
const says = ({ kind, title, exact, mistyped }: Json): string =>
  `${kind} ${title}${exact ? ' exact' : ''}${mistyped ? ' mistyped' : ''}`
const found = async (q: string): Promise<string[]> => (await search(q)).items.map(says)

test.each([
  ['lot-24', ['batch LOT-2411A', 'batch Lot-2411A']],
  ['SN-0098-xk', ['serial sN-0098-XK exact']],
  ['sn-00', ['serial sN-0098-XK']],
  ['8-xk', ['serial sN-0098-XK']],
  ['-xk', []],
  ['6784', ['shipment SH-1']],
  ['1z999aa1', ['shipment SH-1']],
  ['1z999aa10123456784', ['shipment SH-1 exact']],
  ['950600', ['product SOAP']],
  ['09506', ['product SOAP']],
  ['4352', ['product SOAP']],
  ['tea', ['product SOAP']],
  ['tea soap', ['product SOAP']],
  ['50 ml', ['product SOAP']],
  ['sons', ['customer Leaf & Sons']],
  ['leaf sons', ['customer Leaf & Sons exact']],
  ['oap', []],
])('by part: "%s"', async (q, expected) => {
  expect((await found(q)).sort()).toEqual([...expected].sort())
})

test.each([
  ['one that is wrong', 'WEB-90211', 'order WEB-90210'],
  ['one missing', 'WEB-9210', 'order WEB-90210'],
  ['one too many', 'WEB-902100', 'order WEB-90210'],
  ['two that changed places', 'WBE-90210', 'order WEB-90210'],
  ['a serial', 'SN-0089-XK', 'serial sN-0098-XK'],
  ['a SKU', 'SAOP', 'product SOAP'],
  ['a GTIN', '9506000134325', 'product SOAP'],
])('mistyped: %s', async (_, q, expected) => {
  expect(await found(q)).toEqual([`${expected} mistyped`])
})

test('a batch that looks alike is told although more than one character differs', async () => {
  expect((await found('L0T24IIA')).sort()).toEqual(['batch LOT-2411A mistyped', 'batch Lot-2411A mistyped'])
})

test('where something is called so, nothing else is meant', async () => {
  await world.post('/v1/orders', { number: 'WEB-90219', lines: [{ product: 'TINS', quantity: 1 }] })
  expect(await found('WEB-90219')).toEqual(['order WEB-90219 exact'])
})

test.each([
  [`]C101${gtin.padStart(14, '0')}10Lot-2411A${group}21sN-0098-XK`],
  [`(01)${gtin.padStart(14, '0')}(10)Lot-2411A(21)sN-0098-XK`],
  [`https://id.gs1.org/01/${gtin.padStart(14, '0')}/10/Lot-2411A/21/sN-0098-XK`],
])('a label that names a serial and its batch finds both, of its product alone: %s', async (scan) => {
  expect(await search(scan)).toMatchObject({ remark: null })
  expect(await found(scan)).toEqual(['serial sN-0098-XK exact', 'batch Lot-2411A exact'])
})

test.each([
  [`]C101095060001343531`, [], 'GTIN (01) has the check digit 3, but needs 2.'],
  ['0109506000134353', [], 'GTIN (01) has the check digit 3, but needs 2.'],
  ['4006381333001', [], 'GTIN (01) has the check digit 1, but needs 9.'],
  [`(01)04012345678901(10)B`, [], 'No product here has the GTIN 04012345678901.'],
  [`(01)0${gtin}(10)B9`, ['product SOAP'], 'No batch B9 of SOAP is known.'],
  [`(01)0${gtin}(10)Lot-2411A(21)S9`, ['batch Lot-2411A exact'], 'No serial S9 of SOAP is known.'],
  ['(10)B9', [], 'No batch B9 is known.'],
  [
    `]C1010${gtin}10A121S9`,
    ['product SOAP'],
    'Batch (10) may be A121S9, or A1 with (21) S9 behind it: a separator may be missing.',
  ],
])('what is wrong with a scan is told: %s', async (scan, expected, remark) => {
  const answer = await search(scan)
  expect([answer.items.map(says), answer.remark]).toEqual([expected, remark])
})

test('a product and a partner that got another name are found by the new one alone', async () => {
  const { id } = await world.post('/v1/products', { sku: 'NEW', name: 'Lavender oil' })
  await world.call('PATCH', `/v1/products/${id}`, { name: 'Rosemary oil', reason: 'misnamed' })
  const customer = await world.post('/v1/customers', { code: 'C-2', name: 'Hartmann' })
  await world.call('PATCH', `/v1/customers/${customer.id}`, { name: 'Hollmann' })
  expect([await found('lavender'), await found('rosemary')]).toEqual([[], ['product NEW']])
  expect([await found('hartmann'), await found('hollmann')]).toEqual([[], ['customer Hollmann exact']])
})
