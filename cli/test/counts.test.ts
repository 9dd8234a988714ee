import { afterAll, beforeAll, expect, test } from 'vitest'
import { product, receive } from '../../server/test/stories.ts'
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
  await product(world)
  const priced = { unitCost: 200, currency: 'USD' }
  await receive(world, [
    { batch: 'A', quantity: 30, expiresOn: '2026-01-01', ...priced },
    { batch: 'B', quantity: 20, expiresOn: '2026-02-01', ...priced },
  ])
})
afterAll(async () => {
  folder.remove()
  await world.close()
})

test('a count is made, tallied from a sheet, looked at, counted again, booked and closed', async () => {
  expect((await run('counts', 'make', '--bin', 'MAIN')).stdout).toMatch(
    /Count CT-1 in CHI: 0 of 1 bin counted[\s\S]*MAIN +to count/,
  )
  const sheet = folder.write('found.csv', 'Place,Batch,Quantity\nMAIN,A,25\nMAIN,B,25\n')
  expect((await run('counts', 'tally', 'CT-1', sheet)).stdout).toContain('Counted: 1 bin of CT-1.')
  const told = await run('counts', 'differences', 'CT-1')
  expect(told.stdout).toMatch(/MAIN +P +A +30 +25 +-5 +\$10.00 +to book +5 swapped with batch B\?/)
  expect((await run('counts', 'recount', 'CT-1', 'MAIN', '--reason', 'sure?')).stdout).toMatch(/MAIN +count again/)
  expect((await run('counts', 'book', 'CT-1')).stdout).toContain('0 differences of CT-1 are booked, 2 are left.')
  await run('counts', 'tally', 'CT-1', sheet)
  expect((await run('counts', 'book', 'CT-1')).stdout).toContain('2 differences of CT-1 are booked, 0 are left.')
  expect((await run('counts', 'close', 'CT-1')).stdout).toContain('Count CT-1 is closed.')
  expect((await run('counts', 'list')).stdout).toMatch(/CT-1 +CHI +bins +1 of 1 +0 +closed/)
})

test('a sample says its seed; a count of nothing is refused', async () => {
  const made = await json(place, 'counts', 'make', '--random', '3', '--blind')
  expect([made.kind, made.blind, made.drawnFrom]).toEqual(['random', true, 1])
  expect((await run('counts', 'show', made.number)).stdout).toContain(`drawn with seed ${made.seed}`)
  await product(world, { sku: 'NEVER' })
  expect((await run('counts', 'make', '--product', 'NEVER')).code).toBe(3)
})

test('every wrong row of a sheet is named, and nothing is sent; an empty bin has a row without batch', async () => {
  const { number } = await json(place, 'counts', 'make')
  const wrong = folder.write('wrong.csv', 'place,batch,quantity,expires\nMAIN,A,x,\nMAIN,,3,\n,A,1,2026-02-30\n')
  const refused = await run('counts', 'tally', number, wrong)
  expect(refused.code).toBe(2)
  expect(refused.stderr).toMatch(
    /Line 2: quantity must[\s\S]*Line 3: product or batch is missing[\s\S]*Line 4: place is missing; expires must/,
  )
  expect((await json(place, 'counts', 'show', number)).counted).toBe(0)
  const empty = folder.write('empty.csv', 'place,batch,quantity\nMAIN,,0\n')
  await run('counts', 'tally', number, empty)
  expect((await json(place, 'counts', 'differences', number)).items).toHaveLength(2)
})
