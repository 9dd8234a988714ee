/**
 * server/modules/catalog/email-of-partners.test.ts — an e-mail address to which no mail can go is refused where it is typed, in words.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld({ works: false })
})
afterAll(() => world?.close())

test.each(['customers', 'suppliers'])(
  'an address of %s is refused when it is added and when it is changed',
  async (kind) => {
    const add = await world.call('POST', `/v1/${kind}`, { code: 'BAD', name: 'Bad', email: 'ann.example.com' })
    expect([add.status, add.body.detail]).toEqual([422, 'Email has no @.'])
    const { id } = await world.post(`/v1/${kind}`, { code: 'ANN', name: 'Ann', email: 'ann@example.com' })
    const change = await world.call('PATCH', `/v1/${kind}/${id}`, { email: 'ann@@example.com' })
    expect([change.status, change.body.detail]).toEqual([422, 'Email has more than one @: one address only.'])
    expect(await world.get(`/v1/${kind}/${id}`)).toMatchObject({ email: 'ann@example.com' })
  },
)

test('what was kept before the rule stays while something else is changed, and can be taken away', async () => {
  const { id } = await world.post('/v1/customers', { code: 'OLD', name: 'Old' })
  await world.owner`update catalog.customer set email = 'old@nowhere' where id = ${id}`
  const kept = await world.call('PATCH', `/v1/customers/${id}`, { email: 'old@nowhere', phone: '555' })
  expect(kept.body).toMatchObject({ email: 'old@nowhere', phone: '555' })
  expect((await world.call('PATCH', `/v1/customers/${id}`, { email: null })).body).toMatchObject({ email: null })
})
