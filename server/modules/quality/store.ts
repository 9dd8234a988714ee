/**
 * server/modules/quality/store.ts — the SQL of quality.
 */
import type { Instant } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { batchIdsOfLot, reachedAs, reachedFrom, withDescendants } from '../batches/index.ts'

export const scopes = ['account', 'product', 'batch', 'lot', 'place', 'balance'] as const
export type Scope = (typeof scopes)[number]

export type HoldRow = {
  id: string
  number: string
  scope: Scope
  productId: string | null
  batchId: string | null
  lotId: string | null
  placeId: string | null
  reason: string
  placedBy: string
  placedAt: Instant
  liftedBy: string | null
  liftedAt: Instant | null
  liftReason: string | null
  keeperId: string | null // what keeps it, as a recall, lifts it
  keeperNumber: string | null
}
export type HoldView = HoldRow & {
  sku: string | null
  productName: string | null
  batchCode: string | null
  lotCode: string | null
  placeCode: string | null
  warehouseCode: string | null
}

export const insertHolds = (tx: Tx, rows: readonly HoldRow[]) => tx`
  insert into quality.hold (account_id, id, number, scope, product_id, batch_id, lot_id, place_id, reason, placed_by, placed_at, keeper_id, keeper_number)
  select ${tx.act.accountId}, h.id, h.number, h.scope, h.product, h.batch, h.lot, h.place, h.reason, ${tx.act.actorName}, ${tx.act.at},
    h.keeper, h.keeper_number
  from unnest(${rows.map((h) => h.id)}::uuid[], ${rows.map((h) => h.number)}::text[], ${rows.map((h) => h.scope)}::text[],
    ${rows.map((h) => h.productId)}::uuid[], ${rows.map((h) => h.batchId)}::uuid[], ${rows.map((h) => h.lotId)}::uuid[],
    ${rows.map((h) => h.placeId)}::uuid[], ${rows.map((h) => h.reason)}::text[], ${rows.map((h) => h.keeperId)}::uuid[],
    ${rows.map((h) => h.keeperNumber)}::text[]) as h(id, number, scope, product, batch, lot, place, reason, keeper, keeper_number)`

type NewRow = Pick<HoldRow, 'number' | 'scope' | 'reason'> & Partial<HoldRow>

/** Placed now, by who acts; on nothing that is not named. */
export const holdRow = (tx: Tx, named: NewRow): HoldRow => ({
  id: newId(),
  productId: null,
  batchId: null,
  lotId: null,
  placeId: null,
  placedBy: tx.act.actorName,
  placedAt: tx.act.at,
  liftedBy: null,
  liftedAt: null,
  liftReason: null,
  keeperId: null,
  keeperNumber: null,
  ...named,
})

export const markLifted = (tx: Tx, { ids, reason }: { ids: readonly string[]; reason: string }) => tx`
  update quality.hold set lifted_by = ${tx.act.actorName}, lifted_at = ${tx.act.at}, lift_reason = ${reason}
  where account_id = ${tx.act.accountId} and id = any(${ids as string[]}::uuid[]) and lifted_at is null`

export type HoldScope = Pick<HoldRow, 'productId' | 'batchId' | 'lotId' | 'placeId'>

/**
 * The products whose stock a hold reaches, whether or not there is any just now: goods of the batch may be coming in at
 * this moment. Only a hold on a place or the account has no other measure than what lies there.
 */
export async function productsInScope(db: Db, { productId, batchId, lotId, placeId }: HoldScope): Promise<string[]> {
  const account = db.act.accountId
  if (productId) return [productId]
  const batchIds = await batchesInScope(db, { batchId, lotId })
  const rows = batchIds
    ? await db<
        { productId: string }[]
      >`select distinct product_id from batches.batch where account_id = ${account} and id = any(${batchIds}::uuid[])`
    : await db<{ productId: string }[]>`
        select distinct product_id from stock.balance
        where account_id = ${account} and (${placeId}::uuid is null or place_id in ${placeWithBoxes(db, placeId)})`
  return rows.map((row) => row.productId)
}

/** The batches that a hold names, those they are one with, and all that was made of them; null where it names none. */
export async function batchesInScope(
  db: Db,
  { batchId, lotId }: Pick<HoldScope, 'batchId' | 'lotId'>,
): Promise<string[] | null> {
  if (batchId) return withDescendants(db, [batchId])
  if (!lotId) return null
  const ofLot = (await batchIdsOfLot(db, lotId)).map((row) => row.batchId)
  return ofLot.length > 0 ? withDescendants(db, ofLot) : ofLot
}

/** A place, and the closed boxes in it. */
export const placeWithBoxes = (db: Db, placeId: string | null) => db`(
  select ${placeId}::uuid union all select id from places.place where account_id = ${db.act.accountId} and bin_id = ${placeId}::uuid)`

export type CoveredReservation = {
  demandId: string
  documentId: string
  batchId: string
  placeId: string
  productId: string
  quantity: number
}

export async function reservationsCovered(db: Db, h: HoldScope): Promise<CoveredReservation[]> {
  return reservationsOf(db, { ...h, batchIds: await batchesInScope(db, h) })
}

type Covering = Pick<HoldScope, 'productId' | 'placeId'> & Readonly<{ batchIds: readonly string[] | null }>

const reservationsOf = (db: Db, h: Covering) => db<CoveredReservation[]>`
  select r.demand_id, d.document_id, r.batch_id, r.place_id, r.product_id, r.quantity
  from stock.reservation r join stock.demand d on d.account_id = r.account_id and d.id = r.demand_id
  where r.account_id = ${db.act.accountId}
    ${h.productId ? db`and r.product_id = ${h.productId}` : db``}
    ${h.batchIds ? db`and r.batch_id = any(${h.batchIds as string[]}::uuid[])` : db``}
    ${h.placeId ? db`and r.place_id in ${placeWithBoxes(db, h.placeId)}` : db``}
  order by r.demand_id, r.batch_id, r.place_id`

export const reservationsOfBatches = (db: Db, batchIds: readonly string[]) =>
  reservationsOf(db, { productId: null, placeId: null, batchIds })

/**
 * A hold as the allocation meets it: that of a lot stands once for each of its batches, that of a batch for those it is one with and what was
 * made of it as well, that of a bin for the boxes in it.
 */
export type ActiveHold = Pick<HoldRow, 'number' | 'reason' | 'scope' | 'productId' | 'batchId' | 'placeId'>

type When = Instant | null // null is now

const activeHoldRows = (db: Db, productIds: readonly string[] | null, knownOn: When) => db<ActiveHold[]>`
  with recursive held as (
    select h.number, h.reason, h.scope, h.product_id, h.place_id, h.placed_at, coalesce(h.batch_id, lb.batch_id) as batch_id
    from quality.hold h
    left join batches.lot_batch lb on lb.account_id = h.account_id and lb.lot_id = h.lot_id
    where h.account_id = ${db.act.accountId}
      and ${knownOn === null ? db`h.lifted_at is null` : db`h.placed_at <= ${knownOn} and (h.lifted_at is null or h.lifted_at > ${knownOn})`}
    union
    select h.number, h.reason, h.scope, h.product_id, h.place_id, h.placed_at, r.reached_id
    from held h join ${reachedAs(db, knownOn)} r on r.account_id = ${db.act.accountId} and r.batch_id = h.batch_id)
  select h.number, h.reason, h.scope, h.product_id, h.batch_id, at.place_id
  from held h
  cross join lateral (
    select h.place_id union all
    select id from places.place where account_id = ${db.act.accountId} and bin_id = h.place_id) at
  left join batches.batch b on b.account_id = ${db.act.accountId} and b.id = h.batch_id
  where ${productIds as string[] | null}::uuid[] is null or h.scope in ('account', 'place')
    or coalesce(h.product_id, b.product_id) = any(${productIds as string[] | null}::uuid[])
  order by h.placed_at, h.number`

/** Those which could stand against stock of these products. */
export const activeHolds = (db: Db, productIds: readonly string[]) => activeHoldRows(db, productIds, null)
export const activeHoldsEverywhere = (db: Db) => activeHoldRows(db, null, null)
/** Those of a moment before; of a lot, for the batches that are in it now. */
export const holdsKnownOn = (db: Db, productIds: readonly string[], knownOn: When) =>
  activeHoldRows(db, productIds, knownOn)

export const covers = (hold: ActiveHold, stock: { productId: string; batchId: string; placeId: string }): boolean =>
  (hold.productId === null || hold.productId === stock.productId) &&
  (hold.batchId === null || hold.batchId === stock.batchId) &&
  (hold.placeId === null || hold.placeId === stock.placeId) &&
  (hold.scope !== 'lot' || hold.batchId !== null)

export const activeHoldsOfLot = (db: Db, lotId: string) => db<HoldRow[]>`
  select id, number, scope, product_id, batch_id, lot_id, place_id, reason, placed_by, placed_at, lifted_by, lifted_at, lift_reason, keeper_id, keeper_number
  from quality.hold where account_id = ${db.act.accountId} and lot_id = ${lotId} and lifted_at is null`

export type HoldFilter = {
  ref: string | null
  id: string | null
  active: 'active' | 'lifted' | null
  batchId: string | null
  lotId: string | null
  /** On the product or on one of its batches. */
  productId: string | null
  keeperId?: string | null
  after: string | null
  limit: number
}

export async function holdList(db: Db, f: HoldFilter): Promise<HoldView[]> {
  const ofBatch = f.batchId === null ? null : await reachedFrom(db, [f.batchId])
  return db<HoldView[]>`
  select h.id, h.number, h.scope, h.product_id, h.batch_id, h.lot_id, h.place_id, h.reason, h.placed_by, h.placed_at, h.lifted_by, h.lifted_at,
    h.lift_reason, h.keeper_id, h.keeper_number, p.sku, p.name as product_name, b.code as batch_code, l.code as lot_code, pl.code as place_code, w.code as warehouse_code
  from quality.hold h
  left join batches.batch b on b.account_id = h.account_id and b.id = h.batch_id
  left join catalog.product p on p.account_id = h.account_id and p.id = coalesce(h.product_id, b.product_id)
  left join batches.lot l on l.account_id = h.account_id and l.id = h.lot_id
  left join places.place pl on pl.account_id = h.account_id and pl.id = h.place_id
  left join places.warehouse w on w.account_id = pl.account_id and w.id = pl.warehouse_id
  where h.account_id = ${db.act.accountId}
    and (${f.ref}::text is null or h.number = ${f.ref})
    and (${f.id}::uuid is null or h.id = ${f.id}::uuid)
    and (${f.active}::text is null or (h.lifted_at is null) = (${f.active} = 'active'))
    and (${f.batchId}::uuid is null or h.batch_id = any(${ofBatch}::uuid[]) or h.scope = 'account'
      or (h.product_id is not null and h.product_id = (select product_id from batches.batch where account_id = h.account_id and id = ${f.batchId}::uuid))
      or h.lot_id in (select lot_id from batches.lot_batch where account_id = h.account_id and batch_id = any(${ofBatch}::uuid[]))
      or (h.scope = 'place' and exists (
        select from stock.balance s join places.place at on at.account_id = s.account_id and at.id = s.place_id
        where s.account_id = h.account_id and s.batch_id = ${f.batchId}::uuid and h.place_id in (at.id, at.bin_id))))
    and (${f.lotId}::uuid is null or h.lot_id = ${f.lotId}::uuid)
    and (${f.productId}::uuid is null or p.id = ${f.productId}::uuid)
    and (${f.keeperId ?? null}::uuid is null or h.keeper_id = ${f.keeperId ?? null}::uuid)
    and (${f.after}::uuid is null or h.id < ${f.after}::uuid)
  order by h.id desc limit ${f.limit}`
}
