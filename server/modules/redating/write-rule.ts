import type { Period } from '#domain/redating.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/id.ts'
import { Refusal } from '#platform/refusal.ts'
import { audit } from '../access/index.ts'
import { lockProducts, resolveProducts } from '../catalog/index.ts'
import { insertRule, type RuleRow, ruleById, ruleList } from './store.ts'

export type NewRule = Readonly<{
  id?: string
  product: string
  afterOpening?: Period
  frozenDays?: number
  thawedDays?: number
  refreezes?: boolean
  says: string
}>

/**
 * The next version of what the maker states of a product. What was opened, frozen or thawed before stays dated by the version of then.
 * Refuses `not_found`, `redating_untracked`, and `invalid_input` where it states nothing.
 */
export async function writeRule(tx: Tx, ask: NewRule): Promise<RuleRow> {
  const product = (await resolveProducts(tx, [ask.product])).get(ask.product)
  if (!product) throw new Refusal('not_found', { kind: 'product', id: ask.product })
  if (product.isKit || product.tracking !== 'batch') throw new Refusal('redating_untracked', { sku: product.sku })
  if (ask.afterOpening === undefined && ask.frozenDays === undefined && ask.thawedDays === undefined)
    throw new Refusal('invalid_input', {
      problems: [
        {
          at: 'afterOpening',
          message: 'is missing, and so are the days once frozen or thawed: state at least one of them',
        },
      ],
    })
  await lockProducts(tx, [product.id])
  const [before] = await ruleList(tx, product.id)
  const row = {
    id: ask.id ?? newId(),
    productId: product.id,
    version: (before?.version ?? 0) + 1,
    openedCount: ask.afterOpening?.count ?? null,
    openedUnit: ask.afterOpening?.unit ?? null,
    frozenDays: ask.frozenDays ?? null,
    thawedDays: ask.thawedDays ?? null,
    refreezes: ask.refreezes ?? false,
    says: ask.says,
  }
  await insertRule(tx, row)
  audit(tx, {
    action: 'redating.rule',
    subjectKind: 'product',
    subjectId: product.id,
    before: before && stated(before),
    after: stated(row),
  })
  const [rule] = await ruleById(tx, row.id)
  if (!rule) throw new Error('the rule that was just written is not there')
  return rule
}

const stated = ({
  version,
  openedCount,
  openedUnit,
  frozenDays,
  thawedDays,
  refreezes,
  says,
}: Omit<RuleRow, 'sku' | 'productName' | 'madeBy' | 'madeAt'>) => ({
  version,
  afterOpening: openedCount === null ? null : `${openedCount} ${openedUnit}`,
  frozenDays,
  thawedDays,
  refreezes,
  says,
})
