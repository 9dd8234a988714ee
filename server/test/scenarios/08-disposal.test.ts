/**
 * Scenario 56: what is destroyed, before whom, at what cost; and that it stays.
 */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { destroyNow, draft, keep, password, person, signBy } from '../disposals.ts'
import { textsOf } from '../pdf-texts.ts'
import { batchId, differences, hold, order, orderNow, product, receive, stockOf, taken } from '../stories.ts'
import { type Caller, type Json, openWorld, type World } from '../world.ts'

let world: World
let witness: Caller
beforeEach(async () => {
  world = await openWorld({ works: false, at: '2025-10-01T15:00:00.000Z' })
  witness = await world.as('manager')
  await product(world)
  await receive(world, [{ batch: 'B', quantity: 50, expiresOn: '2025-11-01', unitCost: 420, currency: 'USD' }])
})
afterEach(() => world.close())

const onHand = async (code: string) => (await stockOf(world, code)).reduce((sum, row) => sum + row.onHand, 0)
const expire = () => world.clock.set('2025-11-23T15:00:00.000Z')
const trace = async (code: string) => world.get(`/v1/batches/${await batchId(world, code)}/trace`)

test('scenario 56: 30 of the expired B are destroyed before a witness, at 126.00, and only a reversal undoes it', async () => {
  expire()
  const made = await draft(world, 30, { proofs: [await keep(world)] })
  expect(made).toMatchObject({ number: 'DS-1', state: 'draft', cost: 12_600, currency: 'USD', missing: ['witness'] })
  const early = await world.call('POST', `/v1/disposals/${made.id}/destruction`)
  expect([early.status, early.body.detail]).toEqual([409, 'Disposal DS-1 is not signed by the witness yet.'])
  const own = await signBy(world, made)
  expect(own.body.detail).toBe(
    'owner of the tests (key) has written or signed disposal DS-1. The witness must be another person of the account.',
  )
  expect((await signBy(witness, made)).body).toMatchObject({
    state: 'signed',
    signatures: [{ meaning: 'witness', signedBy: 'manager of the tests (key)', byPassword: false }],
  })
  expect(await onHand('B')).toBe(50)
  expect(await destroyNow(world, made)).toMatchObject({ state: 'destroyed', proofs: [{ name: 'proof.png' }] })
  expect([await onHand('B'), (await trace('B')).massBalance]).toMatchObject([20, { disposed: 30, gap: 0 }])
  const [move] = (await world.get('/v1/moves?reason=disposal')).items
  expect(move).toMatchObject({
    batchCode: 'B',
    quantity: 30,
    toCode: 'SCRAP',
    documentKind: 'disposal',
    documentId: made.id,
  })
  const again = await world.call('POST', `/v1/disposals/${made.id}/destruction`)
  expect([again.status, again.body.code]).toEqual([409, 'disposal_closed'])
  const alone = await world.call('POST', `/v1/moves/${move.id}/reversal`, { reason: 'no' })
  expect(alone.body.detail).toBe('what was destroyed is reversed as a whole: open the disposal, and say why.')
  const back = await world.post(`/v1/disposals/${made.id}/reversal`, { reason: 'the wrong pallet was written' })
  expect(back).toMatchObject({ state: 'reversed', reverseReason: 'the wrong pallet was written', cost: 12_600 })
  expect([await onHand('B'), (await trace('B')).massBalance]).toMatchObject([50, { disposed: 0, gap: 0 }])
  expect(await differences(world)).toEqual([])
})

test('scenario 56: the certificate says batch, last day, reason, method, cost, who and before whom', async () => {
  expire()
  const made = await draft(world, 30)
  const none = await world.call('GET', `/v1/disposals/${made.number}/certificate.pdf`)
  expect([none.status, none.body.code]).toEqual([409, 'disposal_not_destroyed'])
  await signBy(witness, made)
  await destroyNow(world, made)
  const paper = await world.call('GET', `/v1/disposals/DS-1/certificate.pdf`)
  const text = textsOf(paper.body).join(' ')
  for (const told of [
    'Certificate of destruction',
    'DS-1',
    'B',
    '2025-11-01',
    '30',
    'Expired',
    'Incineration',
    '$126.00',
  ])
    expect(text).toContain(told)
  expect(text).toContain('manager of the tests')
})

test('what is promised is given back before it is destroyed, and the order is served from elsewhere at once', async () => {
  await receive(world, [{ batch: 'C', quantity: 40, expiresOn: '2026-03-01' }])
  const placed = await order(world, 30)
  expect(taken(placed)).toEqual({ B: 30 })
  const made = await draft(world, 40, { reason: 'Damaged' })
  await signBy(witness, made)
  await destroyNow(world, made)
  expect(taken(await orderNow(world, placed))).toEqual({ B: 10, C: 20 })
  const [latest] = (await world.get(`/v1/order-lines/${placed.lines[0].id}/decisions`)).items
  expect(latest.cause).toBe('disposal')
  expect(await differences(world)).toEqual([])
})

test('an order that loses its promise, and finds nothing else, is told why', async () => {
  const placed = await order(world, 30)
  const made = await draft(world, 50, { reason: 'Damaged' })
  await signBy(witness, made)
  await destroyNow(world, made)
  const [latest] = (await world.get(`/v1/order-lines/${placed.lines[0].id}/decisions`)).items
  expect(latest).toMatchObject({ cause: 'disposal', shortfall: 30, picks: [] })
})

test('only what is destroyed is reversed, and once', async () => {
  const reverse = async (made: Json) =>
    (await world.call('POST', `/v1/disposals/${made.id}/reversal`, { reason: 'a slip' })).body.code
  const made = await draft(world, 10, { reason: 'Damaged' })
  expect(await reverse(made)).toBe('disposal_not_destroyed')
  await signBy(witness, made)
  await destroyNow(world, made)
  expect([await reverse(made), await reverse(made), await onHand('B')]).toEqual([
    undefined,
    'disposal_not_destroyed',
    50,
  ])
})

test('held goods may be destroyed, and the hold stays on what is left', async () => {
  await hold(world, 'B')
  const made = await draft(world, 10, { reason: 'Failed inspection' })
  await signBy(witness, made)
  await destroyNow(world, made)
  expect((await stockOf(world, 'B'))[0]).toMatchObject({ onHand: 40, available: 0 })
})

test('a prescription drug needs two signatures, each by password, of two people', async () => {
  const { items } = await world.get('/v1/products')
  await world.call('PATCH', `/v1/products/${items[0].id}`, { prescription: true })
  await person(world, 'Ann')
  await person(world, 'Eve', 'quality')
  await person(world, 'Otto', 'auditor')
  const made = await draft(world, 5, { reason: 'Damaged' })
  expect(made).toMatchObject({ byPassword: true, missing: ['author', 'witness'] })
  const code = async (body: Json) => (await signBy(world, made, body)).body.code
  expect((await signBy(witness, made)).body.detail).toContain('author and witness each sign with their e-mail')
  expect(await code({ email: 'ann@example.com', password: 'wrong', meaning: 'author' })).toBe('wrong_password')
  expect(await code({ email: 'otto@example.com', password })).toBe('not_allowed')
  expect(await code({ email: 'ann@example.com', password, meaning: 'author' })).toBeUndefined()
  expect(await code({ email: 'ANN@example.com', password })).toBe('signature_refused')
  expect(await code({ email: 'eve@example.com', password })).toBeUndefined()
  expect(await destroyNow(world, made)).toMatchObject({
    state: 'destroyed',
    signatures: [
      { meaning: 'author', signedBy: 'Ann', byPassword: true },
      { meaning: 'witness', signedBy: 'Eve', byPassword: true },
    ],
  })
})

test('a person of another account cannot be the witness', async () => {
  await world.otherAccount()
  const made = await draft(world, 5, { reason: 'Damaged' })
  const answer = await signBy(world, made, { email: 'owner1@other.example', password: world.password })
  expect([answer.status, answer.body.code]).toEqual([401, 'wrong_password'])
})

test('reasons and methods are the account’s own, and a draft is given up with a reason', async () => {
  const wrong = await world.call('POST', '/v1/disposals', {
    warehouse: 'CHI',
    reason: 'bored',
    method: 'fire',
    lines: [{ product: 'P', batch: 'B', quantity: 1 }],
  })
  expect(wrong.body.detail).toContain('Reason must be one of: Expired, Damaged')
  await world.call('PUT', '/v1/disposal-choices', { reasons: ['bored'], methods: ['fire'] })
  const made = await draft(world, 1, { reason: 'bored', method: 'fire' })
  const given = await world.post(`/v1/disposals/${made.id}/cancellation`, { reason: 'somebody bought it' })
  expect(given).toMatchObject({ state: 'cancelled', cancelReason: 'somebody bought it' })
  expect((await signBy(witness, made)).body.code).toBe('disposal_closed')
})

test('lines that take from the same units are held against them together', async () => {
  const lines = [30, 21].map((quantity) => ({ product: 'P', batch: 'B', quantity }))
  const asked = { warehouse: 'CHI', reason: 'Damaged', method: 'Landfill', lines }
  const answer = await world.call('POST', '/v1/disposals', asked)
  expect([answer.status, answer.body.detail]).toEqual([
    422,
    'Line 2, quantity: 51 are to be destroyed, but 50 lie at MAIN.',
  ])
})

test('a batch that lies at two places is asked about at the field of the place', async () => {
  await receive(world, [{ batch: 'B', quantity: 5, condition: 'damaged' }])
  const lines = [{ product: 'P', batch: 'B', quantity: 1 }]
  const asked = { warehouse: 'CHI', reason: 'Damaged', method: 'Landfill', lines }
  expect((await world.call('POST', '/v1/disposals', asked)).body.facts.problems).toEqual([
    { at: 'lines[0].place', message: 'must be named: 5 lie at QUARANTINE, 50 lie at MAIN' },
  ])
})

test('a unit with a serial is written down only where it lies, and once', async () => {
  await product(world, { sku: 'SCALE', tracking: 'serial', dates: 'none' })
  await receive(world, [{ product: 'SCALE', batch: 'X', quantity: 3, serials: ['S-1', 'S-2', 'S-3'] }])
  const placed = await world.post('/v1/orders', { lines: [{ product: 'SCALE', quantity: 1 }] })
  const sent = { orderLine: placed.lines[0].id, batch: 'X', quantity: 1, serials: ['S-3'] }
  await world.post('/v1/shipments', { order: placed.id, lines: [sent] })
  const asked = (serials: string[]) => {
    const lines = [{ product: 'SCALE', batch: 'X', quantity: serials.length, serials }]
    return world.call('POST', '/v1/disposals', { warehouse: 'CHI', reason: 'Damaged', method: 'Landfill', lines })
  }
  for (const [wrong, serials] of [
    ['S-3', ['S-3']],
    ['S-1', ['S-1', 'S-1']],
    ['Z', ['S-2', 'Z']],
  ] as const)
    expect((await asked([...serials])).body.detail).toBe(
      `Line 1, serials: ${wrong} is no unit of X at MAIN, or is named twice.`,
    )
  expect((await asked(['S-1', 'S-2'])).body).toMatchObject({ number: 'DS-1', quantity: 2 })
})

test.each<[string, Json, string]>([
  ['more than lies there', { quantity: 51 }, 'Line 1, quantity: 51 are to be destroyed, but 50 lie at MAIN.'],
  ['no such batch here', { batch: 'Z' }, 'Line 1, batch: nothing of Z lies in this warehouse.'],
  ['not at this place', { place: 'QUARANTINE' }, 'Line 1, place: nothing of B lies at QUARANTINE; 50 lie at MAIN.'],
])('%s is refused with where it lies', async (_, line, says) => {
  const answer = await world.call('POST', '/v1/disposals', {
    warehouse: 'CHI',
    reason: 'Damaged',
    method: 'Landfill',
    lines: [{ product: 'P', batch: 'B', quantity: 1, ...line }],
  })
  expect([answer.status, answer.body.detail]).toEqual([422, says])
})
