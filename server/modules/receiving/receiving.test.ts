/**
 * What comes against what was announced, where damaged goods may lie, and what a reversed receipt leaves behind.
 */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { batchId, differences, type Line, order, product, receive, refusedReceipt, taken } from '../../test/stories.ts'
import { type Caller, type Json, openWorld, scenarioTime, type World } from '../../test/world.ts'

let world: World
let account: Caller
beforeAll(async () => {
  world = await openWorld({ works: false })
})
afterAll(() => world?.close())
beforeEach(async () => {
  world.clock.set(scenarioTime)
  account = await world.otherAccount()
  await product(account)
})

const expiresOn = '2026-01-01'
const a = (quantity: number, more: Json = {}): Line => ({ batch: 'A', quantity, expiresOn, ...more })
const announce = (lines: Json[]) =>
  account.post('/v1/inbounds', {
    number: 'PO-1',
    warehouse: 'CHI',
    lines: lines.map((line) => ({ product: 'P', ...line })),
  })
const came = (lines: readonly Line[]) => receive(account, lines, { inbound: 'PO-1' })
const inbound = () => account.get('/v1/inbounds/PO-1')
const received = async () => (await inbound()).lines.map((line: Json) => line.received)
const differing = async () => (await inbound()).differences.map((one: Json) => `${one.kind} ${one.quantity}`)

async function undo(receipt: Json): Promise<void> {
  const [move] = (await account.get(`/v1/moves?document=${receipt.id}`)).items
  await account.post(`/v1/moves/${move.id}/reversal`, { reason: 'typed wrong' })
}

test('damaged goods lie in quarantine: no other place takes them, and no order gets them', async () => {
  for (const place of ['MAIN', 'DOCK']) {
    const refused = await refusedReceipt(account, [a(10, { condition: 'damaged', place })])
    expect(refused).toMatchObject({ status: 422, body: { facts: { problems: [{ at: 'lines[0]' }] } } })
    expect(refused.body.detail).toContain(`damaged goods go to a quarantine place; ${place} is a`)
  }
  const { lines } = await receive(account, [
    a(10, { condition: 'damaged' }),
    a(5, { condition: 'damaged', place: 'QUARANTINE' }),
  ])
  expect(lines.map((line: Json) => line.placeCode)).toEqual(['QUARANTINE', 'QUARANTINE'])
  expect(taken(await order(account, 1))).toEqual({})
})

test.each<[string, Line[][]]>([
  ['as it was announced', [[a(100), a(50)]]],
  ['the smaller one first', [[a(50)], [a(100)]]],
  ['all on one line', [[a(150)]]],
  ['in many deliveries', [[a(30)], [a(80)], [a(40)]]],
])('two announced lines of one product are filled in their order: %s', async (_, deliveries) => {
  await announce([{ quantity: 100 }, { quantity: 50 }])
  for (const lines of deliveries) await came(lines)
  expect(await received()).toEqual([100, 50])
  expect((await inbound()).differences.filter((one: Json) => one.kind !== 'split')).toEqual([])
  expect((await inbound()).closedAt).not.toBeNull()
})

test('only what is beyond all announced lines of the product is over', async () => {
  await announce([{ quantity: 100 }, { quantity: 50 }])
  await came([a(90)])
  expect(await differing()).toEqual(['short 10', 'short 50'])
  expect((await inbound()).closedAt).toBeNull()
  await came([a(67)])
  expect(await received()).toEqual([100, 57])
  expect(await differing()).toEqual(['over 7'])
})

test('a batch that was announced fills its own line, and too much of it is no other batch', async () => {
  await announce([
    { quantity: 10, batch: 'A' },
    { quantity: 5, batch: 'B' },
  ])
  await came([{ batch: 'B', quantity: 7, expiresOn }])
  expect(await differing()).toEqual(['short 8', 'wrong_batch 2'])
  await came([a(10)])
  expect(await received()).toEqual([10, 7])
  expect(await differing()).toEqual(['over 2'])
})

test('what is announced for one warehouse is not received in another', async () => {
  await account.post('/v1/warehouses', { code: 'DAL', name: 'Dallas', timeZone: 'America/Chicago' })
  await announce([{ quantity: 10 }])
  const refused = await refusedReceipt(account, [a(10)], { inbound: 'PO-1', warehouse: 'DAL' })
  expect(refused).toMatchObject({ status: 409, body: { code: 'inbound_elsewhere', facts: { announced: 'CHI' } } })
  expect(await received()).toEqual([0])
})

test('what was received by mistake and reversed did not come: not for the shipment, the trace or the day', async () => {
  await announce([{ quantity: 10 }])
  const wrong = await came([a(100)])
  await undo(wrong)
  expect(await inbound()).toMatchObject({ received: 0, differences: [{ kind: 'short', quantity: 10 }] })
  const { receipts } = await account.get(`/v1/batches/${await batchId(account, 'A')}/trace`)
  expect(receipts).toEqual([])
  expect((await account.get('/v1/home')).movement).toMatchObject({ received: 0, moves: 2 })
  expect(await account.get(`/v1/receipts/${wrong.number}`)).toMatchObject({ quantity: 0, lines: [{ reversed: true }] })
  const closed = await refusedReceipt(account, [a(10)], { inbound: 'PO-1' })
  expect(closed.body.detail).toBe('Inbound shipment PO-1 is closed. Open it again if more of it has come.')
  const { id } = await inbound()
  expect((await account.call('DELETE', `/v1/inbounds/${id}/closing`)).body.closedAt).toBeNull()
  const right = await came([a(10)])
  expect(await inbound()).toMatchObject({ received: 10, differences: [] })
  expect((await inbound()).closedAt).not.toBeNull()
  const trace = await account.get(`/v1/batches/${await batchId(account, 'A')}/trace`)
  expect(trace.receipts.map((row: Json) => [row.number, row.quantity])).toEqual([[right.number, 10]])
  expect(trace.massBalance).toMatchObject({ percent: 100, received: 10 })
  expect((await account.get('/v1/home')).movement).toMatchObject({ received: 10 })
  expect(await differences(account)).toEqual([])
})

test('of receipts sent together each goes into the lot that it names, and one of an unknown lot is refused alone', async () => {
  const lots = [await account.post('/v1/lots', { code: 'L-1' }), await account.post('/v1/lots', { code: 'L-2' })]
  const receipts = ['L-1', 'none', lots[1].id].map((lot, index) => ({
    warehouse: 'CHI',
    lot,
    lines: [{ product: 'P', batch: `B-${index}`, quantity: 1, expiresOn }],
  }))
  const { results } = await account.post('/v1/receipts/bulk', { receipts })
  expect(results.map(({ status, problem }: Json) => [status, problem?.detail ?? null])).toEqual([
    [201, null],
    [404, 'There is no lot "none" here.'],
    [201, null],
  ])
  for (const [index, { code }] of lots.entries())
    expect((await account.get(`/v1/lots/${code}/trace`)).batches).toMatchObject([{ batchCode: `B-${index * 2}` }])
})
