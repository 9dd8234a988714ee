/**
 * server/modules/trace/came-back.ts — what of the sent batches is back, told beside each shipment of them, so that what a
 * customer keeps stands in one row with what was sent.
 */
import { type CameBack, returnedUnits, type Sent } from '#domain/returned-units.ts'
import type { Db } from '#platform/db.ts'

export type Kept<Row> = Row & Readonly<{ returned: number; kept: number }>
export type Returns = Readonly<{
  /** Of all together, and of this what no order or customer is known for. */
  total: number
  ofNobody: number
  sent: readonly Sent[]
  beside<Row extends { moveId: string; quantity: number }>(row: Row): Kept<Row>
}>

/** Most batches never come back: then no shipment is read. */
export async function returnsOf(db: Db, batchIds: readonly string[]): Promise<Returns> {
  const back = await cameBack(db, batchIds)
  const sent = back.length > 0 ? await sentOf(db, [...new Set(back.map(({ batchId }) => batchId))]) : []
  const returned = returnedUnits(sent, back)
  const total = back.reduce((sum, { quantity }) => sum + quantity, 0)
  return {
    total,
    ofNobody: total - [...returned.values()].reduce((sum, quantity) => sum + quantity, 0),
    sent,
    beside: (row) => withKept(row, returned.get(row.moveId) ?? 0),
  }
}

export const withKept = <Row extends { quantity: number }>(row: Row, returned: number): Kept<Row> => ({
  ...row,
  returned,
  kept: row.quantity - returned,
})

/** What was undone is not back. */
const cameBack = (db: Db, batchIds: readonly string[]) => db<CameBack[]>`
  select m.batch_id, o.id as order_id, coalesce(o.customer_id, r.customer_id) as customer_id, sum(m.quantity)::bigint as quantity
  from stock.net_move m
  join returns.announced_return r on r.account_id = m.account_id and r.id = m.document_id
  left join orders.sales_order o on o.account_id = r.account_id and o.number = r.order_number
  where m.account_id = ${db.act.accountId} and m.batch_id = any(${batchIds as string[]}::uuid[]) and m.reason = 'return'
  group by m.batch_id, o.id, o.customer_id, r.customer_id order by m.batch_id, o.id`

const sentOf = (db: Db, batchIds: readonly string[]) => db<Sent[]>`
  select m.id as move_id, m.batch_id, o.id as order_id, o.customer_id, m.quantity
  from stock.net_move m
  join fulfilment.shipment s on s.account_id = m.account_id and s.id = m.document_id
  join orders.sales_order o on o.account_id = s.account_id and o.id = s.order_id
  where m.account_id = ${db.act.accountId} and m.batch_id = any(${batchIds as string[]}::uuid[]) and m.reason = 'shipment'
  order by m.id`
