/**
 * server/test/scenarios/12-corrective-actions.test.ts — what a recall showed to be wrong is owed by somebody until a day, and stands in its room and its closing file.
 */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeClosingFile } from '../../modules/closing/index.ts'
import { sealedUntil } from '../../modules/seal/index.ts'
import { partsOf } from '../../platform/zip.ts'
import { jobActOf } from '../job-act.ts'
import { textsOf } from '../pdf-texts.ts'
import { type Json, openWorld, type World } from '../world.ts'

let world: World
let recall: Json
beforeEach(async () => {
  world = await openWorld({ works: false })
  await world.post('/v1/products', { sku: 'F', name: 'Finished good' })
  await world.post('/v1/customers', { code: 'C1', name: 'Zebra', email: 'zebra@example.com' })
  const line = { product: 'F', batch: 'F1', quantity: 100, expiresOn: '2026-12-01' }
  const { lines } = await world.post('/v1/receipts', { warehouse: 'CHI', lines: [line] })
  for (const customer of ['C1', undefined]) {
    const order = { ...(customer ? { customer } : { number: 'SO-9' }), lines: [{ product: 'F', quantity: 5 }] }
    await world.post('/v1/shipments', { order: (await world.post('/v1/orders', order)).id })
  }
  const scope = { parts: [{ kind: 'batch', batch: lines[0].batchId }] }
  recall = await world.post('/v1/recalls', { kind: 'recall', title: 'Glass in F1', reason: 'Splinters.', scope })
})
afterEach(() => world.close())

const start = () => world.post(`/v1/recalls/${recall.id}/start`, {})
const actions = async () => (await world.get(`/v1/recalls/${recall.number}/actions`)).items
const add = (body: object) => world.call('POST', `/v1/recalls/${recall.id}/actions`, body)
const asked = { says: 'Change the sieve', owner: 'Mia', dueOn: '2025-12-01' }

test('a recall that was started has corrective actions with owner and day, which are changed and done; a draft has none', async () => {
  expect((await add(asked)).body.code).toBe('recall_state')
  await start()
  const { body: action } = await add(asked)
  expect(action).toMatchObject({ ...asked, recallId: recall.id, mockId: null, number: 'RL-1', cause: 'other' })
  const one = `/v1/corrective-actions/${action.id}`
  expect((await world.call('PATCH', one, { owner: 'Olive', dueOn: '2025-12-03' })).body.owner).toBe('Olive')
  world.clock.set('2025-12-04T08:00:00.000Z')
  const late = async () => (await world.get('/v1/to-settle?kind=action_late')).items
  expect(await late()).toMatchObject([{ number: 'RL-1', documentId: recall.id, by: 'Olive', says: asked.says }])
  expect((await world.get(`/v1/recalls/${recall.id}/status`)).open).toContain('1 corrective action is not done.')
  await world.post(`${one}/completion`, { note: 'a finer one' })
  expect(await late()).toEqual([])
  expect((await world.call('POST', `${one}/completion`, { note: 'twice' })).body.code).toBe('action_done')
  expect(await actions()).toMatchObject([{ doneAt: '2025-12-04T08:00:00.000Z', note: 'a finer one' }])
  expect((await world.get('/v1/corrective-actions?state=done')).items).toHaveLength(1)
  expect((await world.get(`/v1/recalls/${recall.id}/status`)).open).not.toContain('1 corrective action is not done.')
})

test('a check that shows somebody without notice, or who has not acted, becomes an action by code or order, once; nobody reached is none', async () => {
  await start()
  const { body } = await world.call('PUT', `/v1/recalls/${recall.id}/check-level`, { level: 'A' })
  const of = (customer: boolean) => body.items.find(({ customerId }: Json) => (customerId !== null) === customer).id
  const say = (id: string, found: object) =>
    world.post(`/v1/effectiveness-checks/${id}/results`, { way: 'phone', ...found })
  await say(of(true), { reached: false })
  expect(await actions()).toEqual([])
  const idle = { reached: true, gotNotice: true, acted: false }
  await say(of(true), { ...idle, owner: 'Mia', dueOn: '2025-11-30' })
  await say(of(true), idle)
  await say(of(false), { reached: true, gotNotice: false, acted: false })
  await say(of(false), { reached: true, gotNotice: true, acted: true })
  expect(await actions()).toMatchObject([
    {
      cause: 'check',
      says: 'C1 got the notice and has not acted on it: find out why, and see that it does.',
      owner: 'Mia',
      dueOn: '2025-11-30',
    },
    {
      cause: 'check',
      says: 'Order SO-9 did not get the notice: find out why, and see that it does.',
      owner: 'owner of the tests (key)',
      dueOn: '2025-12-07',
    },
  ])
})

const fileOf = async (): Promise<Record<string, Buffer>> => {
  await world.app.house.database.write(jobActOf(world, world), (tx) => makeClosingFile(tx, recall.id, sealedUntil))
  const { body } = await world.call('GET', `/v1/recalls/${recall.id}/closing-file.zip`)
  return Object.fromEntries(partsOf(body as Buffer).map(({ name, content }) => [name, Buffer.from(content)]))
}
const paperOf = (file: Record<string, Buffer>) =>
  textsOf(file['closing-file.pdf'] ?? Buffer.of())
    .join(' ')
    .replaceAll(/ +/g, ' ')

test('the closing file and the timeline tell what is put right; what is done after the end stands in a file that is made again', async () => {
  await start()
  const { body: action } = await add(asked)
  await world.post(`/v1/recalls/${recall.id}/end`, { reason: 'all is back' })
  const first = await fileOf()
  expect(paperOf(first)).toContain('1 corrective action is not done.')
  expect(paperOf(first)).toContain('Change the sieve')
  world.clock.set('2025-12-01T10:00:00.000Z')
  await world.post(`/v1/corrective-actions/${action.id}/completion`, { note: 'a finer one' })
  await add({ ...asked, says: 'Train the shift' })
  const again = await fileOf()
  const paper = paperOf(again)
  for (const said of ['done 2025-12-01 by', 'a finer one', 'Train the shift', '1 corrective action is not done.'])
    expect(paper).toContain(said)
  expect(JSON.parse(String(again['evidence.json'])).actions).toMatchObject([
    { says: asked.says, note: 'a finer one' },
    { says: 'Train the shift', doneAt: null },
  ])
  const told = (await world.get(`/v1/recalls/${recall.id}/timeline`)).items.filter(
    ({ kind }: Json) => kind === 'action',
  )
  expect(told.map(({ says, detail }: Json) => [says, detail])).toEqual([
    ['To be put right', 'Change the sieve'],
    ['Put right: Change the sieve', 'a finer one'],
    ['To be put right', 'Train the shift'],
  ])
})
