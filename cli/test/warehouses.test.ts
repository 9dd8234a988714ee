import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../server/test/world.ts'
import { firstout, json, listening, type Place } from './firstout.ts'
import { openFolder } from './folder.ts'

const folder = openFolder()
let world: World
let place: Place
const run = (...args: string[]) => firstout(place, ...args)
const sheet = (name: string, ...rows: string[]): string => folder.write(name, ['sku,name,kit', ...rows, ''].join('\n'))

beforeAll(async () => {
  world = await openWorld()
  place = await listening(world)
})
afterAll(async () => {
  await world.close()
  folder.remove()
})

test('a warehouse is added and changed: its cut-off, its working days and its priority', async () => {
  const added = ['warehouses', 'add', 'DAL', '--name', 'Dallas', '--time-zone', 'America/Chicago', '--priority', '20']
  expect((await json(place, ...added)).priority).toBe(20)
  const changed = ['warehouses', 'change', 'DAL', '--cut-off', '14:30', '--works-on', 'mon,Sat', '--priority', '-5']
  expect(await json(place, ...changed)).toMatchObject({
    cutOff: '14:30',
    workingDays: [1, 6],
    priority: -5,
    name: 'Dallas',
  })
  expect((await run('warehouses', 'list')).stdout).toMatch(/DAL +Dallas +America\/Chicago +14:30 +Mon Sat +-5/)
})

test('wrong words about a warehouse are named with what would be right', async () => {
  const days = await run('warehouses', 'change', 'DAL', '--works-on', 'Mon,Someday')
  expect([days.code, days.stderr]).toEqual([
    2,
    expect.stringContaining('Days as Mon,Tue,Wed,Thu,Fri,Sat,Sun are needed.'),
  ])
  const time = await run('warehouses', 'change', 'DAL', '--cut-off', '25:00')
  expect([time.code, time.stderr]).toEqual([3, expect.stringContaining('a time of day, as 14:30')])
  const nothing = await run('warehouses', 'change', 'DAL')
  expect([nothing.code, nothing.stderr]).toEqual([2, expect.stringContaining('Say what is to change')])
})

test('a sheet of products takes kits, whatever stands first; a second run changes nothing', async () => {
  const path = sheet('kits.csv', 'CHEST,Chest,BOX*2; SOAP', 'BOX,Box,"CREAM * 2;SOAP*1"', 'CREAM,Cream,', 'SOAP,Soap,')
  expect((await run('import', 'products', path)).stdout).toContain('4 rows: 4 written, 0 already here, 0 wrong.')
  const kit = async (sku: string) =>
    (await world.get(`/v1/products/${sku}`)).kit.map((part: { sku: string; quantity: number }) => [
      part.sku,
      part.quantity,
    ])
  expect([await kit('CHEST'), await kit('BOX')]).toEqual([
    [
      ['BOX', 2],
      ['SOAP', 1],
    ],
    [
      ['CREAM', 2],
      ['SOAP', 1],
    ],
  ])
  expect((await run('import', 'products', path)).stdout).toContain('0 written, 4 already here')
})

test('a kit of what is not there, of itself, or of no number is named by its line, and nothing is written', async () => {
  const path = sheet('wrong.csv', 'NEW,New,', 'A,A,NONE*1', 'B,B,C', 'C,C,B*2', 'D,D,NEW*0')
  const { code, stdout } = await run('import', 'products', path)
  expect(code).toBe(3)
  expect(stdout).toMatch(/3 +kit names "NONE", which is neither here nor in the file/)
  expect(stdout).toMatch(/4 +kit would hold itself\n5 +kit would hold itself/)
  expect(stdout).toMatch(/6 +kit must be parts as "CREAM\*2; SOAP\*1", not "NEW\*0"/)
  expect(stdout).toContain('Nothing was written.')
  expect((await world.call('GET', '/v1/products/NEW')).status).toBe(404)
})
