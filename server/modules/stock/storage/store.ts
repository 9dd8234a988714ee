/**
 * server/modules/stock/storage/store.ts — the SQL of where goods may lie: what bins keep and take, what goods need, what lies where.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import type { Allergen, Hazard, Mixing, Temperature } from '#domain/storage/classes.ts'
import type { Db } from '#platform/db.ts'

export type BinRow = {
  id: string
  code: string
  warehouseId: string
  zoneId: string | null
  zoneCode: string | null
  storage: Temperature // of a bin in no zone, ambient
  hazards: Hazard[]
  freeFrom: Allergen[]
  mixing: Mixing
  capacity: number | null
  aisle: string | null
  bay: number | null
  level: number | null
}
export type GoodsRow = {
  batchId: string
  batchCode: string
  productId: string
  sku: string
  storage: Temperature | null
  hazard: Hazard | null
  allergens: Allergen[]
  rotation: 'fefo' | 'fifo' | 'lifo'
  expiresOn: CalendarDate | null
}
export type LyingRow = GoodsRow & { binId: string; quantity: number }

const binColumns = (db: Db) => db`
  p.id, p.code, p.warehouse_id, p.zone_id, z.code as zone_code, coalesce(z.storage, 'ambient') as storage, coalesce(z.hazards, '{}') as hazards,
  coalesce(z.free_from, '{}') as free_from, p.mixing, p.capacity, p.aisle, p.bay, p.level`

/** What is frozen is kept frozen, of goods that say at all how they are kept. */
const storageOf = (db: Db) => db`
  case when pr.storage is not null and exists (
    select from batches.batch_link l where l.account_id = b.account_id and l.child_id = b.id and l.kind = 'frozen') then 'frozen' else pr.storage end`

const goodsColumns = (db: Db) => db`
  b.id as batch_id, b.code as batch_code, b.product_id, pr.sku, ${storageOf(db)} as storage, pr.hazard, pr.allergens, pr.rotation, b.expires_on`

/** The bins in which these places are, boxes being in theirs; only where stock lies for sale. */
export const binsOfPlaces = (db: Db, placeIds: readonly string[]) => db<(BinRow & { placeId: string })[]>`
  select box.id as place_id, ${binColumns(db)}
  from places.place box
  join places.place p on p.account_id = box.account_id and p.id = coalesce(box.bin_id, box.id)
  left join places.zone z on z.account_id = p.account_id and z.id = p.zone_id
  where box.account_id = ${db.act.accountId} and box.id = any(${placeIds as string[]}::uuid[]) and box.kind = 'storage'
  order by box.id`

/** Every bin of these warehouses where stock lies for sale. */
export const binsOfWarehouses = (db: Db, warehouseIds: readonly string[]) => db<BinRow[]>`
  select ${binColumns(db)} from places.place p
  left join places.zone z on z.account_id = p.account_id and z.id = p.zone_id
  where p.account_id = ${db.act.accountId} and p.warehouse_id = any(${warehouseIds as string[]}::uuid[]) and p.kind = 'storage' and p.bin_id is null
  order by p.id`

/** Those of them that stay free from an allergen. */
export const binsKeptFree = (db: Db, warehouseIds: readonly string[]) => db<BinRow[]>`
  select ${binColumns(db)} from places.place p join places.zone z on z.account_id = p.account_id and z.id = p.zone_id
  where p.account_id = ${db.act.accountId} and p.warehouse_id = any(${warehouseIds as string[]}::uuid[]) and p.kind = 'storage' and p.bin_id is null
    and z.free_from <> '{}'
  order by p.id`

export const goodsById = (db: Db, batchIds: readonly string[]) => db<GoodsRow[]>`
  select ${goodsColumns(db)} from unnest(${batchIds as string[]}::uuid[]) as k(id)
  cross join lateral (
    select account_id, id, code, product_id, expires_on from batches.batch where account_id = ${db.act.accountId} and id = k.id offset 0) b
  cross join lateral (
    select sku, storage, hazard, allergens, rotation from catalog.product where account_id = ${db.act.accountId} and id = b.product_id offset 0) pr`

/** By bin and batch, loose and in closed boxes together. */
export const lyingIn = (db: Db, binIds: readonly string[]) =>
  lying(db, db`(p.id = any(${binIds as string[]}::uuid[]) or p.bin_id = any(${binIds as string[]}::uuid[]))`)

export const lyingInWarehouses = (db: Db, warehouseIds: readonly string[]) =>
  lying(db, db`p.warehouse_id = any(${warehouseIds as string[]}::uuid[]) and p.kind = 'storage'`)

const lying = (db: Db, where: ReturnType<Db>) => db<LyingRow[]>`
  select p.bin_id, ${goodsColumns(db)}, p.quantity
  from (
    select coalesce(p.bin_id, p.id) as bin_id, s.batch_id, sum(s.on_hand)::bigint as quantity
    from places.place p join stock.balance s on s.account_id = p.account_id and s.place_id = p.id
    where p.account_id = ${db.act.accountId} and ${where}
    group by 1, 2) p
  join batches.batch b on b.account_id = ${db.act.accountId} and b.id = p.batch_id
  join catalog.product pr on pr.account_id = b.account_id and pr.id = b.product_id
  order by p.bin_id, b.expires_on nulls last, b.id`
