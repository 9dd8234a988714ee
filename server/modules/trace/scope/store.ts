/**
 * server/modules/trace/scope/store.ts — the batches that each way of naming goods means; found by index.
 */
import { normaliseBatchCode } from '#domain/batch-code.ts'
import type { CalendarDate } from '#domain/calendar-date.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { isId } from '#platform/references.ts'
import { netMoves } from '../../stock/index.ts'

type Found = { batchId: string }

/**
 * What the supplier calls it: on the batch, on the line of a receipt, or as the code of the batch itself, which is often the supplier's. A code alone counts only
 * where the supplier is named, for another product's batch may have the same one.
 */
export const batchesOfSupplierLot = (db: Db, { code, supplierId }: { code: string; supplierId: string | null }) => db<
  Found[]
>`
  select b.id as batch_id from batches.batch b
  where b.account_id = ${db.act.accountId} and b.supplier_lot = any(${written(code)}::text[])
    and (${supplierId}::uuid is null or b.supplier_id = ${supplierId}::uuid)
  union
  select l.batch_id from receiving.receipt_line l
  join receiving.receipt r on r.account_id = l.account_id and r.id = l.receipt_id
  where l.account_id = ${db.act.accountId} and l.supplier_lot = any(${written(code)}::text[])
    and (${supplierId}::uuid is null or r.supplier_id = ${supplierId}::uuid)
  union
  select n.batch_id from batches.known_as n
  where n.account_id = ${db.act.accountId} and n.code = ${normaliseBatchCode(code).code} and ${supplierId}::uuid is not null
    and (exists (select from batches.batch b where b.account_id = n.account_id and b.id = n.batch_id and b.supplier_id = ${supplierId}::uuid)
      or exists (
        select from receiving.receipt_line l join receiving.receipt r on r.account_id = l.account_id and r.id = l.receipt_id
        where l.account_id = n.account_id and l.batch_id = n.batch_id and r.supplier_id = ${supplierId}::uuid))`

const written = (code: string): string[] => [...new Set([code, code.trim(), normaliseBatchCode(code).code])]

type OfProduct = Readonly<{
  productId: string
  supplierId: string | null
  from: CalendarDate | null
  to: CalendarDate | null
}>

/** With what has no day of production, where days are asked for: nobody can say that it is not meant. */
export const batchesOfProduct = (db: Db, { productId, supplierId, from, to }: OfProduct) => db<
  (Found & { undated: boolean })[]
>`
  select b.id as batch_id, b.produced_on is null and ${from !== null || to !== null} as undated
  from batches.batch b
  where b.account_id = ${db.act.accountId} and b.product_id = ${productId}
    and (b.produced_on is null or ((${from}::date is null or b.produced_on >= ${from}::date) and (${to}::date is null or b.produced_on <= ${to}::date)))
    and (${supplierId}::uuid is null or b.supplier_id = ${supplierId}::uuid or exists (
      select from receiving.receipt_line l join receiving.receipt r on r.account_id = l.account_id and r.id = l.receipt_id
      where l.account_id = b.account_id and l.batch_id = b.id and r.supplier_id = ${supplierId}::uuid))`

/** By id or number; null where there is no such receipt. */
export async function batchesOfReceipt(db: Db, ref: string): Promise<(Found & { productId: string })[] | null> {
  const [receipt] = await db<{ id: string }[]>`
    select id from receiving.receipt where account_id = ${db.act.accountId} and (number = ${ref} or id = ${isId(ref) ? ref : null}::uuid)`
  if (!receipt) return null
  return db<(Found & { productId: string })[]>`
    select distinct batch_id, product_id from receiving.receipt_line where account_id = ${db.act.accountId} and receipt_id = ${receipt.id}`
}

type Serials = Readonly<{ productId: string; from: string; to: string }>

/** Codes of one length sort as their numbers do. */
export const serialsBetween = (db: Db, { productId, from, to }: Serials) => db<
  (Found & { serialId: string; code: string })[]
>`
  select id as serial_id, batch_id, code from batches.serial
  where account_id = ${db.act.accountId} and product_id = ${productId} and length(code) = ${from.length}
    and code collate "C" >= ${from} and code collate "C" <= ${to}
  order by code`

export const placesWithin = (db: Db, within: { warehouseId: string | null; placeId: string | null }) => db<
  { id: string }[]
>`
  select id from places.place where account_id = ${db.act.accountId}
    and (${within.warehouseId}::uuid is null or warehouse_id = ${within.warehouseId}::uuid)
    and (${within.placeId}::uuid is null or id = ${within.placeId}::uuid or bin_id = ${within.placeId}::uuid)`

type Lay = Readonly<{ placeIds: readonly string[]; productId: string | null; from: Instant; to: Instant }>

/**
 * What lay in any of the places at some moment from `from` to `to`, by when it happened: what lies there now or was moved since is looked at, and its moves
 * tell. Nothing is recorded before it happens, so the time of recording finds what happened since.
 */
export const batchesThatLay = (db: Db, { placeIds, productId, from, to }: Lay) => db<Found[]>`
  with near as (
    select batch_id, product_id from stock.balance where account_id = ${db.act.accountId} and place_id = any(${placeIds as string[]}::uuid[])
    union
    select batch_id, product_id from stock.move where account_id = ${db.act.accountId} and recorded_at >= ${from}
      and (from_place_id = any(${placeIds as string[]}::uuid[]) or to_place_id = any(${placeIds as string[]}::uuid[])))
  select near.batch_id from near
  cross join lateral (
    select sum(case when m.to_place_id = any(${placeIds as string[]}::uuid[]) then m.quantity else 0 end
        - case when m.from_place_id = any(${placeIds as string[]}::uuid[]) then m.quantity else 0 end) filter (where m.occurred_at <= ${from}) as before,
      count(*) filter (where m.occurred_at > ${from} and m.to_place_id = any(${placeIds as string[]}::uuid[])) as came
    from stock.net_move m
    where m.account_id = ${db.act.accountId} and m.batch_id = near.batch_id and m.occurred_at <= ${to}) there
  where (there.before > 0 or there.came > 0) and (${productId}::uuid is null or near.product_id = ${productId}::uuid)`

type Units = Readonly<{ serialIds: readonly string[]; knownOn: Instant | null }>

/** What was made in the same act in which these units were used up. */
export const madeOfSerials = (db: Db, { serialIds, knownOn }: Units) => db<Found[]>`
  select distinct made.batch_id
  from stock.move_serial ms
  join ${netMoves(db, knownOn)} used on used.account_id = ms.account_id and used.id = ms.move_id and used.reason = 'consume'
  join ${netMoves(db, knownOn)} made on made.account_id = used.account_id and made.document_id = used.document_id and made.reason = 'make'
  where ms.account_id = ${db.act.accountId} and ms.serial_id = any(${serialIds as string[]}::uuid[])`

export type SerialAt = {
  serialId: string
  code: string
  batchId: string
  batchCode: string
  sku: string
  placeCode: string
  placeKind: string
  warehouseCode: string | null
  since: Instant
  orderId: string | null
  orderNumber: string | null
  customerId: string | null
  customerName: string | null
}

/** Each unit where its last move brought it, and whose it is where that was a customer. */
export const whereSerialsAre = (db: Db, { serialIds, knownOn }: Units) => db<SerialAt[]>`
  select s.id as serial_id, s.code, b.id as batch_id, b.code as batch_code, pr.sku, p.code as place_code, p.kind as place_kind,
    w.code as warehouse_code, m.occurred_at as since, o.id as order_id, o.number as order_number, c.id as customer_id, c.name as customer_name
  from batches.serial s
  join batches.batch b on b.account_id = s.account_id and b.id = s.batch_id
  join catalog.product pr on pr.account_id = b.account_id and pr.id = b.product_id
  cross join lateral (
    select m.to_place_id, m.occurred_at, m.document_id, m.document_kind from stock.move_serial ms
    join stock.move m on m.account_id = ms.account_id and m.id = ms.move_id
    where ms.account_id = s.account_id and ms.serial_id = s.id ${knownOn === null ? db`` : db`and m.recorded_at <= ${knownOn}`}
    order by m.id desc limit 1) m
  join places.place p on p.account_id = s.account_id and p.id = m.to_place_id
  left join places.warehouse w on w.account_id = p.account_id and w.id = p.warehouse_id
  left join fulfilment.shipment h on p.kind = 'customer' and h.account_id = s.account_id and h.id = m.document_id
  left join orders.sales_order o on o.account_id = h.account_id and o.id = h.order_id
  left join catalog.customer c on c.account_id = o.account_id and c.id = o.customer_id
  where s.account_id = ${db.act.accountId} and s.id = any(${serialIds as string[]}::uuid[]) order by s.code`
