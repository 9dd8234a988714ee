/**
 * domain/receipt-differences.ts — what was announced against what came: short, over, damaged, another batch, more batches.
 */
import { groupBy } from './group-by.ts'

export type Announced = Readonly<{ lineId: string; product: string; quantity: number; batchCode: string | null }>
/** `lineId` is null for goods that no line announced. */
export type Arrived = Readonly<{
  lineId: string | null
  product: string
  batchCode: string
  quantity: number
  condition: 'good' | 'damaged'
}>
export type DifferenceKind = 'short' | 'over' | 'damaged' | 'wrong_batch' | 'split' | 'unannounced'
export type ReceiptDifference = Readonly<{
  kind: DifferenceKind
  lineId: string | null
  product: string
  batchCode: string | null
  quantity: number
  message: string
}>

/** Damaged units came, so they are not short; a wrong batch is recorded as it came and never merged with the announced one. */
export function receiptDifferences(announced: readonly Announced[], arrived: readonly Arrived[]): ReceiptDifference[] {
  const byLine = groupBy(arrived, ({ lineId }) => lineId)
  const unannounced = (byLine.get(null) ?? []).map(
    ({ product, batchCode, quantity }): ReceiptDifference => ({
      kind: 'unannounced',
      lineId: null,
      product,
      batchCode,
      quantity,
      message: `${quantity} of ${product}, batch ${batchCode}, came without being announced`,
    }),
  )
  return [...announced.flatMap((line) => lineDifferences(line, byLine.get(line.lineId) ?? [])), ...unannounced]
}

function lineDifferences(line: Announced, arrived: readonly Arrived[]): ReceiptDifference[] {
  const difference = (kind: DifferenceKind, quantity: number, message: string, batchCode = line.batchCode) => ({
    kind,
    lineId: line.lineId,
    product: line.product,
    batchCode,
    quantity,
    message,
  })
  const sum = (rows: readonly Arrived[]) => rows.reduce((total, { quantity }) => total + quantity, 0)
  const came = sum(arrived)
  const damaged = sum(arrived.filter(({ condition }) => condition === 'damaged'))
  const batches = [...groupBy(arrived, ({ batchCode }) => batchCode)].map(([code, rows]) => ({ code, came: sum(rows) }))
  const wrong = line.batchCode === null ? [] : batches.filter(({ code }) => code !== line.batchCode)
  return [
    ...(came < line.quantity
      ? [difference('short', line.quantity - came, `${came} came of ${line.quantity} announced`)]
      : []),
    ...(came > line.quantity
      ? [difference('over', came - line.quantity, `${came} came, ${line.quantity} were announced`)]
      : []),
    ...(damaged > 0 ? [difference('damaged', damaged, `${damaged} came damaged`)] : []),
    ...wrong.map(({ code, came: units }) =>
      difference('wrong_batch', units, `${units} of batch ${code} came, ${line.batchCode} was announced`, code),
    ),
    ...(batches.length > 1
      ? [
          difference(
            'split',
            batches.length,
            `came in ${batches.length} batches: ${batches.map(({ code }) => code).join(', ')}`,
          ),
        ]
      : []),
  ]
}
