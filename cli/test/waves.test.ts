import { afterAll, beforeAll, expect, test } from 'vitest'
import { order, product, receive } from '../../server/test/stories.ts'
import { openWorld, type World } from '../../server/test/world.ts'
import { firstout, json, listening, type Place } from './firstout.ts'

let world: World
let place: Place
const run = (...args: string[]) => firstout(place, ...args)

beforeAll(async () => {
  world = await openWorld()
  place = await listening(world)
  await product(world)
  await receive(world, [
    { batch: 'A', quantity: 50, expiresOn: '2026-01-01' },
    { batch: 'B', quantity: 10, expiresOn: '2025-12-01' },
  ])
})
afterAll(() => world.close())

test('a wave is made, shown, picked with a swap and a short pick, packed, shipped and closed', async () => {
  const placed = await order(world, 20, { number: 'W-1' })
  const made = await run('waves', 'make', '--order', 'W-1')
  expect(made.stdout).toMatch(/Pick wave PW-1 in CHI: 0 of 20 picked/)
  expect(made.stdout).toMatch(/MAIN +B +2025-12-01 +10 +P +W-1/)
  const swapped = await run('waves', 'pick', 'PW-1', 'A', '--quantity', '14', '--order', 'W-1')
  expect(swapped.stdout).toContain('14 of A picked from MAIN instead of B; 0 other lines were served otherwise.')
  const short = await run('waves', 'short', 'PW-1', 'B', '--found', '4', '--reason', 'empty bin')
  expect(short.stdout).toContain('4 picked, 2 missing; 6 left the stock')
  expect((await run('waves', 'show', 'PW-1')).stdout).toMatch(/18 of 20 picked[\s\S]*MAIN +A +2026-01-01 +2 /)
  expect((await run('waves', 'pick', 'PW-1', 'A', '--quantity', '3')).code).toBe(3)
  await run('waves', 'pick', 'PW-1', 'A', '--quantity', '2')
  const packed = await run('pack', 'W-1', '--weight', '900', '--ship', '--carrier', 'UPS')
  expect(packed.stdout).toContain('Parcel PA-1 of order W-1 is packed and shipped.\nNo SSCC: the account has no GS1')
  expect((await json(place, 'order', 'show', placed.number)).state).toBe('shipped')
  expect((await run('waves', 'close', 'PW-1')).stdout).toContain('Pick wave PW-1 is closed.')
  expect((await run('waves', 'list', '--state', 'closed')).stdout).toMatch(/PW-1 +CHI +1 .*closed/)
})

test('what was shipped by mistake is taken back, a parcel or all of it, and the answer tells what is promised again', async () => {
  await order(world, 5, { number: 'W-9' })
  const sent = await json(place, 'ship', 'W-9')
  const { number } = sent.items[0]
  expect((await run('cancel-shipment', number)).code).toBe(2)
  const strange = await run('cancel-shipment', number, '--reason', 'x', '--parcel', 'PA-99')
  expect([strange.code, strange.stderr]).toEqual([3, expect.stringContaining(`PA-99 is not in shipment ${number}`)])
  const done = await run('cancel-shipment', number, '--reason', 'the carrier did not come')
  expect(done.stdout).toContain(`Shipment ${number} is cancelled: 5 units here again, 5 of them promised to order W-9.`)
  expect((await run('cancel-shipment', number, '--reason', 'again')).stderr).toContain('is cancelled already')
  await run('order', 'cancel', 'W-9', '--reason', 'no')
})

test('what is stopped is shown with its reason, and a task that is not there is said', async () => {
  await order(world, 5, { number: 'W-2' })
  await run('waves', 'make', '--max', '5')
  await run('waves', 'pick', 'PW-2', 'A', '--quantity', '5')
  await run('order', 'cancel', 'W-2', '--reason', 'no')
  expect((await run('waves', 'show', 'PW-2')).stdout).toContain('Put back 5 of A to MAIN: the order was cancelled.')
  expect((await run('waves', 'short', 'PW-2', 'A', '--found', '0', '--reason', 'x')).stderr).toContain('no task')
  expect((await run('waves', 'pick', 'PW-2', 'A', '--quantity', '1', '--order', 'W-2')).code).toBe(2)
})
