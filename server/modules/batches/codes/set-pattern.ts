import { readPattern } from '#domain/batch-codes/pattern.ts'
import type { Tx } from '#platform/db.ts'
import { found } from '#platform/references.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../../access/index.ts'
import { resolveProducts } from '../../catalog/index.ts'
import { codePatternsOf, removeCodePattern, writeCodePattern } from './store.ts'

type Ask = Readonly<{ productId: string | null; pattern: string | null }>

/**
 * For codes that are drawn from now on. Without a product it is that of all which have none of their own; null takes it away. Refuses `not_found` and
 * `batch_code_pattern_unreadable`.
 */
export async function setCodePattern(tx: Tx, { productId, pattern }: Ask): Promise<void> {
  const sku = productId === null ? null : found(await resolveProducts(tx, [productId]), 'product', productId).sku
  const read = pattern === null ? null : readPattern(pattern)
  if (read && !read.ok) throw new Refusal('batch_code_pattern_unreadable', { at: read.at, problem: read.problem })
  const before = (await codePatternsOf(tx, productId === null ? [] : [productId])).find(
    (one) => one.productId === productId,
  )
  if (pattern === null) await removeCodePattern(tx, productId)
  else await writeCodePattern(tx, { productId, pattern })
  audit(tx, {
    action: productId === null ? 'account.code_pattern' : 'product.code_pattern',
    subjectKind: productId === null ? 'account' : 'product',
    subjectId: productId ?? tx.act.accountId,
    before: { sku, pattern: before?.pattern ?? null },
    after: { sku, pattern },
  })
}
