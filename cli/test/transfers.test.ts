import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../server/test/world.ts'
import { firstout, json, listening, type Place } from './firstout.ts'
import { openFolder } from './folder.ts'

let world: World
let place: Place
const folder = openFolder()
const run = (...args: string[]) => firstout(place, ...args)
beforeAll(async () => {
  world = await openWorld()
  place = await listening(world)
  await world.post('/v1/warehouses', { code: 'DAL', name: 'Dallas', timeZone: 'America/Chicago' })
  await world.post('/v1/products', { sku: 'SOAP', name: 'Soap' })
  const line = { product: 'SOAP', quantity: 40, batch: '=B1', expiresOn: '2099-01-01' }
  await world.post('/v1/receipts', { warehouse: 'CHI', lines: [line] })
})
afterAll(async () => {
  folder.remove()
  await world.close()
})

test('asked for from a file, sent, received from the file that goes with it, and what is missing is said', async () => {
  const wrong = folder.write('wrong.csv', 'sku,quantity\nSOAP,none\n')
  const between = ['transfers', 'request', '--from', 'CHI', '--to', 'DAL']
  const refused = await run(...between, '--file', wrong)
  expect([refused.code, refused.stderr]).toEqual([
    3,
    expect.stringContaining('line 2: quantity must be a whole number'),
  ])

  const sheet = folder.write('lines.csv', 'sku,quantity,batch\nSOAP,20,\nSOAP,5,=B1\n')
  expect(await json(place, ...between, '--file', sheet)).toMatchObject({
    number: 'TR-1',
    state: 'requested',
    asked: 25,
  })
  expect((await run('transfers', 'list', '--next', 'approve')).stdout).toMatch(/TR-1 +CHI +DAL +requested +25/)
  expect((await run('transfers', 'approve', 'TR-1')).stdout).toMatch(/TR-1 .*approved +25 +25/)
  expect(await json(place, 'transfers', 'ship', 'TR-1')).toMatchObject({ state: 'in_transit', inTransit: 25 })

  const { stdout } = await run('transfers', 'goods', 'TR-1')
  expect(stdout).toContain("TR-1,1,SOAP,'=B1,2099-01-01,20,")
  const came = folder.write('came.csv', stdout.replace(',20,', ',18,'))
  const done = await json(place, 'transfers', 'receive', 'TR-1', '--file', came, '--rest', 'missing')
  expect(done).toMatchObject({ state: 'discrepancy', arrived: 23, missing: 2 })
})

test('proposed, typed and cancelled', async () => {
  await world.post('/v1/orders', { warehouse: 'DAL', lines: [{ product: 'SOAP', quantity: 30 }] })
  expect((await run('transfers', 'propose')).stdout).toMatch(/SOAP +CHI +DAL +5 +by rotation +Orders wait/)
  const typed = ['transfers', 'request', '--from', 'CHI', '--to', 'DAL', '--line', 'SOAP=5', '--approve']
  const { number } = await json(place, ...typed)
  expect((await run('transfers', 'cancel', number, '--reason', 'no truck')).stdout).toMatch(/cancelled/)
})
