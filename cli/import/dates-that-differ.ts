import { normaliseBatchCode } from '../../domain/batch-code.ts'
import type { RowProblem, Sheet } from './sheet.ts'

const columns = {
  expiresOn: 'expires_on',
  bestBefore: 'best_before',
  useBy: 'use_by',
  producedOn: 'produced_on',
} as const
type Row = Readonly<{ product: string }> & Readonly<Record<string, unknown>>

/**
 * Rows of one batch that say two dates of one kind: the later row is named, with the line that it contradicts. Batches of
 * one code from several suppliers may be several.
 */
export function datesThatDiffer(items: Sheet<Row>['items']): RowProblem[] {
  const said = new Map<string, { lineNo: number; on: string }>()
  return items.flatMap(({ lineNo, item }) => {
    const { product, batch, supplier } = item
    if (typeof batch !== 'string') return []
    const { code } = normaliseBatchCode(batch)
    return Object.entries(columns).flatMap(([field, column]) => {
      const on = item[field]
      if (typeof on !== 'string') return []
      const key = JSON.stringify([product, code, supplier, field])
      const before = said.get(key)
      if (!before) said.set(key, { lineNo, on })
      return !before || before.on === on
        ? []
        : [
            {
              lineNo,
              reason: `${column} ${on} is another than ${before.on} of the same batch on line ${before.lineNo}`,
            },
          ]
    })
  })
}
