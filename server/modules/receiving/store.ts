/**
 * server/modules/receiving/store.ts — the SQL of receiving.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/db.ts'
import { splitReferences } from '#platform/references.ts'
import type { PlannedReceipt } from './receipt-ask.ts'

export type InboundRow = {
  id: string
  number: string
  kind: 'purchase_order' | 'asn' | 'receiving_order'
  supplierId: string | null
  warehouseId: string
  expectedOn: CalendarDate | null
  createdAt: Instant
  closedAt: Instant | null
}
export type InboundLineRow = {
  id: string
  inboundId: string
  lineNo: number
  productId: string
  quantity: number
  batchCode: string | null
  expiresOn: CalendarDate | null
}
export type ReceiptLineRow = {
  id: string
  receiptId: string
  lineNo: number
  productId: string
  batchId: string
  placeId: string
  quantity: number
  condition: 'good' | 'damaged'
  lifeDaysLeft: number | null
  outcome: 'accepted' | 'held'
  unitCost: number | null
  currency: string | null
  supplierLot: string | null
  originCountry: string | null
}

/** Locked, so that an inbound shipment is not closed while goods are received on it. */
export function lockInbounds(tx: Tx, references: readonly string[]) {
  const { ids, codes } = splitReferences(references)
  return tx<InboundRow[]>`
    select id, number, kind, supplier_id, warehouse_id, expected_on, created_at, closed_at from receiving.inbound
    where account_id = ${tx.act.accountId} and (id = any(${ids}::uuid[]) or number = any(${codes}::text[])) order by id for update`
}

export const insertInbound = (tx: Tx, i: InboundRow) => tx`
  insert into receiving.inbound (account_id, id, number, kind, supplier_id, warehouse_id, expected_on, created_at)
  values (${tx.act.accountId}, ${i.id}, ${i.number}, ${i.kind}, ${i.supplierId}, ${i.warehouseId}, ${i.expectedOn}, ${tx.act.at})`

export const insertInboundLines = (tx: Tx, rows: readonly InboundLineRow[]) => tx`
  insert into receiving.inbound_line (account_id, id, inbound_id, line_no, product_id, quantity, batch_code, expires_on)
  select ${tx.act.accountId}, l.id, l.inbound, l.line_no, l.product, l.quantity, l.batch, l.expires
  from unnest(${rows.map((l) => l.id)}::uuid[], ${rows.map((l) => l.inboundId)}::uuid[], ${rows.map((l) => l.lineNo)}::int[],
    ${rows.map((l) => l.productId)}::uuid[], ${rows.map((l) => l.quantity)}::bigint[], ${rows.map((l) => l.batchCode)}::text[],
    ${rows.map((l) => l.expiresOn)}::date[]) as l(id, inbound, line_no, product, quantity, batch, expires)`

/** Of inbound shipments that are open. */
export const unitsAnnounced = (db: Db, productId: string) => db<{ announced: number }[]>`
  select coalesce(sum(l.quantity), 0)::bigint as announced
  from receiving.inbound i join receiving.inbound_line l on l.account_id = i.account_id and l.inbound_id = i.id
  where i.account_id = ${db.act.accountId} and i.closed_at is null and l.product_id = ${productId}`

export const closeInboundRow = (tx: Tx, id: string) =>
  tx`update receiving.inbound set closed_at = ${tx.act.at} where account_id = ${tx.act.accountId} and id = ${id}`

export const openInboundRow = (tx: Tx, id: string) =>
  tx`update receiving.inbound set closed_at = null where account_id = ${tx.act.accountId} and id = ${id}`

/** Of the receipt line \`l\`: its move was undone. A line is one move, and a move is undone whole. */
export const reversed = (db: Db) => db`exists (
  select from stock.move undone
  where undone.account_id = l.account_id and undone.document_line_id = l.id and undone.reverses_id is not null)`

/** Of these, the open ones of which as much has come of each product as was announced, in whichever batches. */
export const completeInbounds = (db: Db, inboundIds: readonly string[]) => db<{ id: string }[]>`
  select i.id from receiving.inbound i
  where i.account_id = ${db.act.accountId} and i.id = any(${inboundIds as string[]}::uuid[]) and i.closed_at is null
    and not exists (
      select from receiving.inbound_line a
      left join (
        select l.product_id, sum(l.quantity) as quantity
        from receiving.receipt r
        join receiving.receipt_line l on l.account_id = r.account_id and l.receipt_id = r.id
        where r.account_id = i.account_id and r.inbound_id = i.id and not ${reversed(db)}
        group by l.product_id) came on came.product_id = a.product_id
      where a.account_id = i.account_id and a.inbound_id = i.id
      group by a.product_id, came.quantity
      having sum(a.quantity) > coalesce(came.quantity, 0))`

export const insertReceipts = (tx: Tx, rows: readonly (PlannedReceipt & { number: string })[]) => tx`
  insert into receiving.receipt (account_id, id, number, inbound_id, supplier_id, warehouse_id, lot_id, reference, received_at, recorded_at, actor_name)
  select ${tx.act.accountId}, r.id, r.number, r.inbound, r.supplier, r.warehouse, r.lot, r.reference, r.received_at, ${tx.act.at}, ${tx.act.actorName}
  from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.number)}::text[], ${rows.map((r) => r.inboundId)}::uuid[],
    ${rows.map((r) => r.supplierId)}::uuid[], ${rows.map((r) => r.warehouseId)}::uuid[], ${rows.map((r) => r.lotId)}::uuid[],
    ${rows.map((r) => r.reference)}::text[], ${rows.map((r) => r.receivedAt)}::timestamptz[])
    as r(id, number, inbound, supplier, warehouse, lot, reference, received_at)`

export const insertReceiptLines = (tx: Tx, rows: readonly ReceiptLineRow[]) => tx`
  insert into receiving.receipt_line (account_id, id, receipt_id, line_no, product_id, batch_id, place_id, quantity, condition, life_days_left,
    outcome, unit_cost, currency, supplier_lot, origin_country)
  select ${tx.act.accountId}, l.id, l.receipt, l.line_no, l.product, l.batch, l.place, l.quantity, l.condition, l.life, l.outcome, l.cost, l.currency,
    l.supplier_lot, l.origin
  from unnest(${rows.map((l) => l.id)}::uuid[], ${rows.map((l) => l.receiptId)}::uuid[], ${rows.map((l) => l.lineNo)}::int[],
    ${rows.map((l) => l.productId)}::uuid[], ${rows.map((l) => l.batchId)}::uuid[], ${rows.map((l) => l.placeId)}::uuid[],
    ${rows.map((l) => l.quantity)}::bigint[], ${rows.map((l) => l.condition)}::text[], ${rows.map((l) => l.lifeDaysLeft)}::int[],
    ${rows.map((l) => l.outcome)}::text[], ${rows.map((l) => l.unitCost)}::bigint[], ${rows.map((l) => l.currency)}::text[],
    ${rows.map((l) => l.supplierLot)}::text[], ${rows.map((l) => l.originCountry)}::text[])
    as l(id, receipt, line_no, product, batch, place, quantity, condition, life, outcome, cost, currency, supplier_lot, origin)`
