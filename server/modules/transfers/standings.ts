/**
 * server/modules/transfers/standings.ts — how far a transfer has come, read from the ledger: what left, what is on its way, what
 * arrived, and of what somebody said that it is missing.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import type { Db } from '#platform/db.ts'

/** Of one batch of one line, in base units. */
export type Standing = {
  lineId: string
  batchId: string
  sent: number
  inTransit: number
  arrived: number // at the warehouse it was sent to
  returned: number // to the one it left
  missing: number // of what is on its way
}

/**
 * By line and batch. What was undone since does not count. Of what somebody said is missing, so much is as is still on its way and
 * was not settled.
 */
export const standings = (db: Db, ids: ReturnType<Db>) => db`
  select v.transfer_id, v.line_id, v.batch_id, v.sent, v.in_transit, v.arrived, v.returned,
    greatest(0, least(v.in_transit, coalesce(said.open, 0)))::bigint as missing
  from (
    select m.document_id as transfer_id, m.document_line_id as line_id, m.batch_id,
      sum(case when t.kind = 'transit' and m.reason = 'transfer' then m.quantity else 0 end)::bigint as sent,
      sum(case when t.kind = 'transit' then m.quantity else -m.quantity end)::bigint as in_transit,
      sum(case when t.warehouse_id = x.to_warehouse_id then m.quantity when f.warehouse_id = x.to_warehouse_id then -m.quantity else 0 end)::bigint as arrived,
      sum(case when t.warehouse_id = x.from_warehouse_id then m.quantity
        when f.warehouse_id = x.from_warehouse_id and m.reason <> 'transfer' then -m.quantity else 0 end)::bigint as returned
    from stock.move m
    join transfers.transfer x on x.account_id = m.account_id and x.id = m.document_id
    join places.place f on f.account_id = m.account_id and f.id = m.from_place_id
    join places.place t on t.account_id = m.account_id and t.id = m.to_place_id
    where m.account_id = ${db.act.accountId} and m.document_id = any(${ids}) and 'transit' in (f.kind, t.kind)
    group by 1, 2, 3) v
  left join (
    select line_id, batch_id, sum(case kind when 'missing' then quantity else -quantity end) as open from transfers.discrepancy
    where account_id = ${db.act.accountId} and transfer_id = any(${ids}) group by 1, 2) said
    on said.line_id = v.line_id and said.batch_id = v.batch_id`

export const standingsOf = (db: Db, transferId: string) => db<Standing[]>`
  select line_id, batch_id, sent, in_transit, arrived, returned, missing from (${standings(db, db`array[${transferId}::uuid]`)}) s`

export type TransitPart = {
  lineId: string
  lineNo: number
  productId: string
  sku: string
  productName: string
  baseUnit: 'each' | 'gram' | 'millilitre'
  tracking: 'none' | 'batch' | 'serial'
  batchId: string
  batchCode: string
  expiresOn: CalendarDate | null
  placeId: string // where it is on its way
  placeCode: string
  quantity: number
  missing: number
}

/** What of the transfer is on its way. */
export const partsInTransit = (db: Db, transferId: string) => db<TransitPart[]>`
  select l.id as line_id, l.line_no, l.product_id, p.sku, p.name as product_name, p.base_unit, p.tracking, s.batch_id, b.code as batch_code, b.expires_on,
    pl.id as place_id, pl.code as place_code, s.in_transit as quantity, s.missing
  from (${standings(db, db`array[${transferId}::uuid]`)}) s
  join transfers.transfer_line l on l.account_id = ${db.act.accountId} and l.id = s.line_id
  join catalog.product p on p.account_id = l.account_id and p.id = l.product_id
  join batches.batch b on b.account_id = l.account_id and b.id = s.batch_id
  join places.place pl on pl.account_id = l.account_id and pl.kind = 'transit'
  where s.in_transit > 0 order by l.line_no, b.expires_on nulls last, b.code`

/** Serials that are on their way with the transfer, by line and batch. */
export const serialsInTransit = (db: Db, transferId: string) => db<
  { lineId: string; batchId: string; codes: string[] }[]
>`
  select m.document_line_id as line_id, m.batch_id, array_agg(s.code order by s.code) as codes
  from stock.move m
  join stock.move_serial ms on ms.account_id = m.account_id and ms.move_id = m.id
  join batches.serial s on s.account_id = ms.account_id and s.id = ms.serial_id
  join places.place t on t.account_id = m.account_id and t.id = m.to_place_id and t.kind = 'transit'
  where m.account_id = ${db.act.accountId} and m.document_id = ${transferId}
    and not exists (select from stock.move_serial later
      where later.account_id = ms.account_id and later.serial_id = ms.serial_id and later.move_id > ms.move_id)
  group by 1, 2`
