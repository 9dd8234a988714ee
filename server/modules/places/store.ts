/**
 * server/modules/places/store.ts — the SQL of places.
 */
import type { Allergen, Hazard, Mixing, Temperature } from '#domain/storage/classes.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/db.ts'

export type WarehouseRow = {
  id: string
  code: string
  name: string
  timeZone: string
  address: string | null
  cutOff: string // HH:MM of its own clock: what is ready then still leaves on that day
  workingDays: number[] // on which it ships; 1 is Monday
  priority: number // where orders are routed: the lower first
  createdAt: Instant
}
export type ZoneRow = {
  id: string
  warehouseId: string
  code: string
  name: string
  storage: Temperature
  hazards: Hazard[] // dangerous goods that may lie there
  freeFrom: Allergen[] // that may not
}
export type PlaceKind =
  | 'storage'
  | 'dock'
  | 'quarantine'
  | 'opened'
  | 'transit'
  | 'supplier'
  | 'customer'
  | 'production'
  | 'scrap'
  | 'sample'
  | 'count'
  | 'opening'
export type PlaceRow = {
  id: string
  warehouseId: string | null
  zoneId: string | null
  kind: PlaceKind
  code: string
  packOf: number | null // base units in each of the closed boxes that lie here, and nothing else; loose units where null
  binId: string | null // the bin in which these boxes lie
} & BinRules
/** What a bin takes and where it stands. Boxes in it say nothing of their own. */
export type BinRules = {
  capacity: number | null // base units; not told where null
  mixing: Mixing
  aisle: string | null // read from the code where null, as are bay and level
  bay: number | null
  level: number | null
}
export const noRules: BinRules = { capacity: null, mixing: 'mixed', aisle: null, bay: null, level: null }

const columns = (db: Db) =>
  db`id, warehouse_id, zone_id, kind, code, pack_of, bin_id, capacity, mixing, aisle, bay, level`

export const warehouses = (db: Db) => db<WarehouseRow[]>`
  select id, code, name, time_zone, address, cut_off, working_days, priority, created_at from places.warehouse where account_id = ${db.act.accountId} order by code`

export const zones = (db: Db) => db<ZoneRow[]>`
  select id, warehouse_id, code, name, storage, hazards, free_from from places.zone where account_id = ${db.act.accountId} order by warehouse_id, code`

export const placePage = (
  db: Db,
  page: { warehouseId: string | null; text: string | null; after: string | null; limit: number },
) => db<PlaceRow[]>`
  select ${columns(db)} from places.place
  where account_id = ${db.act.accountId} and (${page.warehouseId}::uuid is null or warehouse_id = ${page.warehouseId}::uuid)
    and (${page.text}::text is null or strpos(lower(code), lower(${page.text})) > 0)
    and (${page.after}::uuid is null or id > ${page.after}::uuid)
  order by id limit ${page.limit}`

export const placesByIdOrCode = (db: Db, keys: { ids: readonly string[]; codes: readonly string[] }) => db<PlaceRow[]>`
  select ${columns(db)} from places.place
  where account_id = ${db.act.accountId} and (id = any(${keys.ids as string[]}::uuid[]) or code = any(${keys.codes as string[]}::text[]))
  order by id`

/** A warehouse's first storage bin and first quarantine place, where goods go when nothing else is said. */
export const defaultPlaces = (db: Db, warehouseIds: readonly string[]) => db<PlaceRow[]>`
  select distinct on (warehouse_id, kind) ${columns(db)} from places.place
  where account_id = ${db.act.accountId} and warehouse_id = any(${warehouseIds as string[]}::uuid[]) and kind in ('storage', 'quarantine')
    and bin_id is null
  order by warehouse_id, kind, id`

export const virtualPlaceRows = (db: Db) => db<PlaceRow[]>`
  select ${columns(db)} from places.place where account_id = ${db.act.accountId} and warehouse_id is null`

export const insertWarehouse = (tx: Tx, w: WarehouseRow) => tx`
  insert into places.warehouse (account_id, id, code, name, time_zone, address, cut_off, working_days, priority, created_at)
  values (${tx.act.accountId}, ${w.id}, ${w.code}, ${w.name}, ${w.timeZone}, ${w.address}, ${w.cutOff}, ${w.workingDays}::smallint[], ${w.priority}, ${tx.act.at})`

export const insertZone = (tx: Tx, z: ZoneRow) => tx`
  insert into places.zone (account_id, id, warehouse_id, code, name, storage, hazards, free_from)
  values (${tx.act.accountId}, ${z.id}, ${z.warehouseId}, ${z.code}, ${z.name}, ${z.storage}, ${z.hazards}, ${z.freeFrom})`

export const insertPlaces = (tx: Tx, places: readonly PlaceRow[]) => tx`
  ${inserted(tx, places)}`

/** But those there are: a bin has one place for its boxes of a size, whoever makes it first. Answers with the ones that are new. */
export const insertNewPlaces = (tx: Tx, places: readonly PlaceRow[]) => tx<{ id: string }[]>`
  ${inserted(tx, places)} on conflict do nothing returning id`

const inserted = (tx: Tx, places: readonly PlaceRow[]) => tx`
  insert into places.place (account_id, id, warehouse_id, zone_id, kind, code, pack_of, bin_id, capacity, mixing, aisle, bay, level, created_at)
  select ${tx.act.accountId}, p.id, p.warehouse, p.zone, p.kind, p.code, p.pack_of, p.bin, p.capacity, p.mixing, p.aisle, p.bay, p.level, ${tx.act.at}
  from unnest(${places.map((p) => p.id)}::uuid[], ${places.map((p) => p.warehouseId)}::uuid[], ${places.map((p) => p.zoneId)}::uuid[],
    ${places.map((p) => p.kind)}::text[], ${places.map((p) => p.code)}::text[], ${places.map((p) => p.packOf)}::int[],
    ${places.map((p) => p.binId)}::uuid[], ${places.map((p) => p.capacity)}::bigint[], ${places.map((p) => p.mixing)}::text[],
    ${places.map((p) => p.aisle)}::text[], ${places.map((p) => p.bay)}::int[], ${places.map((p) => p.level)}::int[])
    as p(id, warehouse, zone, kind, code, pack_of, bin, capacity, mixing, aisle, bay, level)`

/** Where closed boxes lie in these bins. */
export const boxPlacesOf = (db: Db, binIds: readonly string[]) => db<PlaceRow[]>`
  select ${columns(db)} from places.place where account_id = ${db.act.accountId} and bin_id = any(${binIds as string[]}::uuid[]) order by pack_of`

/**
 * Keeps others from putting goods into these bins until the end; foreign keys to them stay free. Taken once in a transaction, in key order,
 * after the locks of the products, as a statement of its own: what is read after it includes what others put there before.
 */
export const lockBins = (tx: Tx, binIds: readonly string[]) => tx`
  select 1 from places.place where account_id = ${tx.act.accountId} and id = any(${binIds as string[]}::uuid[]) order by id for no key update`

export const openedPlaceOf = (db: Db, warehouseId: string) => db<PlaceRow[]>`
  select ${columns(db)} from places.place where account_id = ${db.act.accountId} and warehouse_id = ${warehouseId} and kind = 'opened'`

/** One place with the boxes in it, or all in warehouses: waits for whoever is just putting stock there, and keeps others from it until the end. */
export const lockPlaces = (tx: Tx, placeId: string | null) => tx`
  select 1 from places.place
  where account_id = ${tx.act.accountId} and warehouse_id is not null and (${placeId}::uuid is null or id = ${placeId}::uuid or bin_id = ${placeId}::uuid)
  order by id for update`

/** Waits for whoever is just recording a document of a warehouse, as a receipt, and keeps others from it until the end. Taken after the locks of the products. */
export const lockWarehouses = (tx: Tx) =>
  tx`select 1 from places.warehouse where account_id = ${tx.act.accountId} order by id for update`

export const placesById = (db: Db, ids: readonly string[]) => db<PlaceRow[]>`
  select ${columns(db)} from places.place where account_id = ${db.act.accountId} and id = any(${ids as string[]}::uuid[])`

export const updateWarehouse = (tx: Tx, w: WarehouseRow) => tx`
  update places.warehouse set name = ${w.name}, time_zone = ${w.timeZone}, address = ${w.address}, cut_off = ${w.cutOff},
    working_days = ${w.workingDays}::smallint[], priority = ${w.priority}
  where account_id = ${tx.act.accountId} and id = ${w.id}`

export const updateZone = (tx: Tx, z: ZoneRow) => tx`
  update places.zone set code = ${z.code}, name = ${z.name}, storage = ${z.storage}, hazards = ${z.hazards}, free_from = ${z.freeFrom}
  where account_id = ${tx.act.accountId} and id = ${z.id}`

export const updatePlace = (tx: Tx, p: PlaceRow) => tx`
  update places.place set code = ${p.code}, zone_id = ${p.zoneId}, capacity = ${p.capacity}, mixing = ${p.mixing},
    aisle = ${p.aisle}, bay = ${p.bay}, level = ${p.level}
  where account_id = ${tx.act.accountId} and id = ${p.id}`
