/**
 * server/modules/batches/store.ts — the SQL of batches.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import type { DateKind } from '#domain/shelf-life.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db, SqlPart, Tx } from '#platform/db.ts'

export type DateSource = 'scanned' | 'typed' | 'computed' | 'inherited' | 'corrected' | 'imported'

export type BatchRow = {
  id: string
  productId: string
  kind: 'batch' | 'untracked'
  code: string
  codeAsGiven: string
  lookAlikeKey: string
  identitySupplier: string
  supplierId: string | null
  supplierLot: string | null
  originCountry: string | null
  producedOn: CalendarDate | null
  expiresOn: CalendarDate | null
  firstReceivedOn: CalendarDate | null
  attributes: Record<string, unknown>
  createdAt: Instant
  /** The batch that its goods are now. */
  mergedIntoId: string | null
}
export type BatchListRow = BatchRow & {
  sku: string
  productName: string
  supplierName: string | null
  expiresOnSource: DateSource | null
  mergedIntoCode: string | null
  formerCodes: string[]
}
export type BatchDateRow = {
  id: string
  batchId: string
  kind: DateKind
  onDate: CalendarDate
  source: DateSource
  explanation: string | null
  reason: string | null
  actorName: string
  recordedAt: Instant
  withdrawnBy: string | null
  withdrawnAt: Instant | null
  withdrawReason: string | null
}
type Recorded = 'actorName' | 'recordedAt' | 'withdrawnBy' | 'withdrawnAt' | 'withdrawReason'
export type NewStatement = Omit<BatchDateRow, Recorded>

const columns = (
  db: Db,
) => db`b.id, b.product_id, b.kind, b.code, b.code_as_given, b.look_alike_key, b.identity_supplier,
  b.supplier_id, b.supplier_lot, b.origin_country, b.produced_on, b.expires_on, b.first_received_on, b.attributes, b.created_at,
  b.merged_into as merged_into_id`

export const batchesById = (db: Db, ids: readonly string[]) => db<BatchRow[]>`
  select ${columns(db)} from batches.batch b where b.account_id = ${db.act.accountId} and b.id = any(${ids as string[]}::uuid[])`

/** A batch and one of the codes by which it is found: its own, one that it had, or that of a batch merged into it. */
export type KnownAs = { called: string; calledSupplier: string; calledKey: string }

/** Every batch of these products of which a person could take a code for one of the keys; once for each of its codes. */
export const batchesLookingLike = (db: Db, keys: readonly { productId: string; lookAlikeKey: string }[]) => db<
  (BatchRow & KnownAs)[]
>`
  select distinct ${columns(db)}, n.code as called, n.identity_supplier as called_supplier, n.look_alike_key as called_key
  from unnest(${keys.map((k) => k.productId)}::uuid[], ${keys.map((k) => k.lookAlikeKey)}::text[]) as k(product_id, look_alike_key)
  join batches.known_as n on n.account_id = ${db.act.accountId} and n.product_id = k.product_id and n.look_alike_key = k.look_alike_key
  join batches.batch b on b.account_id = ${db.act.accountId} and b.id = n.batch_id`

export const insertBatches = (tx: Tx, rows: readonly BatchRow[]) => tx`
  insert into batches.batch (account_id, id, product_id, kind, code, code_as_given, look_alike_key, identity_supplier, supplier_id,
    supplier_lot, origin_country, produced_on, expires_on, first_received_on, created_at)
  select ${tx.act.accountId}, b.id, b.product_id, b.kind, b.code, b.given, b.look_alike_key, b.identity_supplier, b.supplier_id,
    b.supplier_lot, b.origin_country, b.produced_on, b.expires_on, b.first_received_on, ${tx.act.at}
  from unnest(${rows.map((b) => b.id)}::uuid[], ${rows.map((b) => b.productId)}::uuid[], ${rows.map((b) => b.kind)}::text[],
    ${rows.map((b) => b.code)}::text[], ${rows.map((b) => b.codeAsGiven)}::text[], ${rows.map((b) => b.lookAlikeKey)}::text[],
    ${rows.map((b) => b.identitySupplier)}::uuid[], ${rows.map((b) => b.supplierId)}::uuid[], ${rows.map((b) => b.supplierLot)}::text[],
    ${rows.map((b) => b.originCountry)}::text[], ${rows.map((b) => b.producedOn)}::date[], ${rows.map((b) => b.expiresOn)}::date[],
    ${rows.map((b) => b.firstReceivedOn)}::date[])
    as b(id, product_id, kind, code, given, look_alike_key, identity_supplier, supplier_id, supplier_lot, origin_country, produced_on, expires_on, first_received_on)`

export const insertDates = (tx: Tx, rows: readonly NewStatement[]) => tx`
  insert into batches.batch_date (account_id, id, batch_id, kind, on_date, source, explanation, reason, actor_name, recorded_at)
  select ${tx.act.accountId}, d.id, d.batch_id, d.kind, d.on_date, d.source, d.explanation, d.reason, ${tx.act.actorName}, ${tx.act.at}
  from unnest(${rows.map((d) => d.id)}::uuid[], ${rows.map((d) => d.batchId)}::uuid[], ${rows.map((d) => d.kind)}::text[],
    ${rows.map((d) => d.onDate)}::date[], ${rows.map((d) => d.source)}::text[], ${rows.map((d) => d.explanation)}::text[],
    ${rows.map((d) => d.reason)}::text[]) as d(id, batch_id, kind, on_date, source, explanation, reason)`

export const datesOf = (db: Db, batchId: string) => db<BatchDateRow[]>`
  select id, batch_id, kind, on_date, source, explanation, reason, actor_name, recorded_at, withdrawn_by, withdrawn_at, withdraw_reason
  from batches.batch_date
  where account_id = ${db.act.accountId} and batch_id = ${batchId} order by id desc`

/** From now on these do not stand. */
export const withdrawDates = (tx: Tx, ids: readonly string[], reason: string) => tx`
  update batches.batch_date set withdrawn_by = ${tx.act.actorName}, withdrawn_at = ${tx.act.at}, withdraw_reason = ${reason}
  where account_id = ${tx.act.accountId} and id = any(${ids as string[]}::uuid[])`

/** The newest statement of each kind. */
export const standingDatesOf = (db: Db, batchIds: readonly string[]) => db<
  Pick<BatchDateRow, 'batchId' | 'kind' | 'onDate'>[]
>`
  select distinct on (batch_id, kind) batch_id, kind, on_date from batches.batch_date
  where account_id = ${db.act.accountId} and batch_id = any(${batchIds as string[]}::uuid[]) and withdrawn_at is null
  order by batch_id, kind, id desc`

export const updateBatchDates = (
  tx: Tx,
  batch: { id: string; producedOn: CalendarDate | null; expiresOn: CalendarDate | null },
) => tx`
  update batches.batch set produced_on = ${batch.producedOn}, expires_on = ${batch.expiresOn}
  where account_id = ${tx.act.accountId} and id = ${batch.id}`

export const updateBatch = (tx: Tx, b: Pick<BatchRow, 'id' | 'supplierLot' | 'originCountry' | 'attributes'>) => tx`
  update batches.batch set supplier_lot = ${b.supplierLot}, origin_country = ${b.originCountry}, attributes = ${tx.json(b.attributes as never)}
  where account_id = ${tx.act.accountId} and id = ${b.id}`

/** What later deliveries said of a batch. */
export const updateLearned = (
  tx: Tx,
  rows: readonly Pick<BatchRow, 'id' | 'producedOn' | 'supplierLot' | 'originCountry'>[],
) => tx`
  update batches.batch b set produced_on = l.produced_on, supplier_lot = l.supplier_lot, origin_country = l.origin_country
  from unnest(${rows.map((b) => b.id)}::uuid[], ${rows.map((b) => b.producedOn)}::date[], ${rows.map((b) => b.supplierLot)}::text[],
    ${rows.map((b) => b.originCountry)}::text[]) as l(id, produced_on, supplier_lot, origin_country)
  where b.account_id = ${tx.act.accountId} and b.id = l.id`

/** Keeps the earliest day: goods that come back are not newer for it. */
export const markReceived = (tx: Tx, rows: readonly { batchId: string; day: CalendarDate }[]) => tx`
  update batches.batch b set first_received_on = least(b.first_received_on, r.day)
  from (select batch_id, min(day) as day from unnest(${rows.map((r) => r.batchId)}::uuid[], ${rows.map((r) => r.day)}::date[]) as r(batch_id, day)
    group by batch_id) r
  where b.account_id = ${tx.act.accountId} and b.id = r.batch_id and (b.first_received_on is null or b.first_received_on > r.day)`

/** Where it counts as received as early as `seen`, only because that of a batch merged into it did: it is the day of its own again. */
export const receivedFirst = (
  tx: Tx,
  { batchId, seen, day }: Readonly<{ batchId: string; seen: CalendarDate; day: CalendarDate }>,
) => tx`
  update batches.batch set first_received_on = ${day}
  where account_id = ${tx.act.accountId} and id = ${batchId} and first_received_on = ${seen} and ${day}::date > first_received_on`

export type BatchFilter = {
  ids: readonly string[] | null
  productId: string | null
  text: string | null
  expiresBefore: CalendarDate | null
  supplierLot: string | null
  /** Found by this very code, be it one that it had, or that of a batch merged into it. */
  called: string | null
  after: string | null
  limit: number
}

/** Batches `b` of which a code has the text in it, as they are now and as they were. */
const codeHas = (db: Db, text: string) => db`(strpos(lower(b.code), lower(${text})) > 0 or exists (
  select from batches.former_code f where f.account_id = b.account_id and f.batch_id = b.id and strpos(lower(f.code), lower(${text})) > 0))`

/** Only what is asked stands in the statement: a plan for any of them reads every batch of the account to find one. */
const narrowed = (
  db: Db,
  { ids, productId, text, called, expiresBefore, supplierLot, after }: BatchFilter,
): SqlPart => db`
    ${ids ? db`and b.id = any(${ids as string[]}::uuid[])` : db``}
    ${productId ? db`and b.product_id = ${productId}` : db``}
    ${text === null ? db`` : db`and (${codeHas(db, text)} or strpos(lower(p.sku), lower(${text})) > 0)`}
    ${called === null ? db`` : db`and b.id in (select n.batch_id from batches.known_as n where n.account_id = ${db.act.accountId} and n.code = ${called})`}
    ${expiresBefore ? db`and b.expires_on < ${expiresBefore}` : db``}
    ${supplierLot === null ? db`` : db`and b.supplier_lot = ${supplierLot}`}
    ${after ? db`and b.id < ${after}` : db``}`

export const batchList = (db: Db, f: BatchFilter) => db<BatchListRow[]>`
  select ${columns(db)}, p.sku, p.name as product_name, s.name as supplier_name, source.source as expires_on_source, now.code as merged_into_code,
    array(select f.code from batches.former_code f where f.account_id = b.account_id and f.batch_id = b.id order by f.until desc) as former_codes
  from batches.batch b
  join catalog.product p on p.account_id = b.account_id and p.id = b.product_id
  left join catalog.supplier s on s.account_id = b.account_id and s.id = b.supplier_id
  left join batches.batch now on now.account_id = b.account_id and now.id = b.merged_into
  left join lateral (
    select d.source from batches.batch_date d
    where d.account_id = b.account_id and d.batch_id = b.id and d.on_date = b.expires_on and d.kind <> 'produced' and d.withdrawn_at is null
    order by d.id desc limit 1) source on true
  where b.account_id = ${db.act.accountId}
    ${narrowed(db, f)}
  order by b.id desc limit ${f.limit}`
