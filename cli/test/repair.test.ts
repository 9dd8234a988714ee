import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../server/test/world.ts'
import { firstout, json, listening, type Place } from './firstout.ts'
import { openFolder } from './folder.ts'

const folder = openFolder()
let world: World
let place: Place
const run = (...args: string[]) => firstout(place, ...args)
beforeAll(async () => {
  world = await openWorld()
  place = await listening(world)
  await world.post('/v1/products', { sku: 'SERUM', name: 'Serum' })
  for (const batch of ['L001', 'LX01'])
    await run('receive', 'SERUM', '20', '--warehouse', 'CHI', '--batch', batch, '--expires', '2026-06-01')
})
afterAll(async () => {
  await world.close()
  folder.remove()
})

test('a merge is foretold, done, found by the old code, and undone', async () => {
  const reason = ['--reason', 'typed wrong']
  const foretold = await run('repair', 'merge', 'LX01', 'L001', '--preview', ...reason)
  expect(foretold.stdout).toMatch(/L001\s+20 → 40/)
  expect(foretold.stdout).toContain('Nothing is done yet.')
  const done = await run('repair', 'merge', 'LX01', 'L001', ...reason)
  expect(done.stdout).toContain('BR-1: LX01 is L001; 20 units went over')
  const shown = await run('batches', 'show', 'LX01')
  expect([shown.stdout, shown.stderr]).toEqual([
    expect.stringMatching(/Batch\s+L001/),
    expect.stringContaining('"LX01" is batch L001 now.'),
  ])
  expect((await run('repair', 'undo', 'BR-1', '--reason', 'they are two')).stdout).toContain('BR-1 is undone')
  const again = await run('repair', 'undo', 'BR-1', '--reason', 'they are two')
  expect([again.code, again.stderr]).toEqual([3, expect.stringContaining('BR-1 is undone already.')])
})

test('a batch is split, renamed and dated, and the list tells all of it', async () => {
  const reason = ['--reason', 'relabelled']
  const parts = ['--part', 'L001-A=5', '--quantity', '3']
  expect((await run('repair', 'split', 'L001', ...parts, ...reason)).stdout).toContain('5 of L001-A, 3 of L001-SP1')
  expect((await run('repair', 'rename', 'LX01', 'LX10', ...reason)).stdout).toContain('LX01 is called LX10')
  const dated = await run('repair', 'date', 'LX01', '--kind', 'expiry', '--on', '2026-07-01', ...reason)
  expect(dated.stdout).toContain('LX10, expiry: 2026-06-01 → 2026-07-01')
  const { items } = await json(place, 'repair', 'list')
  expect(items.map(({ kind }: { kind: string }) => kind)).toEqual(['date', 'rename', 'split', 'merge'])
  expect((await run('repair', 'list', '--batch', 'LX01', '--kind', 'rename')).stdout).toMatch(/BR-3\s+SERUM/)
  const held = await run('hold', 'place', '--batch', 'L001-A', '--relatives', '--reason', 'doubt')
  expect(held.code).toBe(0)
  expect((await run('stock', '--status', 'held')).stdout).toMatch(/L001-SP1/)
})

test('of units with serials those that are named get the new code', async () => {
  await world.post('/v1/products', { sku: 'CAM', name: 'Camera', tracking: 'serial', dates: 'none' })
  const line = { product: 'CAM', quantity: 3, batch: 'C1', serials: ['SN-1', 'SN-2', 'SN-3'] }
  await world.post('/v1/receipts', { warehouse: 'CHI', lines: [line] })
  const parts = ['--part', 'C2=1', '--part', 'C3=1', '--serial', 'SN-3', 'SN-1']
  const done = await json(place, 'repair', 'split', 'C1', ...parts, '--reason', 'relabelled')
  const [, third] = done.parts
  const { items } = await world.get(`/v1/batches/${third.batchId}/serials`)
  expect([third.batchCode, items[0].code]).toEqual(['C3', 'SN-1'])
})
