/**
 * server/modules/stock/demands.ts — what the lines of orders and transfers ask of stock. Unmet = quantity − reserved − shipped.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db, SqlPart, Tx } from '#platform/db.ts'

export type DemandRow = {
  id: string
  /** Whose line it is. */
  kind: 'order' | 'transfer'
  documentId: string
  productId: string
  warehouseId: string | null
  quantity: number
  reserved: number
  shipped: number
  rotation: 'fefo' | 'fifo' | 'lifo' | null
  shortage: 'part' | 'whole'
  deliverOn: CalendarDate | null
  lifeDaysMin: number | null
  priority: number
  askedAt: Instant
  /** Recorded after the fact: what was promised is judged on its own day alone. */
  history: boolean
  /** Whom it is for, as rules of allocation ask it; the market is a country of ISO 3166-1 alpha-2. */
  customerId: string | null
  channel: string | null
  market: string | null
  /** By which service of a carrier it goes, and where to: capitals, without spaces and hyphens. */
  serviceId: string | null
  postalCode: string | null
  /** Where batches are chosen by hand: these, in this order. */
  chosenBatchIds: string[]
  /** Of the batch that was chosen; only where it goes to nobody. */
  takesExpired: boolean
}
export type NewDemand = Readonly<Omit<DemandRow, 'shipped'>>

/** Of batches that a person chose: of merged ones the one that is meant now. */
export const chosenNow = (db: Db, chosen: SqlPart) => db`case when ${chosen} = '{}' then ${chosen} else array(
  select coalesce(b.merged_into, b.id) from unnest(${chosen}) with ordinality as c(id, at)
  join batches.batch b on b.account_id = ${db.act.accountId} and b.id = c.id order by c.at) end`

/** The demand is `d`. */
export const demandColumns = (
  db: Db,
) => db`d.id, d.kind, d.document_id, d.product_id, d.warehouse_id, d.quantity, d.reserved, d.shipped,
  d.rotation, d.shortage, d.deliver_on, d.life_days_min, d.priority, d.asked_at, d.history, d.customer_id, d.channel, d.market,
  d.service_id, d.postal_code, ${chosenNow(db, db`d.chosen_batch_ids`)} as chosen_batch_ids, d.takes_expired`

export const insertDemands = (tx: Tx, rows: readonly NewDemand[]) => tx`
  insert into stock.demand (account_id, id, kind, document_id, product_id, warehouse_id, quantity, reserved, rotation, shortage, deliver_on,
    life_days_min, priority, asked_at, history, customer_id, channel, market, service_id, postal_code,
    chosen_batch_ids, takes_expired)
  select ${tx.act.accountId}, d.id, d.kind, d.document_id, d.product_id, d.warehouse_id, d.quantity, d.reserved, d.rotation, d.shortage, d.deliver_on,
    d.life_days_min, d.priority, d.asked_at, d.history::boolean, d.customer_id, d.channel, d.market, d.service_id, d.postal_code,
    string_to_array(d.chosen, ' ')::uuid[], d.takes_expired::boolean
  from unnest(${rows.map((d) => d.id)}::uuid[], ${rows.map((d) => d.kind)}::text[], ${rows.map((d) => d.documentId)}::uuid[], ${rows.map((d) => d.productId)}::uuid[],
    ${rows.map((d) => d.warehouseId)}::uuid[], ${rows.map((d) => d.quantity)}::bigint[],
    ${rows.map((d) => d.reserved)}::bigint[], ${rows.map((d) => d.rotation)}::text[],
    ${rows.map((d) => d.shortage)}::text[], ${rows.map((d) => d.deliverOn)}::date[], ${rows.map((d) => d.lifeDaysMin)}::int[],
    ${rows.map((d) => d.priority)}::smallint[], ${rows.map((d) => d.askedAt)}::timestamptz[], ${rows.map((d) => String(d.history))}::text[],
    ${rows.map((d) => d.customerId)}::uuid[], ${rows.map((d) => d.channel)}::text[], ${rows.map((d) => d.market)}::text[], ${rows.map((d) => d.serviceId)}::uuid[],
    ${rows.map((d) => d.postalCode)}::text[], ${rows.map((d) => d.chosenBatchIds.join(' '))}::text[],
    ${rows.map((d) => String(d.takesExpired))}::text[]) as d(id, kind, document_id,
    product_id, warehouse_id, quantity, reserved, rotation, shortage, deliver_on, life_days_min, priority, asked_at, history, customer_id,
    channel, market, service_id, postal_code, chosen, takes_expired)`

export const chooseBatches = (tx: Tx, demandId: string, batchIds: readonly string[]) => tx`
  update stock.demand set chosen_batch_ids = ${batchIds as string[]}::uuid[] where account_id = ${tx.act.accountId} and id = ${demandId}`

export const demandsById = (db: Db, ids: readonly string[]) => db<DemandRow[]>`
  select ${demandColumns(db)} from stock.demand d
  where d.account_id = ${db.act.accountId} and d.id = any(${ids as string[]}::uuid[]) order by d.id`

export const demandsOfDocuments = (db: Db, documentIds: readonly string[]) => db<DemandRow[]>`
  select ${demandColumns(db)} from stock.demand d
  where d.account_id = ${db.act.accountId} and d.document_id = any(${documentIds as string[]}::uuid[]) order by d.id`

export const changeDemands = (
  tx: Tx,
  rows: readonly Readonly<
    Pick<DemandRow, 'id' | 'quantity' | 'deliverOn' | 'priority' | 'market' | 'serviceId' | 'postalCode'>
  >[],
) => tx`
  update stock.demand d set quantity = c.quantity, deliver_on = c.deliver_on, priority = c.priority, market = c.market,
    service_id = c.service_id, postal_code = c.postal_code
  from unnest(${rows.map((c) => c.id)}::uuid[], ${rows.map((c) => c.quantity)}::bigint[], ${rows.map((c) => c.deliverOn)}::date[],
    ${rows.map((c) => c.priority)}::smallint[], ${rows.map((c) => c.market)}::text[], ${rows.map((c) => c.serviceId)}::uuid[],
    ${rows.map((c) => c.postalCode)}::text[]) as c(id, quantity, deliver_on, priority, market, service_id, postal_code)
  where d.account_id = ${tx.act.accountId} and d.id = c.id`

/** What is not shipped is no longer asked for. Reservations must be gone. */
export const cancelDemand = (tx: Tx, ids: readonly string[]) => tx`
  update stock.demand set quantity = shipped where account_id = ${tx.act.accountId} and id = any(${ids as string[]}::uuid[])`

/** Whoever chose one of these batches, and is promised of what some of it became, has chosen that as well. */
export const chooseAsWell = (tx: Tx, rows: readonly Readonly<{ batchId: string; intoBatchId: string }>[]) => tx`
  update stock.demand d set chosen_batch_ids = d.chosen_batch_ids || more.ids
  from (
    select r.demand_id, array_agg(distinct r.batch_id) as ids
    from (select distinct * from unnest(${rows.map((r) => r.batchId)}::uuid[], ${rows.map((r) => r.intoBatchId)}::uuid[]) as b(batch_id, into_id)) b
    join stock.reservation r on r.account_id = ${tx.act.accountId} and r.batch_id = b.into_id
    join stock.demand c on c.account_id = r.account_id and c.id = r.demand_id and b.batch_id = any(c.chosen_batch_ids)
      and b.into_id <> all(c.chosen_batch_ids)
    group by r.demand_id) more
  where d.account_id = ${tx.act.accountId} and d.id = more.demand_id`
