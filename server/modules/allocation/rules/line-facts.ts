/**
 * server/modules/allocation/rules/line-facts.ts — what the rules of lines ask beyond their stock, read only where a rule
 * asks it.
 */
import type { LastReceived, LineFacts } from '#domain/allocation/demand.ts'
import type { CalendarDate } from '#domain/calendar-date.ts'
import type { Db } from '#platform/db.ts'
import type { Promised } from '../../stock/index.ts'
import type { ToAllocate } from '../under-the-rules.ts'
import type { LineRules } from './rules-in-force.ts'

type Ask = Readonly<{ ask: ToAllocate; rules: LineRules }>

/** One for each, in their order; `givenBack` are promises, each whole, that count as if the lines had them no more. */
export async function lineFacts(db: Db, asks: readonly Ask[], givenBack: readonly Promised[]): Promise<LineFacts[]> {
  const keeping = asks.filter(({ ask, rules }) => ask.demand.customerId !== null && asksFreshness(rules))
  const sharing = asks.filter(({ rules }) => sharesBatch(rules))
  const [last, bound] = await Promise.all([
    keeping.length > 0 ? lastReceived(db, keeping) : new Map<string, LastReceived>(),
    sharing.length > 0 ? boundBatches(db, sharing, givenBack) : new Map<string, string>(),
  ])
  return asks.map(({ ask, rules }) => {
    const lastReceivedOf = last.get(`${ask.demand.customerId} ${ask.product.id}`) ?? null
    const boundTo = sharesBatch(rules) ? (bound.get(boundKey(ask, rules)) ?? null) : null
    const chosen = ask.demand.chosenBatchIds ?? []
    if (lastReceivedOf === null && boundTo === null && chosen.length === 0) return noFacts
    return { lastReceived: lastReceivedOf, chosen, boundTo }
  })
}

/** One object for all lines that nothing is known of, so that they are alike. */
export const noFacts: LineFacts = { lastReceived: null, chosen: [], boundTo: null }

const asksFreshness = ({ line, inWarehouse }: LineRules) =>
  [line, ...inWarehouse.values()].some(({ neverOlder }) => neverOlder?.value)
const sharesBatch = ({ line: { batches } }: LineRules) =>
  batches?.value === 'one_per_line' || batches?.value === 'one_per_order'
const boundKey = ({ demand, product }: ToAllocate, { line }: LineRules) =>
  line.batches?.value === 'one_per_order' ? `${demand.documentId} ${product.id}` : demand.id

/** By customer and product, each asked for once: the latest expiry that was sent to the customer, whether it came back or not; what never left was not. */
async function lastReceived(db: Db, asks: readonly Ask[]): Promise<Map<string, LastReceived>> {
  const rows = await db<
    { customerId: string; productId: string; expiresOn: CalendarDate; deliveredOn: CalendarDate }[]
  >`
    select distinct on (d.customer_id, d.product_id) d.customer_id, d.product_id, b.expires_on, (m.occurred_at at time zone w.time_zone)::date as delivered_on
    from (select distinct * from unnest(${asks.map(({ ask }) => ask.demand.customerId)}::uuid[], ${asks.map(({ ask }) => ask.product.id)}::uuid[]) as k(customer_id, product_id)) k
    join stock.demand d on d.account_id = ${db.act.accountId} and d.customer_id = k.customer_id and d.product_id = k.product_id and d.shipped > 0
    join stock.net_move m on m.account_id = d.account_id and m.document_line_id = d.id and m.reason = 'shipment'
    join batches.batch b on b.account_id = m.account_id and b.id = m.batch_id
    join places.place p on p.account_id = m.account_id and p.id = m.from_place_id
    join places.warehouse w on w.account_id = p.account_id and w.id = p.warehouse_id
    where b.expires_on is not null
    order by d.customer_id, d.product_id, b.expires_on desc, m.occurred_at desc`
  return new Map(rows.map(({ customerId, productId, ...last }) => [`${customerId} ${productId}`, last] as const))
}

/** The batch that a line, or for one batch an order the order, has some of: promised, else sent. */
async function boundBatches(
  db: Db,
  asks: readonly Ask[],
  givenBack: readonly Promised[],
): Promise<Map<string, string>> {
  const [demandIds, batchIds, placeIds] = (['demandId', 'batchId', 'placeId'] as const).map((key) =>
    givenBack.map((row) => row[key]),
  )
  const documentIds = [...new Set(asks.map(({ ask }) => ask.demand.documentId))]
  const rows = await db<{ demandId: string; documentId: string; productId: string; batchId: string }[]>`
    select d.id as demand_id, d.document_id, d.product_id, coalesce(now.merged_into, had.batch_id) as batch_id
    from stock.demand d
    cross join lateral (
      select r.batch_id, 0 as rank from stock.reservation r where r.account_id = d.account_id and r.demand_id = d.id
        and (r.demand_id, r.batch_id, r.place_id) not in (
          select g.demand_id, g.batch_id, g.place_id
          from unnest(${demandIds ?? []}::uuid[], ${batchIds ?? []}::uuid[], ${placeIds ?? []}::uuid[]) as g(demand_id, batch_id, place_id))
      union all
      select m.batch_id, 1 from stock.net_move m
      where d.shipped > 0 and m.account_id = d.account_id and m.document_line_id = d.id and m.reason = 'shipment'
      order by rank, batch_id limit 1) had
    join batches.batch now on now.account_id = d.account_id and now.id = had.batch_id
    where d.account_id = ${db.act.accountId} and d.document_id = any(${documentIds}::uuid[]) and d.reserved + d.shipped > 0
    order by d.id desc`
  return new Map(
    rows.flatMap(({ demandId, documentId, productId, batchId }) => [
      [demandId, batchId] as const,
      [`${documentId} ${productId}`, batchId] as const,
    ]),
  )
}
