import { afterAll, beforeAll, expect, test } from 'vitest'
import { order, product, receive } from '../../server/test/stories.ts'
import { openWorld, type World } from '../../server/test/world.ts'
import { firstout, listening, type Place } from './firstout.ts'
import { openFolder } from './folder.ts'

const folder = openFolder()
let world: World
let place: Place
const run = (...args: string[]) => firstout(place, ...args)
beforeAll(async () => {
  world = await openWorld({ works: false })
  place = await listening(world)
  await product(world)
  await world.post('/v1/customers', { code: 'FBA', name: 'Amazon FBA' })
  for (const [batch, quantity] of [
    ['A', 120],
    ['B', 80],
  ] as const) {
    await receive(world, [{ batch, quantity, expiresOn: '2027-01-01' }])
    const placed = await order(world, quantity, { customer: 'FBA' })
    await world.post('/v1/shipments', { order: placed.id })
  }
})
afterAll(async () => {
  await world.close()
  folder.remove()
})

test('a file of reports is read as a whole and once, and each batch says least and most', async () => {
  const wrong = folder.write('wrong.csv', 'sku,quantity,on,kind\nP,90,2025-11-23,gone\nP,0,soon,sold\n')
  const refused = await run('import', 'sell-through', wrong, '--customer', 'FBA')
  expect(refused.code).toBe(3)
  expect(refused.stdout).toContain('kind must be one of sold, came_back, lost, not "gone"')
  expect(refused.stdout).toContain('2 rows: 0 written, 0 already here, 2 wrong. Nothing was written.')
  const rows = ['FBA,P,90,2025-11-23,sold,S-1', 'FBA,P,60,2025-11-23,sold,S-1', 'FBA,P,2,2025-11-23,lost,']
  const good = folder.write('good.csv', ['customer,sku,quantity,on,kind,document', ...rows].join('\n'))
  expect((await run('import', 'sell-through', good)).stdout).toContain('3 rows: 3 written, 0 already here, 0 wrong.')
  expect((await run('import', 'sell-through', good)).stdout).toContain('3 rows: 0 written, 3 already here, 0 wrong.')
  const told = await run('sold-on', 'Amazon FBA')
  expect(told.stdout).toMatch(/P\s+A\s+120\s+0\s+70 to 120\s+0 to 2\s+0 to 48\n/)
  const more = folder.write('more.csv', 'customer,sku,quantity,on\nFBA,P,49,2025-11-23\n')
  const beyond = await run('import', 'sell-through', more)
  expect([beyond.code, beyond.stdout]).toEqual([3, expect.stringMatching(/\n2\s+with this, .*at most 200/)])
  const strange = folder.write('strange.csv', 'customer,sku,quantity,on\nFBA,P,1,2025-11-23\nNOBODY,P,1,2025-11-23\n')
  expect((await run('import', 'sell-through', strange)).stdout).toMatch(/\n3\s+there is no customer "NOBODY"/)
})
