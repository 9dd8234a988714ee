/**
 * server/modules/receiving/receipt-detail.ts — receipts as people read them.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import { groupBy } from '#domain/group-by.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { receiptSerials } from './receipt-serials.ts'
import { reversed } from './store.ts'

export type ReceiptView = {
  id: string
  number: string
  inboundId: string | null
  inboundNumber: string | null
  supplierId: string | null
  supplierName: string | null
  warehouseId: string
  warehouseCode: string
  lotId: string | null
  lotCode: string | null
  reference: string | null
  receivedAt: Instant
  recordedAt: Instant
  actorName: string
  lineCount: number
  quantity: number
}
export type ReceiptLineView = {
  id: string
  receiptId: string
  lineNo: number
  productId: string
  sku: string
  productName: string
  batchId: string
  batchCode: string
  expiresOn: CalendarDate | null
  placeId: string
  placeCode: string
  packOf: number | null
  quantity: number
  condition: 'good' | 'damaged'
  lifeDaysLeft: number | null
  /** As the product has it now. */
  lifeDaysNeeded: number | null
  outcome: 'accepted' | 'held'
  unitCost: number | null
  currency: string | null
  /** Undone by a reversal of its move: it was written down, but did not come. */
  reversed: boolean
  supplierLot: string | null
  originCountry: string | null
}

export type ReceiptFilter = Readonly<{
  ids: readonly string[] | null
  number: string | null
  batchId: string | null
  inboundId: string | null
  after: string | null
  limit: number
}>

export const receiptList = (db: Db, f: ReceiptFilter) => db<ReceiptView[]>`
  select r.id, r.number, r.inbound_id, i.number as inbound_number, r.supplier_id, s.name as supplier_name, r.warehouse_id, w.code as warehouse_code,
    r.lot_id, l.code as lot_code, r.reference, r.received_at, r.recorded_at, r.actor_name, n.line_count, n.quantity
  from receiving.receipt r
  join places.warehouse w on w.account_id = r.account_id and w.id = r.warehouse_id
  left join receiving.inbound i on i.account_id = r.account_id and i.id = r.inbound_id
  left join catalog.supplier s on s.account_id = r.account_id and s.id = r.supplier_id
  left join batches.lot l on l.account_id = r.account_id and l.id = r.lot_id
  cross join lateral (select count(*)::int as line_count, coalesce(sum(l.quantity) filter (where not ${reversed(db)}), 0)::bigint as quantity
    from receiving.receipt_line l where l.account_id = r.account_id and l.receipt_id = r.id) n
  where r.account_id = ${db.act.accountId}
    ${f.ids ? db`and r.id = any(${f.ids as string[]}::uuid[])` : db``}
    ${f.number ? db`and r.number = ${f.number}` : db``}
    ${f.batchId ? db`and r.id in (select receipt_id from receiving.receipt_line where account_id = ${db.act.accountId} and batch_id = ${f.batchId})` : db``}
    ${f.inboundId ? db`and r.inbound_id = ${f.inboundId}` : db``}
    ${f.after ? db`and (r.recorded_at, r.id) < (select recorded_at, id from receiving.receipt where account_id = ${db.act.accountId} and id = ${f.after})` : db``}
  order by r.recorded_at desc, r.id desc limit ${f.limit}`

export const receiptLines = (db: Db, receiptIds: readonly string[]) => db<ReceiptLineView[]>`
  select l.id, l.receipt_id, l.line_no, l.product_id, p.sku, p.name as product_name, l.batch_id, b.code as batch_code, b.expires_on, l.place_id,
    pl.code as place_code, pl.pack_of, l.quantity, l.condition, l.life_days_left, p.receipt_life_days_min as life_days_needed, l.outcome, l.unit_cost, l.currency,
    l.supplier_lot, l.origin_country, ${reversed(db)} as reversed
  from receiving.receipt_line l
  join catalog.product p on p.account_id = l.account_id and p.id = l.product_id
  join batches.batch b on b.account_id = l.account_id and b.id = l.batch_id
  join places.place pl on pl.account_id = l.account_id and pl.id = l.place_id
  where l.account_id = ${db.act.accountId} and l.receipt_id = any(${receiptIds as string[]}::uuid[]) order by l.receipt_id, l.line_no`

const any = { ids: null, number: null, batchId: null, inboundId: null, after: null }

/** In the order of the ids. */
export async function receiptDetails(db: Db, ids: readonly string[]) {
  const [receipts, lines, serials] = await Promise.all([
    receiptList(db, { ...any, ids, limit: ids.length }),
    receiptLines(db, ids),
    receiptSerials(db, ids),
  ])
  const byId = new Map(receipts.map((receipt) => [receipt.id, receipt]))
  const full = lines.map((line) => ({ ...line, serials: serials.get(line.id) ?? [] }))
  const linesOf = groupBy(full, ({ receiptId }) => receiptId)
  return ids.flatMap((id) => {
    const receipt = byId.get(id)
    return receipt ? [{ ...receipt, lines: linesOf.get(id) ?? [] }] : []
  })
}

export async function receiptIdByNumber(db: Db, number: string): Promise<string | null> {
  const [receipt] = await receiptList(db, { ...any, number, limit: 1 })
  return receipt?.id ?? null
}
