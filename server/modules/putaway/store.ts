/**
 * server/modules/putaway/store.ts — the SQL of what lies in warehouses, by place and batch.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'

export type HereRow = {
  placeId: string
  placeCode: string
  kind: 'storage' | 'dock' | 'quarantine' | 'opened'
  packOf: number | null // base units in each of the closed boxes there
  binId: string // the place itself, or the bin in which the boxes lie
  warehouseId: string
  warehouseCode: string
  timeZone: string
  batchId: string
  batchCode: string
  productId: string
  sku: string
  productName: string
  tracking: 'none' | 'batch' | 'serial'
  expiresOn: CalendarDate | null
  onHand: number
  reserved: number
}

type Filter = Readonly<{ warehouseId: string | null; kind: HereRow['kind'] | null; binId: string | null }>

/** What expires first comes first. */
export const lyingHere = (db: Db, { warehouseId, kind, binId }: Filter) => db<HereRow[]>`
  select p.id as place_id, p.code as place_code, p.kind, p.pack_of, coalesce(p.bin_id, p.id) as bin_id, w.id as warehouse_id, w.code as warehouse_code,
    w.time_zone, b.id as batch_id, b.code as batch_code, b.product_id, pr.sku, pr.name as product_name, pr.tracking, b.expires_on, s.on_hand, s.reserved
  from places.place p
  join places.warehouse w on w.account_id = p.account_id and w.id = p.warehouse_id
  join stock.balance s on s.account_id = p.account_id and s.place_id = p.id
  join batches.batch b on b.account_id = p.account_id and b.id = s.batch_id
  join catalog.product pr on pr.account_id = p.account_id and pr.id = b.product_id
  where p.account_id = ${db.act.accountId} ${warehouseId ? db`and p.warehouse_id = ${warehouseId}` : db``} ${kind ? db`and p.kind = ${kind}` : db``}
    ${binId ? db`and ${binId} in (p.id, p.bin_id)` : db``}
  order by b.expires_on nulls last, pr.sku, b.code, p.id`

export type PlaceHere = {
  id: string
  code: string
  kind: HereRow['kind']
  warehouseId: string
  zoneId: string | null
  zoneCode: string | null
  zoneName: string | null
}

/** Docks, quarantine and bins of a warehouse; boxes lie in theirs. */
export const placesHere = (db: Db, warehouseId: string) => db<PlaceHere[]>`
  select p.id, p.code, p.kind, p.warehouse_id, p.zone_id, z.code as zone_code, z.name as zone_name
  from places.place p left join places.zone z on z.account_id = p.account_id and z.id = p.zone_id
  where p.account_id = ${db.act.accountId} and p.warehouse_id = ${warehouseId} and p.bin_id is null
    and p.kind in ('storage', 'dock', 'quarantine')
  order by p.id`

/** Warehouses where goods that say how to be kept, or bins that take not all, can make anything lie wrong. */
export const warehousesWithRules = (db: Db, warehouseId: string | null) => db<{ warehouseId: string }[]>`
  select w.id as warehouse_id from places.warehouse w
  where w.account_id = ${db.act.accountId} ${warehouseId ? db`and w.id = ${warehouseId}` : db``} and (
    exists (select from places.place p where p.account_id = w.account_id and p.warehouse_id = w.id and (p.mixing <> 'mixed' or p.capacity is not null))
    or exists (select from catalog.product pr where pr.account_id = w.account_id
      and (pr.storage is not null or pr.hazard is not null or pr.allergens <> '{}')))
  order by w.code`

export const dockSums = (db: Db) => db<{ batches: number; quantity: number }[]>`
  select count(distinct s.batch_id) as batches, coalesce(sum(s.on_hand), 0)::bigint as quantity
  from places.place p join stock.balance s on s.account_id = p.account_id and s.place_id = p.id
  where p.account_id = ${db.act.accountId} and p.kind = 'dock'`

type Where = Readonly<{ binId: string; batchId: string }>

/** When a batch last came to a bin or went from it, loose or in boxes. */
export const lastMoved = (db: Db, where: readonly Where[]) => db<(Where & { at: Instant })[]>`
  select n.bin_id, n.batch_id, max(s.last_moved_at) as at
  from unnest(${where.map(({ binId }) => binId)}::uuid[], ${where.map(({ batchId }) => batchId)}::uuid[]) as n(bin_id, batch_id)
  join stock.balance s on s.account_id = ${db.act.accountId} and s.batch_id = n.batch_id
  join places.place p on p.account_id = s.account_id and p.id = s.place_id and coalesce(p.bin_id, p.id) = n.bin_id
  group by n.bin_id, n.batch_id`
