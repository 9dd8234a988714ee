import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, type Sql } from '../platform/db.ts'
import { newId } from '../platform/id.ts'
import { migrate, migrationsIn } from '../platform/migrate.ts'
import { emptyDatabase, type TestDatabase } from './database.ts'

const migrations = new URL('../migrations/', import.meta.url)
const own = '0049_corrective_actions.sql'
let database: TestDatabase
let sql: Sql
beforeAll(async () => {
  database = await emptyDatabase()
  sql = connect(database.owner, { max: 1 })
})
afterAll(async () => {
  await sql.end({ timeout: 5 })
  await database.drop()
})

async function rehearsed(): Promise<{ account: string; mock: string }> {
  const [account, person, product, batch, mock] = [newId(), newId(), newId(), newId(), newId()]
  await sql`insert into access.account (account_id, name, created_at) values (${account}, 'Old', now())`
  await sql`select set_config('app.account', ${account}, false)`
  await sql`insert into access.person (account_id, id, email, name, role, created_at) values (${account}, ${person}, 'a@b.example', 'A', 'owner', now())`
  await sql`insert into access.sign_in (account_id, person_id, email, name, role, password_hash) values (${account}, ${person}, 'a@b.example', 'A', 'owner', 'x')`
  await sql`insert into catalog.product (account_id, id, sku, name, base_unit, tracking, dates, rotation, created_at) values (${account}, ${product}, 'P', 'P', 'each', 'batch', 'optional', 'fefo', now())`
  await sql`insert into batches.batch (account_id, id, product_id, code, code_as_given, look_alike_key, created_at) values (${account}, ${batch}, ${product}, 'B', 'B', 'B', now())`
  await sql`insert into mocks.mock (account_id, id, number, batch_id, how, cause, opened_by, opened_at) values (${account}, ${mock}, 'MR-7', ${batch}, 'named', 'asked', 'A', now())`
  return { account, mock }
}

test('what rehearsals of before owe is owed still, under the number of the rehearsal, and what was done stays done', async () => {
  const names = (await migrationsIn(migrations)).map(({ name }) => name)
  await migrate(database.owner, migrations, new Set(names.filter((name) => name < own)))
  const { account, mock } = await rehearsed()
  for (const [says, doneBy] of [
    ['one', null],
    ['two', 'Mia'],
  ] as const)
    await sql`insert into mocks.action (account_id, id, mock_id, cause, says, owner, due_on, opened_by, opened_at, done_by, done_at, note)
      values (${account}, ${newId()}, ${mock}, 'contact', ${says}, 'Mia', '2025-12-01', 'A', '2025-11-01T00:00:00Z', ${doneBy},
        ${doneBy && '2025-11-02T00:00:00Z'}, ${doneBy && 'called'})`
  await migrate(database.owner, migrations, new Set(names))
  const rows =
    await sql`select mock_id, recall_id, number, says, due_on::text, done_by, note from corrective.action order by says`
  const owed = { mockId: mock, recallId: null, number: 'MR-7', dueOn: '2025-12-01' }
  expect([...rows]).toEqual([
    { ...owed, says: 'one', doneBy: null, note: null },
    { ...owed, says: 'two', doneBy: 'Mia', note: 'called' },
  ])
})
