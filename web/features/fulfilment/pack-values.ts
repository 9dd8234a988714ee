/**
 * web/features/fulfilment/pack-values.ts — what lies in the parcel that is being packed.
 */
import { batchName } from '#domain/batch-code.ts'
import type { Label } from '#domain/gs1/label.ts'
import type { NewBody, Packing } from '../../api/types.ts'
import { serialsIn } from '../../shared/serials-in.ts'
import { keyOf } from './changed-picks.ts'

export type PackRow = Packing['rows'][number]
export type Packed = Readonly<Record<string, Readonly<{ quantity: number; serials?: string }>>>

/** One more of the batch that was scanned, with its serial where the label holds one; or why not, in a sentence. */
export function scannedInto(packed: Packed, rows: readonly PackRow[], label: Label): Packed | string {
  const [problem] = label.problems
  if (problem) return unreadable(problem)
  const called = calledSo(rows, label)
  const [first] = called
  if (!first) return strangeWords(rows, label)
  const row = called.find((one) => (packed[keyOf(one)]?.quantity ?? 0) < one.packable)
  if (!row) return `All of ${batchName(first.batchCode)} that is picked is in this parcel already.`
  const { quantity, serials = '' } = packed[keyOf(row)] ?? { quantity: 0 }
  const named = serialsIn(serials)
  if (row.tracking !== 'serial' || label.serial === null)
    return { ...packed, [keyOf(row)]: { ...packed[keyOf(row)], quantity: quantity + 1 } }
  if (named.includes(label.serial)) return `Serial ${label.serial} is in this parcel already.`
  return { ...packed, [keyOf(row)]: { quantity: quantity + 1, serials: [...named, label.serial].join('\n') } }
}

/** Digits alone may be the code of a batch, and look like a GTIN. Goods without batch go by their GTIN. */
function calledSo(rows: readonly PackRow[], { text, batch, gtin }: Label): PackRow[] {
  if (batch === null) {
    const plain = rows.filter(({ batchCode }) => batchCode === text)
    return plain.length > 0 || gtin === null ? plain : rows.filter((row) => row.tracking === 'none' && isOf(row, gtin))
  }
  return rows.filter((row) => row.batchCode === batch && (gtin === null || isOf(row, gtin)))
}

const isOf = ({ gtins }: PackRow, gtin: string) => gtins.includes(gtin)

const unreadable = ({ at, says }: Label['problems'][number]) =>
  `This code cannot be read: at character ${at + 1}, ${says}. Scan it again.`

function strangeWords(rows: readonly PackRow[], { text, batch, gtin, doubt }: Label): string {
  if (gtin !== null && !rows.some((row) => isOf(row, gtin))) return `Nothing with the GTIN ${gtin} is picked here.`
  if (gtin !== null && batch === null) return 'This code names no batch. Scan the code that does, or type the batch.'
  if (doubt) return unreadable(doubt)
  return `Nothing of batch ${batch ?? text} is picked here and in no parcel.`
}

export const allInto = (packed: Packed, rows: readonly PackRow[]): Packed =>
  Object.fromEntries(rows.map((row) => [keyOf(row), { ...packed[keyOf(row)], quantity: row.packable }]))

export function bodyOfParcel(order: string, rows: readonly PackRow[], packed: Packed): NewBody<'/v1/parcels'> {
  const lines = rows.flatMap((row) => {
    const { quantity, serials } = packed[keyOf(row)] ?? { quantity: 0 }
    const named = row.tracking === 'serial' ? { serials: serialsIn(serials ?? '') } : {}
    const { orderLineId: orderLine, batchId: batch, placeId: place } = row
    return quantity > 0 ? [{ orderLine, batch, place, quantity, ...named }] : []
  })
  return { order, lines }
}
