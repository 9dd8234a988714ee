/**
 * server/modules/reports/batch-outlets.ts — which channels, customers and orders may still have a batch, and until which day
 * it has to leave for them.
 */
import { explainPassedOver } from '#domain/allocation/planner.ts'
import type { Db } from '#platform/db.ts'
import { Count, Day, type House, Id, IdParams, Nullable, read, Type } from '#platform/http/index.ts'
import { Refusal } from '#platform/refusal.ts'
import { type Outlet, outletsOf } from '../allocation/index.ts'
import { batchesById } from '../batches/index.ts'
import { resolveWarehouses } from '../places/index.ts'
import { type DemandRow, demandsById, inTurn } from '../stock/index.ts'

const linesMax = 200
const destinationsMax = 100

const From = Type.Array(
  Type.Object({
    warehouseId: Id(),
    warehouseCode: Type.String(),
    may: Type.Boolean(),
    says: Nullable(Type.String({ description: 'Why it may not, in a sentence' })),
    lastDeliveryDay: Nullable(Day()),
    lastShipDay: Nullable(Day()),
  }),
  { description: 'By warehouses that have some of the batch' },
)
const text = () => Nullable(Type.String())
const BatchOutlets = Type.Object({
  destinations: Type.Array(
    Type.Object({
      channel: text(),
      market: text(),
      customerId: Nullable(Id()),
      customerName: text(),
      serviceCode: text(),
      from: From,
    }),
  ),
  orders: Type.Array(
    Type.Object({
      orderId: Id(),
      orderNumber: Type.String(),
      lineId: Id(),
      customerName: text(),
      channel: text(),
      promised: Type.Integer({ description: 'Units of this batch that are promised to it' }),
      waiting: Count(),
      from: From,
    }),
    { description: 'Lines that have some of it promised, or wait for the product' },
  ),
})

export function batchOutletsRoute(house: House): void {
  read(
    house,
    {
      url: '/v1/batches/:id/outlets',
      needs: 'look',
      tells: 'Which channels, customers and orders may still have a batch, and until which day it has to leave',
      tag: 'reports',
      params: IdParams(),
      answer: BatchOutlets,
    },
    (db, { params: { id } }) => batchOutlets(db, id),
  )
}

async function batchOutlets(db: Db, id: string) {
  const [batch] = await batchesById(db, [id])
  if (!batch) throw new Refusal('not_found', { kind: 'batch', id })
  const [destinations, concerned, warehouses] = await Promise.all([
    destinationsOf(db, batch.productId),
    linesConcerned(db, batch),
    resolveWarehouses(db),
  ])
  const lines = await demandsById(
    db,
    concerned.map(({ lineId }) => lineId),
  )
  const all = await outletsOf(db, id, [...destinations.map((one) => lineTo(one, batch)), ...lines])
  const told = (outlets: readonly Outlet[]) =>
    outlets.map(({ whyNot, onHand, ...outlet }) => ({
      ...outlet,
      warehouseCode: warehouses.get(outlet.warehouseId)?.code ?? '',
      may: whyNot === null,
      says: whyNot && explainPassedOver({ batchCode: batch.code, quantity: onHand, reason: whyNot }),
    }))
  const fromOf = new Map(lines.map((line, index) => [line.id, told(all[destinations.length + index] ?? [])]))
  return {
    destinations: destinations.map(({ serviceId: _, lifeDaysMin: __, ...one }, index) => ({
      ...one,
      from: told(all[index] ?? []),
    })),
    orders: concerned.map((one) => ({ ...one, from: fromOf.get(one.lineId) ?? [] })),
  }
}

type Batch = Readonly<{ id: string; productId: string }>
type Destination = {
  channel: string | null
  market: string | null
  customerId: string | null
  customerName: string | null
  serviceId: string | null
  serviceCode: string | null
  lifeDaysMin: number | null
}

/** Where the product was last asked for, and whom rules name; customers where something is asked for them alone. */
const destinationsOf = (db: Db, productId: string) => db<Destination[]>`
  with asked as (
    select d.customer_id, d.channel, d.market, d.service_id
    from (select id from orders.order_line where account_id = ${db.act.accountId} and product_id = ${productId}
      order by order_id desc limit 1000) l
    join stock.demand d on d.account_id = ${db.act.accountId} and d.id = l.id),
  named as (
    select r.customer_id, r.channel, r.market, null::uuid as service_id from allocation.rule r
    join catalog.product p on p.account_id = r.account_id and p.id = ${productId}
    where r.account_id = ${db.act.accountId} and num_nonnulls(r.customer_id, r.channel, r.market) > 0
      and (r.valid_until is null or r.valid_until >= (${db.act.at}::timestamptz)::date - 1)
      and (r.product_id is null or r.product_id = p.id) and (r.category is null or r.category = p.category)
      and (r.client_id is null or r.client_id = p.client_id)),
  own as (
    select c.id, c.name, c.delivery_life_days_min from catalog.customer c
    where c.account_id = ${db.act.accountId} and c.id in (select customer_id from asked union select customer_id from named)
      and (c.delivery_life_days_min is not null
        or exists (select from allocation.rule r where r.account_id = c.account_id and r.customer_id = c.id)))
  select a.channel, a.market, own.id as customer_id, own.name as customer_name, a.service_id, v.code as service_code,
    own.delivery_life_days_min as life_days_min
  from (select * from asked union all select * from named) a
  left join own on own.id = a.customer_id
  left join allocation.service v on v.account_id = ${db.act.accountId} and v.id = a.service_id
  group by a.channel, a.market, own.id, own.name, a.service_id, v.code, own.delivery_life_days_min
  order by own.name nulls first, count(*) desc, a.channel, a.market limit ${destinationsMax}`

/** As a line to them would be. */
const lineTo = (
  { channel, market, customerId, serviceId, lifeDaysMin }: Destination,
  { id, productId }: Batch,
): Omit<DemandRow, 'quantity' | 'reserved' | 'shipped' | 'priority' | 'askedAt' | 'history'> => ({
  id,
  kind: 'order',
  documentId: id,
  productId,
  warehouseId: null,
  rotation: null,
  shortage: 'part',
  deliverOn: null,
  lifeDaysMin,
  customerId,
  channel,
  market,
  serviceId,
  postalCode: null,
  chosenBatchIds: [id],
  takesExpired: false,
})

type Concerned = {
  orderId: string
  orderNumber: string
  lineId: string
  customerName: string | null
  channel: string | null
  promised: number
  waiting: number
}

const linesConcerned = (db: Db, { id, productId }: Batch) => db<Concerned[]>`
  with concerned as (
    (select r.demand_id as id from stock.reservation r
      where r.account_id = ${db.act.accountId} and r.batch_id = ${id} order by r.demand_id limit ${linesMax})
    union
    (select d.id from stock.demand d
      where d.account_id = ${db.act.accountId} and d.product_id = ${productId} and d.reserved + d.shipped < d.quantity and not d.history and d.kind = 'order'
      order by ${inTurn(db)} limit ${linesMax}))
  select o.id as order_id, o.number as order_number, d.id as line_id, c.name as customer_name, o.channel,
    coalesce(r.promised, 0)::bigint as promised, d.quantity - d.reserved - d.shipped as waiting
  from concerned join stock.demand d on d.account_id = ${db.act.accountId} and d.id = concerned.id
  join orders.sales_order o on o.account_id = d.account_id and o.id = d.document_id
  left join catalog.customer c on c.account_id = o.account_id and c.id = o.customer_id
  left join lateral (select sum(quantity) as promised from stock.reservation r
    where r.account_id = d.account_id and r.demand_id = d.id and r.batch_id = ${id}) r on true
  order by ${inTurn(db)} limit ${linesMax}`
