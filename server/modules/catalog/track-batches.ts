import type { Tx } from '#platform/db.ts'
import { audit } from '../access/index.ts'
import { type ProductRow, updateProduct } from './store.ts'

/** A product that was not tracked is from now on, with the stock it has. Whoever calls this knows what becomes of that; the product must be locked. */
export async function trackBatches(
  tx: Tx,
  product: ProductRow,
  { dates, reason }: Readonly<{ dates: ProductRow['dates']; reason: string }>,
): Promise<ProductRow> {
  const after: ProductRow = { ...product, tracking: 'batch', dates }
  await updateProduct(tx, after)
  audit(tx, {
    action: 'product.change',
    subjectKind: 'product',
    subjectId: product.id,
    before: { tracking: product.tracking, dates: product.dates },
    after: { tracking: after.tracking, dates },
    reason,
  })
  return after
}
