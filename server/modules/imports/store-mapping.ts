/**
 * server/modules/imports/store-mapping.ts — the SQL of which column says what: of one file, and kept for the next.
 */
import type { ImportKind } from '#domain/imports/fields.ts'
import type { Mapping } from '#domain/imports/mapping.ts'
import type { Db, Tx } from '#platform/db.ts'
import type { Said } from './store.ts'

type Header = Readonly<{ kind: ImportKind; header: string }>

export const profileOf = (db: Db, { kind, header }: Header) => db<({ mapping: Mapping } & Said)[]>`
  select mapping, said_by, said_at from imports.profile
  where account_id = ${db.act.accountId} and kind = ${kind} and header = ${header}`

export const keepProfile = (tx: Tx, { kind, header }: Header, mapping: Mapping) => tx`
  insert into imports.profile (account_id, kind, header, mapping, said_by, said_at)
  values (${tx.act.accountId}, ${kind}, ${header}, ${JSON.stringify(mapping)}::text::jsonb, ${tx.act.actorName}, ${tx.act.at})
  on conflict (account_id, kind, header) do update set mapping = excluded.mapping, said_by = excluded.said_by, said_at = excluded.said_at`

/** The keys of its rows have to be made anew. */
export const columnsAreSaid = (tx: Tx, importId: string, mapping: Mapping) => tx`
  update imports.import set mapping = ${JSON.stringify(mapping)}::text::jsonb, said_by = ${tx.act.actorName}, said_at = ${tx.act.at}, keyed_at = null
  where account_id = ${tx.act.accountId} and id = ${importId}`

export const importIsKeyed = (tx: Tx, importId: string) => tx`
  update imports.import set keyed_at = ${tx.act.at} where account_id = ${tx.act.accountId} and id = ${importId}`

export const saveKeys = (tx: Tx, importId: string, rows: readonly { lineNo: number; key: string }[]) => tx`
  update imports.row r set key = v.key
  from unnest(${rows.map((r) => r.lineNo)}::int[], ${rows.map((r) => r.key)}::text[]) as v(line_no, key)
  where r.account_id = ${tx.act.accountId} and r.import_id = ${importId} and r.line_no = v.line_no and r.key <> v.key`
