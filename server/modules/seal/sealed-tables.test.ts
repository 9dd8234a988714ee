/**
 * Every table of which the application deletes nothing and changes less than everything is sealed, or is left out by name and with a reason.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../test/world.ts'
import { columnsToSeal, type FactTable, factTables } from './facts.ts'
import { sealedTables } from './sealed-tables.ts'

const notSealed: Readonly<Record<string, string>> = {
  'imports.profile': 'is how files are read, and tells of no goods',
  'notices.looked': 'is told by the audit',
  'seal.block': 'is the chain',
  'seal.verification': 'is what was found on it',
}
/** Holds are changed only by being lifted, which the audit tells; the right to is on the whole table. */
const changeable = ['quality.hold']

let world: World
let tables: FactTable[]
beforeAll(async () => {
  world = await openWorld({ works: false })
  const act = {
    accountId: world.accountId,
    actorId: null,
    actorName: 'test',
    role: 'owner',
    source: 'test',
    requestId: null,
    at: world.clock.now(),
  }
  tables = await world.app.house.database.read(act, factTables)
})
afterAll(() => world?.close())

/** By what the application may do with them. */
const insertedOnly = async (): Promise<string[]> => {
  const rows = await world.owner<{ name: string }[]>`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and has_table_privilege('firstout_app', c.oid, 'insert')
      and not has_table_privilege('firstout_app', c.oid, 'update') and not has_table_privilege('firstout_app', c.oid, 'delete')
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'account_id')
      and n.nspname not in ('graphile_worker', 'firstout')
    order by 1`
  return rows.map(({ name }) => name)
}

test('a table that is only inserted into is sealed, or left out by name and with a reason', async () => {
  const named = [...sealedTables.map(({ name }) => name), ...Object.keys(notSealed)]
  expect(named.filter((name) => !changeable.includes(name)).sort()).toEqual(await insertedOnly())
  expect(new Set(named).size).toBe(named.length)
})

test('what is sealed of a row cannot be changed by the application, and the key and the account are part of it', () => {
  for (const table of tables) {
    const columns = columnsToSeal(table)
    const changes = table.columns.filter(({ name, changes: may }) => may && columns.includes(name))
    expect([table.name, changeable.includes(table.name) ? [] : changes]).toEqual([table.name, []])
    for (const name of ['account_id', ...table.key.map((one) => one.name), ...(table.only ?? [])])
      expect([table.name, columns]).toEqual([table.name, expect.arrayContaining([name])])
  }
})

/** That callers may say, and so may lie long ago. */
const saidByCallers = ['occurred_at', 'happened_at', 'received_at', 'shipped_at']

test('of each table it is known when a row was recorded, where it tells by our clock', () => {
  for (const { name, recorded, only, columns } of tables) {
    const times = columns.filter(({ type, changes }) => type.startsWith('timestamp') && !changes).map((one) => one.name)
    const ours = times.filter((time) => !saidByCallers.includes(time))
    expect([name, recorded === undefined ? [] : [recorded]]).toEqual([name, only ? [recorded] : ours])
  }
})

test('a key begins with an id and has no text in it; values are of kinds whose texts stay the same', () => {
  const kinds = [
    'uuid',
    'text',
    'character',
    'integer',
    'bigint',
    'boolean',
    'jsonb',
    'date',
    'bytea',
    'uuid[]',
    'text[]',
    'timestamp with time zone',
  ]
  for (const { name, key, columns } of tables) {
    expect([name, key[0]?.type]).toEqual([name, 'uuid'])
    expect([name, key.filter(({ type }) => type !== 'uuid' && type !== 'integer')]).toEqual([name, []])
    expect([name, columns.filter(({ type }) => !kinds.includes(type))]).toEqual([name, []])
  }
})
