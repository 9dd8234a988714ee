import { expect, test } from 'vitest'
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
