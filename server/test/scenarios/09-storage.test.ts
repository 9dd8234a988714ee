import { afterEach, beforeEach, expect, test } from 'vitest'
import { bins, carry, told, zone } from '../bins.ts'
import { product, receive, refusedReceipt } from '../stories.ts'
import { arrive, dallas, send } from '../transfers.ts'
import { type Json, openWorld, type World } from '../world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld({ works: false })
  await bins(world, ['DOCK-2'], { kind: 'dock' })
})
afterEach(() => world.close())

test('scenario 60: peanuts are put neither in the nut-free zone nor above it, and the nearest bin allowed is named', async () => {
  const free = await zone(world, 'NUT-FREE', { freeFrom: ['peanuts', 'nuts'] })
  await bins(world, ['N-1-0'], { zoneId: free.id })
  await bins(world, ['N-1-1', 'N-2-1', 'N-3-1'])
  await product(world, { sku: 'BUTTER', allergens: ['peanuts'] })
  const line = { product: 'BUTTER', batch: 'PB', quantity: 10, expiresOn: '2026-01-01' }
  await receive(world, [{ ...line, place: 'DOCK' }])

  const inZone = await carry(world, { batch: 'PB', from: 'DOCK', to: 'N-1-0', quantity: 10 })
  expect(inZone.body).toMatchObject({ code: 'storage_forbids', facts: { place: 'N-1-0', nearest: 'MAIN' } })
  expect(inZone.body.detail).toContain('holds peanuts, and the zone is free from it. Put it at MAIN instead.')
  const above = await carry(world, { batch: 'PB', from: 'DOCK', to: 'N-1-1', quantity: 10 })
  expect(above.body.detail).toContain('may not lie at N-1-1: holds peanuts, and N-1-0 below is free from it')
  expect(told(await carry(world, { batch: 'PB', from: 'DOCK', to: 'N-2-1', quantity: 10 }))).toBe('done')
  const arriving = await refusedReceipt(world, [{ ...line, place: 'N-1-0' }])
  expect(arriving.body.facts).toMatchObject({ where: 'line 1', nearest: 'N-2-1' })
})

test('goods that say nothing lie wherever they could before', async () => {
  const cold = await zone(world, 'COLD', { storage: 'frozen' })
  await bins(world, ['F-1'], { zoneId: cold.id })
  await product(world)
  await receive(world, [{ batch: 'A', quantity: 5, expiresOn: '2026-01-01', place: 'F-1' }])
  expect(told(await carry(world, { batch: 'A', from: 'F-1', to: 'MAIN', quantity: 5 }))).toBe('done')
})

test('who may puts it there all the same and says why; the move and the audit keep it', async () => {
  await product(world, { storage: 'frozen' })
  await receive(world, [{ batch: 'A', quantity: 5, expiresOn: '2026-01-01', place: 'DOCK' }])
  const asked = { batch: 'A', from: 'DOCK', to: 'MAIN', quantity: 5, force: { reason: 'the freezer is broken' } }
  expect((await carry(await world.as('warehouse'), asked)).body).toMatchObject({
    code: 'not_allowed',
    facts: { needs: 'force storage' },
  })
  const forced = await carry(world, asked)
  expect(told(forced)).toBe('done')
  const [move] = (await world.get(`/v1/moves?document=${forced.body.id}`)).items
  expect(move.note).toBe('the freezer is broken (MAIN: frozen goods, and the bin is ambient)')
  const entries = (await world.get(`/v1/audit?subject=${move.toPlaceId}`)).items
  expect(entries[0]).toMatchObject({ action: 'storage.force', reason: 'the freezer is broken', after: { batch: 'A' } })
})

test('of what leaves a bin in the same act nothing is in the way, and lines of one act see each other', async () => {
  await bins(world, ['X-1', 'X-2'], { mixing: 'one_batch' })
  await product(world)
  const line = { quantity: 5, expiresOn: '2026-01-01' }
  await receive(world, [
    { ...line, batch: 'A', place: 'X-1' },
    { ...line, batch: 'B', place: 'X-2' },
  ])
  const both = await refusedReceipt(world, [
    { ...line, batch: 'C', place: 'X-1' },
    { ...line, batch: 'A', place: 'X-1' },
  ])
  expect(both.body.facts).toMatchObject({ where: 'line 1', because: 'one batch only, and A lies there' })
  const rows: Json[] = (await world.get('/v1/stock?limit=10')).items
  const of = (code: string) => rows.find(({ batchCode }) => batchCode === code)
  const swap = [
    { batch: of('A').batchId, from: of('A').placeId, to: of('B').placeId, quantity: 5 },
    { batch: of('B').batchId, from: of('B').placeId, to: of('A').placeId, quantity: 5 },
  ]
  expect(told(await world.call('POST', '/v1/relocations', { lines: swap }))).toBe('done')
})

test('closed boxes and loose units of a bin share its room and its rule', async () => {
  await bins(world, ['X-1'], { mixing: 'one_batch', capacity: 20 })
  await product(world)
  const line = { expiresOn: '2026-01-01', place: 'X-1' }
  await receive(world, [{ ...line, batch: 'A', quantity: 12, closedPackOf: 6 }])
  const other = await refusedReceipt(world, [{ ...line, batch: 'B', quantity: 1 }])
  expect(other.body.facts.because).toBe('one batch only, and A lies there')
  const many = await refusedReceipt(world, [{ ...line, batch: 'A', quantity: 9 }])
  expect(many.body.facts.because).toBe('room for 8, not for 9')
  await receive(world, [{ ...line, batch: 'A', quantity: 8 }])
  const box = (await world.get('/v1/stock?limit=10')).items.find(({ packOf }: Json) => packOf === 6)
  const open = await world.call('POST', '/v1/box-openings', { batch: box.batchId, place: box.placeId, boxes: 1 })
  expect(told(open)).toBe('done')
})

test('a count says what lies there, and is never refused', async () => {
  await product(world)
  await receive(world, [{ batch: 'A', quantity: 5, expiresOn: '2026-01-01' }])
  const { id } = (await world.get('/v1/products')).items[0]
  await world.call('PATCH', `/v1/products/${id}`, { storage: 'frozen' })
  const found = { warehouse: 'CHI', reason: 'found', lines: [{ product: 'P', batch: 'A', place: 'MAIN', quantity: 1 }] }
  expect(told(await world.call('POST', '/v1/adjustments', found))).toBe('done')
})

test('a transfer of goods which no bin of the other warehouse takes is not approved, and they are received where they may lie', async () => {
  await dallas(world)
  await product(world, { storage: 'cool' })
  const cool = await zone(world, 'COOL', { storage: 'cool' })
  await bins(world, ['C-1'], { zoneId: cool.id })
  await receive(world, [{ batch: 'A', quantity: 10, expiresOn: '2026-01-01', place: 'C-1' }])
  const lines = [{ product: 'P', quantity: 4 }]
  const asked = await world.post('/v1/transfers', { from: 'CHI', to: 'DAL', lines })
  const approval = await world.call('POST', `/v1/transfers/${asked.id}/approval`)
  expect(approval.body.code).toBe('transfer_no_bin')
  expect(approval.body.detail).toContain('Line 1: no bin of DAL takes P: cool goods, and the bin is ambient.')

  const there = await zone(world, 'COOL', { storage: 'cool', warehouse: 'DAL' })
  await bins(world, ['D-1'], { warehouse: 'DAL', zoneId: there.id })
  await world.post(`/v1/transfers/${asked.id}/approval`)
  await send(world, asked)
  const wrong = await world.call('POST', `/v1/transfers/${asked.id}/receipts`, {})
  expect(wrong.body).toMatchObject({ code: 'storage_forbids', facts: { place: 'MAIN', nearest: 'D-1' } })
  const put = { lines: [{ batch: 'A', quantity: 3, place: 'D-1' }] }
  expect(await arrive(world, asked, put)).toMatchObject({ arrived: 3 })
  const forced = await arrive(world, asked, { force: { reason: 'sold within the hour' } })
  expect(forced).toMatchObject({ arrived: 4, state: 'received' })
})

test('what a customer sends back is not put on sale where it must not lie; in quarantine it may', async () => {
  const cool = await zone(world, 'COOL', { storage: 'cool' })
  await bins(world, ['C-1'], { zoneId: cool.id })
  await product(world, { storage: 'cool' })
  await receive(world, [{ batch: 'A', quantity: 10, expiresOn: '2026-01-01', place: 'C-1' }])
  const placed = await world.post('/v1/orders', { number: 'SO-9', lines: [{ product: 'P', quantity: 4 }] })
  await world.post('/v1/shipments', { order: placed.id })
  const lines = [{ product: 'P', quantity: 4 }]
  const { id } = await world.post('/v1/returns', { number: 'R-1', orderNumber: 'SO-9', lines })
  const back = (place: string, quantity: number) =>
    world.call('POST', `/v1/returns/${id}/receipts`, { warehouse: 'CHI', lines: [{ line: 1, quantity, place }] })
  expect((await back('MAIN', 1)).body).toMatchObject({ code: 'storage_forbids', facts: { nearest: 'C-1' } })
  expect(told(await back('QUARANTINE', 1))).toBe('done')
  expect(told(await back('C-1', 3))).toBe('done')
})

test('what came back is restocked also where it must not lie, by who may force it and says why, and is on the list then', async () => {
  const cool = await zone(world, 'COOL', { storage: 'cool' })
  await bins(world, ['C-1'], { zoneId: cool.id })
  await product(world, { storage: 'cool' })
  await receive(world, [{ batch: 'A', quantity: 4, expiresOn: '2026-01-01', place: 'C-1' }])
  const placed = await world.post('/v1/orders', { number: 'SO-9', lines: [{ product: 'P', quantity: 4 }] })
  await world.post('/v1/shipments', { order: placed.id })
  const force = { reason: 'sold within the hour' }
  const arrived = { warehouse: 'CHI', orderNumber: 'SO-9' }
  const { id } = await world.post('/v1/unannounced-returns', { ...arrived, lines: [{ product: 'P', quantity: 2 }] })
  const decisions = [{ decide: 'restock', quantity: 2, place: 'MAIN' }]
  const restock = async (role: string, more: Json = {}) =>
    (await world.as(role)).call('POST', `/v1/returns/${id}/inspections`, { line: 1, decisions, ...more })
  expect((await restock('owner')).body).toMatchObject({ code: 'storage_forbids', facts: { place: 'MAIN' } })
  expect((await restock('warehouse', { force })).body.code).toBe('not_allowed')
  expect(told(await restock('owner', { force }))).toBe('done')
  const toBin = { ...arrived, lines: [{ product: 'P', quantity: 1, place: 'MAIN' }] }
  expect((await world.call('POST', '/v1/unannounced-returns', toBin)).body.code).toBe('storage_forbids')
  await world.post('/v1/unannounced-returns', { ...toBin, force })
  const announced = await world.post('/v1/returns', { orderNumber: 'SO-9', lines: [{ product: 'P', quantity: 1 }] })
  const receipt = { warehouse: 'CHI', lines: [{ line: 1, quantity: 1, place: 'MAIN' }] }
  await world.post(`/v1/returns/${announced.id}/receipts`, { ...receipt, force })
  expect((await world.get('/v1/misplaced')).items).toMatchObject([{ placeCode: 'MAIN', batchCode: 'A', quantity: 4 }])
  const { items } = await world.get('/v1/moves?reason=putaway')
  expect(items[0].note).toBe('sold within the hour (MAIN: cool goods, and the bin is ambient)')
})
