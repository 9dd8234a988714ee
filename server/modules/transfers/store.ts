/**
 * server/modules/transfers/store.ts — the SQL of transfers, their lines, and what people said of goods that did not come.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/db.ts'

export type TransferRow = {
  id: string
  number: string
  fromWarehouseId: string
  toWarehouseId: string
  note: string | null
  requestedBy: string
  requestedAt: Instant
  approvedBy: string | null
  approvedAt: Instant | null
  cancelledBy: string | null
  cancelledAt: Instant | null
  cancelReason: string | null
}
export type NewTransferRow = Pick<TransferRow, 'id' | 'number' | 'fromWarehouseId' | 'toWarehouseId' | 'note'>
/** `quantity`: as first asked, in base units. */
export type NewTransferLine = Readonly<{
  id: string
  lineNo: number
  productId: string
  quantity: number
  batchId: string | null
  reason: string | null
}>
export type TransferLineRow = NewTransferLine & {
  sku: string
  productName: string
  baseUnit: 'each' | 'gram' | 'millilitre'
  tracking: 'none' | 'batch' | 'serial'
  batchCode: string | null
  expiresOn: CalendarDate | null // of that batch
}

export const insertTransfer = (tx: Tx, t: NewTransferRow) => tx`
  insert into transfers.transfer (account_id, id, number, from_warehouse_id, to_warehouse_id, note, requested_by, requested_at)
  values (${tx.act.accountId}, ${t.id}, ${t.number}, ${t.fromWarehouseId}, ${t.toWarehouseId}, ${t.note}, ${tx.act.actorName}, ${tx.act.at})`

export const insertLines = (tx: Tx, transferId: string, rows: readonly NewTransferLine[]) => tx`
  insert into transfers.transfer_line (account_id, id, transfer_id, line_no, product_id, quantity, batch_id, reason)
  select ${tx.act.accountId}, l.id, ${transferId}, l.line_no, l.product, l.quantity, l.batch, l.reason
  from unnest(${rows.map((l) => l.id)}::uuid[], ${rows.map((l) => l.lineNo)}::int[], ${rows.map((l) => l.productId)}::uuid[],
    ${rows.map((l) => l.quantity)}::bigint[], ${rows.map((l) => l.batchId)}::uuid[], ${rows.map((l) => l.reason)}::text[])
    as l(id, line_no, product, quantity, batch, reason)`

const columns = (
  db: Db,
) => db`t.id, t.number, t.from_warehouse_id, t.to_warehouse_id, t.note, t.requested_by, t.requested_at, t.approved_by,
  t.approved_at, t.cancelled_by, t.cancelled_at, t.cancel_reason`

/** Held until the end, so that a transfer is not approved, cancelled and sent at once. Taken after the products' locks. */
export const lockTransfer = (tx: Tx, id: string) => tx<TransferRow[]>`
  select ${columns(tx)} from transfers.transfer t where t.account_id = ${tx.act.accountId} and t.id = ${id} for no key update`

export const transferLines = (db: Db, transferId: string) => db<TransferLineRow[]>`
  select l.id, l.line_no, l.product_id, l.quantity, l.batch_id, l.reason, p.sku, p.name as product_name, p.base_unit, p.tracking, b.code as batch_code,
    b.expires_on
  from transfers.transfer_line l
  join catalog.product p on p.account_id = l.account_id and p.id = l.product_id
  left join batches.batch b on b.account_id = l.account_id and b.id = l.batch_id
  where l.account_id = ${db.act.accountId} and l.transfer_id = ${transferId} order by l.line_no`

export const productsOfTransfer = (db: Db, transferId: string) => db<{ productId: string }[]>`
  select distinct product_id from transfers.transfer_line where account_id = ${db.act.accountId} and transfer_id = ${transferId}`

export const markApproved = (tx: Tx, id: string) => tx`
  update transfers.transfer set approved_by = ${tx.act.actorName}, approved_at = ${tx.act.at} where account_id = ${tx.act.accountId} and id = ${id}`

export const markCancelled = (tx: Tx, { id, reason }: Readonly<{ id: string; reason: string }>) => tx`
  update transfers.transfer set cancelled_by = ${tx.act.actorName}, cancelled_at = ${tx.act.at}, cancel_reason = ${reason}
  where account_id = ${tx.act.accountId} and id = ${id}`

/** Batches that lines name by their code, or one that they had, of the products they name; of merged ones the one that is meant now. */
export const batchesNamed = (db: Db, named: readonly Readonly<{ productId: string; batch: string }>[]) => db<
  { name: string; id: string; productId: string; code: string; expiresOn: CalendarDate | null }[]
>`
  select distinct n.batch as name, b.id, b.product_id, b.code, b.expires_on
  from (select distinct * from unnest(${named.map((n) => n.productId)}::uuid[], ${named.map((n) => n.batch)}::text[]) as n(product_id, batch)) n
  join lateral (
    select k.batch_id from batches.known_as k where k.account_id = ${db.act.accountId} and k.product_id = n.product_id and k.code = n.batch
    union
    select coalesce(o.merged_into, o.id) from batches.batch o
    where o.account_id = ${db.act.accountId} and o.product_id = n.product_id and o.id::text = n.batch) meant on true
  join batches.batch b on b.account_id = ${db.act.accountId} and b.id = meant.batch_id`

export type PromisedPart = {
  lineId: string
  lineNo: number
  productId: string
  sku: string
  tracking: 'none' | 'batch' | 'serial'
  batchId: string
  batchCode: string
  expiresOn: CalendarDate | null
  placeId: string
  placeCode: string
  placeKind: 'storage' | 'dock' | 'quarantine'
  quantity: number
  takesExpired: boolean
}

/** What lies ready to be picked: what is promised to the lines, in the order of the bins within each. */
export const promisedParts = (db: Db, transferId: string) => db<PromisedPart[]>`
  select l.id as line_id, l.line_no, l.product_id, p.sku, p.tracking, r.batch_id, b.code as batch_code, b.expires_on, r.place_id, pl.code as place_code,
    pl.kind as place_kind, r.quantity, d.takes_expired
  from transfers.transfer_line l
  join stock.demand d on d.account_id = l.account_id and d.id = l.id
  join stock.reservation r on r.account_id = l.account_id and r.demand_id = l.id
  join catalog.product p on p.account_id = l.account_id and p.id = l.product_id
  join batches.batch b on b.account_id = r.account_id and b.id = r.batch_id
  join places.place pl on pl.account_id = r.account_id and pl.id = r.place_id
  where l.account_id = ${db.act.accountId} and l.transfer_id = ${transferId}
  order by l.line_no, b.expires_on nulls last, b.code, pl.code`

export type NewDiscrepancy = Readonly<{
  id: string
  lineId: string
  batchId: string
  kind: 'missing' | 'lost' | 'found' | 'damaged' | 'wrong_batch'
  quantity: number
  otherBatchId: string | null
  reason: string | null
}>

export const insertDiscrepancies = (tx: Tx, transferId: string, rows: readonly NewDiscrepancy[]) => tx`
  insert into transfers.discrepancy (account_id, id, transfer_id, line_id, batch_id, kind, quantity, other_batch_id, reason, made_by, made_at)
  select ${tx.act.accountId}, d.id, ${transferId}, d.line, d.batch, d.kind, d.quantity, d.other, d.reason, ${tx.act.actorName}, ${tx.act.at}
  from unnest(${rows.map((d) => d.id)}::uuid[], ${rows.map((d) => d.lineId)}::uuid[], ${rows.map((d) => d.batchId)}::uuid[],
    ${rows.map((d) => d.kind)}::text[], ${rows.map((d) => d.quantity)}::bigint[], ${rows.map((d) => d.otherBatchId)}::uuid[],
    ${rows.map((d) => d.reason)}::text[]) as d(id, line, batch, kind, quantity, other, reason)`

export type DiscrepancyRow = {
  id: string
  lineNo: number
  batchId: string
  batchCode: string
  kind: NewDiscrepancy['kind']
  quantity: number
  otherBatchCode: string | null
  reason: string | null
  madeBy: string
  madeAt: Instant
}

export const discrepanciesOf = (db: Db, transferId: string) => db<DiscrepancyRow[]>`
  select d.id, l.line_no, d.batch_id, b.code as batch_code, d.kind, d.quantity, o.code as other_batch_code, d.reason, d.made_by, d.made_at
  from transfers.discrepancy d
  join transfers.transfer_line l on l.account_id = d.account_id and l.id = d.line_id
  join batches.batch b on b.account_id = d.account_id and b.id = d.batch_id
  left join batches.batch o on o.account_id = d.account_id and o.id = d.other_batch_id
  where d.account_id = ${db.act.accountId} and d.transfer_id = ${transferId} order by d.made_at, d.id`
