/**
 * server/modules/seal/facts.ts — reads rows of any sealed table as the texts that are hashed, and finds those that no block holds. What tables
 * are made of, the catalogue says; nothing that a block says of itself gets into a statement.
 */
import { factText } from '#domain/seal.ts'
import type { Db } from '#platform/db.ts'
import { joinsEach } from '#platform/plans.ts'
import { type SealedTable, sealedTables } from './sealed-tables.ts'

type Column = Readonly<{ name: string; type: string; changes: boolean }>
export type FactTable = SealedTable & Readonly<{ columns: readonly Column[]; key: readonly Column[] }>

/** The rows that one transaction looks at. */
export const pageRows = 5000

/** As the database has them now, in the order of the list. What it reckons from other columns of the row says nothing of its own. */
export async function factTables(db: Db): Promise<FactTable[]> {
  const names = sealedTables.map(({ name }) => name)
  const rows = await db<{ name: string; columns: Column[]; key: string[] }[]>`
    select n.nspname || '.' || c.relname as name,
      (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, null),
          'changes', has_column_privilege('firstout_app', c.oid, a.attnum, 'update')) order by a.attnum)
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select array_agg(a.attname::text order by array_position(k.conkey, a.attnum))
        from pg_attribute a where a.attrelid = c.oid and a.attnum = any(k.conkey) and a.attname <> 'account_id') as key
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_constraint k on k.conrelid = c.oid and k.contype = 'p'
    where n.nspname || '.' || c.relname = any(${names}::text[])`
  const byName = new Map(rows.map((row) => [row.name, row]))
  return sealedTables.map((table) => {
    const { columns = [], key = [] } = byName.get(table.name) ?? {}
    return { ...table, columns, key: key.flatMap((name) => columns.find((one) => one.name === name) ?? []) }
  })
}

/** What is sealed of each row from now on. */
export const columnsToSeal = ({ columns, only }: FactTable): string[] =>
  columns.filter(({ name, changes }) => (only ? only.includes(name) : !changes)).map(({ name }) => name)

const quoted = (name: string) => `"${name}"`
const literal = (text: string) => `'${text}'`
const tableText = ({ name }: SealedTable) => name.split('.').map(quoted).join('.')
const keyText = ({ key }: FactTable, of: string) =>
  key.map(({ name }) => `${of}.${quoted(name)}::text`).join(" || '/' || ")
const keyNames = ({ key }: FactTable, of: string) => key.map(({ name }) => `${of}.${quoted(name)}`).join(', ')

/** Of no setting and no version of PostgreSQL. */
function valueText({ name, type }: Column, { forgets }: FactTable): string {
  const value = `t.${quoted(name)}`
  const texts: Readonly<Record<string, string>> = {
    'timestamp with time zone': `to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
    date: `to_char(${value}, 'YYYY-MM-DD')`,
    bytea: `encode(sha256(${value}), 'hex')`,
  }
  const text = texts[type] ?? `${value}::text`
  if (!forgets?.columns.includes(name)) return text
  return `case when t.${quoted(forgets.where)} in (${forgets.is.map(literal).join(', ')}) then null else ${text} end`
}

export type Fact = Readonly<{ text: string; recordedAt: string | null }>

/**
 * Each row is looked up by its key: `offset 0` keeps PostgreSQL from reading the whole table for a thousand of them.
 * In the order of the keys; null where there is no such row any more. `columns` that are not there have no value.
 */
export async function factsOf(
  db: Db,
  table: FactTable,
  { keys, columns }: Readonly<{ keys: readonly string[]; columns: readonly string[] }>,
): Promise<(Fact | null)[]> {
  const byName = new Map(table.columns.map((column) => [column.name, column]))
  const texts = [...columns, table.recorded ?? 'account_id'].map((name) => {
    const column = byName.get(name)
    return column ? valueText(column, table) : 'null::text'
  })
  const parts = keys.map((key) => key.split('/'))
  const lists = table.key.map((_, at) => parts.map((part) => part[at] ?? null))
  const rows = await db
    .unsafe(
      `select t.account_id::text, ${texts.join(', ')}
       from unnest(${table.key.map(({ type }, at) => `$${at + 2}::text[]::${type}[]`).join(', ')})
         with ordinality k(${table.key.map(({ name }) => quoted(name)).join(', ')}, "the order")
       left join lateral (
         select * from ${tableText(table)} f where f.account_id = $1::uuid and (${keyNames(table, 'f')}) = (${keyNames(table, 'k')}) offset 0) t on true
       order by k."the order"`,
      [db.act.accountId, ...lists],
    )
    .values()
  return (rows as unknown as (string | null)[][]).map(([found, ...values]) => {
    if (found === null) return null
    const recordedAt = table.recorded ? (values.at(-1) ?? null) : null
    return { text: factText(table.name, columns, values.slice(0, -1)), recordedAt }
  })
}

/** Where a look begins: at an id of what the key begins with, or behind a key; null: at the beginning. */
export type Start = Readonly<{ from: string } | { after: string }> | null
/** `seen` rows from there on, up to `last`; those of them that no block holds. */
export type Look = Readonly<{ seen: number; last: string | null; unsealed: readonly string[] }>

/** A page of the table, in the order of its key. Finds what is not sealed exactly, whatever its id and whenever it was committed. */
export async function lookAt(db: Db, table: FactTable, start: Start): Promise<Look> {
  const [first] = table.key
  if (!first) throw new Error(`${table.name} has no key`)
  const { condition, values } = startOf(table, start)
  const lead = quoted(first.name)
  const order = (way: string) => table.key.map(({ name }) => `${quoted(name)} ${way}`).join(', ')
  const [, rows] = await Promise.all([
    joinsEach(db, 'off'),
    db
      .unsafe<[Look]>(
        `with page as materialized (
         select ${keyNames(table, 't')}, ${keyText(table, 't')} as "the key" from ${tableText(table)} t
         where t.account_id = $1::uuid and ${condition} order by ${order('asc')} limit ${pageRows}),
       sealed as materialized (
         select k from seal.block b cross join lateral unnest(b.keys) k
         where b.account_id = $1::uuid and b.table_name = $2::text
           and b.last_id >= (select ${lead} from page order by ${lead} limit 1)
           and b.first_id <= (select ${lead} from page order by ${lead} desc limit 1))
       select (select count(*) from page)::integer as seen,
         (select "the key" from page order by ${order('desc')} limit 1) as last,
         array(select p."the key" from page p where not exists (select from sealed s where s.k = p."the key") order by ${order('asc')}) as unsealed`,
        [db.act.accountId, table.name, ...values],
      )
      .execute(),
    joinsEach(db, 'on'),
  ])
  return rows[0]
}

function startOf({ key }: FactTable, start: Start): { condition: string; values: string[] } {
  if (start === null) return { condition: 'true', values: [] }
  if ('from' in start) return { condition: `t.${quoted(key[0]?.name ?? '')} >= $3::uuid`, values: [start.from] }
  const names = key.map(({ name }) => `t.${quoted(name)}`).join(', ')
  const bounds = key.map(({ type }, at) => `$${at + 3}::text::${type}`).join(', ')
  return { condition: `(${names}) > (${bounds})`, values: start.after.split('/') }
}

/** Behind what was seen; undefined where that was all. */
export const startAfter = ({ seen, last }: Look): Start | undefined =>
  seen < pageRows || last === null ? undefined : { after: last }
