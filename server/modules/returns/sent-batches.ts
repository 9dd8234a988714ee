/**
 * server/modules/returns/sent-batches.ts — which batches can come back: what was sent and is not back yet.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import { groupBy } from '#domain/group-by.ts'
import type { SentBatch } from '#domain/returned-batch.ts'
import type { Instant } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { ordersByRef } from '../orders/index.ts'

export type OutBatch = SentBatch &
  Readonly<{ productId: string; expiresOn: CalendarDate | null; sentAt: Instant | null }> // the first of it
export type Scope = Readonly<{ kind: 'order' | 'customer' | 'anybody'; value: string }>
type OfReturn = Readonly<{ id: string; orderNumber: string | null; customerId: string | null }>

/** Of each return as narrow as it says, an order within its own customer, as `domain/unlabelled` needs it; `anybody` where it names neither an order of ours nor a customer. */
export async function scopesOf(db: Db, returns: readonly OfReturn[]): Promise<(id: string) => readonly Scope[]> {
  const named = returns.flatMap(({ orderNumber }) => orderNumber ?? [])
  const orders = named.length > 0 ? await ordersByRef(db, named) : []
  const byRef = new Map(orders.flatMap((order) => [[order.id, order] as const, [order.number, order] as const]))
  const scopes = returns.map(({ id, orderNumber, customerId }) => {
    const order = orderNumber === null ? undefined : byRef.get(orderNumber)
    const customer = order ? order.customerId : customerId
    const known: Scope[] = [
      ...(order ? [{ kind: 'order' as const, value: order.number }] : []),
      ...(customer === null ? [] : [{ kind: 'customer' as const, value: customer }]),
    ]
    return [id, known.length > 0 ? known : [{ kind: 'anybody' as const, value: '' }]] as const
  })
  const of = new Map(scopes)
  return (id) => of.get(id) ?? []
}

type Ask = Readonly<{ id: string; scopes: readonly Scope[]; productIds: readonly string[] }>
type Out = OutBatch & Readonly<{ returnId: string }>

/**
 * By return, what is out in every scope of it: a unit that came back without its order's number is not with the customer
 * any more.
 */
export async function sentBatches(db: Db, asks: readonly Ask[]): Promise<(id: string) => readonly OutBatch[]> {
  const kinds = [...new Set(asks.flatMap(({ scopes }) => scopes.map(({ kind }) => kind)))]
  const found = new Map(
    await Promise.all(
      kinds.map(async (kind) => [kind, groupBy(await outIn(db, kind, asks), ({ returnId }) => returnId)] as const),
    ),
  )
  const outOf = asks.map(({ id, scopes, productIds }) => {
    const [first = [], ...others] = scopes.map(({ kind }) => found.get(kind)?.get(id) ?? [])
    const out = first
      .filter(({ productId }) => productIds.includes(productId))
      .map(({ returnId: _, ...row }) => {
        const elsewhere = others.map((rows) => rows.find(({ batchId }) => batchId === row.batchId)?.out ?? 0)
        return { ...row, out: Math.max(0, Math.min(row.out, ...elsewhere)) }
      })
    return [id, out] as const
  })
  const of = new Map(outOf)
  return (id) => of.get(id) ?? []
}

const ordersOf = (db: Db, kind: Scope['kind']) =>
  db`join orders.sales_order o on o.account_id = ${db.act.accountId}
    ${kind === 'order' ? db`and o.number = a.value` : kind === 'customer' ? db`and o.customer_id = a.value::uuid` : db``}`
const returnsOf = (db: Db, kind: Scope['kind']) =>
  db`join returns.announced_return r on r.account_id = ${db.act.accountId}
    ${kind === 'order' ? db`and r.order_number = a.value` : kind === 'customer' ? db`and r.customer_id = a.value::uuid` : db``}`
/** A return that names only the order is of the order's customer. */
const returnsByOrder = (db: Db, kind: Scope['kind']) =>
  kind === 'customer'
    ? db`union all
      select a.return_id, r.id from asked a ${ordersOf(db, kind)}
      join returns.announced_return r on r.account_id = o.account_id and r.order_number = o.number and r.customer_id is null`
    : db``

function outIn(db: Db, kind: Scope['kind'], asks: readonly Ask[]) {
  const rows = asks.flatMap(({ id, scopes }) =>
    scopes.flatMap((scope) => (scope.kind === kind ? { id, value: scope.value } : [])),
  )
  const productIds = [...new Set(asks.flatMap((ask) => ask.productIds))]
  return db<Out[]>`
    with asked as (
      select a.return_id, a.value from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ value }) => value)}::text[]) as a(return_id, value)),
    returned as (
      select a.return_id, r.id from asked a ${returnsOf(db, kind)}
      ${returnsByOrder(db, kind)}),
    went as (
      select a.return_id, m.batch_id, m.quantity, m.occurred_at from asked a ${ordersOf(db, kind)}
      join fulfilment.shipment s on s.account_id = o.account_id and s.order_id = o.id
      join stock.net_move m on m.account_id = s.account_id and m.document_id = s.id and m.reason = 'shipment'
      where m.product_id = any(${productIds}::uuid[])
      union all
      select b.return_id, m.batch_id, -m.quantity, null from returned b
      join stock.net_move m on m.account_id = ${db.act.accountId} and m.document_id = b.id and m.reason = 'return'
      where m.product_id = any(${productIds}::uuid[]))
    select went.return_id, b.id as batch_id, b.code as batch_code, b.product_id, b.expires_on, sum(went.quantity)::bigint as out,
      min(went.occurred_at) as sent_at
    from went join batches.batch b on b.account_id = ${db.act.accountId} and b.id = went.batch_id
    group by went.return_id, b.id, b.code, b.product_id, b.expires_on order by b.expires_on nulls last, b.code`
}
