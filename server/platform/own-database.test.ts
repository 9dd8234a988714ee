import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { connect } from './db.ts'
import { startEmbedded } from './embedded/index.ts'
import { migrate } from './migrate.ts'
import { explainOwnDatabase, judgeOwnDatabase } from './own-database.ts'

const url = 'postgres://stock:secret@db.example:5433/firstout'
const failed = (code: string) => Object.assign(new Error(`connect ${code}`), { code })

test.each([
  ['ECONNREFUSED', 'nothing listens there. Is the server running, and are host and port right?'],
  ['28P01', 'user and password do not fit.'],
  ['3D000', 'it has no such database. Create it first.'],
])("where a server of one's own is out of reach (%s), it is said which and what to look at", (code, cause) => {
  const told = explainOwnDatabase(url, failed(code)) as Error
  expect(told.message).toBe(
    `DATABASE_URL names PostgreSQL at db.example:5433, database "firstout", user "stock": ${cause}`,
  )
  expect(told.message).not.toContain('secret')
})

test('what is no matter of the connection is told as it is', () => {
  const broken = failed('42P01')
  expect(explainOwnDatabase(url, broken)).toBe(broken)
})

test.each(['firstout', 'http://db.example/firstout', 'db.example:5432'])('"%s" is no address of a database', (text) => {
  expect(() => judgeOwnDatabase(text)).toThrow(
    'DATABASE_URL must have the form postgres://user:password@host:5432/database.',
  )
})

test("on a server of one's own the application's role cannot sign in; the owner takes it", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'firstout-role-'))
  const server = await startEmbedded({ dataDir, log: () => {}, durability: 'passing' })
  const owner = connect(server.superuser, { max: 1 })
  try {
    await owner`drop role firstout_app`
    await migrate(server.superuser, new URL('../migrations/', import.meta.url))
    const asApplication = connect(server.app, { max: 1 })
    await expect(asApplication`select 1`).rejects.toThrow('not permitted to log in')
    await asApplication.end()
    await owner`set role firstout_app`
    expect(await owner`select current_user as who`).toEqual([{ who: 'firstout_app' }])
  } finally {
    await owner.end()
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
})
