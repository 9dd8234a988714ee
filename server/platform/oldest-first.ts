/**
 * server/platform/oldest-first.ts — a list that begins with what has waited longest, page by page, and how long it is in all.
 */
import type { Db, SqlPart } from './db.ts'
import { joinsAsWritten } from './plans.ts'

type Ask = Readonly<{ after: Readonly<{ since: string; key: string }> | null; limit: number }>

/** `rows` select a `since` and, as text, a `key` that no other row has. Two that are as old go in the order of their keys' letters. */
const page = <Row>(db: Db, rows: SqlPart, { after, limit }: Ask) => db<(Row & { total: number })[]>`
  with waiting as materialized (${rows})
  select w.*, (select count(*)::int from waiting) as total from waiting w
  ${after ? db`where (w.since, w.key collate "C") > (${after.since}::timestamptz, ${after.key} collate "C")` : db``}
  order by w.since, w.key collate "C" limit ${limit}`

type Reading<Row, Told> = Readonly<{ rows: SqlPart; ask: Ask; tell: (row: Row) => Told }>

/** `total` counts all rows, whichever page it is; a page without rows does not tell it, and says 0. */
export async function oldestFirst<Row, Told>(db: Db, { rows, ask, tell }: Reading<Row, Told>) {
  const [, found] = await Promise.all([joinsAsWritten(db), page<Row>(db, rows, ask)])
  return { total: found[0]?.total ?? 0, items: found.map(({ total: _, ...row }) => tell(row as Row)) }
}
