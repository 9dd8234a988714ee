/**
 * web/features/transfers/receive-values.ts — what arrives of a transfer, as it is counted or scanned.
 */
import { normaliseBatchCode } from '#domain/batch-code.ts'
import { readLabel } from '#domain/gs1/label.ts'
import type { Transfer } from '../../api/types.ts'

type Line = Transfer['lines'][number]
/** One batch of one line that is on its way. */
export type OnTheWay = Line['batches'][number] & Pick<Line, 'lineNo' | 'sku' | 'tracking'>

export const onTheWay = ({ lines }: Transfer): OnTheWay[] =>
  lines.flatMap(({ lineNo, sku, tracking, batches }) =>
    batches.filter(({ inTransit }) => inTransit > 0).map((one) => ({ ...one, lineNo, sku, tracking })),
  )

export const keyOf = ({ lineNo, batchId }: Pick<OnTheWay, 'lineNo' | 'batchId'>) => `${lineNo} ${batchId}`

/** Which rows a scan means: a GS1 label names the batch, any other text is the batch code itself. */
export function scanned(rows: readonly OnTheWay[], scan: string, year: number): OnTheWay[] {
  const label = readLabel(scan, year)
  const { code } = normaliseBatchCode(label.batch ?? label.text)
  return rows.filter(({ batchCode }) => batchCode === code)
}
