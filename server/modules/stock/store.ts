/**
 * server/modules/stock/store.ts — the SQL of moves and balances.
 */
import type { Instant } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'

export type BalanceKey = Readonly<{ batchId: string; placeId: string }>
export type BalanceRow = {
  batchId: string
  placeId: string
  productId: string
  onHand: number
  reserved: number
  lastMovedAt: Instant
}
export type BalanceChange = BalanceKey &
  Readonly<{ productId: string; onHand: number; reserved: number; lastMovedAt: Instant }>
export type MoveRow = {
  id: string
  batchId: string
  productId: string
  fromPlaceId: string
  toPlaceId: string
  quantity: number
  reason: MoveReason
  documentKind: string
  documentId: string
  documentLineId: string | null
  note: string | null
  occurredAt: Instant
  reversesId: string | null
}
export const moveReasons = [
  'receipt',
  'shipment',
  'adjustment',
  'transfer',
  'putaway',
  'return',
  'disposal',
  'sample',
  'count',
  'consume',
  'make',
  'reversal',
  'vendor_return',
] as const
export type MoveReason = (typeof moveReasons)[number]

/** By batch, always: where a place has as many, PostgreSQL would read all of it for each key (decision 0028). */
export const balancesAt = (db: Db, keys: readonly BalanceKey[]) => db<BalanceRow[]>`
  select b.* from unnest(${keys.map((k) => k.batchId)}::uuid[], ${keys.map((k) => k.placeId)}::uuid[]) as k(batch_id, place_id)
  cross join lateral (
    select batch_id, place_id, product_id, on_hand, reserved, last_moved_at from stock.balance
    where account_id = ${db.act.accountId} and batch_id = k.batch_id and place_id is not distinct from k.place_id offset 0) b`

/** Those of the places in which closed boxes lie, with the base units in each. */
export const boxedPlaces = (db: Db, placeIds: readonly string[]) => db<{ id: string; packOf: number }[]>`
  select id, pack_of from places.place
  where account_id = ${db.act.accountId} and id = any(${placeIds as string[]}::uuid[]) and pack_of is not null`

export const insertBalances = (tx: Tx, rows: readonly BalanceChange[]) => tx`
  insert into stock.balance (account_id, batch_id, place_id, product_id, on_hand, reserved, last_moved_at)
  select ${tx.act.accountId}, b.batch_id, b.place_id, b.product_id, b.on_hand, b.reserved, b.last_moved_at
  from unnest(${rows.map((r) => r.batchId)}::uuid[], ${rows.map((r) => r.placeId)}::uuid[], ${rows.map((r) => r.productId)}::uuid[],
    ${rows.map((r) => r.onHand)}::bigint[], ${rows.map((r) => r.reserved)}::bigint[], ${rows.map((r) => r.lastMovedAt)}::timestamptz[])
    as b(batch_id, place_id, product_id, on_hand, reserved, last_moved_at)`

/** Adds the changes; a row that reaches zero goes. Keys must be distinct and the rows there. */
export async function changeBalances(tx: Tx, rows: readonly BalanceChange[]): Promise<void> {
  if (rows.length === 0) return
  await tx`
    update stock.balance b set on_hand = b.on_hand + c.on_hand, reserved = b.reserved + c.reserved,
      last_moved_at = greatest(b.last_moved_at, c.last_moved_at)
    from unnest(${rows.map((r) => r.batchId)}::uuid[], ${rows.map((r) => r.placeId)}::uuid[], ${rows.map((r) => r.onHand)}::bigint[],
      ${rows.map((r) => r.reserved)}::bigint[], ${rows.map((r) => r.lastMovedAt)}::timestamptz[]) as c(batch_id, place_id, on_hand, reserved, last_moved_at)
    where b.account_id = ${tx.act.accountId} and b.batch_id = c.batch_id and b.place_id is not distinct from c.place_id`.execute()
}

export const deleteEmptyBalances = (tx: Tx, keys: readonly BalanceKey[]) => tx`
  delete from stock.balance b
  using unnest(${keys.map((k) => k.batchId)}::uuid[], ${keys.map((k) => k.placeId)}::uuid[]) as k(batch_id, place_id)
  where b.account_id = ${tx.act.accountId} and b.batch_id = k.batch_id and b.place_id is not distinct from k.place_id and b.on_hand = 0`

export const insertMoves = (tx: Tx, rows: readonly MoveRow[]) => tx`
  insert into stock.move (account_id, id, batch_id, product_id, from_place_id, to_place_id, quantity, reason, document_kind, document_id,
    document_line_id, note, occurred_at, recorded_at, actor_id, actor_name, reverses_id, stood)
  select ${tx.act.accountId}, m.id, m.batch_id, m.product_id, m.from_place, m.to_place, m.quantity, m.reason, m.document_kind, m.document_id,
    m.document_line, m.note, m.occurred_at, ${tx.act.at}, ${tx.act.actorId}::uuid, ${tx.act.actorName}, m.reverses,
    case when m.reverses is not null then (
      select o.quantity - coalesce(sum(u.quantity), 0) from stock.move o
      left join stock.move u on u.account_id = o.account_id and u.reverses_id = o.id
      where o.account_id = ${tx.act.accountId} and o.id = m.reverses group by o.quantity) end
  from unnest(${rows.map((m) => m.id)}::uuid[], ${rows.map((m) => m.batchId)}::uuid[], ${rows.map((m) => m.productId)}::uuid[],
    ${rows.map((m) => m.fromPlaceId)}::uuid[], ${rows.map((m) => m.toPlaceId)}::uuid[], ${rows.map((m) => m.quantity)}::bigint[],
    ${rows.map((m) => m.reason)}::text[], ${rows.map((m) => m.documentKind)}::text[], ${rows.map((m) => m.documentId)}::uuid[],
    ${rows.map((m) => m.documentLineId)}::uuid[], ${rows.map((m) => m.note)}::text[], ${rows.map((m) => m.occurredAt)}::timestamptz[],
    ${rows.map((m) => m.reversesId)}::uuid[]) as m(id, batch_id, product_id, from_place, to_place, quantity, reason, document_kind,
    document_id, document_line, note, occurred_at, reverses)`

/** The moves in and out of one batch at one place, oldest first, as signed quantities. */
export const historyOf = (db: Db, key: BalanceKey) => db<{ occurredAt: Instant; quantity: number }[]>`
  select occurred_at, case when to_place_id = ${key.placeId} then quantity else -quantity end as quantity
  from stock.move
  where account_id = ${db.act.accountId} and batch_id = ${key.batchId} and (to_place_id = ${key.placeId} or from_place_id = ${key.placeId})
  order by occurred_at, id`

export async function unitsInStock(db: Db, productId: string): Promise<number> {
  const [row] = await db<{ units: number }[]>`
    select coalesce(sum(on_hand), 0)::bigint as units from stock.balance where account_id = ${db.act.accountId} and product_id = ${productId}`
  return row?.units ?? 0
}

/** Whether the product ever lay in stock, and what waits for it, in base units. */
export const movedOrAsked = (db: Db, productId: string) => db<{ moved: boolean; ordered: number }[]>`
  select exists (
      select from batches.batch b join stock.move m on m.account_id = b.account_id and m.batch_id = b.id
      where b.account_id = ${db.act.accountId} and b.product_id = ${productId}) as moved,
    coalesce(sum(quantity - reserved - shipped), 0)::bigint as ordered
  from stock.demand where account_id = ${db.act.accountId} and product_id = ${productId} and reserved + shipped < quantity`

export const serialProducts = (db: Db, productIds: readonly string[]) => db<{ id: string; sku: string }[]>`
  select id, sku from catalog.product
  where account_id = ${db.act.accountId} and id = any(${productIds as string[]}::uuid[]) and tracking = 'serial'`

export const serialsOfMove = (db: Db, moveId: string) => db<{ serialId: string }[]>`
  select serial_id from stock.move_serial where account_id = ${db.act.accountId} and move_id = ${moveId}`

/** Names for refusals: people know codes, not ids. */
export async function namesOf(db: Db, key: BalanceKey): Promise<{ batch: string; place: string; timeZone: string }> {
  const [row] = await db<{ batch: string; place: string; timeZone: string }[]>`
    select b.code as batch, p.code as place, coalesce(w.time_zone, 'UTC') as time_zone
    from batches.batch b cross join places.place p
    left join places.warehouse w on w.account_id = p.account_id and w.id = p.warehouse_id
    where b.account_id = ${db.act.accountId} and b.id = ${key.batchId} and p.account_id = ${db.act.accountId} and p.id = ${key.placeId}`
  return row ?? { batch: key.batchId, place: key.placeId, timeZone: 'UTC' }
}

/** What the caller named is done once, also long after its answer was forgotten. Refuses `already_exists`. */
export async function refuseKnownDocument(db: Db, kind: 'adjustment' | 'relocation', id: string | undefined) {
  if (id === undefined) return
  const [known] =
    await db`select 1 from stock.move where account_id = ${db.act.accountId} and document_id = ${id} limit 1`
  if (known) throw new Refusal('already_exists', { kind, name: id })
}
