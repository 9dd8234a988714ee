/**
 * server/modules/reports/stock-keys.ts — which rows of the stock stand where in a list of any length: their keys alone,
 * sorted; and the products they make up.
 */
import type { Db, SqlPart } from '#platform/db.ts'
import { joinsEach } from '#platform/plans.ts'

export type StockKey = { batchId: string; placeId: string; available: number; sortKey: string | number }
type Sums = { total: number; sumOnHand: number; sumAvailable: number }

/** How what is found is cut into pages; `found` and `after` are SQL. */
export type StockOrder = Readonly<{
  found: SqlPart
  after: SqlPart
  sort: string
  direction: 'asc' | 'desc'
  grouped: boolean
  offset: number
  limit: number
}>

/** A page of keys, one more than asked for, and the sums over all that the filter finds. */
export async function stockKeys(db: Db, order: StockOrder) {
  const { found, after, grouped, limit, offset } = order
  const [, rows] = await Promise.all([
    joinsEach(db, 'off'),
    db<(Sums & StockKey & { batchId: string | null })[]>`
      with found as materialized (${found}),
      ${grouped ? db`groups as materialized (${groups(db, order)}),` : db``}
      page as (
        select batch_id, place_id, found.available, sort_key ${grouped ? db`, product_id, group_key` : db``}
        from found ${grouped ? db`join groups using (product_id)` : db``} ${after}
        order by ${orderOf(db, order)} limit ${limit + 1} offset ${offset}),
      sums as materialized (
        select count(*) as total, coalesce(sum(on_hand), 0)::bigint as sum_on_hand, coalesce(sum(available), 0)::bigint as sum_available from found)
      select sums.*, page.batch_id, page.place_id, page.available, page.sort_key from sums left join page on true
      order by ${orderOf(db, order)}`,
  ])
  return { keys: rows.filter(({ batchId }) => batchId !== null), sums: rows[0] }
}

function orderOf(db: Db, { direction, grouped }: StockOrder) {
  const way = direction === 'asc' ? db`asc` : db`desc`
  const within = db`sort_key ${way}, batch_id ${way}, place_id ${way}`
  return grouped ? db`group_key ${way}, product_id ${way}, ${within}` : within
}

/** A product stands where its first row would, or, sorted by quantity, its whole. */
function groups(db: Db, { sort, direction }: Pick<StockOrder, 'sort' | 'direction'>) {
  const summed = sort === 'onHand' || sort === 'available'
  const key = summed ? db`sum(group_part)::bigint` : direction === 'asc' ? db`min(group_part)` : db`max(group_part)`
  return db`
    select product_id, ${key} as group_key, count(*) as rows, count(distinct batch_id) as batches, sum(on_hand)::bigint as on_hand,
      sum(available)::bigint as available
    from found group by product_id`
}

export type StockGroup = {
  productId: string
  sku: string
  productName: string
  rows: number
  batches: number
  onHand: number
  available: number
}

type Whole = Pick<StockOrder, 'found' | 'sort' | 'direction'>

/** Every product that the filter finds, in the order of the grouped list, so that one knows what stands where in it. */
export async function stockGroups(db: Db, order: Whole): Promise<StockGroup[]> {
  const way = order.direction === 'asc' ? db`asc` : db`desc`
  const [, rows] = await Promise.all([
    joinsEach(db, 'off'),
    db<StockGroup[]>`
      with found as materialized (${order.found}), groups as (${groups(db, order)})
      select g.product_id, p.sku, p.name as product_name, g.rows, g.batches, g.on_hand, g.available
      from groups g join catalog.product p on p.account_id = ${db.act.accountId} and p.id = g.product_id
      order by g.group_key ${way}, g.product_id ${way}`,
  ])
  return rows
}
