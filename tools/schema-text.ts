/**
 * tools/schema-text.ts — the schema of a migrated database as text, in an order of its own, for people to review: what
 * every change of it changes can be seen in server/schema.sql.
 */
import type { Sql } from '../server/platform/db.ts'

type Table = { oid: number; name: string; isolated: boolean; options: string | null }
type Line = { owner: number; line: string }

export async function schemaText(sql: Sql): Promise<string> {
  const [routines, views, tables, columns, constraints, indexes, policies, grants] = await Promise.all([
    routineTexts(sql),
    viewTexts(sql),
    tableRows(sql),
    columnLines(sql),
    constraintLines(sql),
    indexLines(sql),
    policyLines(sql),
    grantLines(sql),
  ])
  const of = (lines: readonly Line[], { oid }: Table) =>
    lines.filter(({ owner }) => owner === oid).map(({ line }) => line)
  const blocks = tables.map((table) => {
    const inside = [...of(columns, table), ...of(constraints, table)].map((line) => `  ${line}`)
    const after = [
      ...of(indexes, table),
      ...(table.isolated ? [`alter table ${table.name} enable and force row level security`] : []),
      ...of(policies, table),
      ...of(grants, table),
    ]
    return [
      `create table ${table.name} (\n${inside.join(',\n')}\n)${table.options ?? ''};`,
      ...after.map((line) => `${line};`),
    ].join('\n')
  })
  const opening = '-- Generated from the migrations by `npm run check -- --write`; for reading, not for running.'
  return `${[opening, ...routines, ...blocks, ...views].join('\n\n')}\n`
}

const ours = `n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'graphile_worker', 'firstout', 'public')`

async function routineTexts(sql: Sql): Promise<string[]> {
  const rows = await sql<{ text: string }[]>`
    select pg_get_functiondef(p.oid) as text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where ${sql.unsafe(ours)} order by n.nspname, p.proname, p.oid::regprocedure::text`
  return rows.map(({ text }) => `${text.trim()};`)
}

async function viewTexts(sql: Sql): Promise<string[]> {
  const rows = await sql<{ oid: number; text: string }[]>`
    select c.oid::int as oid, format('create view %I.%I', n.nspname, c.relname) || coalesce(' with (' || array_to_string(c.reloptions, ', ') || ')', '')
      || ' as ' || chr(10) || pg_get_viewdef(c.oid, true) as text
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'v' and ${sql.unsafe(ours)} order by n.nspname, c.relname`
  const grants = await grantLines(sql)
  return rows.map(({ oid, text }) => {
    const given = grants.filter(({ owner }) => owner === oid).map(({ line }) => `${line};`)
    return [text, ...given].join('\n')
  })
}

const tableRows = (sql: Sql) => sql<Table[]>`
  select c.oid::int as oid, format('%I.%I', n.nspname, c.relname) as name,
    c.relrowsecurity and c.relforcerowsecurity as isolated,
    ' with (' || array_to_string(c.reloptions, ', ') || ')' as options
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and ${sql.unsafe(ours)} order by n.nspname, c.relname`

const columnLines = (sql: Sql) => sql<Line[]>`
  select a.attrelid::int as owner, concat_ws(' ', format('%I', a.attname), format_type(a.atttypid, a.atttypmod),
    case when a.attnotnull then 'not null' end, case a.attgenerated when 's' then 'generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
      else 'default ' || pg_get_expr(d.adbin, d.adrelid) end) as line
  from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where a.attnum > 0 and not a.attisdropped order by a.attrelid, a.attnum`

const constraintLines = (sql: Sql) => sql<Line[]>`
  select conrelid::int as owner, pg_get_constraintdef(oid) as line from pg_constraint
  where contype in ('p', 'u', 'f', 'c', 'x') and conrelid <> 0
  order by conrelid, position(contype::text in 'pufcx'), pg_get_constraintdef(oid)`

const indexLines = (sql: Sql) => sql<Line[]>`
  select i.indrelid::int as owner, lower(left(pg_get_indexdef(i.indexrelid), 7)) || substr(pg_get_indexdef(i.indexrelid), 8) as line
  from pg_index i where not exists (select from pg_constraint k where k.conindid = i.indexrelid)
  order by i.indrelid, pg_get_indexdef(i.indexrelid)`

const policyLines = (sql: Sql) => sql<Line[]>`
  select polrelid::int as owner, format('create policy %I on %s using %s with check %s', polname, polrelid::regclass,
    pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)) as line
  from pg_policy order by polrelid, polname`

const grantLines = (sql: Sql) => sql<Line[]>`
  select c.oid::int as owner, format('grant %s on %s to %I', string_agg(lower(g.privilege_type), ', ' order by g.privilege_type),
    c.oid::regclass, g.grantee::regrole) as line
  from pg_class c cross join lateral aclexplode(c.relacl) g
  where c.relkind in ('r', 'p', 'v') and g.grantee <> c.relowner and g.grantee <> 0
  group by c.oid, g.grantee order by c.oid, g.grantee`
