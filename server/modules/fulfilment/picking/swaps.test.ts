import { afterEach, beforeEach, expect, test } from 'vitest'
import { pickOf, tasks, wave, waveNow } from '../../../test/floor.ts'
import { batchId, differences, hold, order, orderNow, product, receive, taken } from '../../../test/stories.ts'
import { type Json, openWorld, type World } from '../../../test/world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
  await product(world)
})
afterEach(() => world.close())

const a = (quantity: number) => ({ batch: 'A', quantity, expiresOn: '2026-01-01' })
const b = (quantity: number) => ({ batch: 'B', quantity, expiresOn: '2025-12-01' })
const scan = (id: string, body: Json) => world.call('POST', `/v1/pick-waves/${id}/picks`, body)
const swaps = async ({ lines: [{ id }] }: Json) =>
  (await world.get(`/v1/order-lines/${id}/decisions`)).items
    .filter(({ cause }: Json) => cause === 'swap')
    .map(({ picks }: Json) => picks.map((one: Json) => `${one.batchCode} ${one.quantity}`).join(', '))

test('scenario 75: the wrong batch where it may go is swapped, and the other order gets what was freed', async () => {
  await receive(world, [a(10), b(10)])
  const first = await order(world, 10)
  const second = await order(world, 10)
  expect([taken(first), taken(second)]).toEqual([{ B: 10 }, { A: 10 }])
  const { id } = await wave(world, [first])
  const answer = await pickOf(world, id, { batch: 'A', quantity: 4, scan: ']C110A', orderLine: first.lines[0].id })
  expect(answer.swap).toEqual({ batchCode: 'B', quantity: 4, lines: 1, forced: false })
  expect(taken(await orderNow(world, first))).toEqual({ B: 6, A: 4 })
  expect(taken(await orderNow(world, second))).toEqual({ B: 4, A: 6 })
  expect([await swaps(first), await swaps(second)]).toEqual([['A 4'], ['B 4']])
  expect(await tasks(world, id)).toEqual(['6 of B at MAIN'])
  expect(await differences(world)).toEqual([])
})

test('scenario 75: what is free is taken first, and nobody loses anything', async () => {
  await receive(world, [a(10), b(10)])
  const first = await order(world, 10)
  const second = await order(world, 5)
  const { id } = await wave(world, [first])
  expect((await pickOf(world, id, { batch: 'A', quantity: 5 })).swap).toMatchObject({ batchCode: 'B', lines: 0 })
  expect(taken(await orderNow(world, second))).toEqual({ A: 5 })
  expect((await pickOf(world, id, { batch: 'A', quantity: 2 })).swap).toMatchObject({ lines: 1 })
  expect(taken(await orderNow(world, second))).toEqual({ A: 3, B: 2 })
})

test('scenario 75: where the customer needs 90 days it is refused with "A has 39 days", and nothing changes', async () => {
  await receive(world, [a(10), { ...b(10), batch: 'C', expiresOn: '2026-06-01' }])
  await world.post('/v1/customers', { code: 'AMZ', name: 'Amazon' })
  await world.post('/v1/rules', { name: 'Amazon', customer: 'AMZ', lifeDaysMin: 90, reason: 'contract' })
  const placed = await order(world, 10, { customer: 'AMZ' })
  expect(taken(placed)).toEqual({ C: 10 })
  const { id } = await wave(world, [placed])
  const refused = await scan(id, { batch: 'A', quantity: 10 })
  expect(refused).toMatchObject({ status: 409, body: { code: 'pick_not_allowed', facts: { forcible: true } } })
  expect(refused.body.detail).toContain('A: 39 days left on 2025-11-23, Amazon needs 90')
  expect(taken(await orderNow(world, placed))).toEqual({ C: 10 })
})

test('scenario 75: forced by someone who may, with a reason, it stays; a rule that changes later does not take it back', async () => {
  await receive(world, [a(10), { ...b(10), batch: 'C', expiresOn: '2026-06-01' }])
  await world.post('/v1/customers', { code: 'AMZ', name: 'Amazon' })
  const rule = await world.post('/v1/rules', { name: 'Amazon', customer: 'AMZ', lifeDaysMin: 90, reason: 'contract' })
  const placed = await order(world, 10, { customer: 'AMZ' })
  const { id } = await wave(world, [placed])
  const forced = { batch: 'A', quantity: 4, force: { reason: 'Amazon agreed by mail' } }
  const clerk = await world.as('warehouse')
  expect((await clerk.call('POST', `/v1/pick-waves/${id}/picks`, forced)).body).toMatchObject({
    code: 'not_allowed',
    facts: { needs: 'force picks' },
  })
  expect((await pickOf(world, id, forced)).swap).toMatchObject({ forced: true })
  expect(taken(await orderNow(world, placed))).toEqual({ A: 4, C: 6 })
  await world.post(`/v1/batches/${await batchId(world, 'A')}/dates`, {
    kind: 'expiry',
    on: '2025-12-31',
    reason: 'typo',
  })
  await world.post(`/v1/orders/${placed.id}/allocation`)
  expect(taken(await orderNow(world, placed))).toEqual({ A: 4, C: 6 })
  expect((await world.get(`/v1/audit?subject=${id}`)).items[0]).toMatchObject({ reason: 'Amazon agreed by mail' })
  const [kept] = await world.owner`select * from allocation.exception`
  expect(kept).toMatchObject({ demandId: placed.lines[0].id, reason: 'Amazon agreed by mail' })
  await hold(world, 'A')
  expect(taken(await orderNow(world, placed))).not.toHaveProperty('A')
  expect(rule.id).toBeDefined()
})

test('nobody forces what is held, expired or at the dock', async () => {
  await receive(world, [a(10), { ...b(10), batch: 'C', expiresOn: '2026-06-01' }])
  const placed = await order(world, 5)
  const { id } = await wave(world, [placed])
  const forced = (batch: string) => scan(id, { batch, quantity: 1, force: { reason: 'because' } })
  await hold(world, 'C', 'mould')
  expect((await forced('C')).body).toMatchObject({ code: 'pick_not_allowed', facts: { forcible: false } })
  expect((await forced('C')).body.detail).toMatch(/on hold \(QA-1\)\. It cannot be picked/)
  await receive(world, [{ ...b(10), batch: 'D', condition: 'damaged' }])
  expect((await forced('D')).body).toMatchObject({ code: 'pick_not_allowed', facts: { forcible: false } })
  world.clock.set('2026-01-02T15:00:00.000Z')
  expect((await scan(id, { batch: 'A', quantity: 1 })).body.detail).toMatch(/A: expired, its last day was 2026-01-01/)
  expect(await world.owner`select * from allocation.exception`).toEqual([])
})

test('what another line has picked is not taken from it; what it has not is', async () => {
  await receive(world, [a(10), b(10)])
  const first = await order(world, 10)
  const second = await order(world, 10)
  const { id } = await wave(world, [first, second])
  await pickOf(world, id, { batch: 'A', quantity: 7, orderLine: second.lines[0].id })
  const refused = await scan(id, { batch: 'A', quantity: 4, orderLine: first.lines[0].id })
  expect(refused.body).toMatchObject({ code: 'insufficient_stock', facts: { available: 3, asked: 4 } })
  await pickOf(world, id, { batch: 'A', quantity: 3, orderLine: first.lines[0].id })
  expect(taken(await orderNow(world, second))).toEqual({ A: 7, B: 3 })
  expect((await waveNow(world, id)).stopped).toEqual([])
})

test('who may not have what was freed is served anew, or waits, and the swap is told', async () => {
  await receive(world, [a(10), b(10)])
  const first = await order(world, 10)
  const strict = await order(world, 10, { line: { lifeDaysMin: 30 } })
  expect(taken(strict)).toEqual({ A: 10 })
  const { id } = await wave(world, [first])
  await pickOf(world, id, { batch: 'A', quantity: 4 })
  expect(taken(await orderNow(world, strict))).toEqual({ A: 6 })
  expect(await orderNow(world, strict)).toMatchObject({ backOrdered: 4 })
  const [newest] = (await world.get(`/v1/order-lines/${strict.lines[0].id}/decisions`)).items
  expect(newest).toMatchObject({ cause: 'swap', asked: 4, shortfall: 4 })
  await receive(world, [{ ...a(4), batch: 'E', expiresOn: '2026-02-01' }])
  expect(taken(await orderNow(world, strict))).toEqual({ A: 6, E: 4 })
  expect(await differences(world)).toEqual([])
})

test('a batch that lies in two bins is asked for by its bin', async () => {
  const [{ id: warehouseId }] = (await world.get('/v1/warehouses')).items
  await world.post('/v1/places', { places: ['X-1', 'X-2'].map((code) => ({ warehouseId, code })) })
  await receive(world, [b(5), { ...a(5), place: 'X-1' }])
  await receive(world, [{ ...a(5), place: 'X-2' }])
  const { id } = await wave(world, [await order(world, 5)])
  const refused = await scan(id, { batch: 'A', quantity: 1 })
  expect(refused.body).toMatchObject({ code: 'ambiguous' })
  expect(refused.body.detail).toContain('batch A at X-1; batch A at X-2')
  expect((await pickOf(world, id, { batch: 'A', place: 'X-2', quantity: 5 })).placeCode).toBe('X-2')
})

test('a line that must come from one batch is swapped as a whole or not at all', async () => {
  await receive(world, [a(10), b(10)])
  await world.post('/v1/rules', { name: 'one batch', batches: 'one_per_line', reason: 'labels' })
  const placed = await order(world, 10)
  const { id } = await wave(world, [placed])
  expect((await scan(id, { batch: 'A', quantity: 4 })).body.detail).toMatch(/must come from one batch \(one batch\)/)
  await pickOf(world, id, { batch: 'A', quantity: 10 })
  expect(taken(await orderNow(world, placed))).toEqual({ A: 10 })
})

test('what is kept for another channel is not swapped away, unless somebody who may says why', async () => {
  await receive(world, [a(10), b(10)])
  const placed = await order(world, 10, { channel: 'wholesale' })
  const pool = {
    name: 'Campaign',
    product: 'P',
    channel: 'shop',
    quantity: 8,
    validUntil: '2025-12-31',
    reason: 'keep',
  }
  await world.post('/v1/pools', { ...pool, batch: await batchId(world, 'A') })
  const { id } = await wave(world, [placed])
  expect((await pickOf(world, id, { batch: 'A', quantity: 2 })).swap).toMatchObject({ forced: false })
  const refused = await scan(id, { batch: 'A', quantity: 1 })
  expect(refused.body).toMatchObject({ code: 'pick_not_allowed', facts: { forcible: true } })
  expect(refused.body.detail).toContain('A: 8 kept for shop until 2025-12-31 (Campaign)')
  expect((await scan(id, { batch: 'A', quantity: 8 })).body.code).toBe('pick_not_allowed')
  const forced = await pickOf(world, id, { batch: 'A', quantity: 1, force: { reason: 'the shop agreed' } })
  expect(forced.swap).toMatchObject({ forced: true })
  expect(taken(await orderNow(world, placed))).toEqual({ A: 3, B: 7 })
  expect(await world.owner`select reason from allocation.exception`).toMatchObject([{ reason: 'the shop agreed' }])
})
