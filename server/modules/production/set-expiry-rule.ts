import type { ExpiryRule } from '#domain/production/last-day.ts'
import type { Tx } from '#platform/db.ts'
import { found } from '#platform/references.ts'
import { audit } from '../access/index.ts'
import { resolveProducts } from '../catalog/index.ts'
import { type ExpiryRuleRow, expiryRulesOf, writeExpiryRule } from './store.ts'

/** For runs from now on; what was made stays dated as it is. Refuses `not_found`. */
export async function setExpiryRule(tx: Tx, productId: string, rule: ExpiryRule): Promise<ExpiryRuleRow> {
  const { sku } = found(await resolveProducts(tx, [productId]), 'product', productId)
  const [before] = await expiryRulesOf(tx, [productId])
  await writeExpiryRule(tx, { productId, rule })
  audit(tx, {
    action: 'product.expiry_rule',
    subjectKind: 'product',
    subjectId: productId,
    before: { sku, rule: before?.rule ?? 'as_stated' },
    after: { sku, rule },
  })
  const [after] = await expiryRulesOf(tx, [productId])
  if (!after) throw new Error('a rule that was written is not there')
  return after
}
