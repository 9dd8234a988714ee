import { afterAll, beforeAll, expect, test } from 'vitest'
import { bins, zone } from '../../server/test/bins.ts'
import { receive } from '../../server/test/stories.ts'
import { openWorld, type World } from '../../server/test/world.ts'
import { firstout, json, listening, type Place } from './firstout.ts'
import { type Folder, openFolder } from './folder.ts'

let world: World
let place: Place
let folder: Folder
const run = (...args: string[]) => firstout(place, ...args)

beforeAll(async () => {
  world = await openWorld()
  place = await listening(world)
  folder = openFolder()
  const cold = await zone(world, 'COLD', { storage: 'frozen' })
  await bins(world, ['F-1', 'F-2'], { zoneId: cold.id })
})
afterAll(async () => {
  folder.remove()
  await world.close()
})

test('products of a sheet say how they are kept; what cannot be is named by its row', async () => {
  const header = 'sku,name,storage,hazard,allergens\n'
  const wrong = folder.write('wrong.csv', `${header}ICE,Ice cream,icy,,milk; plutonium\n`)
  const refused = await run('import', 'products', wrong)
  expect(refused.code).toBe(3)
  expect(refused.stdout + refused.stderr).toContain('storage must be one of ambient, cool, frozen, not "icy"')
  expect(refused.stdout + refused.stderr).toContain('allergens must be of gluten, crustaceans')
  const sheet = folder.write('products.csv', `${header}ICE,Ice cream,frozen,,milk; nuts\nACID,Cleaner,,corrosive,\n`)
  expect((await run('import', 'products', sheet)).code).toBe(0)
  const shown = await run('products', 'show', 'ICE')
  expect(shown.stdout).toMatch(/Kept +frozen/)
  expect(shown.stdout).toMatch(/Allergens +milk, nuts/)
})

test('what waits on the dock is listed with its bin, put there, and refused elsewhere', async () => {
  const line = { product: 'ICE', batch: 'A', quantity: 30, expiresOn: '2026-01-01', place: 'DOCK' }
  await receive(world, [line])
  expect((await run('putaway', 'list')).stdout).toMatch(/A +ICE +2026-01-01 +CHI DOCK +30 +F-1 +empty, and the nearest/)
  const where = (await run('putaway', 'where', 'A', '--quantity', '30')).stdout
  expect(where).toContain('yes  F-1: empty, and the nearest, 30')
  expect(where).toContain('no   MAIN: frozen goods, and the bin is ambient')
  const refused = await run('putaway', 'put', 'A', 'MAIN')
  expect(refused.code).toBe(3)
  expect(refused.stderr).toContain('Put it at F-1 instead.')
  expect((await run('putaway', 'put', 'A', '--quantity', '10')).stdout).toContain('10 of batch A lie at F-1 now.')
  const forced = await run('putaway', 'put', 'A', 'MAIN', '--quantity', '5', '--force', 'for an hour')
  expect(forced.stdout).toContain('5 of batch A lie at MAIN now.')
  expect((await run('putaway', 'misplaced')).stdout).toMatch(/CHI MAIN +ICE +A +5 +frozen goods.*F-1/)
})

test('a bin is told what it takes, and shown with what lies there', async () => {
  const changed = await run('bins', 'change', 'F-2', '--takes', 'one_batch', '--capacity', '40', '--level', '3')
  expect(changed.stdout).toMatch(/Takes +one_batch[\s\S]*Holds +40[\s\S]*level 3/)
  const bin = await json(place, 'bins', 'show', 'F-1')
  expect(bin).toMatchObject({ code: 'F-1', quantity: 10, items: [{ batchCode: 'A', onHand: 10 }] })
  expect((await run('bins', '--empty')).stdout).toMatch(/F-2 +storage +COLD +0 +40/)
  expect((await run('bins', 'change', 'F-2')).code).toBe(2)
  expect((await run('bins', 'show', 'NOWHERE')).code).toBe(3)
})

test('zones and bins are made and changed with all that they keep and take', async () => {
  const made = await run('zones', 'add', 'CHEM', '--hazards', 'flammable,toxic', '--free-from', 'nuts')
  expect(made.stdout).toMatch(/Zone +CHEM[\s\S]*Kept +ambient[\s\S]*flammable, toxic[\s\S]*nuts/)
  const changed = await run('zones', 'change', 'CHEM', '--storage', 'cool', '--hazards', 'none', '--name', 'Chemicals')
  expect(changed.stdout).toMatch(/Chemicals[\s\S]*Kept +cool/)
  expect((await json(place, 'zones')).items).toMatchObject([
    { code: 'CHEM', hazards: [], freeFrom: ['nuts'] },
    { code: 'COLD', storage: 'frozen' },
  ])
  const added = await run('bins', 'add', 'C-1', 'C-2', '--zone', 'CHEM', '--takes', 'lane', '--capacity', '80')
  expect(added.stdout).toBe('Added to CHI: C-1, C-2\n')
  const bin = (code: string) => json(place, 'bins', 'show', code)
  expect(await bin('C-2')).toMatchObject({ zoneCode: 'CHEM', storage: 'cool', mixing: 'lane', capacity: 80 })
  await run('bins', 'change', 'C-2', '--no-zone', '--no-capacity', '--code', 'C-9')
  expect(await bin('C-9')).toMatchObject({ zoneCode: null, capacity: null, mixing: 'lane' })
  expect((await run('zones', 'add', 'X', '--hazards', 'radioactive')).code).toBe(2)
  expect((await run('bins', 'add', 'C-3', '--zone', 'NONE')).code).toBe(2)
  expect((await run('zones', 'change', 'CHEM')).stderr).toContain('Say what is to change.')
})
