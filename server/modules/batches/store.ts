/**
 * server/modules/batches/store.ts — the SQL of batches.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import type { DateKind } from '#domain/shelf-life.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/db.ts'

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
}
export type BatchListRow = BatchRow & {
  sku: string
  productName: string
  supplierName: string | null
  expiresOnSource: DateSource | null
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
}

const columns = (
  db: Db,
) => db`b.id, b.product_id, b.kind, b.code, b.code_as_given, b.look_alike_key, b.identity_supplier,
  b.supplier_id, b.supplier_lot, b.origin_country, b.produced_on, b.expires_on, b.first_received_on, b.attributes, b.created_at`

export const batchesById = (db: Db, ids: readonly string[]) => db<BatchRow[]>`
  select ${columns(db)} from batches.batch b where b.account_id = ${db.act.accountId} and b.id = any(${ids as string[]}::uuid[])`

/** Every batch of these products whose code a person could take for one of the keys. */
export const batchesLookingLike = (db: Db, keys: readonly { productId: string; lookAlikeKey: string }[]) => db<
  BatchRow[]
>`
  select distinct ${columns(db)} from unnest(${keys.map((k) => k.productId)}::uuid[], ${keys.map((k) => k.lookAlikeKey)}::text[]) as k(product_id, look_alike_key)
  join batches.batch b on b.account_id = ${db.act.accountId} and b.product_id = k.product_id and b.look_alike_key = k.look_alike_key`

export const insertBatches = (tx: Tx, rows: readonly BatchRow[]) => tx`
  insert into batches.batch (account_id, id, product_id, kind, code, code_as_given, look_alike_key, identity_supplier, supplier_id,
    supplier_lot, origin_country, produced_on, expires_on, created_at)
  select ${tx.act.accountId}, b.id, b.product_id, b.kind, b.code, b.given, b.look_alike_key, b.identity_supplier, b.supplier_id,
    b.supplier_lot, b.origin_country, b.produced_on, b.expires_on, ${tx.act.at}
  from unnest(${rows.map((b) => b.id)}::uuid[], ${rows.map((b) => b.productId)}::uuid[], ${rows.map((b) => b.kind)}::text[],
    ${rows.map((b) => b.code)}::text[], ${rows.map((b) => b.codeAsGiven)}::text[], ${rows.map((b) => b.lookAlikeKey)}::text[],
    ${rows.map((b) => b.identitySupplier)}::uuid[], ${rows.map((b) => b.supplierId)}::uuid[], ${rows.map((b) => b.supplierLot)}::text[],
    ${rows.map((b) => b.originCountry)}::text[], ${rows.map((b) => b.producedOn)}::date[], ${rows.map((b) => b.expiresOn)}::date[])
    as b(id, product_id, kind, code, given, look_alike_key, identity_supplier, supplier_id, supplier_lot, origin_country, produced_on, expires_on)`

export const insertDates = (tx: Tx, rows: readonly Omit<BatchDateRow, 'actorName' | 'recordedAt'>[]) => tx`
  insert into batches.batch_date (account_id, id, batch_id, kind, on_date, source, explanation, reason, actor_name, recorded_at)
  select ${tx.act.accountId}, d.id, d.batch_id, d.kind, d.on_date, d.source, d.explanation, d.reason, ${tx.act.actorName}, ${tx.act.at}
  from unnest(${rows.map((d) => d.id)}::uuid[], ${rows.map((d) => d.batchId)}::uuid[], ${rows.map((d) => d.kind)}::text[],
    ${rows.map((d) => d.onDate)}::date[], ${rows.map((d) => d.source)}::text[], ${rows.map((d) => d.explanation)}::text[],
    ${rows.map((d) => d.reason)}::text[]) as d(id, batch_id, kind, on_date, source, explanation, reason)`

export const datesOf = (db: Db, batchId: string) => db<BatchDateRow[]>`
  select id, batch_id, kind, on_date, source, explanation, reason, actor_name, recorded_at from batches.batch_date
  where account_id = ${db.act.accountId} and batch_id = ${batchId} order by id desc`

/** The newest statement of each kind. */
export const standingDatesOf = (db: Db, batchIds: readonly string[]) => db<
  Pick<BatchDateRow, 'batchId' | 'kind' | 'onDate'>[]
>`
  select distinct on (batch_id, kind) batch_id, kind, on_date from batches.batch_date
  where account_id = ${db.act.accountId} and batch_id = any(${batchIds as string[]}::uuid[]) order by batch_id, kind, id desc`

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

export type BatchFilter = {
  ids: readonly string[] | null
  productId: string | null
  text: string | null
  expiresBefore: CalendarDate | null
  supplierLot: string | null
  after: string | null
  limit: number
}

export const batchList = (db: Db, f: BatchFilter) => db<BatchListRow[]>`
  select ${columns(db)}, p.sku, p.name as product_name, s.name as supplier_name, source.source as expires_on_source
  from batches.batch b
  join catalog.product p on p.account_id = b.account_id and p.id = b.product_id
  left join catalog.supplier s on s.account_id = b.account_id and s.id = b.supplier_id
  left join lateral (
    select d.source from batches.batch_date d
    where d.account_id = b.account_id and d.batch_id = b.id and d.on_date = b.expires_on and d.kind <> 'produced'
    order by d.id desc limit 1) source on true
  where b.account_id = ${db.act.accountId}
    and (${f.ids as string[] | null}::uuid[] is null or b.id = any(${f.ids as string[] | null}::uuid[]))
    and (${f.productId}::uuid is null or b.product_id = ${f.productId}::uuid)
    and (${f.text}::text is null or strpos(lower(b.code), lower(${f.text})) > 0 or strpos(lower(p.sku), lower(${f.text})) > 0)
    and (${f.expiresBefore}::date is null or b.expires_on < ${f.expiresBefore}::date)
    and (${f.supplierLot}::text is null or b.supplier_lot = ${f.supplierLot})
    and (${f.after}::uuid is null or b.id < ${f.after}::uuid)
  order by b.id desc limit ${f.limit}`
