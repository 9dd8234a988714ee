import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../server/test/world.ts'
import { firstout, json, listening, type Place } from './firstout.ts'
import { openFolder } from './folder.ts'

const folder = openFolder()
const head = 'service,warehouse,country,postalPrefix,transitDays\n'
let world: World
let place: Place
const run = (...args: string[]) => firstout(place, ...args)
const file = (name: string, content: string): string => folder.write(name, content)

beforeAll(async () => {
  world = await openWorld()
  place = await listening(world)
  await world.post('/v1/delivery-services', { code: 'GROUND', name: 'Ground', workingDays: [1, 2, 3], standard: true })
  await world.call('PUT', '/v1/holidays', { holidays: [{ on: '2025-12-25', name: 'Christmas' }] })
})
afterAll(async () => {
  await world.close()
  folder.remove()
})

test('services and holidays are listed', async () => {
  expect((await run('delivery', 'services')).stdout).toMatch(/GROUND +Ground +Mon Tue Wed +standard/)
  expect((await run('delivery', 'holidays')).stdout).toMatch(/2025-12-25 +Christmas +all/)
})

test('transit times come from a sheet; wrong rows are named by their lines and nothing is written', async () => {
  const wrong = await run('delivery', 'import', file('wrong.csv', `${head}NONE,,US,,1\n,,US,,2\n,,,606,x\n`))
  expect(wrong.code).toBe(3)
  expect(wrong.stderr).toContain('line 2: there is no service "NONE"')
  expect(wrong.stderr).toContain('line 4: postalPrefix needs the country that it belongs to; transitDays must be')
  const twice = await run('delivery', 'import', file('twice.csv', `${head},,US,,1\n,,US,,2\n`))
  expect([twice.code, twice.stderr]).toEqual([3, expect.stringContaining('line 3: says the same as line 2')])
  expect((await json(place, 'delivery', 'times')).items).toEqual([])
})

test('a table is imported, replaced, and comes out as a file that goes in again', async () => {
  const first = file('first.csv', `${head},,CA,,9\n`)
  expect((await run('delivery', 'import', first)).stdout).toContain('1 rows written, 0 removed.')
  const second = file('second.csv', `${head.trim()},distanceKm,parcelCost\nGROUND,CHI,US,606,1,30,590\n,,US,,4,,\n`)
  expect((await run('delivery', 'import', second, '--replace')).stdout).toContain('2 rows written, 1 removed.')
  expect((await run('delivery', 'times', '--country', 'US')).stdout).toMatch(/GROUND +CHI +US +606 +1 +30 +590/)
  const { stdout } = await run('delivery', 'times', '--csv')
  expect(stdout.trim().split('\n').toSorted()).toEqual([
    ',,US,,4,,',
    'GROUND,CHI,US,606,1,30,590',
    `${head.trim()},distanceKm,parcelCost`,
  ])
  const again = await run('delivery', 'import', file('again.csv', stdout), '--replace')
  expect(again.stdout).toContain('2 rows written, 2 removed.')
})

test('the day is told for a place and a service, and an order takes them', async () => {
  const told = await run('delivery', 'day', '--country', 'US', '--postal', '60601')
  expect(told.stdout).toMatch(/CHI +GROUND +2025-11-23 +2025-11-24 +1/)
  expect((await run('delivery', 'day', '--country', 'NZ')).stdout).toContain('nobody knows')
  await world.post('/v1/products', { sku: 'SOAP', name: 'Soap' })
  const way = ['--country', 'US', '--postal', '60601', '--service', 'GROUND']
  const placed = await json(place, 'order', 'add', '--number', 'D-1', '--line', 'SOAP=1', ...way)
  expect(placed).toMatchObject({ country: 'US', postalCode: '60601', serviceCode: 'GROUND' })
  expect(await json(place, 'order', 'edit', 'D-1', '--postal', '10001')).toMatchObject({ postalCode: '10001' })
})
