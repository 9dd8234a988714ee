/**
 * Malformed, huge, deep, wrong-typed and hostile input on every route of the OpenAPI document: answered in the 200s where
 * it is legal after all, else 4xx problem+json; never a bug, never a byte of another account, never a broken ledger.
 *
 * FUZZ_SEED repeats a run, FUZZ_CASES makes it longer.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillAccount, idsIn, rowsOf } from './full-account.ts'
import { dice, hostileTexts, inAddress, sample, seedFor, spoil } from './hostile.ts'
import { differences } from './stories.ts'
import { type Answer, type Caller, type Json, openWorld, type World } from './world.ts'

const mark = 'ZEBRA'
const seed = seedFor('FUZZ_SEED')
const cases = Number(process.env.FUZZ_CASES ?? 8)

type Route = Readonly<{ method: string; path: string; parameters: Json[]; body: Json }>

let world: World
let other: Caller
let theirs: Record<string, Json[]>
let theirIds: string[]
let mine: Record<string, Json[]>
let texts: string[]
let routes: Route[]
beforeAll(async () => {
  world = await openWorld({ works: false })
  other = await world.otherAccount()
  await fillAccount(world, 'OWN')
  await fillAccount(other, mark)
  mine = await rowsOf(world.owner, world.accountId)
  const keys = new Set(mine['access.api_key']?.map(({ id }) => id)) // a revoked key would end the test
  const words = Object.values(mine).flat().flatMap(Object.values)
  texts = ['P', 'CHI', ...idsIn(mine, world.accountId).filter((id) => !keys.has(id))]
  texts.push(...words.filter((word): word is string => typeof word === 'string' && word.startsWith('OWN')))
  theirs = await rowsOf(world.owner, other.accountId)
  theirIds = [other.accountId, ...idsIn(theirs, other.accountId)]
  const { paths } = await world.get('/v1/openapi.json')
  routes = Object.entries<Json>(paths).flatMap(([path, methods]) =>
    Object.entries<Json>(methods)
      .filter(() => path !== '/v1/changes')
      .map(([method, { parameters = [], requestBody }]) => ({
        method: method.toUpperCase(),
        path,
        parameters,
        body: requestBody?.content['application/json']?.schema ?? null,
      })),
  )
})
afterAll(() => world?.close())

const addresses = dice(seed)
async function sendFairly(
  method: string,
  url: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const from = { 'x-forwarded-for': `10.${addresses.below(250)}.${addresses.below(250)}.${addresses.below(250)}` }
  const answer = await world.call(method, url, body, { ...from, ...headers })
  const told = typeof body === 'string' ? body.slice(0, 300) : JSON.stringify(body)?.slice(0, 1500)
  const where = `${method} ${url.slice(0, 500)} ${told} → ${answer.status} ${answer.text.slice(0, 500)}`
  if (answer.status >= 500 || answer.status < 200) expect.fail(where)
  if (answer.status >= 400) expectProblem(answer, where)
  if (answer.text.includes(mark) || theirIds.some((id) => answer.text.includes(id))) expect.fail(`another's: ${where}`)
  return answer
}

function expectProblem({ status, headers, body }: Answer, where: string): void {
  expect(String(headers['content-type']), where).toBe('application/problem+json; charset=utf-8')
  const fields = ['type', 'title', 'status', 'code', 'detail', 'facts', 'requestId']
  expect([Object.keys(body), body.status, body.code.length > 0, body.detail.length > 0], where).toEqual([
    fields,
    status,
    true,
    true,
  ])
}

const fill = (route: Route, textFor: (parameter: Json) => string) =>
  route.path.replaceAll(/\{(\w+)\}/g, (_, name) =>
    inAddress(textFor(route.parameters.find((one) => one.in === 'path' && one.name === name))),
  )
const queryOf = (route: Route) => route.parameters.filter((one) => one.in === 'query')
const writes = () => routes.filter(({ method }) => method !== 'GET' && method !== 'DELETE')

/** Of what the path speaks of: of transfers, for `/v1/transfers/{id}`. */
function idsOf({ path }: Route): string[] {
  const kind = path
    .split('/')[2]
    ?.replaceAll('-', '_')
    .replace(/(ch)?e?s$/, '$1')
  const tables = Object.entries(mine).filter(
    ([name]) => name.split('.')[1]?.replace(/e$/, '') === kind?.replace(/e$/, ''),
  )
  return tables.flatMap(([, rows]) => rows.flatMap(({ id }) => (typeof id === 'string' ? [id] : [])))
}

test('as the document wants it, every route answers, and most do what they are asked', async () => {
  const roll = dice(seed)
  const fine = new Set<string>()
  for (const route of routes) {
    const meant = idsOf(route)
    for (let round = 0; round < cases; round += 1) {
      const known = meant.length > 0 && roll.chance(50) ? meant : texts
      const url = fill(route, ({ schema }) => sample(schema, roll, known))
      const query = queryOf(route)
        .filter(({ required }) => required || roll.chance(30))
        .map(({ name, schema }) => `${name}=${inAddress(String(sample(schema, roll, texts)))}`)
      const body = route.body ? sample(route.body, roll, texts) : undefined
      const { status } = await sendFairly(route.method, query.length > 0 ? `${url}?${query.join('&')}` : url, body)
      if (status < 300) fine.add(`${route.method} ${route.path}`)
    }
  }
  expect(fine.size).toBeGreaterThan(routes.length / 2)
})

test('with one thing or more turned hostile in the body', async () => {
  const roll = dice(seed + 1)
  for (const route of writes())
    for (let round = 0; round < cases * 2; round += 1) {
      const url = fill(route, ({ schema }) => sample(schema, roll, texts))
      let body = spoil(route.body ? sample(route.body, roll, texts) : {}, roll)
      while (roll.chance(30)) body = spoil(body, roll)
      await sendFairly(route.method, url, JSON.stringify(body), { 'content-type': 'application/json' })
    }
})

test('with hostile text in the address', async () => {
  const roll = dice(seed + 2)
  for (const route of routes.filter(({ path }) => path.includes('{')))
    for (const text of hostileTexts)
      await sendFairly(
        route.method,
        fill(route, () => text),
        route.body ? sample(route.body, roll, texts) : undefined,
      )
})

test('with hostile text in each filter, twice, and with filters that are none', async () => {
  const roll = dice(seed + 3)
  for (const route of routes) {
    const url = fill(route, ({ schema }) => sample(schema, roll, texts))
    for (const { name } of queryOf(route))
      for (const text of [...hostileTexts, '-1', '1e9', '0', '501', 'true', 'yes', '2025-11-23']) {
        const query = `${name}=${inAddress(text)}`
        await sendFairly(route.method, `${url}?${query}${roll.chance(10) ? `&${query}` : ''}`)
      }
    for (const query of ['surprise=1', '__proto__=1', 'a[b]=1', '=', '&&', '%', '%00=%00', '%ff'])
      await sendFairly(route.method, `${url}?${query}`)
  }
})

test('with cursors made up, of every length', async () => {
  const roll = dice(seed + 4)
  for (const route of routes.filter((one) => queryOf(one).some(({ name }) => name === 'cursor')))
    for (let round = 0; round < cases * 2; round += 1) {
      const key = Array.from({ length: 1 + roll.below(3) }, () =>
        roll.of([...hostileTexts, ...texts, null, 1e308, -1, '2025-11-23']),
      )
      const cursor = Buffer.from(JSON.stringify(key)).toString('base64url')
      const url = fill(route, ({ schema }) => sample(schema, roll, texts))
      await sendFairly(route.method, `${url}?cursor=${cursor.slice(0, 700)}`)
    }
})

test('with what is no JSON, or not as it says it is', async () => {
  const json = 'application/json'
  const raw: [string, string][] = [
    ['', json],
    ['{', json],
    ['{"a":1,}', json],
    ['nul', json],
    ['"text"', json],
    ['null', json],
    ['[1e999]', json],
    ['{"id":1e999}', json],
    ['{"__proto__":{"a":1}}', json],
    ['{"constructor":{"prototype":{"a":1}}}', json],
    ['{"lines":[{"quantity":99999999999999999999}]}', json],
    ['\ufeff{}', json],
    ['\u0000', json],
    [`${'['.repeat(100_000)}${']'.repeat(100_000)}`, json],
    [`${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`, json],
    [`{"id":"${'x'.repeat(900_000)}"}`, json],
    ['{}', 'text/plain'],
    ['<a/>', 'application/xml'],
    ['a=b', 'application/x-www-form-urlencoded'],
    ['--x\r\n\r\n--x--', 'multipart/form-data; boundary=x'],
    ['{}', 'application/json; charset=utf-16'],
    ['{}', 'nonsense'],
    ['{}', ''],
  ]
  const roll = dice(seed + 5)
  for (const route of routes.filter(({ method }) => method !== 'GET'))
    for (const [body, type] of raw)
      await sendFairly(
        route.method,
        fill(route, ({ schema }) => sample(schema, roll, texts)),
        body,
        { 'content-type': type },
      )
})

test('more than a route takes is refused as too large, before it is read', async () => {
  for (const { method, path, body } of writes()) {
    if (!body || path.includes('{')) continue
    const answer = await sendFairly(method, path, `"${'x'.repeat(23_000_000)}"`, { 'content-type': 'application/json' })
    expect([path, answer.status, answer.body.code]).toEqual([path, 413, 'too_large'])
  }
})

test('with headers that nobody sends', async () => {
  const body = { code: 'HEADERS', name: 'x' }
  for (const key of ['\u00ff', 'x'.repeat(8000), '\t', "';--", '0'.repeat(200)])
    await sendFairly('POST', '/v1/suppliers', body, { 'idempotency-key': key })
  for (const authorization of [
    'Bearer',
    'Bearer  ',
    'Bearer \u00ff',
    `Bearer ${'x'.repeat(8000)}`,
    'Bearer a b',
    'Basic Og==',
  ])
    expect((await sendFairly('GET', '/v1/me', undefined, { authorization })).status).toBe(401)
  for (const cookie of ['firstout_session=', 'firstout_session=%', 'firstout_session=%00', ';;;=', '='.repeat(5000)])
    expect((await sendFairly('GET', '/v1/me', undefined, { authorization: '', cookie })).status).toBe(401)
})

test('what nobody serves is told so, by any method', async () => {
  for (const path of ['/v1', '/v1/', '/v1/nothing', '/v1/orders/', '/v1//orders', '/%00', '/%', '/..%2f'])
    for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])
      expect((await sendFairly(method, path, method === 'GET' ? undefined : {})).status, path).toBeGreaterThanOrEqual(
        400,
      )
})

test('what was a bug once', async () => {
  const undatable = { sku: 'NO-BATCHES', name: 'x', tracking: 'none' }
  expect(await sendFairly('POST', '/v1/products', { ...undatable, dates: 'required' })).toMatchObject({
    status: 422,
    body: { facts: { problems: [{ at: 'dates' }] } },
  })
  const { body } = await sendFairly('POST', '/v1/products', undatable)
  expect((await sendFairly('PATCH', `/v1/products/${body.id}`, { dates: 'optional' })).status).toBe(422)
  expect((await sendFairly('GET', '/v1/products/%ff')).status).toBe(400)
})

test('after all of it the ledger is whole, and the other account as it was', async () => {
  expect(await differences(world)).toEqual([])
  expect(await rowsOf(world.owner, other.accountId)).toEqual(theirs)
  expect(({} as Json).admin).toBeUndefined()
})
