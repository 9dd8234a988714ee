/**
 * server/demo/remove-account.ts — takes all rows of one account out of the database, the ledger's too. Only the owner of
 * the database can: the application may not delete what was recorded.
 */
import { type Connection, connect, type Sql } from '#platform/db.ts'

type Reference = Readonly<{ from: string; to: string }>

/** One account's, by key and by row-level security both, in one transaction: whole or not at all. */
export async function removeAccount(owner: Connection, accountId: string): Promise<void> {
  const sql = connect(owner, { max: 1 })
  try {
    await sql.begin(async (tx) => {
      await tx`select set_config('app.account', ${accountId}, true)`
      for (const table of await tablesOfAccounts(tx as unknown as Sql))
        await tx`delete from ${tx(table)} where account_id = ${accountId}`
    })
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/** From the catalogue, so that none is forgotten; those that refer to others first. */
async function tablesOfAccounts(sql: Sql): Promise<string[]> {
  const tables = await sql<{ name: string }[]>`
    select n.nspname || '.' || c.relname as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where c.relkind = 'r' and a.attname = 'account_id' and not a.attisdropped`
  const references = await sql<Reference[]>`
    select fn.nspname || '.' || f.relname as from, tn.nspname || '.' || t.relname as to
    from pg_constraint k
    join pg_class f on f.oid = k.conrelid join pg_namespace fn on fn.oid = f.relnamespace
    join pg_class t on t.oid = k.confrelid join pg_namespace tn on tn.oid = t.relnamespace
    where k.contype = 'f' and k.conrelid <> k.confrelid`
  return referringFirst(
    tables.map(({ name }) => name),
    references,
  )
}

function referringFirst(tables: readonly string[], references: readonly Reference[]): string[] {
  const left = new Set(tables)
  const ordered: string[] = []
  while (left.size > 0) {
    const free = [...left].filter((table) => !references.some(({ from, to }) => to === table && left.has(from)))
    if (free.length === 0) throw new Error(`these tables refer to each other in a circle: ${[...left].join(', ')}`)
    for (const table of free) left.delete(table)
    ordered.push(...free)
  }
  return ordered
}
