import type { Instant } from '#platform/clock.ts'
import type { Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import type { MoveAsk, PlaceOf } from './move-ask.ts'
import { recordMoves } from './record-moves.ts'
import { type ReservationRow, reservationsOf } from './reservations.ts'
import type { MoveRow } from './store.ts'

export type ShipAsk = Readonly<{
  where: string
  demandId: string
  productId: string
  batchId: string
  batchCode: string
  from: PlaceOf
  quantity: number
  documentId: string
  documentLineId: string
  occurredAt: Instant
  serialIds?: readonly string[]
}>

/**
 * Moves to the customer, or where what goes to another warehouse is on its way, what was reserved: the reservation, the demand, the balance and the ledger change together. The
 * products must be locked. Refuses `ship_beyond_allocated`.
 */
export async function shipFromReservations(tx: Tx, asks: readonly ShipAsk[], to: PlaceOf): Promise<MoveRow[]> {
  const reserved = new Map(
    (await reservationsOf(tx, { demandIds: [...new Set(asks.map((ask) => ask.demandId))] })).map((row) => [
      keyOf(row),
      row,
    ]),
  )
  const left = new Map([...reserved].map(([key, { quantity }]) => [key, quantity]))
  for (const ask of asks) {
    const key = keyOf({ ...ask, placeId: ask.from.id })
    const allocated = left.get(key) ?? 0
    if (ask.quantity > allocated)
      throw new Refusal('ship_beyond_allocated', { where: ask.where, asked: ask.quantity, allocated })
    left.set(key, allocated - ask.quantity)
  }
  const as = to.kind === 'transit' ? 'transfer' : 'shipment'
  const moves = asks.map(
    (ask): MoveAsk => ({
      where: ask.where,
      batchId: ask.batchId,
      productId: ask.productId,
      from: ask.from,
      to,
      quantity: ask.quantity,
      reserved: ask.quantity,
      reason: as,
      document: { kind: as, id: ask.documentId, lineId: ask.documentLineId },
      occurredAt: ask.occurredAt,
      ...(ask.serialIds ? { serialIds: ask.serialIds } : {}),
    }),
  )
  await Promise.all([shrink(tx, reserved, left), shipped(tx, asks)])
  return recordMoves(tx, moves)
}

const keyOf = ({ demandId, batchId, placeId }: { demandId: string; batchId: string; placeId: string }) =>
  `${demandId} ${batchId} ${placeId}`

async function shrink(tx: Tx, reserved: Map<string, ReservationRow>, left: Map<string, number>): Promise<void> {
  const touched = [...reserved]
    .map(([key, row]) => ({ ...row, left: left.get(key) ?? 0 }))
    .filter((row) => row.left < row.quantity)
  const gone = touched.filter((row) => row.left === 0)
  const smaller = touched.filter((row) => row.left > 0)
  if (gone.length > 0) {
    await tx`
      delete from stock.reservation r
      using unnest(${gone.map((g) => g.demandId)}::uuid[], ${gone.map((g) => g.batchId)}::uuid[], ${gone.map((g) => g.placeId)}::uuid[]) as g(demand_id, batch_id, place_id)
      where r.account_id = ${tx.act.accountId} and r.demand_id = g.demand_id and r.batch_id = g.batch_id and r.place_id = g.place_id`
  }
  if (smaller.length > 0) {
    await tx`
      update stock.reservation r set quantity = s.quantity
      from unnest(${smaller.map((s) => s.demandId)}::uuid[], ${smaller.map((s) => s.batchId)}::uuid[], ${smaller.map((s) => s.placeId)}::uuid[],
        ${smaller.map((s) => s.left)}::bigint[]) as s(demand_id, batch_id, place_id, quantity)
      where r.account_id = ${tx.act.accountId} and r.demand_id = s.demand_id and r.batch_id = s.batch_id and r.place_id = s.place_id`
  }
}

function shipped(tx: Tx, asks: readonly ShipAsk[]) {
  const sums = new Map<string, number>()
  for (const { demandId, quantity } of asks) sums.set(demandId, (sums.get(demandId) ?? 0) + quantity)
  return tx`
    update stock.demand d set reserved = d.reserved - s.quantity, shipped = d.shipped + s.quantity
    from unnest(${[...sums.keys()]}::uuid[], ${[...sums.values()]}::bigint[]) as s(id, quantity)
    where d.account_id = ${tx.act.accountId} and d.id = s.id`
}
