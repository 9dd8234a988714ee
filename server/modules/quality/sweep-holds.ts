/**
 * server/modules/quality/sweep-holds.ts — a second look once a hold is in force: what was promised by those who could not
 * see it yet, and what came under it since by joining its lot.
 */
import type { Tx } from '#platform/db.ts'
import { lockProducts } from '../catalog/index.ts'
import { releaseCovered } from './release-covered.ts'
import { activeHoldsOfLot, type HoldRow, holdList, productsInScope } from './store.ts'

/** The demands that lost something; their products stay locked. */
export async function sweepHold(tx: Tx, holdId: string): Promise<string[]> {
  const asked = { ref: null, batchId: null, lotId: null, productId: null, after: null }
  const [hold] = await holdList(tx, { ...asked, id: holdId, active: 'active', limit: 1 })
  return hold ? sweep(tx, hold) : []
}

export async function sweepHoldsOfLot(tx: Tx, lotId: string): Promise<string[]> {
  const lost = new Set<string>()
  for (const hold of await activeHoldsOfLot(tx, lotId)) for (const id of await sweep(tx, hold)) lost.add(id)
  return [...lost]
}

async function sweep(tx: Tx, hold: HoldRow): Promise<string[]> {
  const productIds = await productsInScope(tx, hold)
  await lockProducts(tx, productIds)
  const released = await releaseCovered(tx, hold, productIds)
  return [...new Set(released.map(({ demandId }) => demandId))]
}
