/**
 * server/test/database.ts — a database of its own for a test file: a clone of the migrated template, gone afterwards.
 */
import { inject } from 'vitest'
import { type Connection, connect, type Sql } from '../platform/db.ts'
import { withDatabase } from './global-setup.ts'

export type FreshDatabase = Readonly<{ target: Connection; owner: Sql; drop(): Promise<void> }>

let made = 0

export async function freshDatabase(): Promise<FreshDatabase> {
  const server = inject('server')
  const name = `firstout_test_${process.pid}_${Date.now()}_${made++}`
  const admin = connect(server, { max: 1 })
  // Cloning needs the template to itself for a moment; another test file may be at it.
  await admin`select pg_advisory_lock(4711)`
  await admin.unsafe(`create database ${name} template ${inject('template')}`)
  await admin`select pg_advisory_unlock(4711)`
  const target = withDatabase(server, name)
  const owner = connect(target, { max: 2 })
  return {
    target,
    owner,
    async drop() {
      await owner.end({ timeout: 5 })
      await admin.unsafe(`drop database if exists ${name} with (force)`)
      await admin.end({ timeout: 5 })
    },
  }
}
