/**
 * Dates of what was made in runs: they follow what it was made of, and a day that somebody said stays.
 */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { waitingForLocks } from '../../test/amid.ts'
import { make, makersGoods } from '../../test/production.ts'
import { done, preview, split, tried, undo } from '../../test/repairs.ts'
import { batchId, order, orderNow, product, receive, taken } from '../../test/stories.ts'
import { type Json, openWorld, type World, waitFor } from '../../test/world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
  await makersGoods(world)
  for (const sku of ['MIX', 'F1', 'K'])
    await world.call('PUT', `/v1/production-rules/${(await world.get(`/v1/products/${sku}`)).id}`, {
      rule: 'min_of_inputs',
    })
  await receive(world, [
    { product: 'RAW', batch: 'R1', quantity: 1000, expiresOn: '2026-05-01' },
    { product: 'RAW', batch: 'R2', quantity: 1000, expiresOn: '2026-06-15' },
  ])
})
afterEach(() => world.close())

const correction = async (code: string, on: string): Promise<Json> => ({
  kind: 'date',
  batch: await batchId(world, code),
  date: 'expiry',
  on,
})
const batch = async (code: string) => world.get(`/v1/batches/${await batchId(world, code)}`)
const lastDays = async (...codes: string[]) => Promise.all(codes.map(async (code) => (await batch(code)).expiresOn))

test('a corrected day is followed at once by what was made of it, to any depth, and undoing brings all back', async () => {
  await make(world, 'RAW 100 of R1, RAW 100 of R2', 'MIX 200 of M')
  await split(world, 'M', { 'M-B': 50 })
  await make(world, 'MIX 20 of M-B', 'F1 10 of C')
  await make(world, 'F1 4 of C', 'K 4 of SET')
  const all = ['M', 'M-B', 'C', 'SET']
  expect(await lastDays(...all)).toEqual(all.map(() => '2026-05-01'))
  const told = await preview(world, await correction('R1', '2026-02-01'))
  expect(
    told.made.map(({ batchCode, sku, expiresOn: day, follows }: Json) => [
      batchCode,
      sku,
      day.before,
      day.after,
      follows,
    ]),
  ).toEqual([
    ['C', 'F1', '2026-05-01', '2026-02-01', true],
    ['SET', 'K', '2026-05-01', '2026-02-01', true],
    ['M', 'MIX', '2026-05-01', '2026-02-01', true],
  ])
  expect(await lastDays(...all)).toEqual(all.map(() => '2026-05-01'))
  const sooner = await done(world, await correction('R1', '2026-02-01'))
  expect(await lastDays(...all)).toEqual(all.map(() => '2026-02-01'))
  const [made] = (await batch('SET')).dates
  expect(made).toMatchObject({ on: '2026-02-01', source: 'inherited', reason: `${sooner.number} corrected batch R1` })
  const audit = await world.get(`/v1/audit?subject=${await batchId(world, 'SET')}`)
  expect(audit.items[0]).toMatchObject({
    action: 'batch.date.correct',
    before: { expiresOn: '2026-05-01' },
    after: { expiresOn: '2026-02-01' },
    reason: `${sooner.number} corrected batch R1: the first of what it was made of: batch C of F1`,
  })
  await undo(world, sooner)
  expect(await lastDays(...all)).toEqual(all.map(() => '2026-05-01'))
  await done(world, await correction('R1', '2026-08-01'))
  expect(await lastDays(...all)).toEqual(all.map(() => '2026-06-15'))
})

test('no day becomes later than the life of the product, which was counted when it was made', async () => {
  const cream = await product(world, { sku: 'CREAM', lifeDays: 180 })
  await world.call('PUT', `/v1/production-rules/${cream.id}`, { rule: 'min_of_inputs' })
  await make(world, 'RAW 10 of R1', 'CREAM 5 of C', { outputs: [{ producedOn: '2025-11-23' }] })
  await make(world, 'RAW 10 of R2', 'CREAM 5 of D', { outputs: [{ producedOn: '2025-11-23' }] })
  expect(await lastDays('C', 'D')).toEqual(['2026-05-01', '2026-05-22'])
  await done(world, await correction('R1', '2026-09-01'))
  await done(world, await correction('R2', '2026-03-01'))
  expect(await lastDays('C', 'D')).toEqual(['2026-05-22', '2026-03-01'])
})

test('a day that a person said stays, and the preview tells it', async () => {
  await make(world, 'RAW 100 of R1', 'F1 10 of TYPED', { outputs: [{ expiresOn: '2026-04-01' }] })
  await make(world, 'RAW 100 of R1', 'F1 10 of SAID')
  await done(world, await correction('SAID', '2026-04-15'))
  const told = await preview(world, await correction('R1', '2026-02-01'))
  expect(told.made.map(({ batchCode, expiresOn: day, follows }: Json) => [batchCode, day.after, follows])).toEqual([
    ['SAID', '2026-04-15', false],
    ['TYPED', '2026-04-01', false],
  ])
  expect(told.madeChanged).toBe(2)
  await done(world, await correction('R1', '2026-02-01'))
  expect(await lastDays('TYPED', 'SAID')).toEqual(['2026-04-01', '2026-04-15'])
})

test('promises of what was made are judged anew, and alerts are told of the new day', async () => {
  await make(world, 'RAW 100 of R1', 'F1 10 of C')
  const placed = await order(world, 10, { deliverOn: '2026-02-01', line: { product: 'F1' } })
  const nothing = async () => Object.keys(taken(await orderNow(world, placed))).length === 0
  const sooner = await done(world, await correction('R1', '2026-01-05'))
  await waitFor(nothing, 'the promise to be given back')
  const alerts = async () => (await world.get('/v1/alerts')).items.filter(({ batchCode }: Json) => batchCode === 'C')
  await waitFor(async () => (await alerts())[0]?.expiresOn === '2026-01-05', 'the alert of what was made')
  await undo(world, sooner)
  await waitFor(async () => taken(await orderNow(world, placed)).C === 10, 'the order to be served again')
  await waitFor(async () => (await alerts())[0]?.expiresOn !== '2026-01-05', 'the alert to be taken back')
})

test('what turns out to have been over when it was used makes something that was over at once', async () => {
  await make(world, 'RAW 100 of R1', 'F1 10 of C', { outputs: [{ producedOn: '2025-11-20' }] })
  const answer = await tried(world, await correction('R1', '2025-11-01'))
  expect(answer.status).toBe(201)
  expect((await batch('C')).expiresOn).toBe('2025-11-20')
})

test('what was made of a batch without a day follows the one that it turns out to be', async () => {
  await receive(world, [{ product: 'RAW', batch: 'RR', quantity: 100 }])
  await make(world, 'RAW 10 of RR, RAW 10 of R2', 'F1 10 of C')
  expect(await lastDays('C')).toEqual(['2026-06-15'])
  const [from, into] = [await batchId(world, 'RR'), await batchId(world, 'R1')]
  const merged = await done(world, { kind: 'merge', batch: from, into })
  await waitFor(async () => (await lastDays('C'))[0] === '2026-05-01', 'what was made to follow')
  await undo(world, merged)
  await waitFor(async () => (await lastDays('C'))[0] === '2026-06-15', 'what was made to follow back')
})

test('a run that was using the batch while it was corrected is seen: what it made follows too', async () => {
  const raw = (await world.get('/v1/products/RAW')).id
  const waiting = (count: number) =>
    waitFor(async () => (await waitingForLocks(world)) >= count, `${count} to wait for the product`)
  const begun = await world.owner.begin(async (tx) => {
    await tx`select from catalog.product where account_id = ${world.accountId} and id = ${raw} for update`
    const run = make(world, 'RAW 100 of R1', 'F1 10 of C')
    await waiting(1)
    const corrected = done(world, await correction('R1', '2026-02-01'))
    await waiting(2)
    return { run, corrected }
  })
  await Promise.all([begun.run, begun.corrected])
  expect(await lastDays('R1', 'C')).toEqual(['2026-02-01', '2026-02-01'])
})
