/**
 * server/modules/trace/possible-recipients.ts — who may have got units of a batch among goods that left without one.
 */
import { mayHaveGot } from '#domain/identifying/may-be-of.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { type AmongPath, amongWhich } from '../identifying/index.ts'
import { recipientsAndKept } from './recipients.ts'

/** By customer, what was sent of the batch since then and stands; of orders without a customer together. */
const sentSince = (db: Db, batchId: string, since: Instant) => db<{ customerId: string | null; quantity: number }[]>`
  select o.customer_id, sum(m.quantity)::bigint as quantity
  from stock.net_move m
  join fulfilment.shipment s on s.account_id = m.account_id and s.id = m.document_id
  join orders.sales_order o on o.account_id = s.account_id and o.id = s.order_id
  where m.account_id = ${db.act.accountId} and m.batch_id = ${batchId} and m.reason = 'shipment' and m.recorded_at >= ${since}
  group by o.customer_id`

/** Least and most by customer, those who may have most first, and of all together, also of those beyond the limit. Refuses `not_found`. */
export async function possibleRecipients(db: Db, batchId: string, limit: number) {
  const among = await amongWhich(db, batchId)
  if (!among) return { path: null, least: 0, most: 0, items: [] }
  const { items, ...bounds } = await recipientsAmong(db, batchId, among)
  return { path: among.path.id, ...bounds, items: items.slice(0, limit) }
}

/** All of them; the batch may stand for several. */
export async function recipientsAmong(db: Db, batchId: string, among: AmongPath) {
  const { batchId: unknownId, startedAt } = among.path
  const [rows, since] = await Promise.all([
    recipientsAndKept(db, [unknownId], null),
    sentSince(db, unknownId, startedAt),
  ])
  const items = rows
    .map(({ customerId, customerName, orders, quantity, returned }) => {
      const later = since.find((row) => row.customerId === customerId)?.quantity ?? 0
      const got = { before: quantity - later, since: later, returned }
      return { customerId, customerName, orders, ...got, ...mayHaveGot(batchId, got, among) }
    })
    .filter(({ most }) => most > 0)
    .toSorted((a, b) => b.most - a.most)
  const sum = (of: 'least' | 'most') => items.reduce((all, item) => all + item[of], 0)
  return { least: sum('least'), most: sum('most'), items }
}
