import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Answer, type Caller, type Json, openWorld, scenarioTime, type World } from '../../test/world.ts'

let world: World
let account: Caller
let accounts = 0
beforeAll(async () => {
  world = await openWorld({ works: false })
})
afterAll(() => world?.close())
beforeEach(async () => {
  world.clock.set(scenarioTime)
  account = await world.otherAccount()
  accounts += 1
})

const password = 'a long enough password'
const wanda = () => `wanda@account${accounts}.example`
const newKey = (more: Json = {}) =>
  account.post('/v1/keys', { name: 'scanner', role: 'warehouse', expiresAt: '2025-12-01T00:00:00Z', ...more })
const withKey = (key: string, method = 'GET', url = '/v1/me', body?: Json) =>
  world.call(method, url, body, { authorization: `Bearer ${key}` })
const person = (more: Json = {}) =>
  account.post('/v1/people', { email: wanda(), name: 'Wanda', role: 'warehouse', password, ...more })
async function cookieFor(email: string): Promise<string> {
  const from = { authorization: '', 'x-forwarded-for': `192.0.2.${accounts}` }
  const answer = await world.call('POST', '/v1/session', { email, password }, from)
  return String(answer.headers['set-cookie']).split(';')[0] ?? ''
}
const withCookie = (cookie: string) => world.call('GET', '/v1/me', undefined, { authorization: '', cookie })
const change = (caller: Caller, { id }: Json, body: Json): Promise<Answer> =>
  caller.call('PATCH', `/v1/people/${id}`, body)
const me = async (): Promise<Json> => (await account.get('/v1/people')).items.find((one: Json) => one.role === 'owner')

test('a key is shown once, and acts with its role', async () => {
  const { key, hint } = await newKey()
  expect(key.endsWith(hint)).toBe(true)
  expect((await withKey(key)).body).toMatchObject({ name: 'scanner (key)', role: 'warehouse' })
  const list = await account.call('GET', '/v1/keys')
  expect(list.text).not.toContain(key)
  expect(list.body.items).toHaveLength(2)
})

test('a key is told again to nobody: a repeat of the request that made it is no way to it', async () => {
  const body = {
    id: '019aafd0-0000-7000-8000-000000000001',
    name: 'k',
    role: 'auditor',
    expiresAt: '2026-01-01T00:00:00Z',
  }
  const { key } = await account.post('/v1/keys', body, { 'idempotency-key': 'a key' })
  const again = await account.call('POST', '/v1/keys', body, { 'idempotency-key': 'a key' })
  expect(again.status).toBe(409)
  expect(again.text).not.toContain(key)
  const everything = await world.owner`select body from platform.idempotent_answer`
  expect(JSON.stringify(everything)).not.toContain(key)
})

test('a key opens nothing from its end date on, to the second', async () => {
  const { key } = await newKey()
  world.clock.set('2025-11-30T23:59:59Z')
  expect((await withKey(key)).status).toBe(200)
  world.clock.set('2025-12-01T00:00:00Z')
  expect(await withKey(key)).toMatchObject({ status: 401, body: { code: 'not_signed_in' } })
})

test('a revoked key opens nothing from the next request on', async () => {
  const { id, key } = await newKey()
  expect((await withKey(key)).status).toBe(200)
  expect((await account.call('DELETE', `/v1/keys/${id}`)).status).toBe(200)
  expect((await withKey(key)).status).toBe(401)
  const [row] = (await account.get('/v1/keys')).items
  expect(row).toMatchObject({ id, revokedAt: '2025-11-23T15:00:00.000Z' })
})

test('a disabled person is out at once, in every browser, and cannot come back', async () => {
  const her = await person()
  const cookies = [await cookieFor(wanda()), await cookieFor(wanda())]
  expect((await Promise.all(cookies.map(withCookie))).map(({ status }) => status)).toEqual([200, 200])
  expect((await change(account, her, { disabled: true })).body.disabledAt).toBe('2025-11-23T15:00:00.000Z')
  expect((await Promise.all(cookies.map(withCookie))).map(({ status }) => status)).toEqual([401, 401])
  expect(await cookieFor(wanda())).toBe('undefined')
  await change(account, her, { disabled: false })
  expect((await withCookie(await cookieFor(wanda()))).status).toBe(200)
})

test('keys stay with the account when who made them leaves, and are listed for who stays', async () => {
  const boss = await person({ role: 'owner', name: 'Bo Boss' })
  const cookie = await cookieFor(wanda())
  const make = async (name: string, headers: Json, more: Json = {}) =>
    (await world.call('POST', '/v1/keys', { name, role: 'owner', expiresAt: '2026-01-01T00:00:00Z', ...more }, headers))
      .body
  const his = await make('shop', { authorization: '', cookie, host: 'stock.example', origin: 'http://stock.example' })
  const made = await make('scanner', { authorization: `Bearer ${his.key}` }, { role: 'warehouse' })
  const revoked = await make('old', { authorization: `Bearer ${his.key}` })
  await account.call('DELETE', `/v1/keys/${revoked.id}`)
  await newKey({ name: 'of another' })
  const { keys } = (await change(account, boss, { disabled: true })).body
  expect(keys).toEqual([
    { id: made.id, name: 'scanner', role: 'warehouse', expiresAt: '2026-01-01T00:00:00.000Z' },
    { id: his.id, name: 'shop', role: 'owner', expiresAt: '2026-01-01T00:00:00.000Z' },
  ])
  expect((await withKey(his.key)).status).toBe(200)
})

test('who gets another role signs in anew, and then has it', async () => {
  const her = await person()
  const cookie = await cookieFor(wanda())
  await change(account, her, { role: 'auditor' })
  expect((await withCookie(cookie)).status).toBe(401)
  expect((await withCookie(await cookieFor(wanda()))).body.role).toBe('auditor')
})

test('an account keeps an owner: the last one is neither disabled nor given another role', async () => {
  const owner = await me()
  expect(await change(account, owner, { disabled: true })).toMatchObject({ status: 409, body: { code: 'last_owner' } })
  expect(await change(account, owner, { role: 'manager' })).toMatchObject({ status: 409, body: { code: 'last_owner' } })
  await person({ role: 'owner' })
  expect((await change(account, owner, { role: 'manager' })).status).toBe(200)
})

test('a disabled owner does not count as one', async () => {
  const owner = await me()
  const second = await person({ role: 'owner' })
  await change(account, second, { disabled: true })
  expect(await change(account, owner, { disabled: true })).toMatchObject({ status: 409, body: { code: 'last_owner' } })
})

test('two owners who disable one another at the same moment do not leave the account to nobody', async () => {
  for (let round = 0; round < 5; round += 1) {
    const pair = [await me(), await person({ email: `${round}-${wanda()}`, role: 'owner' })]
    const answers = await Promise.all(pair.map((one) => change(account, one, { disabled: true })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    await Promise.all(pair.map((one) => change(account, one, { disabled: false })))
    await change(account, pair[1], { role: 'auditor' })
  }
})

test.each([
  ['no address', { email: 'wanda' }],
  ['a short password', { password: 'short' }],
  ['a role nobody has', { role: 'god' }],
  ['no name', { name: '' }],
])('a person with %s is refused, and the field is named', async (_, more) => {
  const body = { email: wanda(), name: 'Wanda', role: 'warehouse', password, ...more }
  const answer = await account.call('POST', '/v1/people', body)
  expect(answer).toMatchObject({ status: 422, body: { facts: { problems: [{ at: Object.keys(more)[0] }] } } })
})

test('an address signs in to one account: a second person with it is refused, whatever its capitals', async () => {
  await person()
  const again = await account.call('POST', '/v1/people', {
    email: wanda().toUpperCase(),
    name: 'W',
    role: 'auditor',
    password,
  })
  expect(again).toMatchObject({ status: 409, body: { code: 'already_exists' } })
})

const auditOf = async (subject: string): Promise<Json[]> => (await account.get(`/v1/audit?subject=${subject}`)).items

test('the audit says who changed what, when, from where, before, after and why', async () => {
  const { id, key } = await newKey({ role: 'manager' })
  const product = await account.post('/v1/products', { sku: 'P', name: 'Cream' })
  world.clock.set('2025-11-24T08:00:00Z')
  const change = { name: 'Face cream', reason: 'as on the label' }
  const { headers } = await account.call('PATCH', `/v1/products/${product.id}`, change, {
    authorization: `Bearer ${key}`,
    'x-forwarded-for': '203.0.113.9',
  })
  const [row, first] = await auditOf(product.id)
  expect(row).toMatchObject({
    at: '2025-11-24T08:00:00.000Z',
    actorName: 'scanner (key)',
    source: 'key 203.0.113.9',
    requestId: headers['x-request-id'],
    action: 'product.change',
    subjectKind: 'product',
    before: { name: 'Cream' },
    after: { name: 'Face cream' },
    reason: 'as on the label',
  })
  expect(first).toMatchObject({ action: 'product.add', actorName: 'owner of the tests (key)' })
  const [actor] = await world.owner`select actor_id from access.audit where id = ${row.id}`
  expect(actor).toEqual({ actorId: id })
})

test('people and keys are audited, without password, hash or key', async () => {
  const her = await person()
  await change(account, her, { role: 'quality' })
  const { id, key } = await newKey()
  await account.call('DELETE', `/v1/keys/${id}`)
  expect((await auditOf(her.id)).map(({ action }) => action)).toEqual(['person.change', 'person.add'])
  expect((await auditOf(id)).map(({ action }) => action)).toEqual(['key.revoke', 'key.create'])
  const [{ before, after }] = await auditOf(her.id)
  expect([before.role, after.role]).toEqual(['warehouse', 'quality'])
  const all = JSON.stringify((await account.get('/v1/audit?limit=500')).items)
  for (const secret of [password, key, '$argon2']) expect(all).not.toContain(secret)
})

test('a refused change leaves no audit row', async () => {
  const before = (await account.get('/v1/audit')).items.length
  await change(account, await me(), { disabled: true })
  await account.call('POST', '/v1/suppliers', { code: '', name: '' })
  expect((await account.get('/v1/audit')).items).toHaveLength(before)
})

test('a person changes the own password: the old one opens nothing, other sessions end, this one goes on', async () => {
  await person()
  const [here, elsewhere] = [await cookieFor(wanda()), await cookieFor(wanda())]
  const next = 'another long password'
  const ask = (current: string) =>
    world.call('PUT', '/v1/me/password', { current, password: next }, { authorization: '', cookie: here })
  expect(await ask('not the password')).toMatchObject({ status: 401, body: { code: 'wrong_password' } })
  const changed = await ask(password)
  expect(changed.status).toBe(200)
  const now = String(changed.headers['set-cookie']).split(';')[0] ?? ''
  expect((await Promise.all([here, elsewhere, now].map(withCookie))).map(({ status }) => status)).toEqual([
    401, 401, 200,
  ])
  expect(await cookieFor(wanda())).toBe('undefined') // no cookie is given
})

test('an owner gives a person a new password, which ends the sessions; a key has none to change', async () => {
  const her = await person()
  const cookie = await cookieFor(wanda())
  const put = (caller: Caller, url: string, body: Json) => caller.call('PUT', url, body)
  const manager = await account.as('manager')
  const body = { password: 'a password told in person' }
  expect((await put(manager, `/v1/people/${her.id}/password`, body)).status).toBe(403)
  expect((await put(account, `/v1/people/${her.id}/password`, body)).status).toBe(200)
  expect((await withCookie(cookie)).status).toBe(401)
  const own = { current: password, password: body.password }
  expect(await put(account, '/v1/me/password', own)).toMatchObject({ status: 404 })
})

test('no quick hash of a password is kept with the answers of requests', async () => {
  const body = { email: wanda(), name: 'Wanda', role: 'warehouse', password }
  await account.post('/v1/people', body, { 'idempotency-key': 'add wanda' })
  const again = await account.call(
    'POST',
    '/v1/people',
    { ...body, password: 'entirely another one' },
    { 'idempotency-key': 'add wanda' },
  )
  expect(again.status).toBe(201)
})
