import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

test('a program with a key is told who it is', async () => {
  expect(await world.get('/v1/me')).toMatchObject({ role: 'owner', account: { name: 'Acme Cosmetics' } })
})

test('without a key nothing is told', async () => {
  const answer = await world.call('GET', '/v1/stock', undefined, { authorization: 'Bearer nothing' })
  expect(answer.status).toBe(401)
  expect(answer.body.code).toBe('not_signed_in')
})
