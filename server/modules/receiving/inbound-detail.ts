/**
 * server/modules/receiving/inbound-detail.ts — inbound shipments: announced, received so far, and what differs.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import { fillAnnounced } from '#domain/fill-announced.ts'
import { groupBy } from '#domain/group-by.ts'
import { receiptDifferences } from '#domain/receipt-differences.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { isId } from '#platform/references.ts'
import { Refusal } from '#platform/refusal.ts'
import { receiptLines, receiptList } from './receipt-detail.ts'
import { type InboundRow, reversed } from './store.ts'

export type InboundView = InboundRow & {
  supplierName: string | null
  warehouseCode: string
  announced: number
  received: number
}
type InboundLineView = {
  id: string
  lineNo: number
  productId: string
  sku: string
  productName: string
  quantity: number
  batchCode: string | null
  expiresOn: CalendarDate | null
  meantCode: string | null // of the batch that is called so by now
}

export type InboundFilter = Readonly<{
  ref: string | null
  state: 'open' | 'closed' | null
  productId: string | null
  before: { at: Instant; id: string } | null
  limit: number
}>

export const inboundList = (db: Db, f: InboundFilter) => db<InboundView[]>`
  select i.id, i.number, i.kind, i.supplier_id, s.name as supplier_name, i.warehouse_id, w.code as warehouse_code, i.expected_on, i.created_at, i.closed_at,
    (select coalesce(sum(quantity), 0)::bigint from receiving.inbound_line where account_id = i.account_id and inbound_id = i.id) as announced,
    (select coalesce(sum(l.quantity), 0)::bigint from receiving.receipt r join receiving.receipt_line l on l.account_id = r.account_id and l.receipt_id = r.id
      where r.account_id = i.account_id and r.inbound_id = i.id and not ${reversed(db)}) as received
  from receiving.inbound i
  join places.warehouse w on w.account_id = i.account_id and w.id = i.warehouse_id
  left join catalog.supplier s on s.account_id = i.account_id and s.id = i.supplier_id
  where i.account_id = ${db.act.accountId}
    ${f.ref === null ? db`` : isId(f.ref) ? db`and i.id = ${f.ref}` : db`and i.number = ${f.ref}`}
    ${f.state === null ? db`` : f.state === 'open' ? db`and i.closed_at is null` : db`and i.closed_at is not null`}
    ${f.productId ? db`and i.id in (select inbound_id from receiving.inbound_line where account_id = ${db.act.accountId} and product_id = ${f.productId})` : db``}
    ${f.before ? db`and (i.created_at, i.id) < (${f.before.at}, ${f.before.id}::uuid)` : db``}
  order by i.created_at desc, i.id desc limit ${f.limit}`

const linesOf = (db: Db, inboundId: string) => db<InboundLineView[]>`
  select l.id, l.line_no, l.product_id, p.sku, p.name as product_name, l.quantity, l.batch_code, l.expires_on,
    coalesce((
      select min(b.code) from batches.known_as n join batches.batch b on b.account_id = n.account_id and b.id = n.batch_id
      where n.account_id = l.account_id and n.product_id = l.product_id and n.code = l.batch_code having count(distinct b.id) = 1), l.batch_code) as meant_code
  from receiving.inbound_line l join catalog.product p on p.account_id = l.account_id and p.id = l.product_id
  where l.account_id = ${db.act.accountId} and l.inbound_id = ${inboundId} order by l.line_no`

export async function inboundDetail(db: Db, ref: string) {
  const [inbound] = await inboundList(db, { ref, state: null, productId: null, before: null, limit: 1 })
  if (!inbound) throw new Refusal('not_found', { kind: 'inbound shipment', id: ref })
  const everything = { ids: null, number: null, batchId: null, after: null }
  const [lines, receipts] = await Promise.all([
    linesOf(db, inbound.id),
    receiptList(db, { ...everything, inboundId: inbound.id, limit: 1000 }),
  ])
  const arrived = await receiptLines(
    db,
    receipts.map(({ id }) => id),
  )
  const announced = lines.map(({ id, sku, quantity, meantCode }) => ({
    lineId: id,
    product: sku,
    quantity,
    batchCode: meantCode,
  }))
  const portions = fillAnnounced(
    announced,
    arrived
      .filter(({ reversed }) => !reversed)
      .map(({ sku, batchCode, quantity, condition }) => ({ product: sku, batchCode, quantity, condition })),
  )
  const byLine = groupBy(portions, ({ lineId }) => lineId)
  const lineNoOf = new Map(lines.map(({ id, lineNo }) => [id, lineNo]))
  const differences = receiptDifferences(announced, portions)
  const sum = (rows: readonly { quantity: number }[]) => rows.reduce((total, { quantity }) => total + quantity, 0)
  return {
    ...inbound,
    lines: lines.map(({ meantCode: _, ...line }) => {
      const came = byLine.get(line.id) ?? []
      return { ...line, received: sum(came), damaged: sum(came.filter(({ condition }) => condition === 'damaged')) }
    }),
    differences: differences.map(({ lineId, product, ...difference }) => ({
      ...difference,
      lineNo: lineNoOf.get(lineId ?? '') ?? null,
      sku: product,
    })),
    receipts: receipts.map(({ id, number, receivedAt }) => ({ id, number, receivedAt })),
  }
}
