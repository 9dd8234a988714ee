/**
 * Every wrong field is named at once, as long as naming them does not keep everybody waiting.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Json, openWorld, type World } from '../../test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld({ works: false })
})
afterAll(() => world?.close())

const problemsOf = async (url: string, body: Json): Promise<Json[]> =>
  (await world.call('POST', url, body)).body.facts.problems
const wrongLines = (count: number) => Array.from({ length: count }, () => ({ product: 7, quantity: 0 }))

test('of a form, every wrong field is told; of a large request, the first', async () => {
  expect(await problemsOf('/v1/orders', { lines: wrongLines(3), priority: 1000 })).toHaveLength(7)
  expect(await problemsOf('/v1/orders', { lines: wrongLines(4900) })).toEqual([
    { at: 'lines[0].product', message: 'must be of type string' },
  ])
  const unknown = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`field ${index}`, 1]))
  expect(await problemsOf('/v1/orders', { lines: [], ...unknown })).toHaveLength(1)
})

test('in bulk each item names all that is wrong with it, in a large request the first', async () => {
  const orders = (count: number) => ({ orders: Array.from({ length: count }, () => ({ lines: wrongLines(2) })) })
  const told = async (count: number) => {
    const { body } = await world.call('POST', '/v1/orders/bulk', orders(count))
    return body.results.map(({ problem }: Json) => problem.facts.problems.length)
  }
  expect(await told(2)).toEqual([4, 4])
  expect(new Set(await told(3000))).toEqual(new Set([1]))
})

test.each(['/v1/session', '/v1/set-up'])('without signing in, a large request is not even read: %s', async (url) => {
  const body = { email: 'x'.repeat(30_000) }
  const answer = await world.call('POST', url, body, { authorization: '' })
  expect(answer).toMatchObject({ status: 413, body: { code: 'too_large' } })
})

test('a reason of spaces is none, and one with a space behind it is', async () => {
  const hold = (reason: string) => world.call('POST', '/v1/holds', { scope: 'supplier', reason })
  const wrong = async (reason: string) =>
    (await hold(reason)).body.facts.problems.filter(({ at }: Json) => at === 'reason')
  expect(await wrong('  \t ')).toEqual([
    { at: 'reason', message: 'must be text that is more than spaces, and without null characters' },
  ])
  expect(await wrong('')).toHaveLength(1)
  expect(await wrong('smells ')).toEqual([])
})

test('what is looked for may be a space, for somebody is typing it', async () => {
  expect((await world.call('GET', '/v1/search?q=%20')).status).toBe(200)
  expect((await world.call('GET', '/v1/orders?text=%20')).status).toBe(200)
})
