/**
 * server/modules/imports/store.ts — the SQL of imports.
 */
import type { ColumnSeen } from '#domain/imports/column-seen.ts'
import type { ImportKind } from '#domain/imports/fields.ts'
import type { Finding } from '#domain/imports/findings.ts'
import type { Mapping } from '#domain/imports/mapping.ts'
import type { CellProblem } from '#domain/imports/read-cells.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db, SqlPart, Tx } from '#platform/db.ts'
import type { Book } from '#platform/workbook/index.ts'

export type CommitMode = 'all' | 'good'
export type RowState = 'new' | 'good' | 'wrong' | 'known' | 'committed'
export type ImportRow = {
  id: string
  number: string
  kind: ImportKind
  name: string
  reference: string
  header: string[]
  /** Null in files of before: their columns are named as in the template. */
  mapping: Mapping | null
  seen: ColumnSeen[] | null
  saidBy: string | null
  saidAt: Instant | null
  keyedAt: Instant | null
  sheet: string | null
  sheets: string[]
  madeBy: string
  madeAt: Instant
  readAt: Instant | null
  judgedAt: Instant | null
  mode: CommitMode | null
  askedBy: string | null
  askedById: string | null
  askedAt: Instant | null
  endedAt: Instant | null
  refused: string | null
}
export type SheetRow = {
  lineNo: number
  cells: string[]
  key: string
  state: RowState
  problems: CellProblem[] | null
  becomesId: string | null
  gaps: Finding[]
}
export type Counts = Readonly<Record<RowState, number>>
/** Where a walk over the rows has come to. */
export type At = Readonly<{ key: string; lineNo: number }>

const columns = (
  db: Db,
) => db`i.id, i.number, i.kind, i.name, i.reference, i.header, i.made_by, i.made_at, i.read_at, i.judged_at, i.mode, i.asked_by,
  i.asked_by_id, i.asked_at, i.ended_at, i.refused, i.mapping, i.seen, i.said_by, i.said_at, i.keyed_at, i.sheet, i.sheets`

const counted = (db: Db) => db`
  count(*) filter (where state = 'new')::int as new, count(*) filter (where state = 'good')::int as good,
  count(*) filter (where state = 'wrong')::int as wrong, count(*) filter (where state = 'known')::int as known,
  count(*) filter (where state = 'committed')::int as committed`

export const importById = (db: Db, id: string) => db<ImportRow[]>`
  select ${columns(db)} from imports.import i where i.account_id = ${db.act.accountId} and i.id = ${id}`

/** Who works on its rows holds this lock. */
export const lockImport = (tx: Tx, id: string) => tx<ImportRow[]>`
  select ${columns(tx)} from imports.import i where i.account_id = ${tx.act.accountId} and i.id = ${id} for update`

export const importList = (db: Db, { after, limit }: { after: string | null; limit: number }) => db<
  (ImportRow & Counts)[]
>`
  select ${columns(db)}, n.* from imports.import i
  cross join lateral (select ${counted(db)} from imports.row r where r.account_id = i.account_id and r.import_id = i.id) n
  where i.account_id = ${db.act.accountId}
    ${after ? db`and (i.made_at, i.id) < (select made_at, id from imports.import where account_id = ${db.act.accountId} and id = ${after})` : db``}
  order by i.made_at desc, i.id desc limit ${limit}`

export const countRows = (db: Db, importId: string) => db<Counts[]>`
  select ${counted(db)} from imports.row where account_id = ${db.act.accountId} and import_id = ${importId}`

type NewImport = Pick<ImportRow, 'id' | 'number' | 'kind' | 'name' | 'reference'>
export const insertImport = (tx: Tx, i: NewImport) => tx`
  insert into imports.import (account_id, id, number, kind, name, reference, header, made_by, made_by_id, made_at)
  values (${tx.act.accountId}, ${i.id}, ${i.number}, ${i.kind}, ${i.name}, ${i.reference}, '{}', ${tx.act.actorName}, ${tx.act.actorId}, ${tx.act.at})`

export const insertRows = (tx: Tx, importId: string, rows: readonly Pick<SheetRow, 'lineNo' | 'cells' | 'key'>[]) => tx`
  insert into imports.row (account_id, import_id, line_no, cells, key)
  select ${tx.act.accountId}, ${importId}, r.line_no, r.cells::jsonb, r.key
  from unnest(${rows.map((r) => r.lineNo)}::int[], ${rows.map((r) => JSON.stringify(r.cells))}::text[], ${rows.map((r) => r.key)}::text[])
    as r(line_no, cells, key)`

/** Nothing where it is gone. */
export const importIsHeard = (tx: Tx, importId: string) => tx<{ id: string }[]>`
  update imports.import set heard_at = ${tx.act.at} where account_id = ${tx.act.accountId} and id = ${importId} returning id`

/** Those that nobody writes to at this moment. */
export const uploadsSilentSince = (tx: Tx, since: Instant) => tx<Pick<ImportRow, 'id' | 'number' | 'name'>[]>`
  select id, number, name from imports.import
  where account_id = ${tx.act.accountId} and read_at is null and coalesce(heard_at, made_at) < ${since}
  order by id for update skip locked`

export type FileRead = Readonly<{
  header: readonly string[]
  mapping: Mapping
  seen: readonly ColumnSeen[]
  said: Said | null
  book: Book | null
}>
export type Said = Readonly<{ saidBy: string; saidAt: Instant }>

export const importIsRead = (tx: Tx, importId: string, { header, mapping, seen, said, book }: FileRead) => tx`
  update imports.import set read_at = ${tx.act.at}, keyed_at = ${tx.act.at}, header = ${header as string[]}::text[],
    mapping = ${JSON.stringify(mapping)}::text::jsonb, seen = ${JSON.stringify(seen)}::text::jsonb,
    said_by = ${said?.saidBy ?? null}, said_at = ${said?.saidAt ?? null},
    sheet = ${book?.sheet ?? null}, sheets = ${(book?.sheets ?? []) as string[]}::text[]
  where account_id = ${tx.act.accountId} and id = ${importId}`

export const importIsJudged = (tx: Tx, importId: string) => tx`
  update imports.import set judged_at = ${tx.act.at} where account_id = ${tx.act.accountId} and id = ${importId}`

export const importIsNotJudged = (tx: Tx, importId: string) => tx`
  update imports.import set judged_at = null, refused = null where account_id = ${tx.act.accountId} and id = ${importId}`

export const rowsAreNew = (tx: Tx, importId: string) => tx`
  update imports.row set state = 'new', problems = null, becomes_id = null
  where account_id = ${tx.act.accountId} and import_id = ${importId} and state <> 'committed'`

export const commitIsAsked = (tx: Tx, importId: string, mode: CommitMode) => tx`
  update imports.import set mode = ${mode}, asked_by = ${tx.act.actorName}, asked_by_id = ${tx.act.actorId}, asked_at = ${tx.act.at}, refused = null
  where account_id = ${tx.act.accountId} and id = ${importId}`

export const commitEnds = (tx: Tx, importId: string) => tx`
  update imports.import set ended_at = ${tx.act.at} where account_id = ${tx.act.accountId} and id = ${importId}`

/** What it said is no longer so. */
export const refusalIsOver = (tx: Tx, importId: string) => tx`
  update imports.import set refused = null where account_id = ${tx.act.accountId} and id = ${importId}`

/** Nothing was written; it can be asked for again. */
export const commitIsRefused = (tx: Tx, importId: string, why: string) => tx`
  update imports.import set mode = null, asked_by = null, asked_by_id = null, asked_at = null, refused = ${why}
  where account_id = ${tx.act.accountId} and id = ${importId}`

export const deleteRows = (tx: Tx, importId: string) =>
  tx`delete from imports.row where account_id = ${tx.act.accountId} and import_id = ${importId}`

export const deleteImport = (tx: Tx, importId: string) =>
  tx`delete from imports.import where account_id = ${tx.act.accountId} and id = ${importId}`

const rowColumns = (db: Db) => db`line_no, cells, key, state, problems, becomes_id, gaps`

type InTurn = Readonly<{ after: At | null; good: boolean; limit: number }>

/** In the order in which they are judged and committed: all that were not committed, or the good ones. */
export const rowsInTurn = (db: Db, importId: string, { after, good, limit }: InTurn) => db<SheetRow[]>`
  select ${rowColumns(db)} from imports.row
  where account_id = ${db.act.accountId} and import_id = ${importId} and ${good ? db`state = 'good'` : db`state <> 'committed'`}
    ${beyond(db, after)}
  order by key, line_no limit ${limit}`

const beyond = (db: Db, after: At | null): SqlPart =>
  after ? db`and (key, line_no) > (${after.key}, ${after.lineNo})` : db``

type Listed = Readonly<{ state: RowState | null; gap: Finding | null; after: number; limit: number }>

/** In the order of the file. */
export const rowsOfFile = (db: Db, importId: string, { state, gap, after, limit }: Listed) => db<SheetRow[]>`
  select ${rowColumns(db)} from imports.row
  where account_id = ${db.act.accountId} and import_id = ${importId} and line_no > ${after}
    ${state ? db`and state = ${state}` : db``} ${gap ? db`and ${gap} = any(gaps)` : db``}
  order by line_no limit ${limit}`

/** As they came, in the order of the file. */
export const rowsAsSent = (db: Db, importId: string, { after, limit }: { after: number; limit: number }) => db<
  Pick<SheetRow, 'lineNo' | 'cells'>[]
>`
  select line_no, coalesce(sent, cells) as cells from imports.row
  where account_id = ${db.act.accountId} and import_id = ${importId} and line_no > ${after} order by line_no limit ${limit}`

export const rowAt = (db: Db, importId: string, lineNo: number) => db<SheetRow[]>`
  select ${rowColumns(db)} from imports.row where account_id = ${db.act.accountId} and import_id = ${importId} and line_no = ${lineNo}`

/** All that are of these keys, in the order in which they are judged. */
export const rowsOfKeys = (db: Db, importId: string, { keys, limit }: { keys: readonly string[]; limit: number }) => db<
  SheetRow[]
>`
  select ${rowColumns(db)} from imports.row
  where account_id = ${db.act.accountId} and import_id = ${importId} and key = any(${keys as string[]}::text[])
  order by key, line_no limit ${limit}`

/** Those of which there are more rows than so many. */
export const keysAbove = (db: Db, importId: string, { keys, most }: { keys: readonly string[]; most: number }) => db<
  Pick<SheetRow, 'key'>[]
>`
  select key from imports.row where account_id = ${db.act.accountId} and import_id = ${importId} and key = any(${keys as string[]}::text[])
  group by key having count(*) > ${most}`

export const mendCells = (tx: Tx, importId: string, row: Pick<SheetRow, 'lineNo' | 'cells' | 'key'>) => tx`
  update imports.row set cells = ${JSON.stringify(row.cells)}::text::jsonb, sent = coalesce(sent, cells), key = ${row.key}
  where account_id = ${tx.act.accountId} and import_id = ${importId} and line_no = ${row.lineNo}`
