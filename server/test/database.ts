/**
 * server/test/database.ts — a database of its own for each test file: a copy of the migrated template.
 */
import { inject } from 'vitest'
import { type Connection, connect } from '#platform/db.ts'
import { newId } from '#platform/id.ts'

export type TestDatabase = Readonly<{
  /** As the one who migrates: no row is hidden. */
  owner: Connection
  /** As the application: to be given to `openApp` with `role`. */
  app: Connection
  role?: string
  drop(): Promise<void>
}>

export const freshDatabase = (): Promise<TestDatabase> => makeDatabase(inject('database').template)

/** One that nobody has migrated. */
export const emptyDatabase = (): Promise<TestDatabase> => makeDatabase('template0')

async function makeDatabase(template: string): Promise<TestDatabase> {
  const { admin, app } = inject('database')
  const name = `firstout_test_${newId().replaceAll('-', '')}`
  await command(admin, `create database ${name} template ${template}`)
  const owner = within(admin, name)
  return {
    owner,
    ...('role' in app ? { app: owner, role: app.role } : { app: { ...owner, ...app } }),
    drop: () => command(admin, `drop database if exists ${name} with (force)`),
  }
}

function within(connection: Connection, database: string): Connection {
  if (!('url' in connection)) return { ...connection, database }
  const url = new URL(connection.url)
  url.pathname = `/${database}`
  return { url: url.href }
}

async function command(target: Connection, text: string): Promise<void> {
  const sql = connect(target, { max: 1 })
  try {
    await sql.unsafe(text)
  } finally {
    await sql.end({ timeout: 5 })
  }
}
