import { afterEach, beforeEach, expect, test } from 'vitest'
import { batchId, product, receive, refusedReceipt, stockOf } from '../stories.ts'
import { type Json, openWorld, type World } from '../world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const batches = async () => (await world.get('/v1/batches')).items as Json[]
const expiresOn = '2026-01-01'

test('scenario 31: the same code of two products is two batches', async () => {
  await product(world)
  await product(world, { sku: 'Q' })
  await receive(world, [
    { batch: 'L001', quantity: 1, expiresOn },
    { product: 'Q', batch: 'L001', quantity: 1, expiresOn: '2026-02-02' },
  ])
  expect((await batches()).map(({ sku, code }) => [sku, code]).sort()).toEqual([
    ['P', 'L001'],
    ['Q', 'L001'],
  ])
})

test('scenario 31: the same code from another supplier is asked about, and a person decides', async () => {
  await world.post('/v1/suppliers', { code: 'X', name: 'Xenon' })
  await world.post('/v1/suppliers', { code: 'Y', name: 'Ypsilon' })
  await product(world)
  await receive(world, [{ batch: '0815', quantity: 1, expiresOn }], { supplier: 'X' })
  const asked = await refusedReceipt(world, [{ batch: '0815', quantity: 1, expiresOn }], { supplier: 'Y' })
  expect(asked).toMatchObject({ status: 409, body: { code: 'batch_supplier_differs' } })
  await receive(world, [{ batch: '0815', quantity: 1, expiresOn, batchIs: 'same' }], { supplier: 'Y' })
  expect((await batches()).length).toBe(1)
})

test('scenario 31: a product that keeps suppliers apart makes two batches without asking', async () => {
  await world.post('/v1/suppliers', { code: 'X', name: 'Xenon' })
  await world.post('/v1/suppliers', { code: 'Y', name: 'Ypsilon' })
  await product(world, { batchIdentity: 'supplier' })
  await receive(world, [{ batch: '0815', quantity: 1, expiresOn }], { supplier: 'X' })
  await receive(world, [{ batch: '0815', quantity: 1, expiresOn: '2026-03-03' }], { supplier: 'Y' })
  expect((await batches()).map(({ code, supplierName }) => [code, supplierName]).sort()).toEqual([
    ['0815', 'Xenon'],
    ['0815', 'Ypsilon'],
  ])
})

test('scenario 32: spaces and full-width letters are one batch, and the text as first given is kept', async () => {
  await product(world)
  await receive(world, [{ batch: ' L001 ', quantity: 1, expiresOn }])
  await receive(world, [{ batch: 'L001', quantity: 1, expiresOn }])
  await receive(world, [{ batch: 'Ｌ００１', quantity: 1, expiresOn }])
  expect(await batches()).toMatchObject([{ code: 'L001', codeAsGiven: ' L001 ' }])
  expect((await stockOf(world, 'L001'))[0].onHand).toBe(3)
})

test('scenario 32: another case is asked about, never merged nor made new in silence', async () => {
  await product(world)
  await receive(world, [{ batch: 'L001', quantity: 1, expiresOn }])
  const asked = await refusedReceipt(world, [{ batch: 'l001', quantity: 1, expiresOn }])
  expect(asked).toMatchObject({ status: 409, body: { code: 'batch_looks_alike', facts: { known: ['L001'] } } })
  expect(await batches()).toHaveLength(1)
  await receive(world, [{ batch: 'l001', quantity: 1, expiresOn, batchIs: 'different' }])
  expect((await batches()).map(({ code }) => code).sort()).toEqual(['L001', 'l001'])
})

test('scenario 32: "001" and "1" are two batches', async () => {
  await product(world)
  await receive(world, [
    { batch: '001', quantity: 1, expiresOn },
    { batch: '1', quantity: 1, expiresOn },
  ])
  expect((await batches()).map(({ code }) => code).sort()).toEqual(['001', '1'])
})

test('scenario 33: a known batch with another date stops and asks; nothing is overwritten and nothing doubled', async () => {
  await product(world)
  await receive(world, [{ batch: 'L001', quantity: 1, expiresOn }])
  const asked = await refusedReceipt(world, [{ batch: 'L001', quantity: 1, expiresOn: '2026-02-02' }])
  expect(asked).toMatchObject({
    status: 409,
    body: {
      code: 'batch_dates_differ',
      facts: { known: '2026-01-01', given: '2026-02-02', choices: ['correct_known_date', 'own_code', 'reject'] },
    },
  })
  expect(await batches()).toMatchObject([{ code: 'L001', expiresOn: '2026-01-01' }])
  await receive(world, [{ batch: 'L001', quantity: 2 }])
  expect(await batches()).toHaveLength(1)
  await world.post(`/v1/batches/${await batchId(world, 'L001')}/dates`, {
    kind: 'expiry',
    on: '2026-02-02',
    reason: 'misread',
  })
  await receive(world, [{ batch: 'L001', quantity: 1, expiresOn: '2026-02-02' }])
  expect((await stockOf(world, 'L001'))[0]).toMatchObject({ onHand: 4, expiresOn: '2026-02-02' })
})

test.each<[string, Json, Json, Json]>([
  [
    'production date',
    { producedOn: '2025-10-01' },
    { producedOn: '2025-10-02' },
    { kind: 'produced', known: '2025-10-01' },
  ],
  [
    'best-before date',
    { expiresOn, bestBefore: '2025-12-24' },
    { expiresOn, bestBefore: '2025-12-31' },
    { kind: 'best_before', known: '2025-12-24' },
  ],
  ['last day', { expiresOn }, { useBy: '2025-12-20' }, { kind: 'use_by', known: '2026-01-01', given: '2025-12-20' }],
  ['last day', { expiresOn }, { bestBefore: '2026-02-02' }, { kind: 'best_before', known: '2026-01-01' }],
  ['without a last day', {}, { expiresOn }, { kind: 'expiry', known: null, given: '2026-01-01' }],
])('scenario 33: whatever date differs is asked about: %s', async (what, first, second, facts) => {
  await product(world, { dates: 'optional' })
  await receive(world, [{ batch: 'L001', quantity: 1, ...first }])
  const asked = await refusedReceipt(world, [{ batch: 'L001', quantity: 1, ...second }])
  expect(asked).toMatchObject({ status: 409, body: { code: 'batch_dates_differ', facts } })
  expect(asked.body.detail).toContain(what)
  const { kind, given = Object.values(second).at(-1) } = asked.body.facts
  await world.post(`/v1/batches/${await batchId(world, 'L001')}/dates`, { kind, on: given, reason: 'misread' })
  await receive(world, [{ batch: 'L001', quantity: 1, ...second }])
})

test('scenario 33: what a second delivery adds is kept, and each delivery keeps what it said of itself', async () => {
  await product(world)
  await world.post('/v1/suppliers', { code: 'X', name: 'Xenon' })
  await receive(world, [{ batch: 'L001', quantity: 5, expiresOn, supplierLot: 'X-1' }], { supplier: 'X' })
  const more = { producedOn: '2025-10-01', bestBefore: '2025-12-24', supplierLot: 'X-2', originCountry: 'DE' }
  const second = await receive(world, [{ batch: 'L001', quantity: 7, expiresOn, ...more }], { supplier: 'X' })
  expect(second.lines[0]).toMatchObject({ supplierLot: 'X-2', originCountry: 'DE' })
  const batch = await world.get(`/v1/batches/${second.lines[0].batchId}`)
  expect(batch).toMatchObject({ expiresOn, producedOn: '2025-10-01', supplierLot: 'X-1', originCountry: 'DE' })
  expect(batch.dates.map(({ kind, on }: Json) => [kind, on]).sort()).toEqual([
    ['best_before', '2025-12-24'],
    ['expiry', expiresOn],
    ['produced', '2025-10-01'],
  ])
  const { receipts } = await world.get(`/v1/batches/${batch.id}/trace`)
  expect(receipts.map((row: Json) => [row.quantity, row.supplierName, row.supplierLot])).toEqual([
    [5, 'Xenon', 'X-1'],
    [7, 'Xenon', 'X-2'],
  ])
  expect((await world.get('/v1/search?q=X-2')).items).toMatchObject([{ kind: 'batch', id: batch.id }])
  const late = await refusedReceipt(world, [{ batch: 'L001', quantity: 1, producedOn: '2025-10-02' }])
  expect(late.body.facts).toMatchObject({ kind: 'produced', known: '2025-10-01', given: '2025-10-02' })
})

test('a date that was counted from the production date gives way to none and contradicts none', async () => {
  await product(world, { lifeDays: 30 })
  await receive(world, [{ batch: 'L001', quantity: 1, expiresOn }])
  await receive(world, [{ batch: 'L001', quantity: 1, producedOn: '2025-11-20' }])
  expect(await batches()).toMatchObject([{ producedOn: '2025-11-20', expiresOn, expiresOnSource: 'typed' }])
  const after = await refusedReceipt(world, [{ batch: 'M', quantity: 1, producedOn: '2026-02-02', expiresOn }])
  expect(after.body.code).toBe('produced_after_expiry')
})

test('scenario 36: lot S holds 3 batches of lipstick; its trace is the union of theirs', async () => {
  await product(world, { sku: 'LIPSTICK' })
  await world.post('/v1/lots', { code: 'S' })
  const lipstick = { product: 'LIPSTICK', quantity: 5 }
  const outside = { ...lipstick, batch: 'D', expiresOn: '2026-01-02' }
  await receive(world, [outside])
  await receive(
    world,
    [
      { ...lipstick, batch: 'A', expiresOn },
      { ...lipstick, batch: 'B', expiresOn: '2026-01-03' },
      { ...lipstick, batch: 'C', expiresOn: '2026-02-02' },
    ],
    { lot: 'S' },
  )
  const placed = await world.post('/v1/orders', { lines: [{ product: 'LIPSTICK', quantity: 13 }] })
  await world.post('/v1/shipments', { order: placed.id })
  const trace = await world.get('/v1/lots/S/trace')
  expect(trace.batches.map(({ batchCode, shipped, onHand }: Json) => [batchCode, shipped, onHand]).sort()).toEqual([
    ['A', 5, 0],
    ['B', 3, 2],
    ['C', 0, 5],
  ])
  expect(trace).toMatchObject({ orders: 1, shipped: 8 })
})

test('scenario 38: serial S-9 belongs to batch A; asked for either, both are told', async () => {
  await product(world, { tracking: 'serial', gtin: '9506000134352' })
  await receive(world, [{ batch: 'A', quantity: 1, expiresOn, serials: ['S-9'] }])
  const id = await batchId(world, 'A')
  for (const q of ['S-9', '\u001d010950600013435221S-9', '\u001d010950600013435210A\u001d21S-9']) {
    const { items } = await world.get(`/v1/search?q=${encodeURIComponent(q)}`)
    expect(items).toContainEqual(expect.objectContaining({ kind: 'serial', title: 'S-9', id, detail: 'P · batch A' }))
  }
  const both = await world.get(`/v1/search?q=${encodeURIComponent('\u001d010950600013435210A\u001d21S-9')}`)
  expect(both).toMatchObject({
    items: [{ kind: 'serial' }, { kind: 'batch', id, title: 'A', exact: true }],
    remark: null,
  })
  const { items } = await world.get(`/v1/batches/${id}/serials`)
  expect(items).toMatchObject([{ code: 'S-9', placeCode: 'MAIN' }])
})

test('scenario 38: a serial is in one place at a time, and a serial-tracked product does not move without naming them', async () => {
  await product(world, { tracking: 'serial' })
  const unnamed = await refusedReceipt(world, [{ batch: 'A', quantity: 2, expiresOn }])
  expect(unnamed).toMatchObject({ status: 422, body: { code: 'serials_needed' } })
  await receive(world, [{ batch: 'A', quantity: 2, expiresOn, serials: ['S-1', 'S-2'] }])
  const twice = await refusedReceipt(world, [{ batch: 'A', quantity: 1, expiresOn, serials: ['S-1'] }])
  expect(twice).toMatchObject({ status: 409, body: { code: 'serial_twice' } })
  const placed = await world.post('/v1/orders', { lines: [{ product: 'P', quantity: 1 }] })
  const nameless = await world.call('POST', '/v1/shipments', { order: placed.id })
  expect(nameless).toMatchObject({ status: 422, body: { code: 'serials_needed' } })
  const line = { orderLine: placed.lines[0].id, batch: 'A', quantity: 1 }
  const shipped = await world.post('/v1/shipments', { order: placed.id, lines: [{ ...line, serials: ['S-2'] }] })
  expect(shipped.items[0].lines[0].serials).toEqual(['S-2'])
  const next = await world.post('/v1/orders', { lines: [{ product: 'P', quantity: 1 }] })
  const gone = await world.call('POST', '/v1/shipments', {
    order: next.id,
    lines: [{ orderLine: next.lines[0].id, batch: 'A', quantity: 1, serials: ['S-2'] }],
  })
  expect(gone).toMatchObject({ status: 409, body: { code: 'serial_elsewhere' } })
})
