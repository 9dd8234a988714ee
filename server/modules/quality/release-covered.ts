import type { Tx } from '#platform/db.ts'
import { takeBack } from '../stock/index.ts'
import { type CoveredReservation, type HoldScope, reservationsCovered } from './store.ts'

/** Gives back every promise of stock that the hold covers, and with it what is then no longer whole. The products must be locked. */
export async function releaseCovered(tx: Tx, hold: HoldScope): Promise<CoveredReservation[]> {
  const covered = await reservationsCovered(tx, hold)
  return [...covered, ...(await takeBack(tx, covered))]
}
