/**
 * Nothing is here before it was made: a production day after the warehouse's own day is refused wherever one is said, and the day itself is not.
 */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { judged, reasons, sheet } from './imports.ts'
import { make, makersGoods, refusedRun } from './production.ts'
import { batchId, product, receive, refusedReceipt } from './stories.ts'
import { type Caller, openWorld, type World } from './world.ts'

/** The 23rd in Chicago, the 24th in UTC. */
const evening = '2025-11-24T03:00:00.000Z'
const [today, tomorrow] = ['2025-11-23', '2025-11-24']

let world: World
let account: Caller
beforeAll(async () => {
  world = await openWorld({ at: evening })
})
afterAll(() => world?.close())
beforeEach(async () => {
  account = await world.otherAccount()
})

test('a receipt of goods made tomorrow is refused, by the day of the warehouse, and so is one of last week made today', async () => {
  await product(account, { dates: 'optional' })
  await receive(account, [{ batch: 'A', quantity: 1, producedOn: today }])
  const { status, body } = await refusedReceipt(account, [{ batch: 'B', quantity: 1, producedOn: tomorrow }])
  expect([status, body.code, body.detail]).toEqual([
    422,
    'produced_after_arrival',
    'line 1: made on 2025-11-24, but here on 2025-11-23 already. Read the production date from the label again.',
  ])
  const early = await refusedReceipt(account, [{ batch: 'B', quantity: 1, producedOn: today }], {
    receivedAt: '2025-11-17T12:00:00Z',
  })
  expect(early.body.facts).toMatchObject({ producedOn: today, on: '2025-11-17' })
})

test('a row of opening stock says it at the cell', async () => {
  await product(account, { dates: 'optional' })
  const rows = [`P,1,CHI,A,${today}`, `P,1,CHI,B,${tomorrow}`]
  const tried = await judged(account, sheet('sku,quantity,warehouse,batch,produced_on', rows))
  expect(await reasons(account, tried)).toEqual([
    [3, expect.stringMatching(/^produced_on Made on 2025-11-24, but here/)],
  ])
})

test('a run makes nothing tomorrow, and a production day is not corrected to one after the goods came', async () => {
  await makersGoods(account)
  await receive(account, [{ product: 'RAW', batch: 'R', quantity: 100 }])
  const refused = await refusedRun(account, 'RAW 10 of R', 'F1 1 of A', { outputs: [{ producedOn: tomorrow }] })
  expect(refused.body).toMatchObject({ code: 'produced_after_arrival', facts: { where: 'Output 1', on: today } })
  await make(account, 'RAW 10 of R', 'F1 1 of A', { outputs: [{ producedOn: today }] })
  const correct = (on: string) =>
    batchId(account, 'A').then((id) =>
      account.call('POST', `/v1/batches/${id}/dates`, { kind: 'produced', on, reason: 'read again' }),
    )
  expect((await correct(tomorrow)).body.code).toBe('produced_after_arrival')
  expect((await correct('2025-11-20')).status).toBe(200)
})
