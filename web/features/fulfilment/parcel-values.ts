/**
 * web/features/fulfilment/parcel-values.ts — what of a pick list is packed, as it is typed and as it is sent. What a person did
 * not touch follows the list; what was typed stays.
 */

import { given } from '../../api/client.ts'
import type { Problem } from '../../api/problem.ts'
import type { NewShipment, Order, PickLine, PickList } from '../../api/types.ts'
import { serialsIn } from '../../shared/serials-in.ts'
import { spokenAtLine } from '../../shared/spoken.ts'
import { stockLines } from '../../shared/stock-lines.ts'
import { batchKeyOf, type Row } from './changed-picks.ts'

export type Parcel = PickList['warehouses'][number]
export type PickRow = Row<PickLine>
export type Typed = Readonly<{ take?: boolean; quantity?: number | ''; serials?: string }>
export type TypedRows = Readonly<Record<string, Typed>>
export type Papers = Readonly<{ carrier: string; trackingNumber: string }>
type Packed = Readonly<{ take: boolean; quantity: number | ''; serials: string }>

export function packedOf({ key, reserved }: PickRow, typed: TypedRows): Packed {
  const { take = true, quantity = reserved, serials = '' } = typed[key] ?? {}
  return { take: take && reserved > 0, quantity, serials }
}

/** The rows that are sent, in this order. */
export const packedRows = (rows: readonly PickRow[], typed: TypedRows): PickRow[] =>
  rows.filter((row) => {
    const { take, quantity } = packedOf(row, typed)
    return take && Number(quantity) > 0
  })

type Asked = Readonly<{
  orderId: string
  warehouseId: string
  rows: readonly PickRow[]
  typed: TypedRows
  papers: Papers
}>

export function bodyOf({ orderId, warehouseId, rows, typed, papers }: Asked): NewShipment {
  return {
    order: orderId,
    warehouse: warehouseId,
    ...given({ carrier: papers.carrier.trim(), trackingNumber: papers.trackingNumber.trim() }),
    lines: packedRows(rows, typed).map((row) => {
      const { quantity, serials } = packedOf(row, typed)
      const scanned = serialsIn(serials)
      return {
        orderLine: row.line.orderLineId,
        batch: row.line.batchId,
        place: row.line.placeId,
        quantity: Number(quantity),
        ...(scanned.length > 0 ? { serials: scanned } : {}),
      }
    }),
  }
}

/** The row that a refusal speaks of, and its words there; null where it is about none. */
export function problemAtRow(problem: Problem | null, { rows, typed }: Pick<Asked, 'rows' | 'typed'>) {
  if (!problem) return null
  const packed = packedRows(rows, typed)
  const { where, serial } = problem.facts
  const [, number] = typeof where === 'string' ? (/^line (\d+)$/.exec(where) ?? []) : []
  const named = (row: PickRow) => typeof serial === 'string' && serialsIn(packedOf(row, typed).serials).includes(serial)
  const row = number === undefined ? packed.find(named) : packed[Number(number) - 1]
  return row ? { key: row.key, says: spokenAtLine(problem.detail) } : null
}

/** How much of each batch has left for each line of the order. */
export function sentOf(order: Order): Map<string, number> {
  const sent = new Map<string, number>()
  for (const line of stockLines(order))
    for (const { batchId, quantity } of line.sent) {
      const key = batchKeyOf({ orderLineId: line.id, batchId, placeId: '' })
      sent.set(key, (sent.get(key) ?? 0) + quantity)
    }
  return sent
}
