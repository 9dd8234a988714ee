import type { Tx } from '#platform/db.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { notStocked, resolveProducts } from '../catalog/index.ts'
import { putRule, type RuleRow, rulesOf } from './store.ts'

export type NewSampleRule = Readonly<{ units: number; keepMonths: number; keptAt?: string }>

/** From the next receipt on. Refuses `not_found`, and `invalid_input` for a kit, of which nothing lies in stock. */
export async function setSampleRule(tx: Tx, ref: string, ask: NewSampleRule): Promise<RuleRow> {
  const product = (await resolveProducts(tx, [ref])).get(ref)
  if (!product) throw new Refusal('not_found', { kind: 'product', id: ref })
  if (product.isKit)
    throw new Refusal('invalid_input', {
      problems: [{ at: 'product', message: notStocked(product, 'keep as samples') }],
    })
  const [before] = await rulesOf(tx, [product.id])
  await putRule(tx, { productId: product.id, units: ask.units, keepMonths: ask.keepMonths, keptAt: ask.keptAt ?? null })
  audit(tx, {
    action: 'sample.rule',
    subjectKind: 'product',
    subjectId: product.id,
    before: before && { units: before.units, keepMonths: before.keepMonths, keptAt: before.keptAt },
    after: ask,
  })
  const [rule] = await rulesOf(tx, [product.id])
  if (!rule) throw new Error('the rule that was just written is not there')
  return rule
}
