/**
 * server/modules/allocation/pools/pool-store.ts — the SQL of pools: stock kept for a channel, and what it took of it.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db, SqlPart, Tx } from '#platform/db.ts'

export type PoolRow = {
  id: string
  name: string
  productId: string
  batchId: string | null
  warehouseId: string | null
  channel: string
  quantity: number
  /** By lines of its channel, as much as they still have or were sent. */
  drawn: number
  validFrom: CalendarDate
  validUntil: CalendarDate
  reason: string
  createdBy: string
  createdAt: Instant
  endedBy: string | null
  endedAt: Instant | null
  endReason: string | null
}
type Written = 'drawn' | 'createdBy' | 'createdAt' | 'endedBy' | 'endedAt' | 'endReason'
export type NewPool = Omit<PoolRow, Written>
export type DrawRow = Readonly<{ poolId: string; demandId: string; quantity: number }>

type GivenBack = readonly Readonly<{ demandId: string; batchId: string; placeId: string }>[]

/** Reservations `r` without those that are looked at as given back. */
const butFor = (db: Db, givenBack: GivenBack) =>
  givenBack.length === 0
    ? db``
    : db`and (r.demand_id, r.batch_id, r.place_id) not in (
        select * from unnest(${givenBack.map((one) => one.demandId)}::uuid[], ${givenBack.map((one) => one.batchId)}::uuid[],
          ${givenBack.map((one) => one.placeId)}::uuid[]))`

/** The batch that the goods of one are now, which another was merged into. */
const now = (db: Db, batchId: SqlPart) => db`(
  select coalesce(b.merged_into, b.id) from batches.batch b where b.account_id = ${db.act.accountId} and b.id = ${batchId})`

/** What the line of a draw `w` has and was sent of what the pool `p` keeps. */
const has = (db: Db, givenBack: GivenBack = []) => db`
  lateral (
    select
      (select coalesce(sum(r.quantity), 0) from stock.reservation r
        join places.place l on l.account_id = r.account_id and l.id = r.place_id
        where r.account_id = w.account_id and r.demand_id = w.demand_id and (p.batch_id is null or ${now(db, db`r.batch_id`)} = ${now(db, db`p.batch_id`)})
          and (p.warehouse_id is null or l.warehouse_id = p.warehouse_id) ${butFor(db, givenBack)})
      + (select coalesce(sum(m.quantity), 0) from stock.net_move m
        join places.place l on l.account_id = m.account_id and l.id = m.from_place_id
        where m.account_id = w.account_id and m.document_line_id = w.demand_id and m.reason = 'shipment'
          and (p.batch_id is null or ${now(db, db`m.batch_id`)} = ${now(db, db`p.batch_id`)})
          and (p.warehouse_id is null or l.warehouse_id = p.warehouse_id)) as quantity) has`

const columns = (db: Db, givenBack: GivenBack = []) => db`
  p.id, p.name, p.product_id, ${now(db, db`p.batch_id`)} as batch_id, p.warehouse_id, p.channel, p.quantity, p.valid_from, p.valid_until, p.reason, p.created_by,
  p.created_at, p.ended_by, p.ended_at, p.end_reason,
  (select coalesce(sum(least(w.quantity, has.quantity)), 0)::bigint from allocation.pool_draw w cross join ${has(db, givenBack)}
    where w.account_id = p.account_id and w.pool_id = p.id) as drawn`

type InForce = Readonly<{ productIds: readonly string[]; today: CalendarDate; givenBack: GivenBack }>

export const poolsInForce = (db: Db, { productIds, today, givenBack }: InForce) => db<PoolRow[]>`
  select ${columns(db, givenBack)} from allocation.pool p
  where p.account_id = ${db.act.accountId} and p.product_id = any(${productIds as string[]}::uuid[]) and p.valid_from <= ${today}::date
    and p.valid_until >= ${today}::date - 1
  order by p.id`

export const poolsById = (db: Db, ids: readonly string[]) => db<PoolRow[]>`
  select ${columns(db)} from allocation.pool p where p.account_id = ${db.act.accountId} and p.id = any(${ids as string[]}::uuid[])`

type PoolPage = Readonly<{
  state: 'now' | 'all'
  productId: string | null
  /** With those that name another batch left out. */
  batchId: string | null
  today: CalendarDate
  after: string | null
  limit: number
}>

/** Newest first; `now`: without those that are over. */
export const poolPage = (db: Db, { state, productId, batchId, today, after, limit }: PoolPage) => db<PoolRow[]>`
  select ${columns(db)} from allocation.pool p
  where p.account_id = ${db.act.accountId} and (${state === 'all'} or p.valid_until >= ${today}::date)
    and (${productId}::uuid is null or p.product_id = ${productId}::uuid)
    and (${batchId}::uuid is null or p.batch_id is null or ${now(db, db`p.batch_id`)} = ${now(db, db`${batchId}::uuid`)}) and (${after}::uuid is null or p.id < ${after}::uuid)
  order by p.id desc limit ${limit}`

export const insertPool = (tx: Tx, p: NewPool) => tx`
  insert into allocation.pool (account_id, id, name, product_id, batch_id, warehouse_id, channel, quantity, valid_from, valid_until, reason,
    created_by, created_at)
  values (${tx.act.accountId}, ${p.id}, ${p.name}, ${p.productId}, ${p.batchId}, ${p.warehouseId}, ${p.channel}, ${p.quantity},
    ${p.validFrom}, ${p.validUntil}, ${p.reason}, ${tx.act.actorName}, ${tx.act.at})`

export const endPoolOn = (tx: Tx, id: string, { lastDay, reason }: { lastDay: CalendarDate; reason: string }) => tx`
  update allocation.pool set valid_until = ${lastDay}, ended_by = ${tx.act.actorName}, ended_at = ${tx.act.at}, end_reason = ${reason}
  where account_id = ${tx.act.accountId} and id = ${id}`

/** Those that are over in every zone and whose stock was not offered since. */
export const poolsToOffer = (db: Db, today: CalendarDate) => db<{ id: string; productId: string }[]>`
  select id, product_id from allocation.pool
  where account_id = ${db.act.accountId} and offered_at is null and valid_until < ${today}::date order by id`

export const noteOffered = (tx: Tx, ids: readonly string[]) => tx`
  update allocation.pool set offered_at = ${tx.act.at} where account_id = ${tx.act.accountId} and id = any(${ids as string[]}::uuid[])`

/** What these lines gave back since counts no more. To be sent before they get anything anew. */
export const trimDraws = (tx: Tx, demandIds: readonly string[]) => tx`
  with drawn as (
    select w.pool_id, w.demand_id, least(w.quantity, has.quantity) as quantity
    from allocation.pool_draw w
    join allocation.pool p on p.account_id = w.account_id and p.id = w.pool_id
    cross join ${has(tx)}
    where w.account_id = ${tx.act.accountId} and w.demand_id = any(${demandIds as string[]}::uuid[]) and has.quantity < w.quantity),
  gone as (
    delete from allocation.pool_draw w using drawn d
    where w.account_id = ${tx.act.accountId} and w.pool_id = d.pool_id and w.demand_id = d.demand_id and d.quantity = 0)
  update allocation.pool_draw w set quantity = d.quantity from drawn d
  where w.account_id = ${tx.act.accountId} and w.pool_id = d.pool_id and w.demand_id = d.demand_id and d.quantity > 0`

export const addDraws = (tx: Tx, rows: readonly DrawRow[]) => tx`
  insert into allocation.pool_draw as w (account_id, pool_id, demand_id, quantity)
  select ${tx.act.accountId}, d.pool, d.demand, d.quantity
  from unnest(${rows.map((d) => d.poolId)}::uuid[], ${rows.map((d) => d.demandId)}::uuid[], ${rows.map((d) => d.quantity)}::bigint[])
    as d(pool, demand, quantity)
  on conflict (account_id, pool_id, demand_id) do update set quantity = w.quantity + excluded.quantity`
