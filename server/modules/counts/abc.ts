/**
 * server/modules/counts/abc.ts — the one place where it is reckoned which products are A, B or C.
 */
import { abcClasses, abcDays, type Classed } from '#domain/counts/abc-classes.ts'
import type { Db } from '#platform/db.ts'
import { costsOf } from './costs.ts'

export type AbcAsk = Readonly<{ warehouseId: string; by: 'units' | 'value' }>
export type AbcRow = Classed & Readonly<{ sku: string; name: string }>
const dayMs = 24 * 60 * 60 * 1000

type Shipped = { productId: string; sku: string; name: string; batchId: string | null; units: number }

/** Each product that lies in the warehouse or left it in those days, with what of each of its batches left and was not taken back as a mistake. */
const shippedSince = (db: Db, warehouseId: string, since: string) => db<Shipped[]>`
  with shipped as (
    select m.product_id, m.batch_id, sum(m.quantity)::bigint as units
    from stock.net_move m join places.place f on f.account_id = m.account_id and f.id = m.from_place_id
    where m.account_id = ${db.act.accountId} and m.reason = 'shipment' and m.recorded_at >= ${since} and m.occurred_at >= ${since}
      and f.warehouse_id = ${warehouseId}
    group by m.product_id, m.batch_id),
  lying as (
    select distinct s.product_id from stock.balance s join places.place p on p.account_id = s.account_id and p.id = s.place_id
    where s.account_id = ${db.act.accountId} and p.warehouse_id = ${warehouseId})
  select p.id as product_id, p.sku, p.name, s.batch_id, coalesce(s.units, 0) as units
  from catalog.product p left join shipped s on s.product_id = p.id
  where p.account_id = ${db.act.accountId} and (s.product_id is not null or p.id in (select product_id from lying))
  order by p.sku, s.batch_id`

/** The most first. By value, what no receipt says the cost of counts as nothing. */
export async function abcOf(db: Db, { warehouseId, by }: AbcAsk): Promise<AbcRow[]> {
  const since = new Date(Date.parse(db.act.at) - abcDays * dayMs).toISOString()
  const rows = await shippedSince(db, warehouseId, since)
  const costOf = by === 'value' ? await costsOf(db, [...new Set(rows.map(({ productId }) => productId))]) : null
  const products = new Map<string, { productId: string; sku: string; name: string; amount: number }>()
  for (const { productId, sku, name, batchId, units } of rows) {
    const cost = costOf ? (costOf({ productId, batchId }) ?? 0) : 1
    const before = products.get(productId)?.amount ?? 0
    products.set(productId, { productId, sku, name, amount: before + Math.round(units * cost) })
  }
  return abcClasses([...products.values()]).map((row) => {
    const { sku = '', name = '' } = products.get(row.productId) ?? {}
    return { ...row, sku, name }
  })
}
