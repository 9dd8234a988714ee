/**
 * server/modules/trace/notice/store.ts — what is here under the codes, GTINs and dates of a notice.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import type { NoticeCode } from '#domain/trace/notice/read-notice.ts'
import type { Db } from '#platform/db.ts'

/** As `looseKey` of the domain has it. */
const loose = (db: Db, column: ReturnType<Db>) =>
  db`ltrim(regexp_replace(upper(normalize(${column}, NFKC)), '[^A-Z0-9]', '', 'g'), '0')`

export type Codes = Readonly<{ keys: readonly string[]; ranges: readonly NoticeCode[] }>

/** Between two codes of one length, letters and digits in the order of their codes. */
const meant = (db: Db, column: ReturnType<Db>, { keys, ranges }: Codes) => db`(
  ${loose(db, column)} = any(${keys as string[]}::text[]) or exists (
    select from unnest(${ranges.map(({ code }) => code)}::text[], ${ranges.map(({ to }) => to)}::text[]) as r(first, last)
    where length(${column}) = length(r.first) and ${column} collate "C" >= r.first and ${column} collate "C" <= r.last))`

export type BatchHere = { batchId: string; code: string; sku: string; expiresOn: CalendarDate | null }

export const batchesCalled = (db: Db, codes: Codes, rowsMax: number) => db<BatchHere[]>`
  select distinct n.batch_id, n.code, p.sku, b.expires_on
  from batches.known_as n
  join batches.batch b on b.account_id = n.account_id and b.id = n.batch_id and b.kind = 'batch'
  join catalog.product p on p.account_id = b.account_id and p.id = b.product_id
  where n.account_id = ${db.act.accountId} and ${meant(db, db`n.code`, codes)}
  order by n.code, p.sku limit ${rowsMax}`

export type SupplierLotHere = {
  code: string
  supplierId: string | null
  supplierName: string | null
  expiresOn: CalendarDate | null
}

export const supplierLotsCalled = (db: Db, codes: Codes, rowsMax: number) => db<SupplierLotHere[]>`
  with named as (
    select b.supplier_lot as code, b.supplier_id, b.expires_on from batches.batch b
    where b.account_id = ${db.act.accountId} and b.supplier_lot is not null and ${meant(db, db`b.supplier_lot`, codes)}
    union
    select l.supplier_lot, r.supplier_id, b.expires_on from receiving.receipt_line l
    join receiving.receipt r on r.account_id = l.account_id and r.id = l.receipt_id
    join batches.batch b on b.account_id = l.account_id and b.id = l.batch_id
    where l.account_id = ${db.act.accountId} and l.supplier_lot is not null and ${meant(db, db`l.supplier_lot`, codes)})
  select n.code, n.supplier_id, s.name as supplier_name, min(n.expires_on) as expires_on
  from named n left join catalog.supplier s on s.account_id = ${db.act.accountId} and s.id = n.supplier_id
  group by n.code, n.supplier_id, s.name order by n.code, s.name limit ${rowsMax}`

export const lotsCalled = (db: Db, codes: Codes, rowsMax: number) => db<{ code: string }[]>`
  select code from batches.lot where account_id = ${db.act.accountId} and ${meant(db, db`lot.code`, codes)} order by code limit ${rowsMax}`

/** As they are written: units are many, and each is found by its code alone. */
export const serialsCalled = (db: Db, codes: readonly string[], rowsMax: number) => db<{ code: string; sku: string }[]>`
  select s.code, p.sku from catalog.product p
  join batches.serial s on s.account_id = p.account_id and s.product_id = p.id and s.code = any(${codes as string[]}::text[])
  where p.account_id = ${db.act.accountId} and p.tracking = 'serial' order by p.sku, s.code limit ${rowsMax}`

export type ProductHere = {
  productId: string
  sku: string
  byGtin: boolean
  byWholeGtin: boolean
  digits: string | null
}
type Asked = Readonly<{ text: string; words: readonly string[]; gtins: readonly string[]; digits: readonly string[] }>

/** By GTIN, or by digits of one that lost its first or last; by SKU as a word of the text, or by the whole name in it. */
export const productsNamed = (db: Db, { text, words, gtins, digits }: Asked, rowsMax: number) => db<ProductHere[]>`
  select p.id as product_id, p.sku, k.digits is not null as by_gtin, coalesce(k.whole, false) as by_whole_gtin, k.digits
  from catalog.product p
  left join lateral (
    select d.digits, k.gtin = any(${gtins as string[]}::text[]) as whole from catalog.pack k
    cross join unnest(${digits as string[]}::text[]) as d(digits)
    where k.account_id = p.account_id and k.product_id = p.id and strpos(k.gtin, d.digits) > 0
    order by 2 desc limit 1) k on true
  where p.account_id = ${db.act.accountId}
    and (k.digits is not null or upper(p.sku) = any(${words as string[]}::text[]) or (length(p.name) >= 5 and strpos(lower(${text}), lower(p.name)) > 0))
  order by p.sku limit ${rowsMax}`

export type DatedHere = BatchHere & { producedOn: CalendarDate | null }

export const batchesOfProducts = (db: Db, productIds: readonly string[], rowsMax: number) => db<DatedHere[]>`
  select b.id as batch_id, b.code, p.sku, b.expires_on, b.produced_on
  from batches.batch b join catalog.product p on p.account_id = b.account_id and p.id = b.product_id
  where b.account_id = ${db.act.accountId} and b.kind = 'batch' and b.merged_into is null and b.product_id = any(${productIds as string[]}::uuid[])
  order by b.expires_on, b.code limit ${rowsMax}`
