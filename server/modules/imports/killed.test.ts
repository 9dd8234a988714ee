/**
 * A job runs at least once: one that dies between two chunks, or runs twice at the same moment, doubles nothing and leaves nothing out.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Act, Database } from '../../platform/db.ts'
import { rowsOf, sheet, upload } from '../../test/imports.ts'
import { differences, product } from '../../test/stories.ts'
import { openWorld, type World, waitFor } from '../../test/world.ts'
import { commitImport, forgetCutOff, judgeImport } from './index.ts'
import { upload as uploadOf } from './upload.ts'

let world: World
let act: Act
beforeAll(async () => {
  world = await openWorld({ works: false })
  const { accountId } = world
  const by = { actorId: null, actorName: 'Firstout', role: 'owner', source: 'job', requestId: null }
  act = { accountId, ...by, at: world.clock.now() }
  await product(world)
})
afterAll(() => world?.close())

/** Does so many transactions, and then no more. */
function dying(database: Database, transactions: number): Database {
  let left = transactions
  return {
    ...database,
    write(by, work) {
      left -= 1
      return left < 0 ? Promise.reject(new Error('killed')) : database.write(by, work)
    },
  }
}

const header = 'sku,quantity,warehouse,batch,expires_on'
// The same row again and again, so that what one run counts of them the next must count alike.
const rows = Array.from({ length: 6000 }, (_, at) => `P,1,CHI,L${at % 3},2026-08-01`)

test('killed while it judges and while it commits, then run twice at once: each row is received once', async () => {
  const { database } = world.app.house
  const { body } = await upload(world, sheet(header, rows))
  expect(body).toMatchObject({ state: 'judging', rows: 6000, judged: 0 })
  const now = () => world.get(`/v1/imports/${body.id}`)
  expect(await world.call('PUT', `/v1/imports/${body.id}/commit`, { mode: 'good' })).toMatchObject({
    status: 409,
    body: { code: 'import_not_judged', facts: { judged: 0, of: 6000 } },
  })

  await expect(judgeImport(dying(database, 1), act, body.id)).rejects.toThrow('killed')
  expect(await now()).toMatchObject({ state: 'judging', judged: 2000 })
  await Promise.all([judgeImport(database, act, body.id), judgeImport(database, act, body.id)])
  expect(await now()).toMatchObject({ state: 'judged', good: 6000, known: 0 })

  expect((await world.call('PUT', `/v1/imports/${body.id}/commit`, { mode: 'good' })).body.state).toBe('committing')
  await expect(commitImport(dying(database, 1), act, body.id)).rejects.toThrow('killed')
  expect(await now()).toMatchObject({ state: 'committing', committed: 2000, good: 4000 })
  const gone = await world.call('DELETE', `/v1/imports/${body.id}`)
  expect([gone.status, gone.body.code]).toEqual([409, 'import_under_way'])
  await Promise.all([commitImport(database, act, body.id), commitImport(database, act, body.id)])

  expect(await now()).toMatchObject({ state: 'ended', committed: 6000, good: 0, wrong: 0, known: 0 })
  const { items } = await world.get('/v1/stock')
  expect(items.map(({ onHand }: { onHand: number }) => onHand)).toEqual([2000, 2000, 2000])
  expect(await differences(world)).toEqual([])
}, 240_000)

test('an upload that breaks off leaves nothing, and another account sees nothing of any', async () => {
  const before = (await world.get('/v1/imports')).items.length
  const { status } = await upload(world, sheet(header, [...rows.slice(0, 3000), '"never ends']))
  expect([status, (await world.get('/v1/imports')).items.length]).toEqual([422, before])
  const [{ id }] = (await world.get('/v1/imports')).items
  const other = await world.otherAccount()
  expect((await other.get('/v1/imports')).items).toEqual([])
  expect((await other.call('GET', `/v1/imports/${id}/rows`)).status).toBe(404)
  expect(await rowsOf(world, { id }, 'wrong')).toEqual([])
})

const silent = (minutes: number): Act => ({
  ...act,
  at: new Date(Date.parse(world.clock.now()) + minutes * 60_000).toISOString(),
})

test('an upload whose server is killed goes when nothing came of it for a quarter of an hour, and what comes later is refused', async () => {
  const { house } = world.app
  const id = '019aafd0-0000-7000-8000-00000000000b'
  const file = { id, kind: 'stock', name: 'cut.csv', reference: 'cut off', sheet: null, missing: 'refuse' } as const
  const now = () => world.call('GET', `/v1/imports/${id}`)
  const bytes = async function* (of: readonly string[], meanwhile: () => Promise<void>) {
    yield Buffer.from(sheet(header, of))
    await meanwhile()
    yield Buffer.from(of.join('\n'))
  }
  const { clock } = house
  const killed = { database: dying(house.database, 3), clock }
  await expect(uploadOf(killed, act, { ...file, content: bytes(rows, async () => {}) })).rejects.toThrow('killed')
  expect((await now()).body).toMatchObject({ state: 'reading', rows: 2000 })
  await forgetCutOff(house.database, silent(15))
  expect((await now()).status).toBe(200)
  await forgetCutOff(house.database, silent(16))
  expect((await now()).status).toBe(404)

  // One that keeps rows at this moment is passed over, and goes at the next look.
  const isForgotten = async () => {
    await forgetCutOff(house.database, silent(16))
    return (await now()).status === 404
  }
  const late = bytes(rows.slice(0, 2000), async () => void (await waitFor(isForgotten, 'the upload is forgotten')))
  await expect(uploadOf(house, act, { ...file, content: late })).rejects.toMatchObject({ code: 'import_cut_off' })
  expect((await now()).status).toBe(404)
  const whole = bytes(rows.slice(0, 10), async () => {})
  await uploadOf(house, act, { ...file, content: whole })
  await forgetCutOff(house.database, silent(600))
  expect((await now()).body).toMatchObject({ state: 'judging', rows: 20 })
})
