/**
 * server/modules/stock/offers.ts — how far the free stock of a product has been offered to those who wait for it.
 *
 * A long queue is served in pieces, each in a transaction of its own under the lock of the product; the row here says where
 * the next one begins. Whoever frees stock opens the offer in the same transaction, and a job takes it from there.
 *
 * Guaranteed: while an offer is open, a line behind the point that it has reached takes nothing, be it of an order that comes
 * in between or one that has long been waiting; a line before that point was offered all there was, and takes at once what
 * is left. So the queue is served in its turn, as if in one transaction. Not guaranteed: that a line for which nothing fitted
 * is asked again before more stock is freed.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import { byTurn } from '#domain/turn.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/db.ts'
import { type DemandRow, demandColumns } from './demands.ts'
import { behindOffer, inTurn } from './in-turn.ts'

export type OfferCause =
  | 'edit'
  | 'hold'
  | 'lift'
  | 'receipt'
  | 'release'
  | 'correction'
  | 'retry'
  | 'expiry'
  | 'rule'
  | 'delivery'
  | 'swap'
  | 'short'
  | 'unship'
  | 'disposal'
export type OfferRow = Readonly<{
  productId: string
  cause: OfferCause
  /** The last line that was offered something; none yet where the offer begins at the head. */
  priority: number | null
  dueOn: CalendarDate | null
  askedAt: Instant | null
  demandId: string | null
}>

/** For products that somebody waits for, from the head of their queues. The products must be locked. */
export const openOffers = (tx: Tx, productIds: readonly string[], cause: OfferCause) => tx`
  insert into stock.offer (account_id, product_id, cause, stepped_at)
  select ${tx.act.accountId}, p.id, ${cause}, ${tx.act.at} from unnest(${productIds as string[]}::uuid[]) as p(id)
  where exists (select from stock.demand d
    where d.account_id = ${tx.act.accountId} and d.product_id = p.id and d.reserved + d.shipped < d.quantity)
  on conflict (account_id, product_id) do update
    set cause = excluded.cause, stepped_at = excluded.stepped_at, priority = null, due_on = null,
      asked_at = null, demand_id = null`

/** Of all that waits, the products, by their ids. */
export async function productsWaitedFor(db: Db): Promise<string[]> {
  const rows = await db<{ productId: string }[]>`
    select distinct product_id from stock.demand
    where account_id = ${db.act.accountId} and reserved + shipped < quantity and not history order by product_id`
  return rows.map(({ productId }) => productId)
}

/** They were offered something up to these lines. */
export const advanceOffers = (tx: Tx, lastDemandIds: readonly string[], cause: OfferCause) => tx`
  insert into stock.offer (account_id, product_id, cause, stepped_at, priority, due_on, asked_at, demand_id)
  select d.account_id, d.product_id, ${cause}, ${tx.act.at}, d.priority, d.due_on, d.asked_at, d.id from stock.demand d
  where d.account_id = ${tx.act.accountId} and d.id = any(${lastDemandIds as string[]}::uuid[])
  on conflict (account_id, product_id) do update set cause = excluded.cause, stepped_at = excluded.stepped_at,
    priority = excluded.priority, due_on = excluded.due_on, asked_at = excluded.asked_at, demand_id = excluded.demand_id`

export const closeOffers = (tx: Tx, productIds: readonly string[]) => tx`
  delete from stock.offer where account_id = ${tx.act.accountId} and product_id = any(${productIds as string[]}::uuid[])`

export const offersOf = (db: Db, productIds: readonly string[]) => db<OfferRow[]>`
  select product_id, cause, priority, due_on, asked_at, demand_id from stock.offer
  where account_id = ${db.act.accountId} and product_id = any(${productIds as string[]}::uuid[])`

/** Products with an open offer, those first that were served longest ago. */
export async function productsOnOffer(db: Db, limit: number): Promise<string[]> {
  const rows = await db<{ productId: string }[]>`
    select product_id from stock.offer where account_id = ${db.act.accountId} order by stepped_at, product_id limit ${limit}`
  return rows.map(({ productId }) => productId)
}

/** The head of the queue of each product. */
export const headsOfQueues = (db: Db, productIds: readonly string[], linesMax: number) => db<DemandRow[]>`
  select ${demandColumns(db)} from unnest(${productIds as string[]}::uuid[]) as p(id)
  cross join lateral (
    select d.* from stock.demand d
    where d.account_id = ${db.act.accountId} and d.product_id = p.id and d.reserved + d.shipped < d.quantity
    order by ${inTurn(db)} limit ${linesMax}) d
  order by ${inTurn(db)}`

/** What comes behind the point that each offer has reached. */
export const restOfQueues = (db: Db, productIds: readonly string[], linesMax: number) => db<DemandRow[]>`
  select ${demandColumns(db)} from stock.offer o
  cross join lateral (
    select d.* from stock.demand d
    where d.account_id = o.account_id and d.product_id = o.product_id and d.reserved + d.shipped < d.quantity
      and ${behindOffer(db)}
    order by ${inTurn(db)} limit ${linesMax}) d
  where o.account_id = ${db.act.accountId} and o.product_id = any(${productIds as string[]}::uuid[])
  order by ${inTurn(db)}`

/** Whether a line stands behind the point that the offer has reached, and so waits for its turn. */
export function waitsBehind(
  { priority, dueOn, askedAt, demandId }: OfferRow,
  line: Pick<DemandRow, 'priority' | 'deliverOn' | 'askedAt' | 'id'>,
): boolean {
  if (priority === null || dueOn === null || askedAt === null || demandId === null) return true
  return byTurn(line, { priority, deliverOn: dueOn, askedAt, id: demandId }) > 0
}
