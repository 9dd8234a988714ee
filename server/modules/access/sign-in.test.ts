import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Answer, type Caller, type Json, openWorld, scenarioTime, type World } from '../../test/world.ts'

let world: World
let account: Caller
let email = ''
let accounts = 0
beforeAll(async () => {
  world = await openWorld({ works: false })
})
afterAll(() => world?.close())
beforeEach(async () => {
  world.clock.set(scenarioTime)
  account = await world.otherAccount()
  accounts += 1
  email = `owner${accounts}@other.example`
})

const anonymous = { authorization: '' }
/** Each from an address of its own, for the limit of an address is asked about once. */
let addresses = 0
const signIn = (address = email, password = world.password, headers: Record<string, string> = {}) => {
  addresses += 1
  const from = { 'x-forwarded-for': `192.0.2.${addresses % 250}` }
  return world.call('POST', '/v1/session', { email: address, password }, { ...anonymous, ...from, ...headers })
}
const cookieOf = ({ headers }: Answer): string => String(headers['set-cookie']).split(';')[0] ?? ''
const withCookie = (cookie: string, method: string, url: string, body?: Json, headers = {}) =>
  world.call(method, url, body, { ...anonymous, cookie, host: 'stock.example', ...headers })
const code = ({ status, body }: Answer) => [status, body.code]

test('e-mail and password open a session, for two weeks', async () => {
  const answer = await signIn()
  expect(answer).toMatchObject({ status: 200, body: { expiresAt: '2025-12-07T15:00:00.000Z' } })
  const me = await withCookie(cookieOf(answer), 'GET', '/v1/me')
  expect(me.body).toMatchObject({ name: 'Olive Owner', role: 'owner', account: { name: `Other ${accounts}` } })
})

test('the address may be written with other capitals', async () => {
  expect((await signIn(email.toUpperCase())).status).toBe(200)
})

test('the cookie is out of reach of scripts and of other websites, and ends with the session', async () => {
  const cookie = String((await signIn()).headers['set-cookie'])
  expect(cookie).toMatch(/^firstout_session=[\w-]{43}; /)
  expect(cookie.split('; ').slice(1).sort()).toEqual([
    'Expires=Sun, 07 Dec 2025 15:00:00 GMT',
    'HttpOnly',
    'Path=/',
    'SameSite=Strict',
  ])
})

test('over TLS the cookie goes over nothing else', async () => {
  const { headers } = await signIn(email, world.password, { 'x-forwarded-proto': 'https' })
  expect(String(headers['set-cookie'])).toMatch(/; Secure/)
})

test('what is answered is kept in no cache of the browser', async () => {
  const { headers } = await withCookie(cookieOf(await signIn()), 'GET', '/v1/me')
  expect(headers['cache-control']).toBe('no-store')
})

test('a session that has ended opens nothing, to the second', async () => {
  const cookie = cookieOf(await signIn())
  world.clock.set('2025-12-07T14:59:59Z')
  expect((await withCookie(cookie, 'GET', '/v1/me')).status).toBe(200)
  world.clock.set('2025-12-07T15:00:00Z')
  expect(code(await withCookie(cookie, 'GET', '/v1/me'))).toEqual([401, 'not_signed_in'])
})

test('a wrong password and an unknown address are told alike', async () => {
  const wrong = await signIn(email, 'not the password')
  const unknown = await signIn('nobody@example.com', 'not the password')
  expect(code(wrong)).toEqual([401, 'wrong_password'])
  expect({ ...unknown.body, requestId: '' }).toEqual({ ...wrong.body, requestId: '' })
  expect(wrong.headers['set-cookie']).toBeUndefined()
})

test('five wrong passwords lock the address for a quarter of an hour, though the sixth is right', async () => {
  for (let times = 0; times < 5; times += 1) expect((await signIn(email, 'guess')).status).toBe(401)
  const locked = await signIn()
  expect(locked).toMatchObject({ status: 429, body: { code: 'sign_in_locked', facts: { minutes: 15 } } })
  world.clock.set('2025-11-23T15:14:59Z')
  expect((await signIn()).status).toBe(429)
  world.clock.set('2025-11-23T15:15:00Z')
  expect((await signIn()).status).toBe(200)
})

test('a lock does not tell whether anybody has the address: the sixth try is answered alike', async () => {
  const tries = async (address: string) => {
    const told: unknown[] = []
    for (let times = 0; times < 7; times += 1) {
      const { status, body } = await signIn(address, 'guess')
      told.push([status, body.code, body.detail])
    }
    return told
  }
  const [real, madeUp] = [await tries(email), await tries('nobody-at-all@example.com')]
  expect(madeUp).toEqual(real)
  expect(real.slice(4).map((row) => (row as unknown[])[1])).toEqual([
    'wrong_password',
    'sign_in_locked',
    'sign_in_locked',
  ])
})

test('guesses sent all at once are all counted', async () => {
  const guesses = Array.from({ length: 12 }, () => signIn(email, 'guess'))
  await Promise.all(guesses)
  expect((await signIn()).status).toBe(429)
})

test('whoever is disabled while the password is looked at gets no session that opens anything', async () => {
  for (const round of [1, 2, 3, 4]) {
    const who = { email: `race${round}@example.com`, name: 'Race', role: 'owner', password: world.password }
    const { id } = await world.post('/v1/people', who)
    const signing = signIn(who.email, world.password, { 'x-forwarded-for': `203.0.113.${round}` })
    await new Promise((resolve) => setTimeout(resolve, round * 4))
    await world.call('PATCH', `/v1/people/${id}`, { disabled: true })
    const cookie = String((await signing).headers['set-cookie']).split(';')[0] ?? ''
    expect((await world.call('GET', '/v1/me', undefined, { authorization: '', cookie })).status).toBe(401)
  }
})

test('a right password forgets the wrong ones before it', async () => {
  for (const round of [1, 2, 3]) {
    for (let times = 0; times < 4; times += 1) await signIn(email, `guess ${round}`)
    expect((await signIn()).status).toBe(200)
  }
})

test('one address of the network may try twenty times a minute, another is not slowed by it', async () => {
  const from = { 'x-forwarded-for': '198.51.100.7' }
  const answers: Answer[] = []
  for (let times = 0; times < 21; times += 1) answers.push(await signIn(`guess${times}@example.com`, 'guess', from))
  expect(answers.slice(0, 20).map(({ status }) => status)).toEqual(Array(20).fill(401))
  expect(answers.at(-1)).toMatchObject({ status: 429, body: { code: 'too_many_requests' } })
  expect(String(answers.at(-1)?.headers['content-type'])).toContain('application/problem+json')
  expect((await signIn()).status).toBe(200)
})

test('signing out ends the session on the server, not only in the browser', async () => {
  const cookie = cookieOf(await signIn())
  const out = await withCookie(cookie, 'DELETE', '/v1/session')
  expect(out.status).toBe(200)
  expect(String(out.headers['set-cookie'])).toMatch(/^firstout_session=; .*Expires=Thu, 01 Jan 1970/)
  expect((await withCookie(cookie, 'GET', '/v1/me')).status).toBe(401)
})

test('signing out ends this session and no other', async () => {
  const [desk, phone] = [cookieOf(await signIn()), cookieOf(await signIn())]
  expect(desk).not.toBe(phone)
  await withCookie(desk, 'DELETE', '/v1/session')
  expect((await withCookie(phone, 'GET', '/v1/me')).status).toBe(200)
})

test.each([
  ['our own page', { origin: 'http://stock.example' }, 201],
  ['a program, which says nothing', {}, 201],
  ['another website', { origin: 'https://evil.example' }, 403],
  ['another port', { origin: 'http://stock.example:8080' }, 403],
  ['a sandboxed frame', { origin: 'null' }, 403],
  ['a name that begins like ours', { origin: 'http://stock.example.evil.example' }, 403],
  ['a browser that hides its origin', { 'sec-fetch-site': 'cross-site' }, 403],
])('a cookie counts only on requests of our own pages: %s', async (_, headers, status) => {
  const cookie = cookieOf(await signIn())
  const answer = await withCookie(cookie, 'POST', '/v1/suppliers', { code: 'S', name: 'S' }, headers)
  expect(answer.status).toBe(status)
  if (status === 403) expect(answer.body.code).toBe('foreign_origin')
  expect((await account.get('/v1/suppliers')).items).toHaveLength(status === 201 ? 1 : 0)
})

test('another website cannot sign a browser in', async () => {
  const answer = await signIn(email, world.password, { origin: 'https://evil.example' })
  expect(code(answer)).toEqual([403, 'foreign_origin'])
})

test('a key is no cookie and a cookie no key', async () => {
  const token = cookieOf(await signIn()).split('=')[1]
  expect((await world.call('GET', '/v1/me', undefined, { authorization: `Bearer ${token}` })).status).toBe(401)
  expect((await withCookie(`firstout_session=${account.key}`, 'GET', '/v1/me')).status).toBe(401)
})

test('the database keeps no password and no token, only what they can be checked by', async () => {
  const token = cookieOf(await signIn()).split('=')[1] ?? ''
  const [row] = await world.owner<{ passwordHash: string }[]>`select password_hash from access.sign_in`
  expect(row?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  const kept = await world.owner`select encode(token_hash, 'escape') as hash, label from access.credential`
  expect(JSON.stringify(kept)).not.toContain(token)
  expect(JSON.stringify(kept)).not.toContain(account.key)
})

test('a set-up that was done is not done again', async () => {
  expect((await world.get('/v1/set-up')).needed).toBe(false)
  const again = await world.call('POST', '/v1/set-up', {
    account: { name: 'Second' },
    owner: { email: 'second@example.com', name: 'Second', password: 'a long enough password' },
    warehouse: { code: 'W', name: 'W', timeZone: 'UTC' },
  })
  expect(code(again)).toEqual([409, 'already_set_up'])
  expect((await signIn('second@example.com', 'a long enough password')).status).toBe(401)
})
