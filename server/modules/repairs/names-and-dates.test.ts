import { afterEach, beforeEach, expect, test } from 'vitest'
import { done, merge, preview, rename, tried, triedUndo, undo } from '../../test/repairs.ts'
import { batchId, hold, order, orderNow, product, receive, taken } from '../../test/stories.ts'
import { type Json, openWorld, type World, waitFor } from '../../test/world.ts'

const expiresOn = '2026-06-01'
let world: World
beforeEach(async () => {
  world = await openWorld()
  await product(world)
  await receive(world, [{ batch: 'L001', quantity: 10, expiresOn }])
})
afterEach(() => world.close())

const triedRename = async (code: string, to: string, more: Json = {}) =>
  (await tried(world, { kind: 'rename', batch: await batchId(world, code), code: to, ...more })).body
const meant = async (code: string) => (await world.get(`/v1/batches?called=${code}`)).items.map((row: Json) => row.code)

test('a renamed batch is found by both codes, and the wrong one by both when it is named back', async () => {
  const renamed = await rename(world, 'L001', 'L100')
  expect(renamed).toMatchObject({ kind: 'rename', codeBefore: 'L001', codeAfter: 'L100', batchCode: 'L100' })
  expect(await world.get(`/v1/batches/${renamed.batchId}`)).toMatchObject({ code: 'L100', formerCodes: ['L001'] })
  expect([await meant('L001'), await meant('L100')]).toEqual([['L100'], ['L100']])
  await receive(world, [{ batch: 'L001', quantity: 1, expiresOn }])
  await undo(world, renamed)
  expect([await meant('L001'), await meant('L100')]).toEqual([['L001'], ['L001']])
  expect(await world.get(`/v1/batches/${renamed.batchId}`)).toMatchObject({ code: 'L001', formerCodes: ['L100'] })
})

test('no batch gets a code that another has or had; that is a merge, and it is told with which', async () => {
  await receive(world, [{ batch: 'M', quantity: 1, expiresOn }])
  const other = await batchId(world, 'M')
  expect(await triedRename('L001', 'M')).toMatchObject({
    code: 'batch_code_known',
    facts: { batch: 'M', batchId: other },
  })
  await rename(world, 'M', 'N')
  expect(await triedRename('L001', 'M')).toMatchObject({
    code: 'batch_code_known',
    facts: { batch: 'N', batchId: other },
  })
  expect((await triedRename('L001', 'L001')).code).toBe('code_unchanged')
  expect((await triedRename('L001', 'n')).code).toBe('batch_looks_alike')
  await rename(world, 'L001', 'n', { different: true })
  await rename(world, 'n', 'L001')
  expect(await meant('n')).toEqual(['L001'])
})

test('the code of a batch that was merged into it stays that batch’s', async () => {
  await receive(world, [{ batch: 'TYPO', quantity: 1, expiresOn }])
  await merge(world, 'TYPO', 'L001')
  expect((await triedRename('L001', 'TYPO')).code).toBe('batch_code_known')
  expect((await triedRename('TYPO', 'X')).code).toBe('batch_merged')
})

test('a name is undone only while it stands', async () => {
  const first = await rename(world, 'L001', 'L002')
  const second = await rename(world, 'L002', 'L003')
  expect((await triedUndo(world, first)).body.code).toBe('repair_not_last')
  await undo(world, second)
  await undo(world, first)
  expect((await world.get('/v1/batches')).items[0]).toMatchObject({ code: 'L001' })
})

test('a date that is corrected can be undone: what stood before stands again, and who has what is judged anew', async () => {
  const placed = await order(world, 10, { deliverOn: '2026-02-01' })
  const batch = await batchId(world, 'L001')
  const dated = await done(world, { kind: 'date', batch, date: 'expiry', on: '2026-01-15' })
  expect(dated).toMatchObject({ dateKind: 'expiry', dateBefore: expiresOn, dateAfter: '2026-01-15' })
  await waitFor(
    async () => Object.keys(taken(await orderNow(world, placed))).length === 0,
    'the promise to be given back',
  )
  await undo(world, dated)
  await waitFor(async () => taken(await orderNow(world, placed)).L001 === 10, 'the order to be served again')
  const { dates, expiresOn: now } = await world.get(`/v1/batches/${batch}`)
  expect(now).toBe(expiresOn)
  expect(dates.map(({ on, stands, withdrawReason }: Json) => [on, stands, withdrawReason])).toEqual([
    ['2026-01-15', false, 'they are two'],
    [expiresOn, true, null],
  ])
})

test('the older way of correcting a date is a repair as well, and a date is undone only while it stands', async () => {
  const batch = await batchId(world, 'L001')
  await world.post(`/v1/batches/${batch}/dates`, { kind: 'expiry', on: '2026-07-01', reason: 'the label says so' })
  await world.post(`/v1/batches/${batch}/dates`, { kind: 'expiry', on: '2026-08-01', reason: 'no, this' })
  const [second, first] = (await world.get(`/v1/batch-repairs?batch=${batch}&kind=date`)).items
  expect((await triedUndo(world, first)).body.code).toBe('repair_not_last')
  await undo(world, second)
  await undo(world, first)
  expect((await world.get(`/v1/batches/${batch}`)).expiresOn).toBe(expiresOn)
})

test('a preview tells what the repair then does, and leaves no trace', async () => {
  await receive(world, [{ batch: 'TYPO', quantity: 5, expiresOn }])
  const held = await hold(world, 'TYPO')
  const placed = await order(world, 8)
  const ask = { kind: 'merge', batch: await batchId(world, 'TYPO'), into: await batchId(world, 'L001') }
  const told = await preview(world, ask)
  expect(told.batches).toMatchObject([
    { batchCode: 'L001', onHand: { before: 10, after: 15 }, reserved: { before: 8, after: 0 } },
    { batchCode: 'TYPO', onHand: { before: 5, after: 0 } },
  ])
  expect(told.documents).toMatchObject([{ number: placed.number, kind: 'order', before: 8, after: 0 }])
  expect(told.holds).toMatchObject([{ number: held.number, before: 5, after: 15 }])
  expect(told.places.map(({ batchCode, before, after }: Json) => [batchCode, before, after])).toEqual([
    ['L001', 10, 15],
    ['TYPO', 5, 0],
  ])
  expect((await world.get('/v1/batch-repairs')).items).toEqual([])
  expect(taken(await orderNow(world, placed))).toEqual({ L001: 8 })
  await done(world, ask)
  await waitFor(async () => Object.keys(taken(await orderNow(world, placed))).length === 0, 'what was foretold')
})

test('a preview refuses what the repair refuses, and tells the batches whose dates follow', async () => {
  const batch = await batchId(world, 'L001')
  const none = await world.call('POST', '/v1/batch-repair-preview', { kind: 'merge', batch, into: batch })
  expect([none.status, none.body.code]).toEqual([422, 'merge_itself'])
  const { items } = await world.get('/v1/stock')
  await done(world, { kind: 'split', batch, parts: [{ code: 'CHILD', place: items[0].placeId, quantity: 4 }] })
  const told = await preview(world, { kind: 'date', batch, date: 'expiry', on: '2025-11-01' })
  expect(told.batches.map(({ batchCode, expiresOn: days }: Json) => [batchCode, days.after])).toEqual([
    ['CHILD', '2025-11-01'],
    ['L001', '2025-11-01'],
  ])
  expect(told.expired).toEqual({ before: 0, after: 10 })
})

test('every field that is missing or belongs to another repair is named', async () => {
  const batch = await batchId(world, 'L001')
  const { body } = await tried(world, { kind: 'merge', batch, code: 'X', on: '2026-01-01' })
  expect(body.facts.problems.map(({ at, message }: Json) => [at, message])).toEqual([
    ['into', 'is needed to merge a batch'],
    ['code', 'is not asked for to merge a batch'],
    ['on', 'is not asked for to merge a batch'],
  ])
})

test('only who may correct batches repairs them, and everybody sees what was repaired', async () => {
  const keeper = await world.as('warehouse')
  const body = { kind: 'rename', batch: await batchId(world, 'L001'), code: 'X', reason: 'x' }
  expect((await keeper.call('POST', '/v1/batch-repairs', body)).status).toBe(403)
  const made = await rename(world, 'L001', 'X')
  expect((await keeper.get(`/v1/batch-repairs/${made.number}`)).id).toBe(made.id)
})

test('a day more than a year from the one that stands is asked about, and a first date is not', async () => {
  const batch = await batchId(world, 'L001')
  const ask = { kind: 'date', batch, date: 'expiry', on: '2027-06-03' }
  expect((await tried(world, ask)).body).toMatchObject({
    code: 'date_other_year',
    detail: expect.stringContaining('2027-06-03 is 367 days from 2026-06-01'),
    facts: { choices: ['other_year', 'leave'] },
  })
  expect((await world.get(`/v1/batches/${batch}`)).expiresOn).toBe(expiresOn)
  await done(world, { ...ask, on: '2027-06-01' })
  await done(world, { ...ask, date: 'produced', on: '2023-06-01' })
  const far = { kind: 'expiry', on: '2029-06-01', reason: 'read from the label' }
  expect((await world.call('POST', `/v1/batches/${batch}/dates`, far)).body.code).toBe('date_other_year')
  expect((await world.call('POST', `/v1/batches/${batch}/dates`, { ...far, otherYear: true })).status).toBe(200)
})
