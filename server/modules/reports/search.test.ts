import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Json, openWorld, type World } from '../../test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld({ works: false })
  await world.post('/v1/products', { sku: 'TEA', name: 'Green tea', gtin: '9506000134352' })
  await world.post('/v1/suppliers', { code: 'LEAF', name: 'Leaf & Co' })
  const line = { product: 'TEA', quantity: 1, expiresOn: '2026-05-01' }
  await world.post('/v1/receipts', {
    warehouse: 'CHI',
    supplier: 'LEAF',
    lines: [
      { ...line, batch: 'B1', supplierLot: 'LC-77' },
      { ...line, batch: 'B10' },
    ],
  })
})
afterAll(() => world?.close())

test.each([
  ['b1', ['batch B1 exact', 'batch B10']],
  ['LC-77', ['batch B1 exact']],
  ['9506000134352', ['product TEA exact']],
  ['leaf & co', ['supplier Leaf & Co exact']],
  ['lea', ['supplier Leaf & Co']],
])('"%s" finds what is called so first, and says that it is', async (q, found) => {
  const { items } = await world.get(`/v1/search?q=${encodeURIComponent(q)}`)
  expect(items.map(({ kind, title, exact }: Json) => `${kind} ${title}${exact ? ' exact' : ''}`)).toEqual(found)
})

test('a count is found by its number', async () => {
  const { number } = await world.post('/v1/counts', { warehouse: 'CHI', of: 'bins', blind: true })
  const found = async (q: string) => (await world.get(`/v1/search?q=${q}`)).items
  expect(await found(number.toLowerCase())).toMatchObject([
    { kind: 'count', title: number, detail: 'CHI, open', exact: true },
  ])
  expect(await found('ct')).toMatchObject([{ kind: 'count', title: number, exact: false }])
  expect((await (await world.otherAccount()).get(`/v1/search?q=${number}`)).items).toEqual([])
})

test('a bin is found by its code, with its warehouse', async () => {
  const found = async (q: string) => (await world.get(`/v1/search?q=${q}`)).items
  expect(await found('main')).toMatchObject([{ kind: 'bin', title: 'MAIN', detail: 'CHI', exact: true }])
  expect(await found('quar')).toMatchObject([{ kind: 'bin', title: 'QUARANTINE', exact: false }])
  expect(await (await world.otherAccount()).get('/v1/search?q=MAIN')).toMatchObject({ items: [{ title: 'MAIN' }] })
})

test('a wave is found by its number, a parcel by its number or the SSCC of its label, or by what people read out of them, a batch by a GS1 label', async () => {
  await world.call('PATCH', '/v1/account', { gs1Prefix: '0614141' })
  const placed = await world.post('/v1/orders', { number: 'S-1', lines: [{ product: 'TEA', quantity: 1 }] })
  const wave = await world.post('/v1/pick-waves', { warehouse: 'CHI', orders: [placed.id] })
  const pickAll = ({ id, tasks: [{ orderLineId: orderLine, batchId, placeId: place }] }: Json) =>
    world.post(`/v1/pick-waves/${id}/picks`, { orderLine, batch: batchId, place, quantity: 1 })
  await pickAll(wave)
  const parcel = await world.post('/v1/parcels', { order: placed.id })
  const found = async (q: string) => {
    const { items } = await world.get(`/v1/search?q=${encodeURIComponent(q)}`)
    return items.map(({ kind, title, detail, exact }: Json) => `${kind} ${title} (${detail})${exact ? ' exact' : ''}`)
  }
  expect(await found(wave.number.toLowerCase())).toEqual([`wave ${wave.number} (CHI, open) exact`])
  const isParcel = [`parcel ${parcel.number} (Order S-1 · SSCC ${parcel.sscc}) exact`]
  for (const q of [
    parcel.number.toLowerCase(),
    parcel.sscc,
    `00${parcel.sscc}`,
    `]C100${parcel.sscc}`,
    `(00)${parcel.sscc}`,
  ])
    expect(await found(q)).toEqual(isParcel)
  const another = await world.post('/v1/orders', { number: 'S-2', lines: [{ product: 'TEA', quantity: 1 }] })
  await pickAll(await world.post('/v1/pick-waves', { warehouse: 'CHI', orders: [another.id] }))
  const second = await world.post('/v1/parcels', { order: another.id })
  expect(await found('pa-')).toEqual(
    [second, parcel].map(({ number, sscc }, at) => `parcel ${number} (Order S-${2 - at} · SSCC ${sscc})`),
  )
  for (const digits of [4, 6, 12, 17])
    expect(await found(parcel.sscc.slice(-digits))).toEqual([isParcel[0]?.replace(' exact', '')])
  expect(await found(parcel.sscc.slice(-3))).toEqual([])
  expect(await found(']C1019506000134352010B1')).toEqual([])
  expect(await found(']C1010950600013435210B10')).toEqual(['batch B10 (TEA · Green tea · 2026-05-01) exact'])
  const other = await world.otherAccount()
  expect((await other.get(`/v1/search?q=${parcel.sscc}`)).items).toEqual([])
})

test('a transfer is found by its number, with whence and where to', async () => {
  await world.post('/v1/warehouses', { code: 'DAL', name: 'Dallas', timeZone: 'America/Chicago' })
  const { id, number } = await world.post('/v1/transfers', {
    from: 'CHI',
    to: 'DAL',
    lines: [{ product: 'TEA', quantity: 1 }],
  })
  const found = async (q: string) => (await world.get(`/v1/search?q=${q}`)).items
  const row = { kind: 'transfer', id, title: number, detail: 'CHI → DAL' }
  expect(await found(number.toLowerCase())).toMatchObject([{ ...row, exact: true }])
  expect(await found('tr-')).toMatchObject([{ ...row, exact: false }])
  await world.post(`/v1/transfers/${id}/cancellation`, { reason: 'not needed' })
  expect(await found(number)).toMatchObject([{ detail: 'CHI → DAL, cancelled' }])
  expect((await world.get(`/v1/names?ids=${id}`)).items).toMatchObject([{ kind: 'transfer', title: number }])
  expect((await (await world.otherAccount()).get(`/v1/search?q=${number}`)).items).toEqual([])
})
