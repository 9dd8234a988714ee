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
  await world.post('/v1/products', { sku: 'SOAP', name: 'Soap', tracking: 'none', dates: 'none' })
  await world.post('/v1/receipts', { warehouse: 'CHI', lines: [{ product: 'SOAP', quantity: 50 }] })
  await world.post('/v1/orders', { number: 'SO-1', lines: [{ product: 'SOAP', quantity: 5, lifeDaysMin: 10 }] })
})
afterAll(async () => {
  await world.close()
  folder.remove()
})

test('a product is looked at, tracked, identified, undone, given up and taken up again from the command line', async () => {
  const early = await run('identify', 'show', 'SOAP')
  expect([early.code, early.stderr]).toEqual([3, expect.stringContaining('begin with `identify begin`')])
  const seen = await run('identify', 'preview', 'SOAP')
  expect(seen.stdout).toContain('50 units of SOAP without a batch. 1 open order for 5, of which 5 promised.')
  expect(seen.stdout).toMatch(/5 promised units could not go any more:\n {2}SO-1: /)
  const named = ['--candidate', 'L1=2026-08-01', '--open-to-any', '--reason', 'recalls']
  const tried = await run('identify', 'begin', 'SOAP', ...named)
  expect([tried.code, tried.stderr]).toEqual([3, expect.stringContaining('Say that these promises may be given back')])
  const begun = await run('identify', 'begin', 'SOAP', '--accept', ...named)
  expect(begun.stdout).toContain('The batches of SOAP are tracked. To be identified: 50 units.')
  const units = await run('identify', 'units', 'SOAP', 'L1', '--place', 'MAIN', '--quantity', '32')
  expect(units.stdout).toContain('64 % identified, 18 units left.')
  expect((await run('identify', 'show', 'SOAP')).stdout).toMatch(/SOAP: 64 % identified[\s\S]*MAIN\s+CHI\s+18\s+0/)
  expect((await run('identify', 'list')).stdout).toMatch(/SOAP\s+open\s+\S+\s+18\s+64 %/)
  const { items } = await json(place, 'identify', 'found', 'SOAP')
  expect((await run('identify', 'undo', items[0].id, '--reason', 'misread')).stdout).toContain(
    'Undone. To be identified: 50 units',
  )
  const given = await run('identify', 'give-up', 'SOAP', '--reason', 'unreadable')
  expect(given.stdout).toContain('Without a batch for good: 50 units of SOAP.')
  expect((await run('identify', 'go-on', 'SOAP')).stdout).toContain('To be identified: 50 units of SOAP.')
})

test('a hold of a candidate tells of what is not identified, and holds it as well where that is asked', async () => {
  const placed = await run('hold', 'place', '--batch', 'L1', '--product', 'SOAP', '--reason', 'smell')
  expect(placed.stdout).toContain('50 units of SOAP without a batch may be of it. Hold them too with --unidentified.')
  const both = await run('hold', 'place', '--batch', 'L1', '--product', 'SOAP', '--reason', 'smell', '--unidentified')
  expect(both.stdout).toMatch(/Hold QA-2 stands\.[\s\S]*Hold QA-3 stands on what may be of it\./)
})

test('the differences of a count say what is identified by it, and no difference', async () => {
  const made = await world.post('/v1/counts', { warehouse: 'CHI', of: 'products', products: ['SOAP'], blind: false })
  const lines = Object.entries({ L1: 20, '-': 30 }).map(([batch, quantity]) => ({ product: 'SOAP', batch, quantity }))
  await world.post(`/v1/counts/${made.id}/tallies`, { tallies: [{ place: 'MAIN', lines }] })
  const { stdout } = await run('counts', 'differences', made.number)
  expect(stdout).toMatch(/L1\s+0\s+20\s+20\s.*20 are identified: no difference/)
})
