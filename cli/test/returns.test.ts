import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../server/test/world.ts'
import { firstout, json, listening, type Place } from './firstout.ts'

let world: World
let place: Place
let order: string
beforeAll(async () => {
  world = await openWorld()
  place = await listening(world)
  await world.post('/v1/products', { sku: 'SOAP', name: 'Soap' })
  const line = { product: 'SOAP', quantity: 40, batch: 'B1', expiresOn: '2099-01-01', unitCost: 420, currency: 'USD' }
  await world.post('/v1/receipts', { warehouse: 'CHI', lines: [line] })
  const placed = await world.post('/v1/orders', { lines: [{ product: 'SOAP', quantity: 10 }] })
  await world.post('/v1/shipments', { order: placed.id })
  order = placed.number
})
afterAll(() => world.close())

test('what nobody announced is taken in and decided in parts; what is to be destroyed waits for another to sign', async () => {
  const run = (...args: string[]) => firstout(place, ...args)
  const arrived = await run('return', 'arrived', '--order', order, '--line', 'SOAP:B1=4', '--kind', 'refused')
  expect(arrived.stdout).toMatch(/RMA-1[\s\S]*To look at +4/)
  expect((await run('return', 'list', '--state', 'to_inspect')).stdout).toContain('4 to look at')
  expect((await run('return', 'decide', 'RMA-1', '--line', '1')).stderr).toContain('Say what becomes of how many')
  const parts = ['--restock', '3', '--dispose', '1', '--why', 'Damaged', '--how', 'Landfill']
  const decided = await run('return', 'decide', 'RMA-1', '--line', '1', ...parts)
  expect(decided.stdout).toMatch(/3 restock, 1 dispose[\s\S]*DS-1/)
  const written = ['disposals', 'write', '--line', 'SOAP:B1@MAIN=30', '--why', 'Expired', '--how', 'Landfill']
  expect(await json(place, ...written)).toMatchObject({ number: 'DS-2', state: 'draft', cost: 12_600 })
  expect((await run('disposals', 'destroy', 'DS-2')).stderr).toContain('not signed by the witness')
  expect((await run('disposals', 'sign', 'DS-2')).stderr).toContain('another person of the account')
  const { key } = await world.as('manager')
  expect((await firstout({ ...place, key }, 'disposals', 'sign', 'DS-2')).stdout).toContain('signed')
  expect((await run('disposals', 'destroy', 'DS-2')).stdout).toMatch(/destroyed[\s\S]*USD 126.00/)
  expect((await run('disposals', 'certificate', 'DS-2')).stdout).toMatch(/^%PDF-/)
  const list = (await run('disposals', 'list', '--state', 'destroyed')).stdout
  expect(list).toMatch(/DS-2 +destroyed +SOAP +30/)
})

test('the trace says how many came back without a label, so that nobody looks for them at the customer', async () => {
  const line = { product: 'SOAP', quantity: 1, batch: 'B0', expiresOn: '2098-01-01' }
  await world.post('/v1/receipts', { warehouse: 'CHI', lines: [line] })
  const placed = await world.post('/v1/orders', { lines: [{ product: 'SOAP', quantity: 3 }] })
  await world.post('/v1/shipments', { order: placed.id })
  await firstout(place, 'return', 'arrived', '--order', placed.number, '--line', 'SOAP=2', '--unlabelled')
  expect((await firstout(place, 'trace', 'B1')).stdout).toContain(
    '4 returned, 8 kept; of the kept, 1 to 2 came back without a label that anybody could read',
  )
})
