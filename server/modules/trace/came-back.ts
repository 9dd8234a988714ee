/**
 * server/modules/trace/came-back.ts — what of the sent batches is back, told beside each shipment of them, so that what a
 * customer keeps stands in one row with what was sent.
 */
import { type CameBack, returnedUnits, type Sent } from '#domain/returned-units.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { netMoves } from '../stock/index.ts'
import type { Asked } from './store.ts'

export type Kept<Row> = Row & Readonly<{ returned: number; kept: number }>
export type Returns = Readonly<{
  /** Of all together, and of this what no order or customer is known for. */
  total: number
  ofNobody: number
  sent: readonly Sent[]
  beside<Row extends { moveId: string; quantity: number }>(row: Row): Kept<Row>
}>

/** Most batches never come back: then no shipment is read, and else none but those to whom something came back. */
export async function returnsOf(db: Db, asked: Asked): Promise<Returns> {
  const back = await cameBack(db, asked)
  const sent = back.length > 0 ? await sentOf(db, asked.knownOn, back) : []
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
const cameBack = (db: Db, { batchIds, knownOn }: Asked) => db<CameBack[]>`
  select m.batch_id, o.id as order_id, coalesce(o.customer_id, r.customer_id) as customer_id, sum(m.quantity)::bigint as quantity
  from ${netMoves(db, knownOn)} m
  join returns.announced_return r on r.account_id = m.account_id and r.id = m.document_id
  left join orders.sales_order o on o.account_id = r.account_id and o.number = r.order_number
  where m.account_id = ${db.act.accountId} and m.batch_id = any(${batchIds as string[]}::uuid[]) and m.reason = 'return'
  group by m.batch_id, o.id, o.customer_id, r.customer_id order by m.batch_id, o.id`

const sentOf = (db: Db, knownOn: Instant | null, back: readonly CameBack[]) => db<Sent[]>`
  select m.id as move_id, m.batch_id, o.id as order_id, o.customer_id, m.quantity
  from ${netMoves(db, knownOn)} m
  join fulfilment.shipment s on s.account_id = m.account_id and s.id = m.document_id
  join orders.sales_order o on o.account_id = s.account_id and o.id = s.order_id
  where m.account_id = ${db.act.accountId} and m.batch_id = any(${distinct(back, ({ batchId }) => batchId)}::uuid[]) and m.reason = 'shipment'
    and (o.id = any(${distinct(back, ({ orderId }) => orderId)}::uuid[])
      or o.customer_id = any(${distinct(back, ({ orderId, customerId }) => (orderId === null ? customerId : null))}::uuid[]))
  order by m.id`

const distinct = (back: readonly CameBack[], idOf: (one: CameBack) => string | null): string[] => [
  ...new Set(back.flatMap((one) => idOf(one) ?? [])),
]
