/**
 * server/modules/closing/store.ts — the SQL of reports and closing files, and of what moved of recalled batches.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/db.ts'
import { netMoves } from '../stock/index.ts'
import type { StatusFacts } from './status-facts.ts'

export type ReportRow = {
  number: number
  facts: StatusFacts
  doneOn: CalendarDate | null
  note: string | null
  madeBy: string
  madeAt: Instant
}

export const reportsOf = (db: Db, recallId: string) => db<ReportRow[]>`
  select number, facts, done_on, note, made_by, made_at from closing.report where account_id = ${db.act.accountId} and recall_id = ${recallId} order by number`

export const insertReport = (tx: Tx, recallId: string, r: Omit<ReportRow, 'madeBy' | 'madeAt'>) => tx`
  insert into closing.report (account_id, recall_id, number, facts, done_on, note, made_by, made_at)
  values (${tx.act.accountId}, ${recallId}, ${r.number}, ${JSON.stringify(r.facts)}::text::jsonb, ${r.doneOn}, ${r.note}, ${tx.act.actorName}, ${tx.act.at})`

export type FileRow = { number: number; sha256: string; bytes: number; madeBy: string; madeAt: Instant }

/** In the order in which they were made; the last one stands. */
export const filesOf = (db: Db, recallId: string) => db<FileRow[]>`
  select number, sha256, length(content) as bytes, made_by, made_at from closing.file
  where account_id = ${db.act.accountId} and recall_id = ${recallId} order by number`

export const fileContent = (db: Db, recallId: string) => db<{ content: Buffer; number: number }[]>`
  select number, content from closing.file where account_id = ${db.act.accountId} and recall_id = ${recallId} order by number desc limit 1`

export const insertFile = (tx: Tx, recallId: string, f: { number: number; sha256: string; content: Uint8Array }) => tx`
  insert into closing.file (account_id, recall_id, number, sha256, content, made_by, made_at)
  values (${tx.act.accountId}, ${recallId}, ${f.number}, ${f.sha256}, ${Buffer.from(f.content)}, ${tx.act.actorName}, ${tx.act.at})`

type Of = Readonly<{ batchIds: readonly string[]; from: Instant; knownOn: Instant | null }>

export type CameOrWent = {
  at: Instant
  byName: string
  reason: 'return' | 'disposal'
  number: string | null
  quantity: number
}

/** What came back and what was destroyed since then, a row a document. */
export const cameOrWent = (db: Db, { batchIds, from, knownOn }: Of) => db<CameOrWent[]>`
  select min(m.recorded_at) as at, min(a.actor_name) as by_name, m.reason, coalesce(r.number, d.number) as number, sum(m.quantity)::bigint as quantity
  from ${netMoves(db, knownOn)} m
  join stock.move a on a.account_id = m.account_id and a.id = m.id
  left join returns.announced_return r on r.account_id = m.account_id and r.id = m.document_id
  left join disposals.disposal d on d.account_id = m.account_id and d.id = m.document_id
  where m.account_id = ${db.act.accountId} and m.batch_id = any(${batchIds as string[]}::uuid[]) and m.reason in ('return', 'disposal')
    and m.recorded_at >= ${from}
  group by m.document_id, m.reason, r.number, d.number order by 1, 4`

export type MoveRow = {
  occurredAt: Instant
  sku: string
  batchCode: string
  fromPlace: string
  toPlace: string
  quantity: number
  reason: string
  documentKind: string
  documentId: string
  undoes: string
  actorName: string
}

/** Every row of the ledger of these batches until then, in the order in which it was recorded. */
export const movesOf = (db: Db, { batchIds, knownOn }: Omit<Of, 'from'>) => db<MoveRow[]>`
  select m.occurred_at, p.sku, b.code as batch_code, f.code as from_place, t.code as to_place, m.quantity, m.reason, m.document_kind, m.document_id,
    coalesce(m.reverses_id::text, '') as undoes, m.actor_name
  from stock.move m
  join batches.batch b on b.account_id = m.account_id and b.id = m.batch_id
  join catalog.product p on p.account_id = m.account_id and p.id = m.product_id
  join places.place f on f.account_id = m.account_id and f.id = m.from_place_id
  join places.place t on t.account_id = m.account_id and t.id = m.to_place_id
  where m.account_id = ${db.act.accountId} and m.batch_id = any(${batchIds as string[]}::uuid[]) ${knownOn === null ? db`` : db`and m.recorded_at <= ${knownOn}`}
  order by m.id`

/** What customers are called where no name may stand. */
export const codesOfCustomers = (db: Db, ids: readonly string[]) => db<{ id: string; code: string }[]>`
  select id, code from catalog.customer where account_id = ${db.act.accountId} and id = any(${ids as string[]}::uuid[])`
