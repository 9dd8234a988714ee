/**
 * server/modules/returns/sent-batches.ts — which batches can come back: what was sent and is not back yet.
 */
import type { CalendarDate } from '#domain/calendar-date.ts'
import type { SentBatch } from '#domain/returned-batch.ts'
import type { Db } from '#platform/db.ts'
import { ordersByRef } from '../orders/index.ts'

export type OutBatch = SentBatch & Readonly<{ productId: string; expiresOn: CalendarDate | null }>
type Scope = Readonly<{ kind: 'order'; number: string } | { kind: 'customer'; id: string } | { kind: 'anybody' }>
type OfReturn = Readonly<{ orderNumber: string | null; customerId: string | null }>

/** As narrow as the return says; `anybody` where it names neither an order of ours nor a customer. */
export async function scopesOf(db: Db, { orderNumber, customerId }: OfReturn): Promise<Scope[]> {
  const [order] = orderNumber === null ? [] : await ordersByRef(db, [orderNumber])
  const customer = customerId ?? order?.customerId ?? null
  const scopes: Scope[] = [
    ...(order ? [{ kind: 'order' as const, number: order.number }] : []),
    ...(customer === null ? [] : [{ kind: 'customer' as const, id: customer }]),
  ]
  return scopes.length > 0 ? scopes : [{ kind: 'anybody' }]
}

/** What is out in every scope: a unit that came back without its order's number is not with the customer any more. */
export async function sentBatches(
  db: Db,
  scopes: readonly Scope[],
  productIds: readonly string[],
): Promise<OutBatch[]> {
  const [first = [], ...others] = await Promise.all(scopes.map((scope) => outIn(db, scope, productIds)))
  return first.map((row) => {
    const elsewhere = others.map((rows) => rows.find(({ batchId }) => batchId === row.batchId)?.out ?? 0)
    return { ...row, out: Math.max(0, Math.min(row.out, ...elsewhere)) }
  })
}

const ofOrder = (db: Db, scope: Scope) =>
  scope.kind === 'order'
    ? db`and o.number = ${scope.number}`
    : scope.kind === 'customer'
      ? db`and o.customer_id = ${scope.id}`
      : db``
const ofReturn = (db: Db, scope: Scope) =>
  scope.kind === 'order'
    ? db`and r.order_number = ${scope.number}`
    : scope.kind === 'customer'
      ? db`and (r.customer_id = ${scope.id} or r.customer_id is null and exists (select 1 from orders.sales_order o
          where o.account_id = r.account_id and o.number = r.order_number and o.customer_id = ${scope.id}))`
      : db``

const outIn = (db: Db, scope: Scope, productIds: readonly string[]) => db<OutBatch[]>`
  with went as (
    select m.id, m.batch_id, m.quantity from orders.sales_order o
    join fulfilment.shipment s on s.account_id = o.account_id and s.order_id = o.id
    join stock.move m on m.account_id = s.account_id and m.document_id = s.id and m.reason = 'shipment'
    where o.account_id = ${db.act.accountId} and m.product_id = any(${productIds as string[]}::uuid[]) ${ofOrder(db, scope)}
    union all
    select m.id, m.batch_id, -m.quantity from returns.announced_return r
    join stock.move m on m.account_id = r.account_id and m.document_id = r.id and m.reason = 'return'
    where r.account_id = ${db.act.accountId} and m.product_id = any(${productIds as string[]}::uuid[]) ${ofReturn(db, scope)})
  select b.id as batch_id, b.code as batch_code, b.product_id, b.expires_on, sum(went.quantity)::bigint as out
  from went join batches.batch b on b.account_id = ${db.act.accountId} and b.id = went.batch_id
  where not exists (select 1 from stock.move u where u.account_id = b.account_id and u.reverses_id = went.id)
  group by b.id, b.code, b.product_id, b.expires_on order by b.expires_on nulls last, b.code`
