/**
 * server/modules/imports/store-verdicts.ts — the SQL of what was judged of rows, and of what they do not tell.
 */
import type { Finding } from '#domain/imports/findings.ts'
import type { Db, Tx } from '#platform/db.ts'
import type { SheetRow } from './store.ts'

/** Of stock: what a row does not tell, and what it is about. */
export type Assessed = Readonly<{
  gaps: readonly Finding[]
  units: number | null
  worth: number | null
  currency: string | null
}>
export type Verdict = Readonly<Pick<SheetRow, 'lineNo' | 'state' | 'problems' | 'becomesId'>> &
  Readonly<{ assessed?: Assessed }>

/**
 * Each row is looked up by its key, or all rows of a large file would be read for each chunk of it. The import must be locked. Of what was not
 * assessed, what is known stays.
 */
export const saveVerdicts = (tx: Tx, importId: string, rows: readonly Verdict[]) => tx`
  update imports.row r set state = v.state, problems = v.problems::jsonb, becomes_id = v.becomes,
    gaps = coalesce(string_to_array(v.gaps, ','), r.gaps), units = case when v.gaps is null then r.units else v.units end,
    worth = case when v.gaps is null then r.worth else v.worth end, currency = case when v.gaps is null then r.currency else v.currency end
  from unnest(${rows.map((r) => r.lineNo)}::int[], ${rows.map((r) => r.state)}::text[],
    ${rows.map((r) => r.problems && JSON.stringify(r.problems))}::text[], ${rows.map((r) => r.becomesId)}::uuid[],
    ${rows.map((r) => r.assessed?.gaps.join() ?? null)}::text[], ${rows.map((r) => r.assessed?.units ?? null)}::bigint[],
    ${rows.map((r) => r.assessed?.worth ?? null)}::bigint[], ${rows.map((r) => r.assessed?.currency ?? null)}::text[])
    as v(line_no, state, problems, becomes, gaps, units, worth, currency)
  cross join lateral (
    select ctid as here from imports.row
    where account_id = ${tx.act.accountId} and import_id = ${importId} and line_no = v.line_no offset 0) k
  where r.ctid = k.here`

export const receiptsThere = (db: Db, ids: readonly string[]) => db<{ id: string }[]>`
  select id from receiving.receipt where account_id = ${db.act.accountId} and id = any(${ids as string[]}::uuid[])`

/** `gap` is null in the sums of all rows; rows of several currencies, and of none, are summed apart. */
export type GapSum = Readonly<{
  gap: Finding | null
  currency: string | null
  rows: number
  units: number
  worth: number
  firstLine: number
}>

const mostSafe = Number.MAX_SAFE_INTEGER

export const gapSums = (db: Db, importId: string) => db<GapSum[]>`
  with told as (
    select line_no, gaps, currency, coalesce(units, 0) as units, coalesce(worth, 0) as worth
    from imports.row where account_id = ${db.act.accountId} and import_id = ${importId})
  select g.gap, t.currency, count(*)::int as rows, least(sum(t.units), ${mostSafe})::bigint as units,
    least(sum(t.worth), ${mostSafe})::bigint as worth, min(t.line_no) as first_line
  from told t cross join lateral (select null::text as gap union all select unnest(t.gaps)) g
  group by g.gap, t.currency order by g.gap nulls first, t.currency nulls first`

export const rowsWithoutGap = (db: Db, importId: string) => db<{ rows: number }[]>`
  select count(*)::int as rows from imports.row where account_id = ${db.act.accountId} and import_id = ${importId} and gaps = '{}'`
