/**
 * server/test/global-setup.ts — one PostgreSQL for all tests of a run, with a migrated template that each test file
 * clones: the server named by TEST_DATABASE_URL, or an embedded one of its own.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { type Connection, connect } from '../platform/db.ts'
import { startEmbedded } from '../platform/embedded/index.ts'
import { migrate } from '../platform/migrate.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where tests make their databases, as the owner of the server. */
    server: Connection
    template: string
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { server, stop } = await openServer()
  const template = `firstout_template_${process.pid}_${Date.now()}`
  const sql = connect(server, { max: 1 })
  await sql.unsafe(`create database ${template}`)
  await migrate(withDatabase(server, template), new URL('../migrations/', import.meta.url))
  project.provide('server', server)
  project.provide('template', template)
  return async () => {
    await sql.unsafe(`drop database if exists ${template} with (force)`)
    await sql.end({ timeout: 5 })
    await stop()
  }
}

async function openServer(): Promise<{ server: Connection; stop: () => Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL
  if (given) return { server: { url: given }, stop: async () => {} }
  const dataDir = await mkdtemp(join(tmpdir(), 'firstout-test-'))
  const embedded = await startEmbedded({ dataDir, log: () => {}, durability: 'passing' })
  return {
    server: embedded.superuser,
    stop: async () => {
      await embedded.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** The same server, another database. */
export function withDatabase(server: Connection, database: string): Connection {
  if (!('url' in server)) return { ...server, database }
  const url = new URL(server.url)
  url.pathname = `/${database}`
  return { url: url.href }
}
