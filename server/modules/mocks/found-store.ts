/**
 * server/modules/mocks/found-store.ts — the SQL of what a rehearsal found at its start, which stays as it was found. Names are read where they are kept.
 */
import type { MassTotals } from '#domain/mass-balance.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/db.ts'

export type Origin = Readonly<{
  batchId: string
  source: 'receipt' | 'made' | 'none'
  receiptId: string | null
  quantity: number
}>

export const insertOrigins = (tx: Tx, mockId: string, rows: readonly Origin[]) => tx`
  insert into mocks.origin (account_id, mock_id, line, batch_id, source, receipt_id, quantity)
  select ${tx.act.accountId}, ${mockId}, r.line, r.batch, r.source, r.receipt, r.quantity
  from unnest(${rows.map((r) => r.batchId)}::uuid[], ${rows.map((r) => r.source)}::text[], ${rows.map((r) => r.receiptId)}::uuid[],
    ${rows.map((r) => r.quantity)}::bigint[]) with ordinality as r(batch, source, receipt, quantity, line)`

export type OriginTold = Origin & {
  batchCode: string
  sku: string
  receiptNumber: string | null
  receivedAt: Instant | null
  supplierName: string | null
  supplierLot: string | null
}

export const originsOf = (db: Db, mockId: string) => db<OriginTold[]>`
  select f.batch_id, f.source, f.receipt_id, f.quantity, b.code as batch_code, p.sku, r.number as receipt_number, r.received_at, s.name as supplier_name,
    b.supplier_lot
  from mocks.origin f
  join batches.batch b on b.account_id = f.account_id and b.id = f.batch_id
  join catalog.product p on p.account_id = b.account_id and p.id = b.product_id
  left join receiving.receipt r on r.account_id = f.account_id and r.id = f.receipt_id
  left join catalog.supplier s on s.account_id = r.account_id and s.id = r.supplier_id
  where f.account_id = ${db.act.accountId} and f.mock_id = ${mockId} order by f.line`

type Sent = Readonly<{
  batchId: string
  shipmentId: string
  orderId: string
  customerId: string | null
  quantity: number
  returned: number
}>

export const insertSent = (tx: Tx, mockId: string, rows: readonly Sent[]) => tx`
  insert into mocks.sent (account_id, mock_id, line, batch_id, shipment_id, order_id, customer_id, quantity, returned)
  select ${tx.act.accountId}, ${mockId}, r.line, r.batch, r.shipment, r.order_id, r.customer, r.quantity, r.returned
  from unnest(${rows.map((r) => r.batchId)}::uuid[], ${rows.map((r) => r.shipmentId)}::uuid[], ${rows.map((r) => r.orderId)}::uuid[],
    ${rows.map((r) => r.customerId)}::uuid[], ${rows.map((r) => r.quantity)}::bigint[], ${rows.map((r) => r.returned)}::bigint[])
    with ordinality as r(batch, shipment, order_id, customer, quantity, returned, line)`

export type SentTold = Sent & {
  line: number
  batchCode: string
  sku: string
  shipmentNumber: string
  shippedAt: Instant
  orderNumber: string
  customerName: string | null
}

export const sentOf = (db: Db, mockId: string, page: { after: number; limit: number | null }) => db<SentTold[]>`
  select f.line, f.batch_id, f.shipment_id, f.order_id, f.customer_id, f.quantity, f.returned, b.code as batch_code, p.sku, h.number as shipment_number,
    h.shipped_at, o.number as order_number, c.name as customer_name
  from mocks.sent f
  join batches.batch b on b.account_id = f.account_id and b.id = f.batch_id
  join catalog.product p on p.account_id = b.account_id and p.id = b.product_id
  join fulfilment.shipment h on h.account_id = f.account_id and h.id = f.shipment_id
  join orders.sales_order o on o.account_id = f.account_id and o.id = f.order_id
  left join catalog.customer c on c.account_id = f.account_id and c.id = f.customer_id
  where f.account_id = ${db.act.accountId} and f.mock_id = ${mockId} and f.line > ${page.after} order by f.line limit ${page.limit}`

export const sentTotals = (db: Db, mockId: string) => db<
  { shipments: number; customers: number; orders: number; quantity: number; returned: number }[]
>`
  select count(distinct shipment_id)::int as shipments, count(distinct customer_id)::int as customers, count(distinct order_id)::int as orders,
    coalesce(sum(quantity), 0)::bigint as quantity, coalesce(sum(returned), 0)::bigint as returned
  from mocks.sent where account_id = ${db.act.accountId} and mock_id = ${mockId}`

type Lay = Readonly<{ batchId: string; placeId: string; onHand: number }>

export const insertLay = (tx: Tx, mockId: string, rows: readonly Lay[]) => tx`
  insert into mocks.lay (account_id, mock_id, batch_id, place_id, on_hand)
  select ${tx.act.accountId}, ${mockId}, r.batch, r.place, r.on_hand
  from unnest(${rows.map((r) => r.batchId)}::uuid[], ${rows.map((r) => r.placeId)}::uuid[], ${rows.map((r) => r.onHand)}::bigint[]) as r(batch, place, on_hand)`

export const layOf = (db: Db, mockId: string) => db<
  (Lay & { batchCode: string; sku: string; placeCode: string; placeKind: string; warehouseCode: string | null })[]
>`
  select f.batch_id, f.place_id, f.on_hand, b.code as batch_code, p.sku, at.code as place_code, at.kind as place_kind, w.code as warehouse_code
  from mocks.lay f
  join batches.batch b on b.account_id = f.account_id and b.id = f.batch_id
  join catalog.product p on p.account_id = b.account_id and p.id = b.product_id
  join places.place at on at.account_id = f.account_id and at.id = f.place_id
  left join places.warehouse w on w.account_id = at.account_id and w.id = at.warehouse_id
  where f.account_id = ${db.act.accountId} and f.mock_id = ${mockId} order by w.code, at.code, p.sku, b.code`

type Balance = MassTotals & { productId: string }

export const insertBalances = (tx: Tx, mockId: string, rows: readonly Balance[]) => tx`
  insert into mocks.balance (account_id, mock_id, product_id, received, made, found, on_hand, in_transit, consumed, shipped, disposed, samples, lost)
  select ${tx.act.accountId}, ${mockId}, r.* from unnest(${rows.map((r) => r.productId)}::uuid[], ${rows.map((r) => r.received)}::bigint[],
    ${rows.map((r) => r.made)}::bigint[], ${rows.map((r) => r.found)}::bigint[], ${rows.map((r) => r.onHand)}::bigint[],
    ${rows.map((r) => r.inTransit)}::bigint[], ${rows.map((r) => r.consumed)}::bigint[], ${rows.map((r) => r.shipped)}::bigint[],
    ${rows.map((r) => r.disposed)}::bigint[], ${rows.map((r) => r.samples)}::bigint[], ${rows.map((r) => r.lost)}::bigint[]) as r`

export const balancesOf = (db: Db, mockId: string) => db<(Balance & { sku: string; productName: string })[]>`
  select f.product_id, f.received, f.made, f.found, f.on_hand, f.in_transit, f.consumed, f.shipped, f.disposed, f.samples, f.lost, p.sku, p.name as product_name
  from mocks.balance f join catalog.product p on p.account_id = f.account_id and p.id = f.product_id
  where f.account_id = ${db.act.accountId} and f.mock_id = ${mockId} order by p.sku`

export type HasSome = {
  customerId: string | null
  orderId: string | null
  units: number
  email: string | null
  hasAddress: boolean
}

/** Whoever has any of it: customers, and orders that name none by their own address. */
export const whoHasSome = (db: Db, mockId: string) => db<HasSome[]>`
  select f.customer_id, case when f.customer_id is null then f.order_id end as order_id, sum(f.quantity - f.returned)::bigint as units,
    min(c.email) as email, bool_or(c.address is not null or o.ship_to is not null) as has_address
  from mocks.sent f
  join orders.sales_order o on o.account_id = f.account_id and o.id = f.order_id
  left join catalog.customer c on c.account_id = f.account_id and c.id = f.customer_id
  where f.account_id = ${db.act.accountId} and f.mock_id = ${mockId}
  group by f.account_id, f.customer_id, case when f.customer_id is null then f.order_id end
  having sum(f.quantity - f.returned) > 0
  order by f.customer_id, order_id`

type NewConsignee = Omit<HasSome, 'email'> & Readonly<{ hasEmail: boolean }>

export const insertConsignees = (tx: Tx, mockId: string, rows: readonly NewConsignee[]) => tx`
  insert into mocks.consignee (account_id, mock_id, line, customer_id, order_id, units, has_email, has_address)
  select ${tx.act.accountId}, ${mockId}, r.line, r.customer, r.order_id, r.units, r.email::boolean, r.address::boolean
  from unnest(${rows.map((r) => r.customerId)}::uuid[], ${rows.map((r) => r.orderId)}::uuid[], ${rows.map((r) => r.units)}::bigint[],
    ${rows.map((r) => String(r.hasEmail))}::text[], ${rows.map((r) => String(r.hasAddress))}::text[])
    with ordinality as r(customer, order_id, units, email, address, line)`

export type ConsigneeRow = {
  line: number
  customerId: string | null
  orderId: string | null
  name: string
  email: string | null // as it is known now
  units: number
  hasEmail: boolean
  hasAddress: boolean
}

export const consigneeRows = (db: Db, mockId: string) => db<ConsigneeRow[]>`
  select f.line, f.customer_id, f.order_id, coalesce(c.name, 'order ' || o.number) as name, c.email, f.units, f.has_email, f.has_address
  from mocks.consignee f
  left join catalog.customer c on c.account_id = f.account_id and c.id = f.customer_id
  left join orders.sales_order o on o.account_id = f.account_id and o.id = f.order_id
  where f.account_id = ${db.act.accountId} and f.mock_id = ${mockId} order by f.has_email or f.has_address, f.line`
