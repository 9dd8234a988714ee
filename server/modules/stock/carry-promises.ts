/**
 * server/modules/stock/carry-promises.ts — goods change their place or their batch, and what is promised of them stays promised.
 */
import { wholePacks } from '#domain/packs.ts'
import type { Tx } from '#platform/db.ts'
import type { PlaceRow } from '../places/index.ts'
import { giveBackParts } from './keep-whole.ts'
import { type Promised, releaseReservations, reserve } from './reservations.ts'
import type { BalanceKey } from './store.ts'
import { promisesIn, takenTogether } from './take-promised.ts'

/** From a batch in a place to a batch in a place; `quantity` in base units. */
export type Way = Readonly<{
  from: BalanceKey
  to: Readonly<{ batchId: string; place: Pick<PlaceRow, 'id' | 'kind' | 'packOf'> }>
  quantity: number
}>

/**
 * What is free goes first; what is promised goes along with its promise where it can still be sold, and is given back where it
 * cannot; what is `kept` stays with what does not move. `move` writes the moves of these ways, and of no others. The products must
 * be locked.
 */
export async function movedWithPromises<Moves>(
  tx: Tx,
  ways: readonly Way[],
  move: () => Promise<Moves>,
  kept: readonly Promised[] = [],
): Promise<Moves> {
  const taken = takenTogether(ways.map(({ from, quantity }) => ({ ...from, quantity })))
  const promised = await promisesIn(tx, taken, kept)
  await releaseReservations(tx, promised)
  const moves = await move()
  await reserve(tx, followers(promised, ways))
  await giveBackParts(
    tx,
    promised.map(({ demandId }) => demandId),
  )
  return moves
}

/** Each promise where its units went; none where they cannot be sold, and of closed boxes whole ones. */
function followers(promised: readonly Promised[], ways: readonly Way[]): Promised[] {
  const left = new Map(promised.map((row) => [row, row.quantity]))
  const there = ways.flatMap(({ from, to: { batchId, place }, quantity }) => {
    const here = promised.filter((row) => row.batchId === from.batchId && row.placeId === from.placeId)
    const carried = carry(here, left, quantity)
    return place.kind === 'storage' ? carried.map((row) => ({ ...row, batchId, placeId: place.id })) : []
  })
  const packOf = new Map(ways.map(({ to: { place } }) => [place.id, place.packOf ?? 1]))
  return summed(there).flatMap((row) => {
    const quantity = wholePacks(row.quantity, packOf.get(row.placeId) ?? 1)
    return quantity > 0 ? [{ ...row, quantity }] : []
  })
}

/** As much of the promises, one after another, as this many units hold; `left` is what later ways may carry. */
function carry(rows: readonly Promised[], left: Map<Promised, number>, units: number): Promised[] {
  let room = units
  return rows.flatMap((row) => {
    const quantity = Math.min(room, left.get(row) ?? 0)
    room -= quantity
    left.set(row, (left.get(row) ?? 0) - quantity)
    return quantity > 0 ? [{ ...row, quantity }] : []
  })
}

function summed(rows: readonly Promised[]): Promised[] {
  const sums = new Map<string, Promised>()
  for (const row of rows) {
    const key = `${row.demandId} ${row.batchId} ${row.placeId}`
    sums.set(key, { ...row, quantity: (sums.get(key)?.quantity ?? 0) + row.quantity })
  }
  return [...sums.values()]
}
