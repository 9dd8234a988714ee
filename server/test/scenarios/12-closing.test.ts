/**
 * server/test/scenarios/12-closing.test.ts — that a recall was effective is checked, reported, measured, and put together at its end.
 */
import { createHash } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Checkpoint } from '#domain/seal.ts'
import { drawForMore } from '../../modules/checks/index.ts'
import { makeClosingFile } from '../../modules/closing/index.ts'
import { sealedUntil, walkChain } from '../../modules/seal/index.ts'
import { partsOf } from '../../platform/zip.ts'
import { gate, waitingForLocks } from '../amid.ts'
import { sealNow } from '../full-seal.ts'
import { jobActOf } from '../job-act.ts'
import { textsOf } from '../pdf-texts.ts'
import { type Json, openWorld, type World, waitFor } from '../world.ts'

let world: World
let batches: Json[]
beforeEach(async () => {
  world = await openWorld({ works: false })
  await world.post('/v1/products', { sku: 'F', name: 'Finished good' })
  batches = await Promise.all(['F1', 'F2'].map(received))
  for (const [at, quantity] of [10, 6, 4].entries()) await ship(`C${at + 1}`, quantity, 'F1')
})
afterEach(() => world.close())

async function received(batch: string): Promise<Json> {
  const line = { product: 'F', batch, quantity: 100, expiresOn: batch === 'F1' ? '2026-12-01' : '2027-12-01' }
  return (await world.post('/v1/receipts', { warehouse: 'CHI', lines: [line] })).lines[0]
}

async function ship(customer: string, quantity: number, batch: string): Promise<Json> {
  const known = await world.call('GET', `/v1/customers/${customer}`)
  if (known.status === 404)
    await world.post('/v1/customers', {
      code: customer,
      name: `Zebra ${customer}`,
      email: `zebra-${customer}@example.com`,
    })
  const order = await world.post('/v1/orders', { customer, lines: [{ product: 'F', quantity }] })
  const lines = [{ orderLine: order.lines[0].id, batch, quantity }]
  return world.post('/v1/shipments', { order: order.id, lines })
}

const part = ({ batchId: batch }: Json) => ({ kind: 'batch', batch })

async function started(): Promise<Json> {
  const recall = await world.post('/v1/recalls', {
    kind: 'recall',
    class: 'I',
    title: 'Glass in F1',
    reason: 'Splinters of glass.',
    scope: { parts: [part(batches[0])] },
  })
  world.clock.set('2025-11-23T15:02:00.000Z')
  return world.post(`/v1/recalls/${recall.id}/start`, {})
}

const widened = async ({ id }: Json) => {
  await world.post(`/v1/recalls/${id}/versions`, { scope: { parts: batches.map(part) }, reason: 'the same line' })
  await world.app.house.database.write(jobActOf(world, world), (tx) => drawForMore(tx, id))
}
const level = (recall: Json, body: object) => world.call('PUT', `/v1/recalls/${recall.id}/check-level`, body)
const checks = ({ id }: Json) => world.get(`/v1/recalls/${id}/checks`)
const recipients = async ({ id }: Json) => (await world.get(`/v1/recalls/${id}/recipients`)).items

/** Everybody is reached on the phone, and says that what they have is destroyed. */
async function called(recall: Json, at: string): Promise<void> {
  world.clock.set(at)
  for (const { id, items } of await recipients(recall)) {
    const lines = items.map(({ batchId, kept }: Json) => ({ batchId, have: 0, destroyed: kept, returning: 0, used: 0 }))
    await world.post(`/v1/recalls/${recall.id}/recipients/${id}/calls`, {
      outcome: 'reached',
      said: 'Zebra says: all gone',
      lines,
    })
  }
}

test('checks of level B are drawn without repeat, their results counted, and more join when more is meant', async () => {
  const recall = await started()
  expect((await level(recall, { level: 'B', percent: 10 })).status).toBe(422)
  expect((await level(recall, { level: 'C', percent: 50 })).status).toBe(422)
  const chosen = (await level(recall, { level: 'B', percent: 60, seed: 7 })).body
  expect(chosen).toMatchObject({
    level: 'B',
    percent: 60,
    numbers: { drawn: 2, open: 2, passRate: null },
    draws: [{ consignees: 3, candidates: 3, drawn: 2 }],
  })
  const [one, two] = chosen.items
  const say = (id: string, body: object) => world.call('POST', `/v1/effectiveness-checks/${id}/results`, body)
  expect((await say(one.id, { way: 'phone', reached: true })).body.code).toBe('invalid_input')
  expect((await say(one.id, { way: 'phone', reached: false, acted: true })).body.code).toBe('invalid_input')
  await say(one.id, { way: 'phone', reached: false })
  await say(one.id, { way: 'visit', reached: true, gotNotice: true, acted: true, unitsFound: 0 })
  await say(two.id, { way: 'letter', reached: true, gotNotice: true, acted: false, unitsFound: 3 })
  expect((await checks(recall)).numbers).toEqual({
    drawn: 2,
    open: 0,
    effective: 1,
    notEffective: 1,
    notReached: 0,
    passRate: 50,
  })
  for (const at of [4, 5, 6, 7]) await ship(`C${at}`, 5, 'F2')
  await widened(recall)
  await widened(recall)
  const wider = await checks(recall)
  expect(wider.draws.map(({ because, consignees, drawn }: Json) => [because, consignees, drawn])).toEqual([
    ['chosen', 3, 2],
    ['wider', 7, 3],
  ])
  expect(new Set(wider.items.map(({ id }: Json) => id)).size).toBe(5)
  expect((await level(recall, { level: 'A' })).body.numbers.drawn).toBe(7)
})

test('two who choose at once draw nobody twice', async () => {
  const recall = await started()
  const act = jobActOf(world, world)
  await level(recall, { level: 'D' })
  await ship('C8', 1, 'F2')
  const [drawnOnce, other] = [gate(), gate()]
  await world.post(`/v1/recalls/${recall.id}/versions`, {
    scope: { parts: batches.map(part) },
    reason: 'the same line',
  })
  await level(recall, { level: 'B', percent: 50 })
  const first = world.app.house.database.write(act, async (tx) => {
    await drawForMore(tx, recall.id)
    drawnOnce.open()
    await other.passed
  })
  await drawnOnce.passed
  const second = level(recall, { level: 'A' })
  await waitFor(async () => (await waitingForLocks(world)) === 1, 'the second to wait')
  other.open()
  await first
  expect((await second).body.numbers.drawn).toBe(4)
})

test('the status report tells the six items of 21 CFR 7.53, and stays as it was; who may not see contacts sees no name', async () => {
  const recall = await started()
  await called(recall, '2025-11-23T15:30:00.000Z')
  await level(recall, { level: 'A' })
  const { items } = await world.post(`/v1/recalls/${recall.id}/reports`, { doneOn: '2025-12-24', note: 'On its way.' })
  expect(items).toMatchObject([
    {
      number: 1,
      doneOn: '2025-12-24',
      facts: {
        consignees: 3,
        notified: { count: 3, byWay: { email: 0, letter: 0, phone: 3 }, first: '2025-11-23T15:30:00.000Z' },
        responded: { count: 3, have: 0 },
        silent: 0,
        units: { distributed: 20, returned: 0, destroyed: 20, unknown: 0 },
        accounted: 20,
        checks: { level: 'A', drawn: 3, open: 3 },
      },
    },
  ])
  await ship('C9', 2, 'F2')
  await widened(recall)
  expect((await world.get(`/v1/recalls/${recall.number}/status`)).consignees).toBe(4)
  expect((await world.get(`/v1/recalls/${recall.id}/reports`)).items).toEqual(items)
  const pdf = await world.call('GET', `/v1/recalls/${recall.number}/status-report.pdf?number=1`)
  const texts = textsOf(pdf.body).join(' ')
  for (const said of [
    '1. Consignees notified',
    '3: 0 by e-mail, 0 by letter, 3 by phone',
    '20 of 20',
    '2025-12-24',
    'C2',
  ])
    expect(texts).toContain(said)
  expect(texts).not.toContain('Zebra')
  const auditor = await world.as('auditor')
  for (const kind of ['csv', 'xlsx'])
    expect((await auditor.call('GET', `/v1/recalls/${recall.id}/consignees.${kind}`)).status).toBe(403)
  const sheet = await world.call('GET', `/v1/recalls/${recall.id}/consignees.csv`)
  expect(sheet.body.toString()).toContain('C2,Zebra C2,,zebra-C2@example.com,')
  expect((await world.call('GET', `/v1/recalls/${recall.id}/consignees.xlsx`)).body.subarray(0, 2).toString()).toBe(
    'PK',
  )
})

const unzipped = (zip: Buffer) =>
  Object.fromEntries(partsOf(zip).map(({ name, content }) => [name, Buffer.from(content)]))
const hashOf = (content: Buffer) => createHash('sha256').update(content).digest('hex')
const zipped = async ({ id }: Json) => (await world.call('GET', `/v1/recalls/${id}/closing-file.zip`)).body as Buffer

test('at its end the closing file holds paper, workbook and evidence with their hashes; the same facts make the same bytes, and no name is in it', async () => {
  const recall = await started()
  expect((await world.call('POST', `/v1/recalls/${recall.id}/closing-files`, {})).body.code).toBe('recall_state')
  await sealNow(world)
  await called(recall, '2025-11-23T16:00:00.000Z')
  await level(recall, { level: 'C' })
  const { open } = await world.get(`/v1/recalls/${recall.id}/status`)
  expect(open).toEqual([
    '80 units are held, and can be sold again once it has ended.',
    '1 effectiveness check is open.',
  ])
  world.clock.set('2025-11-24T10:00:00.000Z')
  await world.post(`/v1/recalls/${recall.id}/end`, { reason: 'one check is left out: the shop has closed' })
  const make = () =>
    world.app.house.database.write(jobActOf(world, world), (tx) => makeClosingFile(tx, recall.id, sealedUntil))
  await sealNow(world, world)
  await make()
  const first = await zipped(recall)
  world.clock.set('2025-12-24T10:00:00.000Z')
  await ship('C1', 5, 'F1')
  await sealNow(world, world)
  await make()
  const { items } = await world.post(`/v1/recalls/${recall.id}/closing-files`, {})
  expect(items).toMatchObject([{ number: 1, sha256: hashOf(first), madeBy: 'Firstout' }])
  expect((await zipped(recall)).equals(first)).toBe(true)
  const parts = unzipped(first)
  const manifest = JSON.parse(String(parts['manifest.json']))
  const names = ['closing-file.pdf', 'closing-file.xlsx', 'evidence.json', 'checkpoint.json']
  expect(manifest.parts.map(({ name }: Json) => name)).toEqual(names)
  for (const { name, sha256 } of manifest.parts)
    expect([name, hashOf(parts[name] ?? Buffer.of())]).toEqual([name, sha256])
  const evidence = JSON.parse(String(parts['evidence.json']))
  expect(evidence).toMatchObject({ open, balance: [{ sku: 'F', distributed: 20, held: 80, gap: 0 }] })
  expect(evidence.moves).toHaveLength(4)
  const checkpoint = JSON.parse(String(parts['checkpoint.json']))
  expect(evidence.seal).toEqual({ checkpoint, completeTo: '2025-11-23T03:02:00.000Z' })
  const held = async (against: Checkpoint) =>
    (await world.app.house.database.read(jobActOf(world, world), (db) => walkChain(db, against))).findings
  expect(await held(checkpoint)).toEqual([])
  expect(await held({ ...checkpoint, hash: 'f'.repeat(64) })).toMatchObject([{ kind: 'checkpoint' }])
  const paper = textsOf(parts['closing-file.pdf'] ?? Buffer.of()).join(' ')
  for (const said of [
    'The seal',
    checkpoint.hash,
    'Splinters of glass.',
    'one check is left out',
    '1 effectiveness check is open.',
    'A call: reached',
  ])
    expect(paper).toContain(said)
  for (const told of [paper, String(parts['evidence.json'])]) expect(told).not.toContain('Zebra')
})

test('every act stands in one list, in order', async () => {
  const recall = await started()
  await called(recall, '2025-11-23T15:30:00.000Z')
  await world.post(`/v1/recalls/${recall.id}/reports`, {})
  const { items } = await world.get(`/v1/recalls/${recall.id}/timeline`)
  const told = ['recall Started: everything that is meant is held', 'report Status report 1', 'scope Drafted']
  const said = ['notice A call: reached', 'notice A consignee answered'].flatMap((one) => [one, one, one])
  expect(items.map(({ kind, says }: Json) => `${kind} ${says}`).toSorted()).toEqual([...said, ...told])
  const times = items.map(({ at }: Json) => at)
  expect(times).toEqual(times.toSorted())
  const page = await world.get(`/v1/recalls/${recall.id}/timeline?limit=2`)
  expect((await world.get(`/v1/recalls/${recall.id}/timeline?limit=2&cursor=${page.next}`)).items[0]).toEqual(items[2])
})

test('the indicators come from what was done, each with its numerator, its denominator and its cases', async () => {
  const recall = await started()
  await called(recall, '2025-11-23T15:30:00.000Z')
  const of = async (key: string) => (await world.get('/v1/indicators')).items.find((one: Json) => one.key === key)
  expect(await of('time_to_isolate')).toMatchObject({
    unit: 'seconds',
    total: { numerator: 120, denominator: 1, value: 120 },
  })
  expect((await of('response_first')).total.value).toBe(1800)
  expect((await of('response_last')).total).toMatchObject({ numerator: 1800, denominator: 1 })
  expect((await of('effectiveness')).total).toMatchObject({ numerator: 20, denominator: 20, value: 100 })
  expect((await of('notification')).rows).toMatchObject([
    { kind: 'recall', number: 'RL-1', numerator: 3, denominator: 3 },
  ])
  expect((await of('reconciliation')).months.at(-1)).toMatchObject({
    month: '2025-11',
    numerator: 100,
    denominator: 100,
    value: 100,
  })
  expect(await of('check_pass')).toMatchObject({ total: { denominator: 0, value: null } })
  await ship('C7', 1, 'F2')
  await widened(recall)
  expect(await of('response_last')).toMatchObject({
    total: { value: null },
    rows: [{ denominator: 0, remark: '1 not notified yet' }],
  })
  const mock = await world.post('/v1/mock-recalls', { batch: batches[1].batchId })
  const go = (step: string, body: object = {}) => world.post(`/v1/mock-recalls/${mock.id}/${step}`, body)
  await go('start')
  world.clock.set('2025-11-23T15:34:12.000Z')
  for (const deliverable of ['back', 'forward', 'balance', 'contacts']) await go('confirmations', { deliverable })
  await go('end')
  expect((await of('mock_duration')).months.at(-1)).toMatchObject({ month: '2025-11', value: 252, cases: 1 })
  expect((await of('mock_found')).rows).toMatchObject([
    { kind: 'mock', number: 'MR-1', numerator: 100, denominator: 100 },
  ])
})
