/**
 * server/modules/repairs/goods.ts — where units of a batch are, and what was begun with them that a repair must not cut through.
 */
import type { Db } from '#platform/db.ts'
import type { ProductRow } from '../catalog/index.ts'
import { type LyingRow, lyingWithPicked, unitsPicked } from '../fulfilment/index.ts'
import type { PlaceRow } from '../places/index.ts'

export type Lying = LyingRow

/** In bins, docks and quarantine; what is on its way is not here. */
export const lyingOf = async (db: Db, batchId: string): Promise<Lying[]> =>
  (await lyingWithPicked(db, batchId)).filter(({ warehouseId }) => warehouseId !== null)

/**
 * How many can become another batch: where some lie picked, promises stay with what was picked, so only what is promised to nobody; and of units with serials none, for
 * nobody knows which of them were picked.
 */
export function looseOf(
  { onHand, reserved, picked }: Pick<Lying, 'onHand' | 'reserved' | 'picked'>,
  product: ProductRow,
): number {
  if (picked === 0) return onHand
  return product.tracking === 'serial' ? 0 : onHand - Math.max(reserved, picked)
}

/** The orders for which units of the batch lie picked at these places, or anywhere. */
export async function ordersPicked(db: Db, batchId: string, placeIds: readonly string[] | null): Promise<string[]> {
  const rows = await db<{ number: string }[]>`
    select distinct o.number from (
      select order_line_id from fulfilment.picked k
      where k.account_id = ${db.act.accountId} and k.batch_id = ${batchId}
        ${placeIds === null ? db`` : db`and k.place_id = any(${placeIds as string[]}::uuid[])`}
      group by order_line_id, place_id having ${unitsPicked(db)} > 0) k
    join orders.order_line l on l.account_id = ${db.act.accountId} and l.id = k.order_line_id
    join orders.sales_order o on o.account_id = l.account_id and o.id = l.order_id order by o.number`
  return rows.map(({ number }) => number)
}

export async function transfersCarrying(db: Db, batchId: string): Promise<string[]> {
  const rows = await db<{ number: string }[]>`
    select t.number from stock.move m
    join transfers.transfer t on t.account_id = m.account_id and t.id = m.document_id
    join places.place f on f.account_id = m.account_id and f.id = m.from_place_id
    join places.place into_place on into_place.account_id = m.account_id and into_place.id = m.to_place_id
    where m.account_id = ${db.act.accountId} and m.batch_id = ${batchId} and 'transit' in (f.kind, into_place.kind)
    group by t.number having sum(case when into_place.kind = 'transit' then m.quantity else -m.quantity end) > 0 order by t.number`
  return rows.map(({ number }) => number)
}

/** Counts that are not closed, in which it was found or looked for. */
export async function countsOpen(db: Db, batchId: string): Promise<string[]> {
  const rows = await db<{ number: string }[]>`
    select distinct c.number from counts.tally_line l
    join counts.tally t on t.account_id = l.account_id and t.id = l.tally_id
    join counts.count c on c.account_id = t.account_id and c.id = t.count_id
    where l.account_id = ${db.act.accountId} and l.batch_id = ${batchId} and c.closed_at is null order by c.number`
  return rows.map(({ number }) => number)
}

export type Made = { batchId: string; placeId: string; quantity: number; firstMoveId: string }

/** What became another batch by a repair, place by place. */
export const madeBy = (db: Db, repairId: string, fromId: string) => db<Made[]>`
  select batch_id, to_place_id as place_id, sum(quantity)::bigint as quantity, min(id::text)::uuid as first_move_id
  from stock.move
  where account_id = ${db.act.accountId} and document_id = ${repairId} and reason = 'make' and batch_id <> ${fromId}
  group by batch_id, to_place_id order by batch_id, to_place_id`

/**
 * What left these places of these batches since, and is not undone: afterwards nobody can tell whose units are still there. What was there before and is
 * reversed since left as well.
 */
export const leftSince = (db: Db, made: readonly Made[]) => db<{ reason: string; quantity: number }[]>`
  select m.reason, sum(m.quantity - coalesce(undone.quantity, 0))::bigint as quantity
  from unnest(${made.map((one) => one.batchId)}::uuid[], ${made.map((one) => one.placeId)}::uuid[], ${made.map((one) => one.firstMoveId)}::uuid[])
    as made(batch_id, place_id, first_move_id)
  join stock.move m on m.account_id = ${db.act.accountId} and m.batch_id = made.batch_id and m.from_place_id = made.place_id and m.id > made.first_move_id
  left join lateral (
    select sum(u.quantity) as quantity from stock.move u where u.account_id = m.account_id and u.reverses_id = m.id) undone on true
  where m.quantity > coalesce(undone.quantity, 0) and (m.reverses_id is null or m.reverses_id < made.first_move_id)
  group by m.reason order by m.reason`

const wordOf: Readonly<Record<string, string>> = {
  shipment: 'shipped',
  adjustment: 'corrected',
  transfer: 'sent to another warehouse',
  putaway: 'moved',
  disposal: 'destroyed',
  sample: 'taken as samples',
  count: 'missing in a count',
  consume: 'made into another batch',
  vendor_return: 'returned to the supplier',
  reversal: 'reversed',
}

export const leftWords = (left: readonly { reason: string; quantity: number }[]): string[] =>
  left.map(({ reason, quantity }) => `${quantity} ${wordOf[reason] ?? reason}`)

export const placeOf = (places: readonly PlaceRow[]) => {
  const byId = new Map(places.map((row) => [row.id, row]))
  return (id: string): PlaceRow => {
    const place = byId.get(id)
    if (!place) throw new Error('goods lie at a place that is not there')
    return place
  }
}
