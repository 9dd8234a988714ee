import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../server/test/world.ts'
import { firstout, json, listening, type Place } from './firstout.ts'

let world: World
let place: Place
const run = (...args: string[]) => firstout(place, ...args)
beforeAll(async () => {
  world = await openWorld()
  place = await listening(world)
  await world.post('/v1/products', { sku: 'SOAP', name: 'Soap' })
  await world.post('/v1/receipts', {
    warehouse: 'CHI',
    lines: [{ product: 'SOAP', quantity: 40, batch: 'B1', expiresOn: '2099-01-01' }],
  })
})
afterAll(() => world.close())

const ofB1 = ['--product', 'SOAP', '--batch', 'B1', '--channel', 'shopify', '--quantity', '25', '--until', '2098-12-31']
const add = ['pools', 'add', '--name', 'Gala', ...ofB1, '--reason', 'campaign']

test('a pool is looked at before it is kept, listed with what is left of it, and ended with a reason', async () => {
  expect((await run(...add, '--preview')).stdout).toContain('Kept now: 25 of B1 in CHI · MAIN.\nNothing was changed.')
  expect((await json(place, 'pools', 'list')).items).toEqual([])
  const { id } = await json(place, ...add)
  expect((await run('pools', 'list')).stdout).toMatch(/Gala +SOAP +B1 +any +shopify +25 of 25/)
  expect((await run('pools', 'end', id, '--reason', 'over')).stdout).toContain('Pool "Gala" keeps nothing any more.')
  expect((await json(place, 'pools', 'list')).items).toEqual([])
  const { items } = await json(place, 'pools', 'list', '--all', '--product', 'SOAP')
  expect(items).toMatchObject([{ name: 'Gala', state: 'over', endReason: 'over' }])
})
