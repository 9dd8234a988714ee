/**
 * One path for one and for many: what is refused never undoes another, and a repeat answers as the first did.
 */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { product, receive } from '../../test/stories.ts'
import { type Caller, type Json, openWorld, type World } from '../../test/world.ts'
import { newId } from '../id.ts'

let world: World
let account: Caller
beforeAll(async () => {
  world = await openWorld({ works: false })
})
afterAll(() => world?.close())
beforeEach(async () => {
  account = await world.otherAccount()
  await product(account)
  await receive(account, [{ batch: 'A', quantity: 50, expiresOn: '2026-01-01' }])
})

const one = (more: Json = {}) => ({ lines: [{ product: 'P', quantity: 1 }], ...more })
const wrong = { lines: [{ product: 'NOBODY', quantity: 1 }] }
const place = (body: Json, headers = {}) => account.call('POST', '/v1/orders', body, headers)
const bulk = (orders: Json[], headers = {}) => account.call('POST', '/v1/orders/bulk', { orders }, headers)
const reserved = async () => (await account.get('/v1/stock')).items[0].reserved

test('in bulk each is answered in its place, and those refused undo none of the others', async () => {
  const { status, body } = await bulk([one(), wrong, one({ number: 'X' }), one({ number: 'X' }), one()])
  expect(status).toBe(200)
  expect(body.results.map((row: Json) => [row.index, row.status, row.problem?.code ?? row.answer.allocated])).toEqual([
    [0, 201, 1],
    [1, 422, 'invalid_input'],
    [2, 201, 1],
    [3, 409, 'already_exists'],
    [4, 201, 1],
  ])
  expect(body).toMatchObject({ accepted: 3, refused: 2 })
  expect(await reserved()).toBe(3)
})

test('requests sent at the same moment share a transaction, and each gets its own answer', async () => {
  const answers = await Promise.all(Array.from({ length: 40 }, (_, at) => place(at % 4 === 1 ? wrong : one())))
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 40 }, (_, at) => (at % 4 === 1 ? 422 : 201)))
  expect(new Set(answers.flatMap(({ body }) => body.id ?? [])).size).toBe(30)
  expect(await reserved()).toBe(30)
  const ids = answers.map(({ body, headers }) => body.requestId ?? headers['x-request-id'])
  expect(new Set(ids).size).toBe(40)
})

test('the audit of each order names the request that placed it, also where many shared a transaction', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => place(one())))
  for (const { body, headers } of answers) {
    const [row] = (await account.get(`/v1/audit?subject=${body.id}`)).items
    expect(row.requestId).toBe(headers['x-request-id'])
  }
})

test.each([
  ['one after the other', false],
  ['at the same moment', true],
])('a repeat with the same key answers the same, byte for byte, and does nothing: %s', async (_, together) => {
  const key = { 'idempotency-key': `repeat ${together}` }
  const send = () => place(one(), key)
  const answers = together ? await Promise.all([send(), send(), send()]) : [await send(), await send(), await send()]
  expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
  expect(await reserved()).toBe(1)
})

test('a repeat is answered as it was then, though the thing has changed since', async () => {
  const key = { 'idempotency-key': 'then' }
  const first = await place(one(), key)
  await account.post(`/v1/orders/${first.body.id}/cancellation`, { reason: 'no' })
  expect((await place(one(), key)).text).toBe(first.text)
})

test('the id that the caller makes serves as a key', async () => {
  const id = newId()
  const [first, second] = [await place(one({ id })), await place(one({ id }))]
  expect([first.status, second.text]).toEqual([201, first.text])
  const other = await place({ ...one({ id }), note: 'another' })
  expect(other).toMatchObject({ status: 409, body: { code: 'key_reused' } })
  expect(await reserved()).toBe(1)
})

test('a key that was used for another request is refused, at another address as well', async () => {
  const key = { 'idempotency-key': 'one thing' }
  await place(one(), key)
  const body = await place({ lines: [{ product: 'P', quantity: 2 }] }, key)
  const address = await account.call('POST', '/v1/suppliers', { code: 'S', name: 'S' }, key)
  for (const answer of [body, address]) expect(answer).toMatchObject({ status: 409, body: { code: 'key_reused' } })
  expect((await account.get('/v1/suppliers')).items).toEqual([])
  expect(await reserved()).toBe(1)
})

test('a refusal is not kept: once what was missing is there, the same request with the same key succeeds', async () => {
  const key = { 'idempotency-key': 'later' }
  const body = { lines: [{ product: 'Q', quantity: 1 }] }
  expect((await place(body, key)).status).toBe(422)
  await product(account, { sku: 'Q' })
  expect((await place(body, key)).status).toBe(201)
})

test('a bulk request sent twice is done once, item by item, also where the second has more', async () => {
  const key = { 'idempotency-key': 'file 7' }
  const first = await bulk([one(), wrong, one()], key)
  const again = await bulk([one(), wrong, one(), one()], key)
  const ids = ({ body }: typeof first) => body.results.map((row: Json) => row.answer?.id ?? row.status)
  expect(ids(again).slice(0, 3)).toEqual(ids(first))
  expect(await reserved()).toBe(3)
})

test('the same item twice in one bulk request is one order, answered twice', async () => {
  const id = newId()
  const { body } = await bulk([one({ id }), one({ id })])
  expect(body.results.map((row: Json) => [row.status, row.answer?.id])).toEqual([
    [201, id],
    [201, id],
  ])
  expect(await reserved()).toBe(1)
})

test('a thing with an id is made once, whatever key it is sent with, and under either it is found again', async () => {
  await account.post('/v1/adjustments', {
    warehouse: 'CHI',
    reason: 'more',
    lines: [{ product: 'P', batch: 'A', quantity: 1 }],
  })
  const lines = [{ product: 'P', batch: 'A', quantity: 10 }]
  const adjustment = { id: newId(), warehouse: 'CHI', reason: 'found', lines }
  const adjust = (key: string | null, body: Json = adjustment) =>
    account.call('POST', '/v1/adjustments', body, key === null ? {} : { 'idempotency-key': key })
  const [first, ...again] = [await adjust('one'), await adjust('two'), await adjust(null), await adjust('one')]
  for (const answer of again) expect(answer).toMatchObject({ status: 201, text: first?.text })
  expect((await account.get('/v1/stock')).items[0].onHand).toBe(61)
  const other = await adjust('three', { ...adjustment, reason: 'lost' })
  expect(other).toMatchObject({ status: 409, body: { code: 'key_reused' } })
  await world.owner`delete from platform.idempotent_answer`
  expect(await adjust('four')).toMatchObject({ status: 409, body: { code: 'already_exists' } })
})

test('the same request with its fields in another order is the same request', async () => {
  const key = { 'idempotency-key': 'order of fields' }
  const first = await place({ note: 'n', lines: [{ product: 'P', quantity: 1 }] }, key)
  const again = await place({ lines: [{ quantity: 1, product: 'P' }], note: 'n' }, key)
  expect([again.status, again.text]).toEqual([201, first.text])
})

test('a key of the greatest length serves every item of a bulk request', async () => {
  const key = { 'idempotency-key': 'k'.repeat(200) }
  const first = await bulk([one(), one()], key)
  expect(first.body).toMatchObject({ accepted: 2 })
  const repeated = await bulk([one(), one()], key)
  expect(first.text.match(/"again":false/g)).toHaveLength(2)
  expect(repeated.text).toBe(first.text.replaceAll('"again":false', '"again":true'))
  expect(await reserved()).toBe(2)
})

test.each([
  ['an empty key', ''],
  ['a key too long', 'x'.repeat(201)],
])('%s is refused', async (_, key) => {
  const answer = await place(one(), { 'idempotency-key': key })
  expect(answer).toMatchObject({ status: 422, body: { facts: { problems: [{ at: 'idempotency-key' }] } } })
})

test('more lines than one transaction takes are all written, and numbered without a gap', async () => {
  const orders = Array.from({ length: 60 }, () => ({
    lines: Array.from({ length: 100 }, () => ({ product: 'P', quantity: 1 })),
  }))
  const { body } = await bulk(orders)
  expect(body).toMatchObject({ accepted: 60, refused: 0 })
  const numbers = body.results
    .map((row: Json) => Number(row.answer.number.split('-')[1]))
    .sort((a: number, b: number) => a - b)
  expect(numbers.at(-1) - numbers[0]).toBe(59)
  const allocated = body.results.reduce((sum: number, row: Json) => sum + row.answer.allocated, 0)
  expect(allocated).toBe(50)
})
