import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../server/test/world.ts'
import { firstout, listening, type Place } from './firstout.ts'
import { openFolder } from './folder.ts'

const folder = openFolder()
let world: World
let place: Place
const run = (...args: string[]) => firstout(place, ...args)
beforeAll(async () => {
  world = await openWorld()
  place = await listening(world)
  await world.post('/v1/products', { sku: 'SERUM', name: 'Serum', gtin: '09506000134352' })
  const line = { product: 'SERUM', batch: 'A', quantity: 3, expiresOn: '2027-06-30' }
  await world.post('/v1/receipts', { warehouse: 'CHI', lines: [line] })
})
afterAll(async () => {
  await world.close()
  folder.remove()
})

test('labels are printed, taken once by whoever prints them, and printed again with a reason', async () => {
  expect((await run('labels', 'designs')).stdout).toContain('batch-50x30')
  const printed = await run('labels', 'print', 'A', '--format', 'zpl', '--copies', '3', '--design', 'batch-50x30')
  expect(printed.stdout).toContain('LP-1: 3 labels to print')
  expect((await run('labels', 'list', '--state', 'queued')).stdout).toMatch(
    /LP-1 +batch A +Small, 50 × 30 mm +3 +queued/,
  )
  const output = folder.pathOf('labels.zpl')
  await run('labels', 'take', '--station', 'dock', '--output', output)
  expect(readFileSync(output, 'utf8')).toContain('^PQ3')
  expect((await run('labels', 'take')).stderr).toContain('Nothing waits to be printed.')
  const again = await run('labels', 'print', 'A')
  expect([again.code, again.stderr]).toEqual([3, expect.stringContaining('Say why it is printed once more.')])
  expect((await run('labels', 'print', 'A', '--reason', 'torn')).stdout).toContain('LP-2: 1 label to print')
})
