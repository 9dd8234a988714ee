import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Json, openWorld, type World } from '../../../test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld({ works: false })
  await world.post('/v1/delivery-services', { code: 'GROUND', name: 'Ground', workingDays: [1, 2, 3, 4, 5] })
})
afterAll(() => world.close())
beforeEach(() => table([], true))

const put = async (url: string, body: Json): Promise<void> => {
  const answer = await world.call('PUT', url, body)
  expect(answer, answer.text).toMatchObject({ status: 200 })
}
const table = (rows: Json[], replace = false) => put('/v1/transit-times', { rows, replace })
const measured = async (): Promise<unknown[]> =>
  (await world.get('/v1/transit-times')).items.map((row: Json) => [row.transitDays, row.distanceKm, row.parcelCost])

test.each([
  ['anywhere', {}],
  ['a country', { country: 'US' }],
  ['a place and a way', { country: 'US', postalPrefix: '606', service: 'GROUND', warehouse: 'CHI' }],
])('what a row for %s does not say of kilometres and cost stays; null takes it out', async (_, way) => {
  await table([{ country: 'FR', transitDays: 9, distanceKm: 7, parcelCost: 7 }])
  await table([{ ...way, transitDays: 3, distanceKm: 120, parcelCost: 590 }])
  const others = [9, 7, 7]
  await table([{ ...way, transitDays: 4 }])
  expect(await measured()).toEqual([others, [4, 120, 590]])
  await table([{ ...way, transitDays: 4, distanceKm: null }])
  expect(await measured()).toEqual([others, [4, null, 590]])
  await table([{ ...way, transitDays: 4, distanceKm: 80, parcelCost: null }])
  expect(await measured()).toEqual([others, [4, 80, null]])
  await table([{ ...way, transitDays: 5 }], true)
  expect(await measured()).toEqual([[5, null, null]])
})

const lastAudit = async (): Promise<Json> => {
  const [entry] = await world.owner`
    select before, after from access.audit where action = 'holidays.put' order by id desc limit 1`
  return entry as Json
}

test('the audit of holidays keeps what was taken out or written over, and counts', async () => {
  const write = (holidays: Json[], replace = false) => put('/v1/holidays', { holidays, replace })
  await write([
    { on: '2026-05-01', name: 'Labour' },
    { on: '2026-12-25', name: 'Christmas', warehouse: 'CHI' },
  ])
  expect(await lastAudit()).toMatchObject({ before: { rows: [] }, after: { replace: false, removed: 0, written: 2 } })
  await write([{ on: '2026-05-01', name: 'Day of labour' }])
  const renamed = { before: { rows: [{ onDay: '2026-05-01', name: 'Labour' }] }, after: { removed: 1, written: 1 } }
  expect(await lastAudit()).toMatchObject(renamed)
  await write([{ on: '2026-05-01', name: null }])
  const taken = {
    before: { rows: [{ onDay: '2026-05-01', name: 'Day of labour' }] },
    after: { removed: 1, written: 0 },
  }
  expect(await lastAudit()).toMatchObject(taken)
  await write([], true)
  expect(await lastAudit()).toMatchObject({
    before: { rows: [{ onDay: '2026-12-25', name: 'Christmas', warehouseId: expect.any(String) }] },
    after: { replace: true, removed: 1, written: 0 },
  })
})
