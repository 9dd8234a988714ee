import { batchText } from '#domain/batch-code.ts'
import type { Pool } from '../../api/types.ts'
import { BatchLink } from '../../shared/batch-link.tsx'
import { RowLink } from '../../shared/listing.tsx'
import { quantityText } from '../../shared/quantity.tsx'

/** Of which goods, each a link to what it is. */
export function PoolOf({ pool: { productId, sku, batchId, batchCode, warehouseCode } }: { pool: Pool }) {
  return (
    <span>
      <RowLink to={`/products/${productId}`}>{sku}</RowLink>
      {batchId !== null && batchCode !== null ? (
        <>
          {' '}
          batch <BatchLink id={batchId} code={batchCode} />
        </>
      ) : (
        ', any batch'
      )}
      {warehouseCode === null ? '' : ` in ${warehouseCode}`}
    </span>
  )
}

/** "60 of B in CHI"; several places of a batch are one. */
export function keptWords(kept: Pool['kept']): string[] {
  const sums = new Map<string, number>()
  for (const { batchCode, warehouseCode, quantity } of kept) {
    const where = `${batchText(batchCode)} in ${warehouseCode}`
    sums.set(where, (sums.get(where) ?? 0) + quantity)
  }
  return [...sums].map(([where, quantity]) => `${quantityText(quantity)} of ${where}`)
}

export const keptSum = (kept: Pool['kept']): number => kept.reduce((sum, { quantity }) => sum + quantity, 0)
