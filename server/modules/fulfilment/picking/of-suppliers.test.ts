/**
 * Lots of two suppliers bear the same code: a scan means the task that is shown, else the lot that lies where it was scanned, and is asked about where
 * both do.
 */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { pickOf, wave } from '../../../test/floor.ts'
import { differences, order, product } from '../../../test/stories.ts'
import { type Caller, type Json, openWorld, type World } from '../../../test/world.ts'

let world: World
let account: Caller
beforeAll(async () => {
  world = await openWorld({ works: false })
})
afterAll(() => world?.close())
beforeEach(async () => {
  account = await world.otherAccount()
  await product(account, { batchIdentity: 'supplier' })
  for (const code of ['X', 'Y', 'Z']) await account.post('/v1/suppliers', { code, name: `Farm ${code}` })
  const [{ id: warehouseId }] = (await account.get('/v1/warehouses')).items
  await account.post('/v1/places', { places: ['A-1', 'A-2'].map((code) => ({ warehouseId, code })) })
})

const came = (supplier: string, place: string, [batch, expiresOn]: readonly [string, string]) =>
  account.post('/v1/receipts', {
    warehouse: 'CHI',
    supplier,
    lines: [{ product: 'P', batch, quantity: 5, expiresOn, place }],
  })
const supplierOf = async ({ batchId }: Json) => (await account.get(`/v1/batches/${batchId}`)).supplierName

test('with both in the wave, the task that is shown is meant, or the bin that is named', async () => {
  await came('X', 'A-1', ['L1', '2026-01-01'])
  await came('Y', 'A-2', ['L1', '2026-02-01'])
  const { id, tasks } = await wave(account, [await order(account, 10)])
  const [, second] = tasks
  const instead = { batch: second.batchId, place: second.placeId }
  expect(await supplierOf(await pickOf(account, id, { batch: 'L1', quantity: 1, instead }))).toBe('Farm Y')
  expect(await supplierOf(await pickOf(account, id, { batch: 'L1', quantity: 1, place: 'A-2' }))).toBe('Farm Y')
  expect(await supplierOf(await pickOf(account, id, { batch: 'L1', quantity: 1 }))).toBe('Farm X')
})

test('instead of a planned batch, the one that lies in the bin is meant, and where both do it is asked whose', async () => {
  await came('Z', 'A-1', ['FIRST', '2025-12-25'])
  await came('X', 'A-1', ['L1', '2026-01-01'])
  await came('Y', 'A-2', ['L1', '2026-01-01'])
  const { id } = await wave(account, [await order(account, 5)])
  const scan = (more: Json) => ({ batch: 'L1', quantity: 1, ...more })
  const asked = await account.call('POST', `/v1/pick-waves/${id}/picks`, scan({}))
  expect(asked.body.detail).toBe('Scan: "L1" fits 2: batch L1 of Farm X; batch L1 of Farm Y. Say which one is meant.')
  expect(await supplierOf(await pickOf(account, id, scan({ place: 'A-2' })))).toBe('Farm Y')
  const [one] = asked.body.facts.candidates
  expect(await supplierOf(await pickOf(account, id, scan({ batch: one.id })))).toBe('Farm X')
  expect(await differences(account)).toEqual([])
})
