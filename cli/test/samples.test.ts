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
})
afterAll(async () => {
  await world.close()
  folder.remove()
})

test('a rule keeps samples at receipt, another is kept from stock, and all are taken out with reasons', async () => {
  expect((await run('samples', 'rule', 'SERUM', '--units', '2')).stdout).toContain('2 are kept')
  await run('receive', 'SERUM', '20', '--warehouse', 'CHI', '--batch', 'A', '--expires', '2026-06-01')
  const kept = await run('samples', 'keep', 'A', '--at', 'Lab')
  expect(kept.stdout).toContain('Sample SA-2 is kept until 2027-06-01')
  expect((await run('samples', 'list')).stdout).toMatch(/SA-1\s+SERUM\s+A\s+kept\s+2027-06-01\s+–\s+2\n/)
  const out = await run('samples', 'take-out', 'SA-1', '--as', 'used', '--reason', 'stability test')
  expect(out.stdout).toContain('1 left of sample SA-1')
  const many = await run('samples', 'take-out', 'SA-1', '--as', 'used', '--quantity', '5', '--reason', 'more')
  expect([many.code, many.stderr]).toEqual([3, expect.stringContaining('Of sample SA-1, 1 unit is left, not 5.')])
})

test('units are opened, frozen and thawed by the written rule, and an opening is undone', async () => {
  const unsaid = await run('opened', 'rule', 'SERUM', '--says', 'leaflet')
  expect(unsaid.stderr).toContain('After opening is missing, and so are the days once frozen or thawed')
  const early = await run('opened', 'freeze', 'A')
  expect([early.code, early.stderr]).toEqual([3, expect.stringContaining('Nobody has written how long SERUM lasts')])
  const stated = ['--open-months', '12', '--frozen-days', '90', '--thawed-days', '3']
  expect((await run('opened', 'rule', 'SERUM', '--says', 'leaflet', ...stated)).stdout).toContain('Version 1')
  expect((await run('opened', 'open', 'A')).stdout).toContain('Batch A-OP1, good until 2026-06-01')
  expect((await run('opened', 'freeze', 'A', '--quantity', '3')).stdout).toContain('Batch A-FZ1, good until 2026-02-21')
  expect((await run('opened', 'thaw', 'A-FZ1')).stdout).toContain('Batch A-FZ1-TH1, good until 2025-11-26')
  const { items } = await json(place, 'opened', 'list')
  const jar = items.find((row: { kind: string }) => row.kind === 'opened')
  const here = (await run('trace', 'A')).stdout
  expect(here).toMatch(/Batch +Warehouse +Place[\s\S]*A-OP1 +CHI +OPENED +1/)
  expect(here).toMatch(/A-FZ1-TH1 +CHI +MAIN +1/)
  expect((await run('opened', 'undo', jar.id, '--reason', 'mistake')).stdout).toContain('of batch A again')
})
