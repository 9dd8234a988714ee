import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../server/test/world.ts'
import { firstout, json, listening, type Place } from './firstout.ts'

let world: World
let place: Place
let folder: string
const run = (...args: string[]) => firstout(place, ...args)
beforeAll(async () => {
  world = await openWorld({ works: false })
  place = await listening(world)
  folder = await mkdtemp(join(tmpdir(), 'firstout-recalls-'))
  await world.post('/v1/products', { sku: 'OIL', name: 'Rose oil' })
  await world.post('/v1/suppliers', { code: 'FARM', name: 'Rose farm' })
  await world.post('/v1/customers', { code: 'C1', name: 'Corner shop', email: 'corner@example.com' })
  const line = (batch: string) => ({
    product: 'OIL',
    batch,
    quantity: 100,
    expiresOn: '2027-01-01',
    supplierLot: 'S-77',
  })
  await world.post('/v1/receipts', { warehouse: 'CHI', supplier: 'FARM', lines: [line('O-1'), line('O-2')] })
  await world.post('/v1/orders', { number: 'SO-1', customer: 'C1', lines: [{ product: 'OIL', quantity: 20 }] })
  await world.post('/v1/shipments', { order: 'SO-1' })
})
afterAll(async () => {
  await world.close()
  await rm(folder, { recursive: true })
})

test('goods are traced however they are named, less what is left out, and taken to a file', async () => {
  const told = await run('trace', '--supplier-lot', 'S-77@FARM')
  expect(told.stdout).toContain('It reaches 2 batches.')
  expect(told.stdout).toMatch(/Corner shop +corner@example.com +SO-1 +OIL +O-1 +20 +20/)
  const left = await json(place, 'trace', '--of-product', 'OIL', '--except', 'O-2')
  expect(left.batches).toMatchObject([{ batchCode: 'O-1' }])
  const file = join(folder, 'who.csv')
  expect((await run('trace', '--batch', 'O-1', '--out', file)).code).toBe(0)
  expect(await readFile(file, 'utf8')).toContain('corner@example.com')
  const book = join(folder, 'who.xlsx')
  await run('trace', '--batch', 'O-1', '--out', book)
  expect((await readFile(book)).subarray(0, 2).toString()).toBe('PK')
})

test.each([
  [['trace'], 'Say what is meant'],
  [['trace', 'O-1', '--lot', 'L'], 'not both'],
  [['trace', '--serials', 'PUMP'], 'SKU:FIRST..LAST'],
  [['trace', '--lay', 'CHI=today'], 'CHI/A-01='],
])('%j is told what would be right: %s', async (words, says) => {
  const { code, stderr } = await run(...words)
  expect([code, stderr]).toEqual([2, expect.stringContaining(says)])
})

test('a recall is drafted, looked at, started, traced and ended', async () => {
  const draft = await json(
    place,
    'recalls',
    'draft',
    '--title',
    'Glass',
    '--why',
    'Splinters',
    '--class',
    'II',
    '--batch',
    'O-1',
  )
  expect(draft).toMatchObject({ number: 'RL-1', state: 'draft' })
  expect((await run('recalls', 'preview', 'RL-1')).stdout).toMatch(/on hand +80/)
  expect((await run('recalls', 'start', 'RL-1')).stdout).toMatch(/State +running/)
  expect((await run('recalls', 'list', '--state', 'running')).stdout).toMatch(/RL-1 +Glass +recall +II +running/)
  expect((await run('recalls', 'trace', 'RL-1')).stdout).toContain('Who got it: 1 customer, 1 order, 20 units; 20 kept')
  const file = join(folder, 'recall.csv')
  await run('recalls', 'trace', 'RL-1', '--out', file)
  expect(await readFile(file, 'utf8')).toContain('SO-1')
  expect((await run('recalls', 'end', 'RL-1')).code).toBe(2)
  expect((await run('recalls', 'end', 'RL-1', '--reason', 'Done')).stdout).toMatch(/State +ended/)
  expect((await run('recalls', 'abandon', 'RL-1', '--reason', 'No')).code).toBe(3)
})
