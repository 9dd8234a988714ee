import { type CodeOf, stemOf, writeCode } from '#domain/batch-codes/pattern.ts'
import type { Tx } from '#platform/db.ts'
import { nextCount } from '#platform/numbers.ts'
import { Refusal } from '#platform/refusal.ts'
import type { ProductRow } from '../../catalog/index.ts'
import { patternFor, type ReadPattern } from './pattern-for.ts'
import { codePatternsOf, isCodeOf } from './store.ts'

/**
 * The next code of the product's pattern that no batch of it has or had; it is given to nobody else. Without a number in the pattern it is the code of that
 * day. Refuses `batch_untracked`, `batch_code_pattern_missing` and `batch_codes_used_up`.
 */
export async function drawCode(tx: Tx, product: ProductRow, of: Omit<CodeOf, 'sku'>): Promise<string> {
  const { id: productId, sku, tracking } = product
  if (tracking === 'none') throw new Refusal('batch_untracked', { sku })
  const { pattern, parts } = await patternOf(tx, product)
  const isNumbered = parts.some(({ kind }) => kind === 'number')
  for (;;) {
    const number = isNumbered ? (await nextCount(tx, `code ${stemOf(parts, { ...of, sku })}`)) + 1 : 0
    const code = writeCode(parts, { ...of, sku }, number)
    if (code === null) throw new Refusal('batch_codes_used_up', { pattern, sku, day: of.day })
    if (!isNumbered || !(await isCodeOf(tx, { productId, code }))) return code
  }
}

async function patternOf(tx: Tx, { id, sku }: ProductRow): Promise<ReadPattern> {
  const pattern = patternFor(await codePatternsOf(tx, [id]), id)
  if (!pattern) throw new Refusal('batch_code_pattern_missing', { sku })
  return pattern
}
