/**
 * server/test/reads.ts — how many rows a question of the application reads, as PostgreSQL counts them, table by table.
 */
import type { Db } from '../platform/db.ts'
import type { World } from './world.ts'

type Reads = Readonly<Record<string, number>>

/**
 * The tables of a test are so small that PostgreSQL would read them whole rather than look into an index; here it may not, as it does not where
 * they are large.
 */
export async function readsOf(world: World, ask: (db: Db) => Promise<unknown>): Promise<Reads> {
  const act = {
    accountId: world.accountId,
    actorId: null,
    actorName: 'Olive Owner',
    role: 'owner',
    source: 'test',
    requestId: null,
    at: world.clock.now(),
  }
  return world.app.house.database.read(act, async (db) => {
    await db`select set_config('enable_seqscan', 'off', true)`
    const before = await counted(db)
    await ask(db)
    const after = await counted(db)
    return Object.fromEntries(
      Object.entries(after).flatMap(([table, rows]): [string, number][] =>
        rows > (before[table] ?? 0) ? [[table, rows - (before[table] ?? 0)]] : [],
      ),
    )
  })
}

async function counted(db: Db): Promise<Reads> {
  const rows = await db<{ name: string; rows: number }[]>`
    select schemaname || '.' || relname as name, seq_tup_read + coalesce(idx_tup_fetch, 0) as rows from pg_stat_xact_user_tables
    where schemaname not in ('graphile_worker', 'pg_catalog')`
  return Object.fromEntries(rows.map(({ name, rows: read }) => [name, read]))
}
