/**
 * What came with a sheet of stock is named for its labels: each batch once, in the order of the file.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { committed, judged, sheet } from '../../test/imports.ts'
import { product, receive } from '../../test/stories.ts'
import { type Json, openWorld, type World } from '../../test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  await product(world, { sku: 'P' })
  await product(world, { sku: 'BAG', tracking: 'none', dates: 'none' })
})
afterAll(() => world?.close())

const header = 'sku,quantity,warehouse,batch,expires_on'

test('a batch of several rows once, goods without batches and rows that did not come not at all', async () => {
  await receive(world, [{ batch: 'OLD', quantity: 5, expiresOn: '2027-01-01' }])
  const rows = [
    'P,4,CHI,Z-1,2027-03-01',
    'BAG,9,CHI,,',
    'P,2,CHI,A-1,2027-04-01',
    'P,3,CHI,Z-1,2027-03-01',
    'P,0,CHI,N-1,',
  ]
  const tried = await judged(world, sheet(header, rows))
  expect(await world.get(`/v1/imports/${tried.id}/batches`)).toEqual({ items: [], total: 0 })
  await committed(world, tried, 'good')
  const { items, total } = await world.get(`/v1/imports/${tried.id}/batches`)
  expect([total, items.map(({ sku, batchCode }: Json) => [sku, batchCode])]).toEqual([
    2,
    [
      ['P', 'Z-1'],
      ['P', 'A-1'],
    ],
  ])
})

test('of more than a print may have, the first 500 and how many there are', async () => {
  const rows = Array.from({ length: 501 }, (_, at) => `P,1,CHI,M-${at},2027-03-01`)
  const done = await committed(world, await judged(world, sheet(header, rows)), 'all')
  const { items, total } = await world.get(`/v1/imports/${done.id}/batches`)
  expect([total, items.length, items[0].batchCode]).toEqual([501, 500, 'M-0'])
})

test('an import that is not there is not found', async () => {
  const { status } = await world.call('GET', '/v1/imports/019aafd0-0000-7000-8000-000000000000/batches')
  expect(status).toBe(404)
})
