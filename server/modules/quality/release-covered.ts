import type { Tx } from '#platform/db.ts'
import { lockProducts } from '../catalog/index.ts'
import { takeBack } from '../stock/index.ts'
import { type CoveredReservation, type HoldScope, reservationsCovered } from './store.ts'

/**
 * Gives back every promise of stock that the hold covers, and with it what is then no longer whole. `locked` are the
 * products locked already; stock of others may have come under a hold on a place or the account since these were read, and
 * theirs are locked then.
 */
export async function releaseCovered(
  tx: Tx,
  hold: HoldScope,
  locked: readonly string[],
): Promise<CoveredReservation[]> {
  const seen = await reservationsCovered(tx, hold)
  const others = [...new Set(seen.map(({ productId }) => productId))].filter((id) => !locked.includes(id))
  if (others.length === 0) return [...seen, ...(await takeBack(tx, seen))]
  await lockProducts(tx, others)
  return releaseCovered(tx, hold, [...locked, ...others])
}
