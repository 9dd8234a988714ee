/**
 * domain/allocation/pools.ts — stock kept for a channel until a day.
 *
 * A pool marks units of concrete balances, so that all others see less there: of its batch, or of the freshest stock of the
 * product, for what is kept is sold last. What its channel takes is taken from the pool first.
 */

import { wholePacks } from '../packs.ts'
import { isExpired } from '../shelf-life.ts'
import type { AvailableStock } from './demand.ts'
import { byText, freshestFirst } from './order.ts'

/** Of one product. Where there is less than all pools keep, those of a batch go first, then the lower id. */
export type Pool = Readonly<{
  id: string // UUIDv7: the lower was made earlier
  name: string
  channel: string
  batchId: string | null // null: any batch of the product
  warehouseId: string | null // null: any warehouse
  quantity: number // base units still kept: what the channel took since is off
  until: string // calendar date, the last day, in the zone of the warehouse
}>
export type Kept = Readonly<{ pool: Pool; index: number; quantity: number }>
export type Drawn = Readonly<{ poolId: string; quantity: number }>

/**
 * How many units of which balance (by its index) are kept for which pool, of what is left. No unit is kept twice. Closed packs are kept
 * whole and before loose units; part of one only where else there would be too little, for nobody can have the other part.
 */
export function keptStock(stock: readonly AvailableStock[], left: readonly number[], pools: readonly Pool[]): Kept[] {
  const free = [...left]
  const freshest = stock
    .map((row, index) => ({ row, index }))
    .filter(({ row }) => row.obstacles.length === 0 && !isExpired(row.expiresOn, row.today))
    .sort((a, b) => packsFirst(a.row, b.row) || freshestFirst(a.row, b.row))
  return pools.toSorted(inTurn).flatMap((pool) => {
    let wanted = pool.quantity
    const own = freshest.filter(({ row }) => isOf(pool, row))
    const whole = own.map(({ row, index }) => {
      const quantity = wholePacks(Math.min(wanted, free[index] ?? 0), packOf(row))
      wanted -= quantity
      return { pool, index, quantity }
    })
    return whole.flatMap(({ index, quantity }): Kept[] => {
      const part = Math.min(wanted, (free[index] ?? 0) - quantity)
      wanted -= part
      free[index] = (free[index] ?? 0) - quantity - part
      return quantity + part > 0 ? [{ pool, index, quantity: quantity + part }] : []
    })
  })
}

const packOf = ({ closedPackOf = 1 }: AvailableStock): number => closedPackOf

/** Of one batch. */
const packsFirst = (a: AvailableStock, b: AvailableStock): number =>
  a.batchId === b.batchId ? packOf(b) - packOf(a) : 0

const inTurn = (a: Pool, b: Pool): number =>
  Number(a.batchId === null) - Number(b.batchId === null) || byText(a.id, b.id)

const isOf = ({ batchId, warehouseId, until }: Pool, row: AvailableStock): boolean =>
  (batchId === null || batchId === row.batchId) &&
  (warehouseId === null || warehouseId === row.warehouseId) &&
  row.today <= until

/** What a channel's picks take from its own pools; what goes beyond them is free stock. */
export function drawn(
  taken: readonly Readonly<{ row: AvailableStock; quantity: number }>[],
  channel: string | null,
  pools: readonly Pool[],
): Drawn[] {
  const own = pools.filter((pool) => pool.channel === channel).toSorted(inTurn)
  const left = new Map(own.map(({ id, quantity }) => [id, quantity]))
  for (const { row, quantity } of taken) {
    let rest = quantity
    for (const pool of own) {
      const part = isOf(pool, row) ? Math.min(rest, left.get(pool.id) ?? 0) : 0
      left.set(pool.id, (left.get(pool.id) ?? 0) - part)
      rest -= part
    }
  }
  return own.flatMap(({ id, quantity }) => {
    const part = quantity - (left.get(id) ?? 0)
    return part > 0 ? [{ poolId: id, quantity: part }] : []
  })
}

/** The pools after that. */
export function lessDrawn(pools: readonly Pool[], parts: readonly Drawn[]): Pool[] {
  const byPool = new Map(parts.map(({ poolId, quantity }) => [poolId, quantity]))
  return pools.map((pool) => ({ ...pool, quantity: pool.quantity - (byPool.get(pool.id) ?? 0) }))
}
