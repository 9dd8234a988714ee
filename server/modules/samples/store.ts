/**
 * server/modules/samples/store.ts — the SQL of samples and of the rules by which they are taken.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/db.ts'

export type RuleRow = {
  productId: string
  sku: string
  productName: string
  units: number
  keepMonths: number
  keptAt: string | null
  setBy: string
  setAt: Instant
}

export const rulesOf = (db: Db, productIds: readonly string[] | null) => db<RuleRow[]>`
  select r.product_id, p.sku, p.name as product_name, r.units, r.keep_months, r.kept_at, r.set_by, r.set_at
  from samples.rule r join catalog.product p on p.account_id = r.account_id and p.id = r.product_id
  where r.account_id = ${db.act.accountId} ${productIds === null ? db`` : db`and r.product_id = any(${productIds as string[]}::uuid[])`}
  order by p.sku`

export const putRule = (tx: Tx, r: Pick<RuleRow, 'productId' | 'units' | 'keepMonths' | 'keptAt'>) => tx`
  insert into samples.rule (account_id, product_id, units, keep_months, kept_at, set_by, set_at)
  values (${tx.act.accountId}, ${r.productId}, ${r.units}, ${r.keepMonths}, ${r.keptAt}, ${tx.act.actorName}, ${tx.act.at})
  on conflict (account_id, product_id) do update set units = excluded.units, keep_months = excluded.keep_months, kept_at = excluded.kept_at,
    set_by = excluded.set_by, set_at = excluded.set_at`

export type SampleRow = {
  id: string
  number: string
  batchId: string
  warehouseId: string
  receiptId: string | null
  quantity: number
  keptAt: string | null
  dueOn: CalendarDate
  dueBecause: string | null
  keepMonths: number | null
  note: string | null
}

export const insertSamples = (tx: Tx, rows: readonly SampleRow[]) => tx`
  insert into samples.sample (account_id, id, number, batch_id, warehouse_id, receipt_id, quantity, kept_at, due_on, due_because, keep_months,
    note, taken_by, taken_at)
  select ${tx.act.accountId}, s.id, s.number, s.batch, s.warehouse, s.receipt, s.quantity, s.kept_at, s.due_on, s.because, s.months, s.note,
    ${tx.act.actorName}, ${tx.act.at}
  from unnest(${rows.map((s) => s.id)}::uuid[], ${rows.map((s) => s.number)}::text[], ${rows.map((s) => s.batchId)}::uuid[],
    ${rows.map((s) => s.warehouseId)}::uuid[], ${rows.map((s) => s.receiptId)}::uuid[], ${rows.map((s) => s.quantity)}::bigint[],
    ${rows.map((s) => s.keptAt)}::text[], ${rows.map((s) => s.dueOn)}::date[], ${rows.map((s) => s.dueBecause)}::text[],
    ${rows.map((s) => s.keepMonths)}::int[], ${rows.map((s) => s.note)}::text[])
    as s(id, number, batch, warehouse, receipt, quantity, kept_at, due_on, because, months, note)`

export const updateSample = (tx: Tx, s: Pick<SampleRow, 'id' | 'dueOn' | 'dueBecause' | 'keepMonths' | 'keptAt'>) => tx`
  update samples.sample set due_on = ${s.dueOn}, due_because = ${s.dueBecause}, keep_months = ${s.keepMonths}, kept_at = ${s.keptAt}
  where account_id = ${tx.act.accountId} and id = ${s.id}`

/** Units of these batches that were ever taken as samples, less what was undone. */
export const takenOf = (db: Db, batchIds: readonly string[]) => db<{ batchId: string; units: number }[]>`
  select s.batch_id, coalesce(sum(m.quantity), 0)::bigint as units
  from samples.sample s
  join stock.net_move m on m.account_id = s.account_id and m.document_id = s.id and m.reason = 'sample'
  join places.place t on t.account_id = m.account_id and t.id = m.to_place_id and t.kind = 'sample'
  where s.account_id = ${db.act.accountId} and s.batch_id = any(${batchIds as string[]}::uuid[]) group by s.batch_id`

export type SampleView = SampleRow & {
  batchCode: string
  expiresOn: CalendarDate | null
  productId: string
  sku: string
  productName: string
  warehouseCode: string
  timeZone: string
  takenBy: string
  takenAt: Instant
  left: number
  used: number
  destroyed: number
  returned: number
}

export type SampleFilter = Readonly<{
  ref: string | null
  id: string | null
  state: 'kept' | 'due' | 'gone' | null
  /** The day it is in each warehouse; for the state `due`. */
  days: readonly Readonly<{ warehouseId: string; day: CalendarDate }>[]
  batchId: string | null
  productId: string | null
  receiptId: string | null
  after: { dueOn: CalendarDate; id: string } | null
  limit: number
}>

export const noFilter: SampleFilter = {
  ref: null,
  id: null,
  state: null,
  days: [],
  batchId: null,
  productId: null,
  receiptId: null,
  after: null,
  limit: 1,
}

const dayThere = (db: Db, { days }: SampleFilter) => db`(
  select d.day from unnest(${days.map((d) => d.warehouseId)}::uuid[], ${days.map((d) => d.day)}::date[]) as d(warehouse, day) where d.warehouse = s.warehouse_id)`

/** Those first that are due first. */
export const sampleList = (db: Db, f: SampleFilter) => db<SampleView[]>`
  select s.id, s.number, s.batch_id, s.warehouse_id, s.receipt_id, s.quantity, s.kept_at, s.due_on, s.due_because, s.keep_months, s.note,
    s.taken_by, s.taken_at, b.code as batch_code, b.expires_on, b.product_id, p.sku, p.name as product_name, w.code as warehouse_code,
    w.time_zone, m.left, m.used, m.destroyed, m.returned
  from samples.sample s
  join batches.batch b on b.account_id = s.account_id and b.id = s.batch_id
  join catalog.product p on p.account_id = b.account_id and p.id = b.product_id
  join places.warehouse w on w.account_id = s.account_id and w.id = s.warehouse_id
  cross join lateral (
    select coalesce(sum(case when t.kind = 'sample' then m.quantity else -m.quantity end), 0)::bigint as left,
      coalesce(sum(case when t.kind = 'production' then m.quantity when f.kind = 'production' then -m.quantity end), 0)::bigint as used,
      coalesce(sum(case when t.kind = 'scrap' then m.quantity when f.kind = 'scrap' then -m.quantity end), 0)::bigint as destroyed,
      coalesce(sum(case when f.kind = 'sample' and t.warehouse_id is not null and m.reason = 'sample' then m.quantity
        when t.kind = 'sample' and m.reason = 'reversal' and f.warehouse_id is not null then -m.quantity end), 0)::bigint as returned
    from stock.move m
    join places.place f on f.account_id = m.account_id and f.id = m.from_place_id
    join places.place t on t.account_id = m.account_id and t.id = m.to_place_id
    where m.account_id = s.account_id and m.document_id = s.id) m
  where s.account_id = ${db.act.accountId}
    ${f.ref === null ? db`` : db`and s.number = ${f.ref}`}
    ${f.id === null ? db`` : db`and s.id = ${f.id}`}
    ${f.batchId === null ? db`` : db`and s.batch_id = ${f.batchId}`}
    ${f.productId === null ? db`` : db`and b.product_id = ${f.productId}`}
    ${f.receiptId === null ? db`` : db`and s.receipt_id = ${f.receiptId}`}
    ${f.state === null ? db`` : f.state === 'gone' ? db`and m.left = 0` : db`and m.left > 0`}
    ${f.state === 'due' ? db`and s.due_on <= ${dayThere(db, f)}` : db``}
    ${f.after === null ? db`` : db`and (s.due_on, s.id) > (${f.after.dueOn}::date, ${f.after.id}::uuid)`}
  order by s.due_on, s.id limit ${f.limit}`
