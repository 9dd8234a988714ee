/**
 * server/modules/access/phone.test.ts — signing in a phone by a code of the desk: once, in time, as the same person, and no code by guessing.
 */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { waitingForLocks } from '../../test/amid.ts'
import { readPicture } from '../../test/read-labels.ts'
import { type Answer, type Caller, type Json, openWorld, scenarioTime, type World, waitFor } from '../../test/world.ts'

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
/** Each from an address of its own, for the limits of an address are asked about once. */
let addresses = 0
const elsewhere = () => {
  addresses += 1
  return { 'x-forwarded-for': `192.0.2.${addresses}` }
}
const cookieOf = ({ headers }: Answer): string => String(headers['set-cookie']).split(';')[0] ?? ''
const code = ({ status, body }: Answer) => [status, body.code]
const withCookie = (cookie: string, method: string, url: string, body?: Json) =>
  world.call(method, url, body, { ...anonymous, ...elsewhere(), cookie, host: 'stock.example' })
const atDesk = async (who = email) => {
  const headers = { ...anonymous, ...elsewhere() }
  return cookieOf(await world.call('POST', '/v1/session', { email: who, password: world.password }, headers))
}
const codeOf = async (cookie: string): Promise<Json> => (await withCookie(cookie, 'POST', '/v1/phone-codes')).body
const onPhone = (shown: string, headers: Record<string, string> = {}) =>
  world.call('POST', '/v1/phone-sessions', { code: shown }, { ...anonymous, ...elsewhere(), ...headers })

/** Four dots a square, and the white that a reader needs around it. */
function pictureOf({ side, dark }: { side: number; dark: string }) {
  const width = (side + 8) * 4
  const data = new Uint8ClampedArray(width * width * 4)
  for (let at = 0; at < width * width; at += 1) {
    const [x, y] = [Math.floor((at % width) / 4) - 4, Math.floor(Math.floor(at / width) / 4) - 4]
    const isDark = x >= 0 && y >= 0 && x < side && dark[y * side + x] === '1'
    data.set([...Array(3).fill(isDark ? 0 : 255), 255], at * 4)
  }
  return { data, width, height: width }
}

test('the code of the desk opens a session of the same person and role on the phone, as it may be typed', async () => {
  const made = await withCookie(await atDesk(), 'POST', '/v1/phone-codes')
  expect(made).toMatchObject({ status: 201, body: { expiresAt: '2025-11-23T15:05:00.000Z' } })
  expect(made.body.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/)
  const typed = made.body.code.toLowerCase().replace(/^(.{4})/, '$1 - ')
  const signed = await onPhone(typed)
  expect(signed).toMatchObject({ status: 200, body: { name: 'Olive Owner', expiresAt: '2025-12-07T15:00:00.000Z' } })
  const me = await withCookie(cookieOf(signed), 'GET', '/v1/me')
  expect(me.body).toMatchObject({ name: 'Olive Owner', role: 'owner', account: { name: `Other ${accounts}` } })
  expect(String(signed.headers['set-cookie'])).toMatch(/; HttpOnly; SameSite=Strict/)
})

test('the picture is the link, with the code behind the hash where no server sees it', async () => {
  const headers = { ...anonymous, ...elsewhere(), cookie: await atDesk(), host: 'stock.example' }
  const origin = 'http://stock.example'
  const { body } = await world.call('POST', '/v1/phone-codes', undefined, { ...headers, origin })
  expect(body.link).toBe(`${origin}/phone#${body.code}`)
  expect(body.qr.dark).toHaveLength(body.qr.side ** 2)
  expect((await readPicture(pictureOf(body.qr))).map(({ text }) => text)).toEqual([body.link])
})

test('a code opens one session, also where two phones show it at once', async () => {
  const { code: shown } = await codeOf(await atDesk())
  const answers = await Promise.all([onPhone(shown), onPhone(shown), onPhone(shown)])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
  expect(code(await onPhone(shown))).toEqual([409, 'phone_code_used'])
})

test('a code ends after five minutes, to the second', async () => {
  const desk = await atDesk()
  const { code: first } = await codeOf(desk)
  world.clock.set('2025-11-23T15:05:00Z')
  expect(code(await onPhone(first))).toEqual([410, 'phone_code_expired'])
  const { code: second } = await codeOf(desk)
  world.clock.set('2025-11-23T15:09:59Z')
  expect((await onPhone(second)).status).toBe(200)
})

test('a new code puts an end to the one before', async () => {
  const desk = await atDesk()
  const { code: first } = await codeOf(desk)
  const { code: second } = await codeOf(desk)
  expect(code(await onPhone(first))).toEqual([401, 'phone_code_wrong'])
  expect((await onPhone(second)).status).toBe(200)
})

test('five wrong codes from one address lock it for a quarter of an hour, and no other', async () => {
  const desk = await atDesk()
  const from = { 'x-forwarded-for': '203.0.113.9' }
  const { code: shown } = await codeOf(desk)
  for (let times = 0; times < 5; times += 1)
    expect(code(await onPhone('0000000Z', from))).toEqual([401, 'phone_code_wrong'])
  const locked = await onPhone(shown, from)
  expect(locked).toMatchObject({ status: 429, body: { code: 'phone_codes_locked', facts: { minutes: 15 } } })
  expect((await onPhone(shown)).status).toBe(200)
  world.clock.set('2025-11-23T15:15:00Z')
  expect((await onPhone((await codeOf(desk)).code, from)).status).toBe(200)
})

test('the many addresses of one IPv6 network are locked as one', async () => {
  const from = (nth: number) => ({ 'x-forwarded-for': `2001:db8:7:7::${nth}` })
  for (let nth = 1; nth <= 5; nth += 1) expect((await onPhone('0000000Z', from(nth))).status).toBe(401)
  expect(code(await onPhone('0000000Z', from(6)))).toEqual([429, 'phone_codes_locked'])
})

test('guesses sent all at once are all counted', async () => {
  const from = { 'x-forwarded-for': '203.0.113.10' }
  await Promise.all(Array.from({ length: 8 }, (_, nth) => onPhone(`0000000${nth}`, from)))
  expect((await onPhone((await codeOf(await atDesk())).code, from)).status).toBe(429)
})

test.each([
  ['is disabled', { disabled: true }],
  ['gets another role', { role: 'auditor' }],
])('the code of a person who %s opens nothing', async (_, change) => {
  const who = { email: `phone${accounts}@example.com`, name: 'Phil', role: 'owner', password: world.password }
  const { id } = await account.post('/v1/people', who)
  const { code: shown } = await codeOf(await atDesk(who.email))
  await account.call('PATCH', `/v1/people/${id}`, change)
  expect(code(await onPhone(shown))).toEqual([401, 'phone_code_wrong'])
})

test('who is disabled while the code is looked at gets no session that opens anything, and nobody waits for ever', async () => {
  for (const round of [1, 2, 3]) {
    const who = { email: `race${accounts}.${round}@example.com`, name: 'Race', role: 'owner', password: world.password }
    const { id } = await account.post('/v1/people', who)
    const { code: shown } = await codeOf(await atDesk(who.email))
    const signing = onPhone(shown)
    const disabling = account.call('PATCH', `/v1/people/${id}`, { disabled: true })
    const [signed, { status }] = await Promise.all([signing, disabling])
    expect(status).toBe(200)
    expect((await withCookie(cookieOf(signed), 'GET', '/v1/me')).status).toBe(401)
  }
})

test('codes made at once leave one that opens', async () => {
  const desk = await atDesk()
  const made = await Promise.all([codeOf(desk), codeOf(desk), codeOf(desk)])
  const opened: number[] = []
  for (const { code: shown } of made) opened.push((await onPhone(shown)).status)
  expect(opened.sort()).toEqual([200, 401, 401])
})

test('a session that is ended from elsewhere takes its code with it', async () => {
  const [desk, lost] = [await atDesk(), await atDesk()]
  const { code: shown } = await codeOf(lost)
  const { items } = (await withCookie(desk, 'GET', '/v1/me/sessions')).body
  const { id } = items.find(({ current }: Json) => !current)
  expect((await withCookie(desk, 'DELETE', `/v1/me/sessions/${id}`)).status).toBe(200)
  expect(code(await onPhone(shown))).toEqual([401, 'phone_code_wrong'])
})

test('a code that is being made while the sessions of its person end is none', async () => {
  const desk = await atDesk()
  const { making } = await world.owner.begin(async (sql) => {
    const [person] = await sql<{ personId: string }[]>`
      select person_id from access.sign_in where email = ${email} for update`
    const asked = withCookie(desk, 'POST', '/v1/phone-codes')
    await waitFor(async () => (await waitingForLocks(world)) > 0, 'the code to wait')
    await sql`delete from access.credential where subject_id = ${person?.personId ?? ''}`
    return { making: asked }
  })
  expect(code(await making)).toEqual([401, 'not_signed_in'])
  expect(
    await world.owner`select from access.credential where kind = 'phone_code' and label = 'Olive Owner' and used_at is null
    and account_id = ${account.accountId}`,
  ).toHaveLength(0)
})

test('what one person did is not done in the session of another', async () => {
  const desk = await atDesk()
  const asThough = (id: string) =>
    world.call('GET', '/v1/me', undefined, { ...anonymous, ...elsewhere(), cookie: desk, 'firstout-person': id })
  const { id } = (await withCookie(desk, 'GET', '/v1/me')).body
  expect((await asThough(id)).status).toBe(200)
  expect(code(await asThough(account.accountId))).toEqual([401, 'not_signed_in'])
})

test('a new password ends the code as it ends the sessions', async () => {
  const desk = await atDesk()
  const { code: shown } = await codeOf(desk)
  const body = { current: world.password, password: 'another long enough password' }
  expect((await withCookie(desk, 'PUT', '/v1/me/password', body)).status).toBe(200)
  expect(code(await onPhone(shown))).toEqual([401, 'phone_code_wrong'])
})

test('a code is no session and no key, and a key makes no code', async () => {
  const { code: shown } = await codeOf(await atDesk())
  expect((await withCookie(`firstout_session=${shown}`, 'GET', '/v1/me')).status).toBe(401)
  expect((await world.call('GET', '/v1/me', undefined, { authorization: `Bearer ${shown}` })).status).toBe(401)
  expect(code(await account.call('POST', '/v1/phone-codes'))).toEqual([404, 'not_found'])
})

test('another website cannot sign a browser in by a code', async () => {
  const { code: shown } = await codeOf(await atDesk())
  expect(code(await onPhone(shown, { origin: 'https://evil.example' }))).toEqual([403, 'foreign_origin'])
})

test('the phone is listed beside the desk, and ended from there; the audit tells of both', async () => {
  const desk = await atDesk()
  const phone = cookieOf(await onPhone((await codeOf(desk)).code))
  const { items } = (await withCookie(desk, 'GET', '/v1/me/sessions')).body
  expect(items.map(({ openedBy, current }: Json) => [openedBy, current]).sort()).toEqual([
    ['code', false],
    ['password', true],
  ])
  const { id } = items.find(({ openedBy }: Json) => openedBy === 'code')
  expect((await withCookie(desk, 'DELETE', `/v1/me/sessions/${id}`)).status).toBe(200)
  expect((await withCookie(phone, 'GET', '/v1/me')).status).toBe(401)
  expect((await withCookie(desk, 'GET', '/v1/me')).status).toBe(200)
  const told = (await account.get('/v1/audit?kind=person')).items
  expect(told.slice(0, 2).map(({ action, actorName }: Json) => [action, actorName])).toEqual([
    ['person.session_end', 'Olive Owner'],
    ['person.phone', 'Olive Owner'],
  ])
})

test('nobody sees or ends the sessions of another person, in the account or out of it', async () => {
  const desk = await atDesk()
  const [{ id }] = (await withCookie(desk, 'GET', '/v1/me/sessions')).body.items
  const who = { email: `other${accounts}@example.com`, name: 'Otto', role: 'owner', password: world.password }
  await account.post('/v1/people', who)
  const others = await atDesk(who.email)
  expect((await withCookie(others, 'GET', '/v1/me/sessions')).body.items).toHaveLength(1)
  expect(code(await withCookie(others, 'DELETE', `/v1/me/sessions/${id}`))).toEqual([404, 'not_found'])
  expect(code(await world.call('DELETE', `/v1/me/sessions/${id}`))).toEqual([404, 'not_found'])
  expect((await withCookie(desk, 'GET', '/v1/me')).status).toBe(200)
})

test('the database keeps no code, only a slow hash of it', async () => {
  const { code: shown } = await codeOf(await atDesk())
  const rows = await world.owner`select token_hash, label, role from access.credential where kind = 'phone_code'`
  expect(JSON.stringify(rows)).not.toContain(shown)
  expect(rows.every(({ tokenHash }) => tokenHash.length === 32)).toBe(true)
})
