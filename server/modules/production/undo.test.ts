/**
 * A run is undone as a whole, while what it made lies untouched; and many runs are recorded together, in their order.
 */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { make, makersGoods, refusedUndo, runOf, traceOf, undo } from '../../test/production.ts'
import { batchId, differences, hold, order, receive, stockOf } from '../../test/stories.ts'
import { type Caller, type Json, openWorld, type World } from '../../test/world.ts'

let world: World
let account: Caller
beforeAll(async () => {
  world = await openWorld({ works: false })
})
afterAll(() => world?.close())
beforeEach(async () => {
  account = await world.otherAccount()
  await makersGoods(account)
  await receive(account, [{ product: 'RAW', batch: 'R', quantity: 100 }])
})

const left = async (batch: string) => (await stockOf(account, batch)).map(({ onHand }: Json) => onHand)
const used = async (run: Json) => (await refusedUndo(account, run)).body

test('a run that is undone did not happen: what it used lies there, what it made does not, and nothing is linked', async () => {
  const run = await make(account, 'RAW 60 of R', 'F1 10 of A', { wasteReason: 'spilt', inputs: [{ waste: 5 }] })
  const undone = await undo(account, run)
  expect(undone).toMatchObject({ number: 'PR-1', undoReason: 'typed wrong', undoneBy: 'owner of the tests (key)' })
  expect([await left('R'), await left('A')]).toEqual([[100], []])
  const trace = await traceOf(account, 'R')
  expect(trace.massBalance).toMatchObject({
    received: 100,
    made: 0,
    consumed: 0,
    disposed: 0,
    onHand: 100,
    alarm: null,
  })
  expect(trace.children).toMatchObject([{ batchCode: 'A', run: { number: 'PR-1' } }])
  expect(trace.children[0].endedAt).not.toBeNull()
  expect((await used(run)).code).toBe('production_undone')
  expect(await differences(account)).toEqual([])
})

test('a batch that two runs made of the same is linked by both; one of them is undone, and the other stays', async () => {
  await make(account, 'RAW 30 of R', 'F1 3 of A')
  const second = await make(account, 'RAW 20 of R', 'F1 2 of A')
  await undo(account, second)
  const parents = (await traceOf(account, 'A')).parents.map((one: Json) => [
    one.quantity,
    one.run.made,
    one.endedAt === null,
  ])
  expect(parents).toEqual([
    [30, 3, true],
    [20, 2, false],
  ])
  await hold(account, 'R')
  expect((await order(account, 1, { line: { product: 'F1' } })).allocated).toBe(0)
})

test('what was shipped, promised, moved or used of what a run made is told, with how much, and the run stays', async () => {
  const run = await make(account, 'RAW 60 of R', 'F1 10 of A')
  const placed = await order(account, 4, { line: { product: 'F1' } })
  expect(await used(run)).toMatchObject({
    code: 'production_used',
    facts: { used: [{ batch: 'A', quantity: 4, by: 'promised, picked or gone at MAIN' }] },
  })
  const lines = [{ orderLine: placed.lines[0].id, batch: 'A', quantity: 4 }]
  const { items } = await account.post('/v1/shipments', { order: placed.id, lines })
  const kit = await make(account, 'F1 2 of A', 'K 2 of S', { kind: 'kit' })
  expect((await used(run)).facts.used.map(({ quantity, by }: Json) => [quantity, by])).toEqual([
    [4, 'shipped'],
    [2, 'used to make something else'],
    [6, 'promised, picked or gone at MAIN'],
  ])
  await undo(account, kit)
  await account.post(`/v1/shipments/${items[0].id}/cancellation`, { reason: 'not sent' })
  await account.post(`/v1/orders/${placed.id}/cancellation`, { reason: 'not wanted' })
  await undo(account, run)
  expect([await left('R'), await left('A'), await left('S')]).toEqual([[100], [], []])
  expect(await differences(account)).toEqual([])
})

test('no move of a run is undone alone, and only who may reverse moves undoes the run', async () => {
  const run = await make(account, 'RAW 60 of R', 'F1 10 of A')
  const { items } = await account.get(`/v1/moves?document=${run.id}`)
  expect(items.map(({ reason }: Json) => reason).sort()).toEqual(['consume', 'make'])
  for (const { id } of items) {
    const { body } = await account.call('POST', `/v1/moves/${id}/reversal`, { reason: 'x' })
    expect(body.facts.problems[0].message).toContain('undo the run')
  }
  const warehouse = await account.as('warehouse')
  expect((await refusedUndo(warehouse, run)).body.code).toBe('not_allowed')
})

test('many runs go together: a later one uses what an earlier one made, and a refused one undoes no other', async () => {
  const runs = [
    runOf('RAW 60 of R', 'MIX 60 of M', { kind: 'mix' }),
    runOf('MIX 61 of M', 'F1 6 of WRONG'),
    runOf('MIX 60 of M', 'F1 6 of A'),
    runOf('F1 2 of A', 'K 2 of S', { kind: 'kit' }),
    runOf('F1 1 of NONE', 'K 1 of S', { kind: 'kit' }),
    runOf('RAW 40 of R', 'MIX 40 of M', { kind: 'mix' }),
  ]
  const done = await account.post('/v1/production-runs/bulk', { runs })
  expect(done.results.map(({ answer, problem }: Json) => answer?.number ?? problem.code)).toEqual([
    'PR-1',
    'insufficient_stock',
    'PR-2',
    'PR-3',
    'invalid_input',
    'PR-4',
  ])
  expect([await left('R'), await left('M'), await left('A'), await left('S')]).toEqual([[], [40], [4], [2]])
  expect((await traceOf(account, 'R')).here.map(({ batchCode }: Json) => batchCode).sort()).toEqual(['A', 'M', 'S'])
  expect(await differences(account)).toEqual([])
})

test('a run sent twice by its id is recorded once, alone and in bulk', async () => {
  const run = { ...runOf('RAW 60 of R', 'F1 10 of A'), id: '01900000-0000-7000-8000-000000000001' }
  const first = await account.post('/v1/production-runs', run)
  expect(await account.post('/v1/production-runs', run)).toEqual(first)
  const other = { ...runOf('RAW 10 of R', 'F1 1 of A'), id: '01900000-0000-7000-8000-000000000002' }
  const bulk = () => account.post('/v1/production-runs/bulk', { runs: [other] })
  const [once, twice] = [await bulk(), await bulk()]
  expect([once.results[0].again, twice.results[0].again]).toEqual([false, true])
  expect([await left('R'), await left('A')]).toEqual([[30], [11]])
  expect(await batchId(account, 'A')).toBe(first.outputs[0].batchId)
})
