/**
 * server/modules/stock/take-promised.ts — which promises a change of stock touches: it takes what is free first, and only
 * then what was promised, from those first whose turn comes last.
 */
import type { Db } from '#platform/db.ts'
import { lastInTurn } from './in-turn.ts'
import type { Promised } from './reservations.ts'
import { type BalanceKey, balancesAt } from './store.ts'

export type Taken = BalanceKey & Readonly<{ quantity: number }>
/** By batch and place, those last in turn first. */
export const promisesAt = (db: Db, keys: readonly BalanceKey[]) => db<Promised[]>`
  select r.demand_id, r.batch_id, r.place_id, r.product_id, r.quantity
  from unnest(${keys.map((k) => k.batchId)}::uuid[], ${keys.map((k) => k.placeId)}::uuid[]) as k(batch_id, place_id)
  join stock.reservation r on r.account_id = ${db.act.accountId} and r.batch_id = k.batch_id and r.place_id = k.place_id
  join stock.demand d on d.account_id = r.account_id and d.id = r.demand_id
  order by r.batch_id, r.place_id, ${lastInTurn(db)}`

/**
 * The parts of reservations that lie in what is taken, `kept` apart: of each promise, what is not there any more to be taken. Keys must be
 * distinct, the products locked.
 */
export async function promisesIn(db: Db, taken: readonly Taken[], kept: readonly Promised[] = []): Promise<Promised[]> {
  const balances = await balancesAt(db, taken)
  const beyond = new Map<string, number>()
  for (const { batchId, placeId, onHand, reserved } of balances) {
    const quantity = taken.find((one) => one.batchId === batchId && one.placeId === placeId)?.quantity ?? 0
    if (quantity > onHand - reserved) beyond.set(`${batchId} ${placeId}`, quantity - (onHand - reserved))
  }
  if (beyond.size === 0) return []
  const rows = await promisesAt(
    db,
    balances.filter(({ batchId, placeId }) => beyond.has(`${batchId} ${placeId}`)),
  )
  const keptOf = new Map(kept.map((row) => [`${row.demandId} ${row.batchId} ${row.placeId}`, row.quantity]))
  return rows.flatMap((row) => {
    const key = `${row.batchId} ${row.placeId}`
    const loose = Math.max(0, row.quantity - (keptOf.get(`${row.demandId} ${key}`) ?? 0))
    const part = Math.min(loose, beyond.get(key) ?? 0)
    beyond.set(key, (beyond.get(key) ?? 0) - part)
    return part > 0 ? [{ ...row, quantity: part }] : []
  })
}

/** One for each batch and place. */
export function takenTogether(parts: readonly Taken[]): Taken[] {
  const sums = new Map<string, Taken>()
  for (const { batchId, placeId, quantity } of parts) {
    const key = `${batchId} ${placeId}`
    sums.set(key, { batchId, placeId, quantity: (sums.get(key)?.quantity ?? 0) + quantity })
  }
  return [...sums.values()]
}
