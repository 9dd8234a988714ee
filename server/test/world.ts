/**
 * server/test/world.ts — the whole application on a database of its own, with a clock that stands where the test sets it,
 * and an account with one warehouse in Chicago. Tests speak to it as programs do, over HTTP.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { type App, openApp } from '../app.ts'
import { createKey, hashPassword } from '../modules/access/index.ts'
import { openAccount } from '../modules/places/index.ts'
import { type Clock, standingClock } from '../platform/clock.ts'
import { type Act, connect, type Sql } from '../platform/db.ts'
import { newId } from '../platform/id.ts'
import { openLog } from '../platform/log.ts'
import type { MailSettings } from '../platform/mail.ts'
import { freshDatabase, type TestDatabase } from './database.ts'

/** Scenarios are written for this day. */
export const scenarioTime = '2025-11-23T15:00:00.000Z'

// biome-ignore lint/suspicious/noExplicitAny: answers are judged by the tests, not by the compiler
export type Json = any
export type Answer = Readonly<{ status: number; body: Json; headers: Readonly<Record<string, unknown>>; text: string }>
export type Caller = Readonly<{
  accountId: string
  key: string
  call(method: string, url: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  /** The same, and the status must be of the 200s. */
  get(url: string): Promise<Json>
  post(url: string, body?: unknown, headers?: Record<string, string>): Promise<Json>
  /** The same account through a key of another role. */
  as(role: string): Promise<Caller>
}>
export type World = Caller &
  Readonly<{
    app: App
    database: TestDatabase
    /** The database as its owner sees it: every row of every account, and every right. */
    owner: Sql
    email: string
    password: string
    clock: Clock & { set(at: string): void }
    otherAccount(): Promise<Caller>
    close(): Promise<void>
  }>

export type WorldOptions = Readonly<{
  works?: boolean
  at?: string
  clock?: Clock & { set(at: string): void }
  webRoot?: URL
  /** Instead of a fresh one on the server that all tests share. */
  database?: TestDatabase
  mail?: MailSettings
}>

export async function openWorld(options: WorldOptions = {}): Promise<World> {
  const database = options.database ?? (await freshDatabase())
  const clock = options.clock ?? standingClock(options.at ?? scenarioTime)
  const app = await openApp({
    target: database.app,
    ...(database.role ? { role: database.role } : {}),
    clock,
    log: openLog(process.env.TEST_LOG ?? 'silent'),
    connectionsMax: 10,
    preparedStatements: true,
    works: options.works ?? true,
    webRoot: options.webRoot ?? null,
    mail: options.mail ?? null,
  })
  const owner = connect(database.owner, { max: 2 })
  const password = 'a long enough password'
  const email = 'owner@example.com'
  const passwordHash = await hashPassword(password)
  const first = await makeAccount(app, { email, passwordHash, name: 'Acme Cosmetics' })
  let accounts = 0
  return {
    ...first,
    app,
    database,
    owner,
    email,
    password,
    clock,
    otherAccount() {
      accounts += 1
      return makeAccount(app, { email: `owner${accounts}@other.example`, passwordHash, name: `Other ${accounts}` })
    },
    async close() {
      await app.close()
      await owner.end({ timeout: 5 })
      await database.drop()
    },
  }
}

type NewAccount = { email: string; passwordHash: string; name: string }

async function makeAccount(app: App, { email, passwordHash, name }: NewAccount): Promise<Caller> {
  const act: Act = {
    accountId: newId(),
    actorId: null,
    actorName: 'Olive Owner',
    role: 'owner',
    source: 'test',
    requestId: null,
    at: app.house.clock.now(),
  }
  await app.house.database.write(act, (tx) =>
    openAccount(tx, {
      account: { name, currency: 'USD' },
      owner: { id: newId(), email, name: 'Olive Owner', passwordHash },
      warehouse: { code: 'CHI', name: 'Chicago', timeZone: 'America/Chicago' },
    }),
  )
  return callerWith(app, act, 'owner')
}

async function callerWith(app: App, act: Act, role: string): Promise<Caller> {
  const { key } = await app.house.database.write(act, (tx) =>
    createKey(tx, { id: newId(), name: `${role} of the tests`, role, expiresAt: '2099-01-01T00:00:00.000Z' }),
  )
  const call: Caller['call'] = async (method, url, body, headers = {}) => {
    const response = await app.http.inject({
      method: method as 'GET',
      url,
      headers: { authorization: `Bearer ${key}`, ...headers },
      ...(body === undefined ? {} : { payload: body as object }),
    })
    const json = String(response.headers['content-type'] ?? '').includes('json')
    return {
      status: response.statusCode,
      body: json ? response.json() : response.rawPayload,
      headers: response.headers,
      text: response.body,
    }
  }
  const must = async (method: string, url: string, body?: unknown, headers?: Record<string, string>) => {
    const answer = await call(method, url, body, headers)
    if (answer.status >= 300) throw new Error(`${method} ${url} → ${answer.status} ${answer.text}`)
    return answer.body
  }
  return {
    accountId: act.accountId,
    key,
    call,
    get: (url) => must('GET', url),
    post: (url, body, headers) => must('POST', url, body, headers),
    as: (other) => callerWith(app, { ...act, at: app.house.clock.now() }, other),
  }
}

/** Asks until the answer is truthy; the last failure speaks when it never is. */
export async function waitFor<T>(ask: () => Promise<T>, what: string, timeoutMs = 20_000): Promise<NonNullable<T>> {
  const until = Date.now() + timeoutMs
  for (;;) {
    const found = await ask()
    if (found) return found
    if (Date.now() > until) throw new Error(`waited in vain for ${what}`)
    await pause(25)
  }
}
