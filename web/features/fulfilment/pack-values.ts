/**
 * web/features/fulfilment/pack-values.ts — what lies in the parcel that is being packed.
 */
import type { NewBody, Packing } from '../../api/types.ts'
import { keyOf } from './changed-picks.ts'
import { serialsOf } from './parcel-values.ts'

export type PackRow = Packing['rows'][number]
export type Packed = Readonly<Record<string, Readonly<{ quantity: number; serials?: string }>>>

/** One more of the batch that was scanned; null where none of it is left to be packed. */
export function scannedInto(packed: Packed, rows: readonly PackRow[], scan: string): Packed | null {
  const row = rows.find((one) => one.batchCode === scan && (packed[keyOf(one)]?.quantity ?? 0) < one.packable)
  if (!row) return null
  const own = packed[keyOf(row)]
  return { ...packed, [keyOf(row)]: { ...own, quantity: (own?.quantity ?? 0) + 1 } }
}

export const allInto = (packed: Packed, rows: readonly PackRow[]): Packed =>
  Object.fromEntries(rows.map((row) => [keyOf(row), { ...packed[keyOf(row)], quantity: row.packable }]))

export function bodyOfParcel(order: string, rows: readonly PackRow[], packed: Packed): NewBody<'/v1/parcels'> {
  const lines = rows.flatMap((row) => {
    const { quantity, serials } = packed[keyOf(row)] ?? { quantity: 0 }
    const named = row.tracking === 'serial' ? { serials: serialsOf(serials ?? '') } : {}
    const { orderLineId: orderLine, batchId: batch, placeId: place } = row
    return quantity > 0 ? [{ orderLine, batch, place, quantity, ...named }] : []
  })
  return { order, lines }
}
