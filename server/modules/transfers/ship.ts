/**
 * server/modules/transfers/ship.ts — what is promised to a transfer leaves its bins, and is on its way.
 */
import { isExpired } from '#domain/shelf-life.ts'
import { dayIn } from '#platform/clock.ts'
import type { Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { resolveWarehouses, virtualPlaces } from '../places/index.ts'
import { activeHolds, covers } from '../quality/index.ts'
import { shipFromReservations } from '../stock/index.ts'
import { type GoodsNamed, openTransfer, type Taken, takeAll, takeNamed } from './open-transfer.ts'
import { type PromisedPart, promisedParts, type TransferRow } from './store.ts'

/**
 * All that is promised, or what is named of it. Refuses `transfer_nothing_to_ship`, `batch_on_hold`, `transfer_expired`, what `openTransfer` and
 * `takeNamed` refuse, and `serial_elsewhere`.
 */
export async function shipTransfer(
  tx: Tx,
  { id, lines }: Readonly<{ id: string; lines?: readonly GoodsNamed[] }>,
): Promise<void> {
  const transfer = await openTransfer(tx, id)
  const parts = await promisedParts(tx, id)
  if (parts.length === 0) throw new Refusal('transfer_nothing_to_ship', { number: transfer.number })
  const taken = lines ? await takeNamed(tx, lines, parts) : takeAll(parts)
  await refuseUnfit(tx, transfer, taken)
  const transit = { id: (await virtualPlaces(tx)).transit, kind: 'transit' } as const
  await shipFromReservations(
    tx,
    taken.map(({ where, part, quantity, serialIds }) => ({
      where,
      demandId: part.lineId,
      productId: part.productId,
      batchId: part.batchId,
      batchCode: part.batchCode,
      from: { id: part.placeId, kind: part.placeKind },
      quantity,
      documentId: id,
      documentLineId: part.lineId,
      occurredAt: tx.act.at,
      ...(serialIds.length > 0 ? { serialIds } : {}),
    })),
    transit,
  )
  audit(tx, { action: 'transfer.ship', subjectKind: 'transfer', subjectId: id, after: told(transfer.number, taken) })
}

/** A spreadsheet shows it; of a long one the sum is enough, for the ledger has each. */
export const told = (
  number: string,
  taken: readonly Readonly<{ part: { batchCode: string }; quantity: number }>[],
): object => ({
  number,
  units: taken.reduce((sum, { quantity }) => sum + quantity, 0),
  ...(taken.length <= 100 ? { batches: taken.map(({ part, quantity }) => `${quantity} of ${part.batchCode}`) } : {}),
})

/** A batch may have expired, or come under a hold by joining a lot, since it was promised. */
async function refuseUnfit(
  tx: Tx,
  { fromWarehouseId, productIds }: TransferRow & { productIds: string[] },
  taken: readonly Taken<PromisedPart>[],
): Promise<void> {
  const [holds, warehouses] = await Promise.all([activeHolds(tx, productIds), resolveWarehouses(tx)])
  const today = dayIn(warehouses.get(fromWarehouseId)?.timeZone ?? 'UTC', tx.act.at)
  for (const { where, part } of taken) {
    const { batchCode: batch, expiresOn, takesExpired } = part
    const hold = holds.find((one) => covers(one, part))
    if (hold) throw new Refusal('batch_on_hold', { where, batch, hold: hold.number, reason: hold.reason })
    if (expiresOn !== null && isExpired(expiresOn, today) && !takesExpired)
      throw new Refusal('transfer_expired', { where, batch, expiresOn })
  }
}
