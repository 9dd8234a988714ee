/**
 * server/test/scenarios/12-mock-recall.test.ts — a recall is rehearsed against the clock: nothing is touched, all is found, and what was missing is owed by somebody.
 */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDue, openScheduled } from '../../modules/mocks/open-mock.ts'
import { gate, waitingForLocks } from '../amid.ts'
import { jobActOf } from '../job-act.ts'
import { textsOf } from '../pdf-texts.ts'
import { make } from '../production.ts'
import { type Json, openWorld, type World, waitFor } from '../world.ts'

let world: World
let finished: Json
beforeEach(async () => {
  world = await openWorld({ works: false })
  await world.post('/v1/suppliers', { code: 'X', name: 'Supplier X' })
  await world.post('/v1/products', { sku: 'R', name: 'Raw', dates: 'optional' })
  await world.post('/v1/products', { sku: 'F', name: 'Finished good' })
  await world.post('/v1/customers', { code: 'C1', name: 'Shop 1', email: 'shop1@example.com' })
  await world.post('/v1/customers', { code: 'C2', name: 'Shop 2' })
  const line = { product: 'R', batch: 'R1', quantity: 100, supplierLot: 'S-77' }
  await world.post('/v1/receipts', { warehouse: 'CHI', supplier: 'X', lines: [line] })
  await make(world, 'R 100 of R1', 'F 500 of F1', { outputs: [{ expiresOn: '2027-01-01' }] })
  finished = (await world.get('/v1/batches?text=F1')).items[0]
  for (const [number, customer, quantity] of [
    ['SO-1', 'C1', 300],
    ['SO-2', 'C2', 10],
  ]) {
    await world.post('/v1/orders', { number, customer, lines: [{ product: 'F', quantity }] })
    await world.post('/v1/shipments', { order: number })
  }
})
afterEach(() => world.close())

const go = (mock: Json, step: string, body: object = {}) => world.post(`/v1/mock-recalls/${mock.id}/${step}`, body)
const stock = async () =>
  (await world.get('/v1/stock?product=F')).items.map(({ onHand, available }: Json) => [onHand, available])

async function delivered(mock: Json, more: Readonly<Record<string, object>> = {}): Promise<void> {
  for (const deliverable of ['back', 'forward', 'balance', 'contacts'])
    await go(mock, 'confirmations', { deliverable, ...more[deliverable] })
}

test('scenario 47: the clock starts, 100 % of F1 is found and listed in 4 min 12 s, and a missing contact becomes a corrective action with owner and date', async () => {
  const before = await stock()
  const mock = await world.post('/v1/mock-recalls', { batch: finished.id })
  expect(mock).toMatchObject({ state: 'ready', how: 'named', batchCode: 'F1', startedAt: null })
  const started = await go(mock, 'start')
  expect(
    started.origins
      .map((row: Json) => [row.batchCode, row.source, row.supplierName, row.supplierLot, row.quantity])
      .sort(),
  ).toEqual([
    ['F1', 'made', null, null, 500],
    ['R1', 'receipt', 'Supplier X', 'S-77', 100],
  ])
  expect(started.sent).toEqual({ shipments: 2, customers: 2, orders: 2, quantity: 310, returned: 0, consignees: 2 })
  expect(started.balances).toMatchObject([{ sku: 'F', in: 500, out: 500, shipped: 310, onHand: 190, percent: 100 }])
  expect(started).toMatchObject({
    foundPercent: 100,
    contactsPercent: 50,
    unreachable: [{ name: 'Shop 2', units: 10 }],
  })
  world.clock.set('2025-11-23T15:04:12.000Z')
  await delivered(mock, { balance: { found: 190 }, contacts: { owner: 'Mia Manager', dueOn: '2025-12-01' } })
  const ended = await go(mock, 'end')
  expect(ended).toMatchObject({
    state: 'ended',
    seconds: 252,
    passed: false,
    failings: ['50 % can be reached; 100 % is asked for.'],
    actions: [{ cause: 'contact', owner: 'Mia Manager', dueOn: '2025-12-01', doneAt: null }],
  })
  expect(ended.actions[0].says).toBe('Find out how to reach Shop 2: neither e-mail nor address is known.')
  expect([await stock(), (await world.get('/v1/holds')).items]).toEqual([before, []])
})

test('it passes with everybody reachable, and is kept as it was found, whatever is shipped since', async () => {
  const { id } = await world.get('/v1/customers/C2')
  await world.call('PATCH', `/v1/customers/${id}`, { address: '5 Side Street' })
  const mock = await world.post('/v1/mock-recalls', { batch: finished.id })
  await go(mock, 'start')
  await world.post('/v1/orders', { number: 'SO-3', customer: 'C1', lines: [{ product: 'F', quantity: 7 }] })
  await world.post('/v1/shipments', { order: 'SO-3' })
  await delivered(mock)
  expect(await go(mock, 'end')).toMatchObject({ passed: true, failings: [], sent: { quantity: 310 }, actions: [] })
  const { items } = await world.get(`/v1/mock-recalls/${mock.number}/sent?limit=1`)
  expect(items).toMatchObject([{ batchCode: 'F1' }])
  const report = await world.call('GET', `/v1/mock-recalls/${mock.number}/report.pdf`)
  const texts = textsOf(report.body).join(' ')
  for (const said of ['Passed', 'Supplier X', 'Shop 1', 'SO-2', '500 came in']) expect(texts).toContain(said)
  expect(texts).not.toContain('SO-3')
})

test('a mistyped e-mail address reaches nobody: it counts as none, and is put right by its words, also where a letter gets there', async () => {
  await world.owner`update catalog.customer set email = 'shop at example.com' where code = 'C2'`
  await world.owner`update catalog.customer set email = 'shop1@example', address = '1 High Street' where code = 'C1'`
  const mock = await world.post('/v1/mock-recalls', { batch: finished.id })
  expect(await go(mock, 'start')).toMatchObject({
    contactsPercent: 50,
    withEmail: 0,
    unreachable: [{ name: 'Shop 2', emailWrong: 'has a space in it', hasEmail: false }],
  })
  const { actions } = await go(mock, 'confirmations', { deliverable: 'contacts' })
  expect(actions.map(({ cause, says }: Json) => [cause, says])).toEqual([
    ['contact', 'Find out how to reach Shop 2: the e-mail address has a space in it, and no postal address is known.'],
    [
      'contact',
      'Find out the right e-mail address of Shop 1: the one that is known has no dot after the @, as in example.com. Only a letter reaches them.',
    ],
  ])
})

test('units that people do not find, and what is late, stand against it', async () => {
  const mock = await world.post('/v1/mock-recalls', { batch: finished.id })
  await go(mock, 'start')
  world.clock.set('2025-11-23T20:00:00.000Z')
  await delivered(mock, { balance: { found: 180, note: 'one pallet short' } })
  const ended = await go(mock, 'end', { note: 'again next month' })
  expect(ended.failings).toEqual([
    'It took 300 minutes; 240 are allowed.',
    '98 % was found; 99.5 % is asked for.',
    '50 % can be reached; 100 % is asked for.',
  ])
  expect(ended.actions.map(({ cause, dueOn }: Json) => [cause, dueOn])).toEqual([
    ['balance', '2025-12-07'],
    ['contact', '2025-12-07'],
  ])
})

test('a batch is drawn from what was shipped in the last year, and the seed draws it again', async () => {
  await world.post('/v1/products', { sku: 'G', name: 'Other' })
  for (const batch of ['G1', 'G2', 'G3', 'G4']) {
    await world.post('/v1/receipts', {
      warehouse: 'CHI',
      lines: [{ product: 'G', batch, quantity: 1, expiresOn: '2027-01-01' }],
    })
    await world.post('/v1/orders', { number: `SO-${batch}`, lines: [{ product: 'G', quantity: 1 }] })
    await world.post('/v1/shipments', { order: `SO-${batch}` })
  }
  const mock = await world.post('/v1/mock-recalls', {})
  expect(mock).toMatchObject({ how: 'drawn', draw: { candidates: 5 } })
  expect((await world.post('/v1/mock-recalls', { seed: mock.draw.seed })).batchId).toBe(mock.batchId)
  const drawn = await Promise.all(
    Array.from({ length: 12 }, async (_, seed) => (await world.post('/v1/mock-recalls', { seed })).batchCode),
  )
  expect(new Set(drawn).size).toBeGreaterThan(2)
  world.clock.set('2027-01-01T00:00:00.000Z')
  const none = await world.call('POST', '/v1/mock-recalls', {})
  expect([none.status, none.body.code]).toEqual([409, 'mock_nothing_shipped'])
})

const rhythm = { everyMonths: 6, nextOn: '2025-12-01', minutesMax: 120, foundMin: 99.5, contactsMin: 50 }

test('what is scheduled is opened once on its day, and stands in what is to settle until its clock is started', async () => {
  await world.call('PUT', '/v1/mock-recall-settings', rhythm)
  const job = () => openDue(world.app.house.database, jobActOf(world, world))
  expect(await job()).toBe(false)
  world.clock.set('2025-12-01T12:00:00.000Z')
  expect([await job(), await job()]).toEqual([true, false])
  expect(await world.get('/v1/mock-recall-settings')).toEqual({ ...rhythm, nextOn: '2026-06-01' })
  const { items } = await world.get('/v1/to-settle?kind=mock_due')
  expect(items).toMatchObject([{ number: 'MR-1', warehouseId: null, says: 'its clock is not started' }])
  const mock = await world.post(`/v1/mock-recalls/${items[0].documentId}/start`, {})
  expect(mock).toMatchObject({ cause: 'scheduled', how: 'drawn', targets: { minutesMax: 120, contactsMin: 50 } })
  expect((await world.get('/v1/to-settle?kind=mock_due')).items).toEqual([])
})

test('two that come for what is scheduled open one', async () => {
  await world.call('PUT', '/v1/mock-recall-settings', { ...rhythm, nextOn: '2025-11-01' })
  const act = jobActOf(world, world)
  const [opened, other] = [gate(), gate()]
  const first = world.app.house.database.write(act, async (tx) => {
    const did = await openScheduled(tx)
    opened.open()
    await other.passed
    return did
  })
  await opened.passed
  const second = world.app.house.database.write(act, openScheduled)
  await waitFor(async () => (await waitingForLocks(world)) === 1, 'the second to wait')
  other.open()
  expect([await first, await second]).toEqual([true, false])
  expect((await world.get('/v1/mock-recalls')).items).toHaveLength(1)
})

test('what is late stands in what is to settle until it is done; done is done', async () => {
  const mock = await world.post('/v1/mock-recalls', { batch: finished.id })
  await go(mock, 'start')
  await go(mock, 'confirmations', { deliverable: 'contacts', owner: 'Mia', dueOn: '2025-11-30' })
  const late = async () => (await world.get('/v1/to-settle?kind=action_late')).items
  world.clock.set('2025-11-30T23:59:00.000Z')
  expect(await late()).toEqual([])
  world.clock.set('2025-12-01T00:00:00.000Z')
  expect(await late()).toMatchObject([{ number: 'MR-1', by: 'Mia', since: '2025-12-01T00:00:00.000Z' }])
  const [{ id }] = (await world.get('/v1/corrective-actions?state=open')).items
  expect((await world.call('PATCH', `/v1/corrective-actions/${id}`, { dueOn: '2025-12-24' })).body.dueOn).toBe(
    '2025-12-24',
  )
  expect(await late()).toEqual([])
  expect(await world.post(`/v1/corrective-actions/${id}/completion`, { note: 'called them' })).toMatchObject({
    note: 'called them',
  })
  const again = await world.call('POST', `/v1/corrective-actions/${id}/completion`, { note: 'twice' })
  expect([again.status, again.body.code]).toEqual([409, 'action_done'])
})

test('bad steps are refused with words: before the start, twice, after the end, half a rhythm', async () => {
  const mock = await world.post('/v1/mock-recalls', { batch: finished.id })
  const code = async (step: string, body: object) => {
    const answer = await world.call('POST', `/v1/mock-recalls/${mock.id}/${step}`, body)
    return [answer.status, answer.body.code]
  }
  expect(await code('confirmations', { deliverable: 'back' })).toEqual([409, 'mock_state'])
  await go(mock, 'start')
  expect(await code('start', {})).toEqual([409, 'mock_state'])
  await go(mock, 'confirmations', { deliverable: 'back' })
  expect(await code('confirmations', { deliverable: 'back' })).toEqual([409, 'mock_confirmed'])
  expect(await code('confirmations', { deliverable: 'forward', found: 3 })).toEqual([422, 'invalid_input'])
  expect((await go(mock, 'end')).failings).toContain('Nobody confirmed who got it.')
  expect(await code('end', {})).toEqual([409, 'mock_state'])
  expect((await world.call('PUT', '/v1/mock-recall-settings', { ...rhythm, nextOn: null })).status).toBe(422)
  expect((await world.call('POST', '/v1/mock-recalls', { batch: mock.id })).status).toBe(404)
})
