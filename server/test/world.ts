/**
 * server/test/world.ts — the whole application on a database of its own, with a clock that stands still, as its users
 * meet it: over HTTP.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { type App, openApp } from '../app.ts'
import { createKey, hashPassword, type Role } from '../modules/access/index.ts'
import { openAccount } from '../modules/places/index.ts'
import { standingClock } from '../platform/clock.ts'
import type { Act } from '../platform/db.ts'
import { newId } from '../platform/id.ts'
import { openLog } from '../platform/log.ts'
import { freshDatabase, type TestDatabase } from './database.ts'

export type Answer<Body> = Readonly<{ status: number; body: Body; headers: Readonly<Record<string, unknown>> }>
export type Ask = Readonly<{ body?: unknown; key?: string; headers?: Record<string, string> }>
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
// biome-ignore lint/suspicious/noExplicitAny: a test reads the fields it expects, and fails where they are not.
type Any = any

export type Account = Readonly<{
  accountId: string
  owner: { email: string; password: string }
  /** An API key of that role; the same one each time. */
  key(role: Role): Promise<string>
}>

export type World = Account &
  Readonly<{
    app: App
    clock: ReturnType<typeof standingClock>
    database: TestDatabase
    /** The body is parsed where it is JSON; else it is text. */
    api<Body = Any>(method: Method, url: string, ask?: Ask): Promise<Answer<Body>>
    /** Another tenant of the same installation. */
    otherAccount(name: string): Promise<Account>
    /** Resolves with what `condition` gives once that is truthy; throws after ten seconds. */
    waitFor<T>(condition: () => Promise<T> | T): Promise<NonNullable<T>>
    close(): Promise<void>
  }>

export const worldNow = '2025-11-23T15:00:00.000Z'
const chicago = { code: 'CHI', name: 'Chicago', timeZone: 'America/Chicago' }
const password = 'a long enough password'

export async function openWorld(): Promise<World> {
  const database = await freshDatabase()
  const clock = standingClock(worldNow)
  const app = await openApp({
    target: database.app,
    ...(database.role ? { role: database.role } : {}),
    clock,
    log: openLog(process.env.LOG_LEVEL ?? 'warn'),
    connectionsMax: 8,
    preparedStatements: true,
    works: true,
    webRoot: null,
  })
  return {
    ...(await setUp(app)),
    app,
    clock,
    database,
    api: (method, url, ask = {}) => request(app, method, url, ask),
    otherAccount: (name) => makeAccount(app, name),
    waitFor,
    async close() {
      await app.close()
      await database.drop()
    },
  }
}

async function setUp(app: App): Promise<Account> {
  const owner = { email: 'owner@example.com', name: 'Olive Owner', password }
  const { status, body } = await request(app, 'POST', '/v1/set-up', {
    body: { account: { name: 'First', currency: 'USD' }, owner, warehouse: chicago },
  })
  if (status !== 201) throw new Error(`set-up answered ${status}: ${JSON.stringify(body)}`)
  const [row] = await app.house.database.open<{ accountId: string }[]>`select account_id from access.sign_in`
  if (!row) throw new Error('set-up made no account')
  return { accountId: row.accountId, owner, key: keys(app, row.accountId) }
}

async function makeAccount(app: App, name: string): Promise<Account> {
  const accountId = newId()
  const owner = { id: newId(), email: `${accountId}@example.com`, name: `Owner of ${name}` }
  const passwordHash = await hashPassword(password)
  await app.house.database.write(act(app, accountId), (tx) =>
    openAccount(tx, { account: { name, currency: 'USD' }, owner: { ...owner, passwordHash }, warehouse: chicago }),
  )
  return { accountId, owner: { email: owner.email, password }, key: keys(app, accountId) }
}

function keys(app: App, accountId: string): Account['key'] {
  const made = new Map<Role, Promise<string>>()
  const make = async (role: Role) => {
    const key = { id: newId(), name: `test ${role}`, role, expiresAt: '2035-01-01T00:00:00.000Z' }
    return (await app.house.database.write(act(app, accountId), (tx) => createKey(tx, key))).key
  }
  return (role) => {
    const known = made.get(role) ?? make(role)
    made.set(role, known)
    return known
  }
}

function act(app: App, accountId: string): Act {
  return {
    accountId,
    actorId: null,
    actorName: 'test',
    role: 'owner',
    source: 'test',
    requestId: null,
    at: app.house.clock.now(),
  }
}

async function request(app: App, method: Method, url: string, { body, key, headers }: Ask): Promise<Answer<Any>> {
  const answer = await app.http.inject({
    method,
    url,
    headers: { ...(key ? { authorization: `Bearer ${key}` } : {}), ...headers },
    ...(body === undefined ? {} : { payload: body as object }),
  })
  const isJson = /\bjson\b/.test(String(answer.headers['content-type'] ?? ''))
  return {
    status: answer.statusCode,
    body: isJson && answer.body !== '' ? answer.json() : answer.body,
    headers: answer.headers,
  }
}

async function waitFor<T>(condition: () => Promise<T> | T): Promise<NonNullable<T>> {
  const until = Date.now() + 10_000
  for (;;) {
    const value = await condition()
    if (value) return value
    if (Date.now() > until) throw new Error(`waited ten seconds in vain for: ${condition}`)
    await wait(20)
  }
}
