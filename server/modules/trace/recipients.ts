import type { CalendarDate } from '#domain/calendar-date.ts'
import { groupBy } from '#domain/group-by.ts'
import type { Db } from '#platform/db.ts'
import { joinsAsWritten } from '#platform/plans.ts'
import { returnsOf, withKept } from './came-back.ts'
import { soldOnBeside } from './sold-on-beside.ts'

type Recipient = {
  batchId: string
  customerId: string | null
  customerName: string | null
  orders: number
  quantity: number
}

/** `recipients`, and of each what came back, and what it sold on. */
export async function recipientsAndKept(db: Db, batchIds: readonly string[], limit: number | null) {
  await joinsAsWritten(db)
  const [rows, { sent, beside }, soldOn] = await Promise.all([
    recipients(db, batchIds, limit),
    returnsOf(db, { batchIds, knownOn: null }),
    soldOnBeside(db, { batchIds, knownOn: null }),
  ])
  const sentTo = groupBy(sent, keyOf)
  return rows.map((row) => {
    const returned = (sentTo.get(keyOf(row)) ?? []).reduce((sum, part) => sum + beside(part).returned, 0)
    return { ...withKept(row, returned), ...soldOn(row) }
  })
}

const keyOf = ({ batchId, customerId }: { batchId: string; customerId: string | null }) =>
  `${batchId} ${customerId ?? ''}`

/** Who got batches, each customer once a batch, those who got most first. Orders without a customer are one. */
const recipients = (db: Db, batchIds: readonly string[], limit: number | null) => db<Recipient[]>`
  select m.batch_id, o.customer_id, c.name as customer_name, count(distinct o.id) as orders, sum(m.quantity)::bigint as quantity
  from stock.net_move m
  join fulfilment.shipment s on s.account_id = m.account_id and s.id = m.document_id
  join orders.sales_order o on o.account_id = s.account_id and o.id = s.order_id
  left join catalog.customer c on c.account_id = o.account_id and c.id = o.customer_id
  where m.account_id = ${db.act.accountId} and m.batch_id = any(${batchIds as string[]}::uuid[]) and m.reason = 'shipment'
  group by m.batch_id, o.customer_id, c.name
  order by quantity desc, c.name, o.customer_id, m.batch_id limit ${limit}`

type CustomerBatch = {
  moveId: string
  batchId: string
  batchCode: string
  expiresOn: CalendarDate | null
  productId: string
  sku: string
  productName: string
  shipmentId: string
  shipmentNumber: string
  shippedAt: string
  orderId: string
  orderNumber: string
  quantity: number
  kitSku: string | null
}

/** The batches that a customer got, and what of each came back. */
export async function batchesOfCustomer(db: Db, ask: OfCustomer) {
  await joinsAsWritten(db)
  const rows = await sentToCustomer(db, ask)
  const returns = await returnsOf(db, { batchIds: [...new Set(rows.map(({ batchId }) => batchId))], knownOn: null })
  return rows.map(returns.beside)
}

type OfCustomer = { customerId: string; after: string | null; limit: number | null }

/** Newest first; `after` is the last move of the page before. */
const sentToCustomer = (db: Db, ask: OfCustomer) => db<CustomerBatch[]>`
  select m.id as move_id, m.batch_id, b.code as batch_code, b.expires_on, m.product_id, p.sku,
    p.name as product_name, s.id as shipment_id, s.number as shipment_number,
    m.occurred_at as shipped_at, o.id as order_id, o.number as order_number, m.quantity, kp.sku as kit_sku
  from orders.sales_order o
  join fulfilment.shipment s on s.account_id = o.account_id and s.order_id = o.id
  join stock.net_move m on m.account_id = s.account_id and m.document_id = s.id and m.reason = 'shipment'
  join batches.batch b on b.account_id = m.account_id and b.id = m.batch_id
  join catalog.product p on p.account_id = m.account_id and p.id = m.product_id
  left join orders.order_line ol on ol.account_id = m.account_id and ol.id = m.document_line_id
  left join orders.order_line kl on kl.account_id = ol.account_id and kl.id = ol.kit_line_id
  left join catalog.product kp on kp.account_id = kl.account_id and kp.id = kl.product_id
  where o.account_id = ${db.act.accountId} and o.customer_id = ${ask.customerId}
    ${ask.after ? db`and m.id < ${ask.after}` : db``}
  order by m.id desc ${ask.limit === null ? db`` : db`limit ${ask.limit}`}`
