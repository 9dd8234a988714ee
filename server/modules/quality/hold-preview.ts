/**
 * server/modules/quality/hold-preview.ts — what a hold would touch, before it is placed; and what those in force cover.
 */
import type { Db } from '#platform/db.ts'
import { topmostOf, withDescendants } from '../batches/index.ts'
import type { NewHold } from './place-hold.ts'
import { batchesInScope, placeWithBoxes } from './store.ts'

export type HoldPreview = {
  onHand: number
  batches: number
  reserved: number
  orderLines: number
  orders: number
  relatives: Relative[]
}
export type Relative = { batchId: string; batchCode: string; onHand: number }
type Units = Omit<HoldPreview, 'relatives'>
type Asked = Pick<NewHold, 'productId' | 'batchId' | 'lotId' | 'placeId'>

/** The same truth as `covers`, of balances or reservations `s`. */
const isCovered = (
  db: Db,
  { productId, placeId }: Asked,
  batchIds: string[] | null,
) => db`s.account_id = ${db.act.accountId}
  ${productId ? db`and s.product_id = ${productId}` : db``}
  ${batchIds ? db`and s.batch_id = any(${batchIds}::uuid[])` : db``}
  ${placeId ? db`and s.place_id in ${placeWithBoxes(db, placeId)}` : db``}`

/** Units on hand, and what of them is promised to orders and would be taken back. */
export async function holdPreview(db: Db, asked: Asked): Promise<HoldPreview> {
  const batchIds = await batchesInScope(db, asked)
  const [[stock], [promised], relatives] = await Promise.all([
    db<Pick<Units, 'onHand' | 'batches'>[]>`
      select coalesce(sum(s.on_hand), 0)::bigint as on_hand, count(distinct s.batch_id) as batches from stock.balance s where ${isCovered(db, asked, batchIds)}`,
    db<Omit<Units, 'onHand' | 'batches'>[]>`
      select coalesce(sum(s.quantity), 0)::bigint as reserved, count(distinct s.demand_id) filter (where d.kind = 'order') as order_lines,
        count(distinct d.document_id) filter (where d.kind = 'order') as orders
      from stock.reservation s join stock.demand d on d.account_id = s.account_id and d.id = s.demand_id where ${isCovered(db, asked, batchIds)}`,
    asked.batchId === null || asked.placeId !== null ? [] : relativesOf(db, asked.batchId),
  ])
  return { onHand: 0, batches: 0, reserved: 0, orderLines: 0, orders: 0, ...stock, ...promised, relatives }
}

/** Batches that come from the same one, and that a hold on this one does not reach. */
async function relativesOf(db: Db, batchId: string): Promise<Relative[]> {
  const top = await topmostOf(db, batchId)
  if (top === batchId) return []
  const [own, all] = await Promise.all([withDescendants(db, [batchId]), withDescendants(db, [top])])
  const others = all.filter((id) => !own.includes(id))
  return db<Relative[]>`
    select b.id as batch_id, b.code as batch_code, sum(s.on_hand)::bigint as on_hand
    from batches.batch b join stock.balance s on s.account_id = b.account_id and s.batch_id = b.id
    where b.account_id = ${db.act.accountId} and b.id = any(${others}::uuid[]) group by b.id, b.code order by b.code, b.id`
}

/** Units that each hold covers now; found by the index of its scope. */
export async function unitsHeld(db: Db, holdIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const account = db.act.accountId
  const rows = await db<{ holdId: string; onHand: number }[]>`
    with recursive asked as (
      select * from quality.hold where account_id = ${account} and id = any(${holdIds as string[]}::uuid[])),
    made as (
      (select h.id as hold_id, coalesce(h.batch_id, l.batch_id) as batch_id from asked h
        left join batches.lot_batch l on l.account_id = ${account} and l.lot_id = h.lot_id where h.scope in ('batch', 'balance', 'lot'))
      union
      select m.hold_id, r.reached_id from made m join batches.reached r on r.account_id = ${account} and r.batch_id = m.batch_id),
    boxed as (
      select h.place_id as bin_id, p.id as place_id from (select distinct place_id from asked) h
      join places.place p on p.account_id = ${account} and (p.id = h.place_id or p.bin_id = h.place_id))
    select hold_id, sum(on_hand)::bigint as on_hand from (
      select h.id as hold_id, s.on_hand from asked h join stock.balance s on s.account_id = ${account} and s.product_id = h.product_id
        where h.scope = 'product'
      union all
      select h.id, s.on_hand from asked h join made m on m.hold_id = h.id
        join stock.balance s on s.account_id = ${account} and s.batch_id = m.batch_id
        and (h.scope <> 'balance' or s.place_id in (select place_id from boxed where boxed.bin_id = h.place_id))
      union all
      select h.id, s.on_hand from asked h join boxed on boxed.bin_id = h.place_id
        join stock.balance s on s.account_id = ${account} and s.place_id = boxed.place_id where h.scope = 'place'
      union all
      select h.id, (select coalesce(sum(on_hand), 0)::bigint from stock.balance where account_id = ${account}) from asked h where h.scope = 'account'
    ) as covered group by hold_id`
  return new Map(rows.map(({ holdId, onHand }) => [holdId, onHand]))
}
