/**
 * server/modules/stock/moves.ts — reading the ledger: its rows, and the stock of any past moment.
 */
import type { Instant } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import type { MoveReason } from './store.ts'

export type MoveFilter = {
  id: string | null
  batchId: string | null
  productId: string | null
  placeId: string | null
  documentId: string | null
  /** Out of it, into it or within it. */
  warehouseId: string | null
  reason: MoveReason | null
  occurredFrom: Instant | null
  /** Both before this instant and at it. */
  occurredUntil: Instant | null
  recordedAfter: Instant | null
  after: string | null
  limit: number
}

export type MoveView = {
  id: string
  batchId: string
  batchCode: string
  productId: string
  sku: string
  fromPlaceId: string
  fromCode: string
  fromKind: string
  fromWarehouseCode: string | null
  toPlaceId: string
  toCode: string
  toKind: string
  toWarehouseCode: string | null
  quantity: number
  reason: MoveReason
  documentKind: string
  documentId: string
  documentLineId: string | null
  note: string | null
  occurredAt: Instant
  recordedAt: Instant
  actorName: string
  reversesId: string | null
  /** Of several, the newest. */
  reversedById: string | null
  undone: number
}

export const moveList = (db: Db, f: MoveFilter) => db<MoveView[]>`
  select m.id, m.batch_id, b.code as batch_code, m.product_id, p.sku, m.from_place_id, f.code as from_code, f.kind as from_kind, fw.code as from_warehouse_code,
    m.to_place_id, t.code as to_code, t.kind as to_kind, tw.code as to_warehouse_code, m.quantity, m.reason, m.document_kind, m.document_id, m.document_line_id, m.note, m.occurred_at,
    m.recorded_at, m.actor_name, m.reverses_id, r.id as reversed_by_id, r.quantity as undone
  from stock.move m
  join batches.batch b on b.account_id = m.account_id and b.id = m.batch_id
  join catalog.product p on p.account_id = m.account_id and p.id = m.product_id
  join places.place f on f.account_id = m.account_id and f.id = m.from_place_id
  join places.place t on t.account_id = m.account_id and t.id = m.to_place_id
  left join places.warehouse fw on fw.account_id = f.account_id and fw.id = f.warehouse_id
  left join places.warehouse tw on tw.account_id = t.account_id and tw.id = t.warehouse_id
  cross join ${undoing(db)} r
  where ${isMeant(db, f)}
    ${f.id ? db`and m.id = ${f.id}` : db``}
    ${f.after ? db`and m.id < ${f.after}` : db``}
  order by m.id desc limit ${f.limit}`

/** Of the moves `m` with their places `f` and `t`. What happened from a time on was recorded after it, which has an index. */
const isMeant = (db: Db, f: MoveFilter) => db`m.account_id = ${db.act.accountId}
    ${f.batchId ? db`and m.batch_id = ${f.batchId}` : db``}
    ${f.productId ? db`and m.batch_id in (select id from batches.batch where account_id = ${db.act.accountId} and product_id = ${f.productId})` : db``}
    ${f.placeId ? db`and (m.from_place_id = ${f.placeId} or m.to_place_id = ${f.placeId})` : db``}
    ${f.documentId ? db`and m.document_id = ${f.documentId}` : db``}
    ${f.warehouseId ? db`and (f.warehouse_id = ${f.warehouseId} or t.warehouse_id = ${f.warehouseId})` : db``}
    ${f.reason ? db`and m.reason = ${f.reason}` : db``}
    ${f.occurredFrom ? db`and m.recorded_at >= ${f.occurredFrom} and m.occurred_at >= ${f.occurredFrom}` : db``}
    ${f.occurredUntil ? db`and m.occurred_at <= ${f.occurredUntil}` : db``}
    ${f.recordedAfter ? db`and m.recorded_at > ${f.recordedAfter}` : db``}`

/** Of a move `m`: by what it was undone, and how much of it. */
const undoing = (db: Db) => db`
  lateral (select max(u.id::text)::uuid as id, coalesce(sum(u.quantity), 0)::bigint as quantity
    from stock.move u where u.account_id = m.account_id and u.reverses_id = m.id)`

export type MoveSum = { reason: MoveReason; moves: number; quantity: number }

/** By reason, over all that the filter finds; the quantity is of what was not undone since. */
export const moveSums = (db: Db, filter: MoveFilter) => db<MoveSum[]>`
  select m.reason, count(*) as moves, coalesce(sum(m.quantity - r.quantity), 0)::bigint as quantity
  from stock.move m
  join places.place f on f.account_id = m.account_id and f.id = m.from_place_id
  join places.place t on t.account_id = m.account_id and t.id = m.to_place_id
  cross join ${undoing(db)} r
  where ${isMeant(db, filter)}
  group by m.reason order by m.reason`

const everything = {
  id: null,
  batchId: null,
  productId: null,
  placeId: null,
  documentId: null,
  warehouseId: null,
  reason: null,
  occurredFrom: null,
  occurredUntil: null,
  recordedAfter: null,
  after: null,
}

export const moveById = (db: Db, id: string) => moveList(db, { ...everything, id, limit: 1 })

export type PastStock = {
  batchId: string
  batchCode: string
  sku: string
  placeId: string
  placeCode: string
  warehouseCode: string | null // on its way where there is none
  quantity: number
}

export type PastFilter = {
  at: Instant
  knownOn: Instant
  productId: string | null
  batchId: string | null
  warehouseId: string | null
  after: { batchId: string; placeId: string } | null
  limit: number
}

/**
 * What lay where at `at`, from the moves recorded until `knownOn`: what was true, and what was known of it. Walks batch by
 * batch and ends with the page, so that all pages together read the ledger once.
 */
export async function stockAsOf(db: Db, filter: PastFilter): Promise<PastStock[]> {
  const { at, knownOn, productId, batchId, warehouseId, limit } = filter
  const after = filter.after && (await sortKeyOf(db, filter.after))
  return db<PastStock[]>`
    select b.id as batch_id, b.code as batch_code, b.sku, s.place_id, s.place_code, nullif(s.warehouse_code, '') as warehouse_code, s.quantity
    from (
      select b.id, b.code, pr.sku from batches.batch b join catalog.product pr on pr.account_id = b.account_id and pr.id = b.product_id
      where b.account_id = ${db.act.accountId}
        ${productId ? db`and b.product_id = ${productId}` : db``}
        ${batchId ? db`and b.id = ${batchId}` : db``}
        ${after ? db`and (pr.sku, b.code, b.id) >= (${after.sku}, ${after.code}, ${after.batchId}::uuid)` : db``}
      order by pr.sku, b.code, b.id) b
    cross join lateral (
      select p.id as place_id, p.code as place_code, coalesce(w.code, '') as warehouse_code, sum(m.quantity)::bigint as quantity
      from (
        select to_place_id as place_id, quantity from stock.move
        where account_id = ${db.act.accountId} and batch_id = b.id and occurred_at <= ${at} and recorded_at <= ${knownOn}
        union all
        select from_place_id, -quantity from stock.move
        where account_id = ${db.act.accountId} and batch_id = b.id and occurred_at <= ${at} and recorded_at <= ${knownOn}) m
      join places.place p on p.account_id = ${db.act.accountId} and p.id = m.place_id
      left join places.warehouse w on w.account_id = p.account_id and w.id = p.warehouse_id
      where (w.id is not null or p.kind = 'transit') ${warehouseId ? db`and w.id = ${warehouseId}` : db``}
      group by p.id, p.code, w.code having sum(m.quantity) <> 0) s
    ${after ? db`where (b.sku, b.code, b.id, s.warehouse_code, s.place_code) > (${after.sku}, ${after.code}, ${after.batchId}::uuid, ${after.warehouse}, ${after.place})` : db``}
    order by b.sku, b.code, b.id, s.warehouse_code, s.place_code limit ${limit}`
}

async function sortKeyOf(db: Db, { batchId, placeId }: { batchId: string; placeId: string }) {
  const [key] = await db<{ sku: string; code: string; batchId: string; warehouse: string; place: string }[]>`
    select pr.sku, b.code, b.id as batch_id, coalesce(w.code, '') as warehouse, p.code as place
    from batches.batch b
    join catalog.product pr on pr.account_id = b.account_id and pr.id = b.product_id
    join places.place p on p.account_id = b.account_id and p.id = ${placeId}
    left join places.warehouse w on w.account_id = p.account_id and w.id = p.warehouse_id
    where b.account_id = ${db.act.accountId} and b.id = ${batchId}`
  return key ?? null
}
