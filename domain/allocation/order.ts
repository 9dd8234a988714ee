/**
 * domain/allocation/order.ts — in which order stock is considered.
 */

import type { Rotation } from '../rules.ts'
import type { AvailableStock, Demand } from './demand.ts'

export type Order = (a: AvailableStock, b: AvailableStock) => number

export const byText = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1)
const undatedLast = (before: (a: string, b: string) => number): Order => {
  return (a, b) => {
    if (a.expiresOn === b.expiresOn) return 0
    if (a.expiresOn === null) return 1
    if (b.expiresOn === null) return -1
    return before(a.expiresOn, b.expiresOn)
  }
}
const byExpiry = undatedLast(byText)
const byFreshness = undatedLast((a, b) => byText(b, a))
const byReceipt: Order = (a, b) => byText(a.receivedOn, b.receivedOn)
const byName: Order = (a, b) =>
  byText(a.batchCode, b.batchCode) || byText(a.batchId, b.batchId) || byText(a.placeId, b.placeId)

const rotations: Readonly<Record<Exclude<Rotation, 'manual'>, Order>> = {
  fefo: (a, b) => byExpiry(a, b) || byReceipt(a, b) || byName(a, b),
  fifo: (a, b) => byReceipt(a, b) || byExpiry(a, b) || byName(a, b),
  lifo: (a, b) => byReceipt(b, a) || byExpiry(a, b) || byName(a, b),
  lefo: (a, b) => byFreshness(a, b) || byReceipt(b, a) || byName(a, b),
}

/** The freshest first: what is kept for later is kept of that. */
export const freshestFirst: Order = rotations.lefo

/** A total order of balances. What no person chose comes last under manual rotation. */
export function orderOf({ rotation, chosen, batches }: Pick<Demand, 'rotation' | 'chosen' | 'batches'>): Order {
  if (rotation === 'manual') {
    const rank = new Map((chosen ?? []).map((batchId, index) => [batchId, index]))
    const at = ({ batchId }: AvailableStock) => rank.get(batchId) ?? rank.size
    return (a, b) => at(a) - at(b) || rotations.fefo(a, b)
  }
  return rotations[batches?.choice === 'oldest_that_fills' ? oldest[rotation] : rotation]
}

const oldest = { fefo: 'fefo', lefo: 'fefo', fifo: 'fifo', lifo: 'fifo' } as const
