import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld({ works: false })
})
afterAll(() => world.close())

const ours = `select c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker', 'firstout')`

async function namesFrom(query: string): Promise<string[]> {
  const rows = await world.owner.unsafe<{ name: string }[]>(query)
  return rows.map(({ name }) => name)
}

test('nothing stands in the way of a database spread over several machines: no triggers', async () => {
  expect(
    await namesFrom(`select tgname as name from pg_trigger where tgrelid in (${ours}) and not tgisinternal`),
  ).toEqual([])
})

test('nor exclusion and deferrable constraints', async () => {
  expect(
    await namesFrom(
      `select conname as name from pg_constraint where conrelid in (${ours}) and (contype = 'x' or condeferrable)`,
    ),
  ).toEqual([])
})

test('nor sequences: document numbers come from a counter row of the account', async () => {
  expect(
    await namesFrom(`select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'S' and n.nspname <> 'graphile_worker'`),
  ).toEqual([])
})
