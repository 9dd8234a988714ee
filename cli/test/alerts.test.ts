import { afterAll, beforeAll, expect, test } from 'vitest'
import { jobsAreDone } from '../../server/test/alerts.ts'
import { openWorld, type World } from '../../server/test/world.ts'
import { firstout, json, listening, type Place } from './firstout.ts'

let world: World
let place: Place
const run = (...args: string[]) => firstout(place, ...args)
beforeAll(async () => {
  world = await openWorld()
  place = await listening(world)
  await world.post('/v1/products', { sku: 'SERUM', name: 'Serum' })
})
afterAll(() => world.close())

test('what comes to its last day is listed, seen and snoozed', async () => {
  expect((await run('alerts')).stdout).toBe('No batch to tell of.\n')
  await run('receive', 'SERUM', '20', '--warehouse', 'CHI', '--batch', 'A', '--expires', '2026-01-10')
  await jobsAreDone(world)
  expect((await run('alerts')).stdout).toMatch(/48\s+2026-01-10\s+SERUM\s+A\s+CHI MAIN\s+20\s+60\s+2025-11-23\s+new\n/)
  expect((await run('alerts', 'seen', 'A')).stdout).toBe('Batch A is seen\n')
  const snoozed = await run('alerts', 'snooze', 'A', '--until', '2025-12-01', '--reason', 'on promotion')
  expect(snoozed.stdout).toBe('Batch A is snoozed until 2025-12-01\n')
  expect((await json(place, 'alerts')).items).toEqual([])
  expect((await json(place, 'alerts', 'list', '--state', 'snoozed')).items).toHaveLength(1)
  expect((await run('alerts', 'seen', 'A')).stdout).toBe('Batch A is seen\n')
})

test('the steps are written for all and for a product, and a batch without an alert is told in words', async () => {
  expect((await run('alerts', 'steps')).stdout).toBe('All products: 90, 60, 30 days\n')
  expect((await run('alerts', 'steps', '--set', '14,45')).stdout).toBe('All products: 45, 14 days\n')
  const own = await run('alerts', 'steps', '--product', 'SERUM', '--set', 'none')
  expect(own.stdout).toBe('All products: 45, 14 days\nSERUM: only once expired\n')
  await jobsAreDone(world)
  const none = await run('alerts', 'seen', 'A')
  expect([none.code, none.stderr]).toEqual([3, 'Nobody was told of batch A: it has no alert that is open.\n'])
  const back = await run('alerts', 'steps', '--product', 'SERUM', '--as-account')
  expect(back.stdout).toBe('All products: 45, 14 days\n')
  expect((await run('alerts', 'steps', '--set', '5,5')).code).toBe(2)
})
