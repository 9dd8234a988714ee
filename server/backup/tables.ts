/**
 * server/backup/tables.ts — the tables that hold what an account is, those that others refer to first.
 */
import type { Sql } from '#platform/db.ts'

export type Table = Readonly<{ name: string; columns: readonly string[] }>

/** Tables of the software itself, the queue of jobs, and failed sign-ins are not an account's. */
export async function accountTables(sql: Pick<Sql, 'unsafe'>): Promise<Table[]> {
  const tables = await sql.unsafe<(Table & { parents: string[] })[]>(`
    select c.oid::regclass::text as name, array_agg(quote_ident(a.attname) order by a.attnum) as columns,
      array(select distinct k.confrelid::regclass::text from pg_constraint k
        where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as parents
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker', 'firstout')
      and n.nspname not like 'pg\\_%'
      and exists (select from pg_attribute k where k.attrelid = c.oid and k.attname = 'account_id')
    group by c.oid order by 1`)
  return parentsFirst(tables)
}

function parentsFirst(tables: readonly (Table & { parents: readonly string[] })[]): Table[] {
  const done = new Set<string>()
  const order: Table[] = []
  while (order.length < tables.length) {
    const ready = tables.filter(({ name, parents }) => !done.has(name) && parents.every((one) => done.has(one)))
    if (ready.length === 0) throw new Error('tables refer to each other in a circle')
    for (const { name, columns } of ready) {
      done.add(name)
      order.push({ name, columns })
    }
  }
  return order
}

/** As COPY names it. */
export const copied = ({ name, columns }: Table): string => `${name} (${columns.join(', ')})`

/** Jobs that wait, apart from the tables of the library that runs them: these are its own affair. */
export const waitingJobs: Table = {
  name: 'pg_temp.waiting_job',
  columns: ['task', 'payload', 'queue', 'key', 'run_at', 'priority', 'max_attempts'],
}
