/**
 * server/test/global-setup.ts — one PostgreSQL for a run of the tests, migrated once: the embedded one, or the server
 * named in TEST_DATABASE_URL (its user may create databases and roles).
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { type Connection, connect } from '#platform/db.ts'
import { startEmbedded } from '#platform/embedded/index.ts'
import { migrate } from '#platform/migrate.ts'
import { patchDriver } from '../../tools/driver-patch.mjs'

export type TestServer = Readonly<{
  /** To a database on which others can be made. */
  admin: Connection
  /** A migrated database that nobody is connected to. */
  template: string
  /** Whom each connection of the application signs in as, or else which role it takes. */
  app: { username: string } | { role: string }
}>

type Running = Readonly<{ server: TestServer; stop(): Promise<void> }>

declare module 'vitest' {
  export interface ProvidedContext {
    database: TestServer
  }
}

/** Vitest sets each project up by itself; they share one server all the same. */
const shared = globalThis as { firstoutTests?: { running: Promise<Running>; users: number } }

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  shared.firstoutTests ??= { running: start(), users: 0 }
  const { firstoutTests } = shared
  firstoutTests.users++
  const { server, stop } = await firstoutTests.running
  project.provide('database', server)
  return async () => {
    firstoutTests.users--
    if (firstoutTests.users === 0) await stop()
  }
}

async function start(): Promise<Running> {
  patchDriver()
  const url = process.env.TEST_DATABASE_URL
  return url ? startOnServer(url) : startOwn()
}

async function startOwn(): Promise<Running> {
  const dataDir = await mkdtemp(join(tmpdir(), 'firstout-test-'))
  const embedded = await startEmbedded({ dataDir, log: () => {}, durability: 'passing' })
  const { superuser } = embedded
  await migrate(superuser, migrations)
  return {
    server: {
      admin: { ...superuser, database: 'postgres' },
      template: superuser.database,
      app: { username: embedded.app.username },
    },
    async stop() {
      await embedded.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

const migrations = new URL('../migrations/', import.meta.url)

async function startOnServer(url: string): Promise<Running> {
  const template = `firstout_template_${process.pid}`
  const sql = connect({ url }, { max: 1 })
  await sql`create database ${sql(template)}`
  const there = new URL(url)
  there.pathname = `/${template}`
  await migrate({ url: there.href }, migrations)
  return {
    server: { admin: { url }, template, app: { role: 'firstout_app' } },
    async stop() {
      await sql`drop database if exists ${sql(template)} with (force)`
      await sql.end({ timeout: 5 })
    },
  }
}
