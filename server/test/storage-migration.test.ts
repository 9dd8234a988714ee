import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, type Sql } from '../platform/db.ts'
import { newId } from '../platform/id.ts'
import { migrate, migrationsIn } from '../platform/migrate.ts'
import { emptyDatabase, type TestDatabase } from './database.ts'

const migrations = new URL('../migrations/', import.meta.url)
const own = '0025_storage_and_putaway.sql'
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

test('a zone that was for dangerous goods takes every class at room temperature, and all else lies as it did', async () => {
  const names = (await migrationsIn(migrations)).map(({ name }) => name)
  await migrate(database.owner, migrations, new Set(names.filter((name) => name < own)))
  const [account, warehouse, person] = [newId(), newId(), newId()]
  await sql`insert into access.account (account_id, name, created_at) values (${account}, 'Old', now())`
  await sql`select set_config('app.account', ${account}, false)`
  await sql`insert into access.person (account_id, id, email, name, role, created_at) values (${account}, ${person}, 'a@b.example', 'A', 'owner', now())`
  await sql`insert into access.sign_in (account_id, person_id, email, name, role, password_hash) values (${account}, ${person}, 'a@b.example', 'A', 'owner', 'x')`
  await sql`insert into places.warehouse (account_id, id, code, name, time_zone, created_at) values (${account}, ${warehouse}, 'W', 'W', 'UTC', now())`
  for (const storage of ['hazardous', 'cool'])
    await sql`insert into places.zone (account_id, id, warehouse_id, code, name, storage) values (${account}, ${newId()}, ${warehouse}, ${storage}, 'Z', ${storage})`
  await migrate(database.owner, migrations, new Set(names))
  const zones = await sql`select code, storage, hazards, free_from from places.zone order by code`
  expect([...zones]).toEqual([
    { code: 'cool', storage: 'cool', hazards: [], freeFrom: [] },
    {
      code: 'hazardous',
      storage: 'ambient',
      hazards: ['flammable', 'corrosive', 'toxic', 'oxidising'],
      freeFrom: [],
    },
  ])
})
