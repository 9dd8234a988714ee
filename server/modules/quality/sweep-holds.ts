/**
 * server/modules/quality/sweep-holds.ts — a second look once a hold is in force: what was promised by those who could not
 * see it yet, and what came under it since by joining its lot.
 */
import type { Tx } from '#platform/db.ts'
import { lockReached } from './lock-reached.ts'
import { releaseCovered } from './release-covered.ts'
import { activeHoldsOfLot, type HoldRow, holdList } from './store.ts'

/** The demands that lost something; their products stay locked. */
export async function sweepHold(tx: Tx, holdId: string): Promise<string[]> {
  const asked = { ref: null, batchId: null, lotId: null, productId: null, after: null }
  const [hold] = await holdList(tx, { ...asked, id: holdId, active: 'active', limit: 1 })
  return hold ? sweep(tx, hold) : []
}

/** All holds of a lot cover the same, so that one of them stands for all. */
export async function sweepHoldsOfLot(tx: Tx, lotId: string): Promise<string[]> {
  const [hold] = await activeHoldsOfLot(tx, lotId)
  return hold ? sweep(tx, hold) : []
}

async function sweep(tx: Tx, hold: HoldRow): Promise<string[]> {
  await lockReached(tx, hold)
  const released = await releaseCovered(tx, hold)
  return [...new Set(released.map(({ demandId }) => demandId))]
}
