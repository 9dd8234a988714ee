/**
 * web/features/production/expiry-rule.tsx — on the page of a product: until when that is good which is made of other batches.
 */
import { Button } from '@mantine/core'
import type { ExpiryRule } from '#domain/production/last-day.ts'
import { answerOf, api, intent } from '../../api/client.ts'
import { May } from '../../shared/may.tsx'
import { Facts, Section } from '../../shared/page.tsx'
import { ProblemAlert } from '../../shared/states.tsx'
import { useWrite } from '../../shared/use-write.ts'
import { expiryRuleWords } from './run-words.ts'
import { useExpiryRule } from './use-expiry-rule.ts'

type OfProduct = Readonly<{ product: Readonly<{ id: string }> }>

export function ExpiryRuleOf({ product: { id } }: OfProduct) {
  const found = useExpiryRule(id)
  const change = useWrite((rule: ExpiryRule, key) =>
    answerOf(api.PUT('/v1/production-rules/{id}', { params: { path: { id } }, body: { rule }, headers: intent(key) })),
  )
  if (!found.data) return null
  const written = found.data.items[0]
  const rule = written?.rule ?? 'as_stated'
  const other = rule === 'as_stated' ? 'min_of_inputs' : 'as_stated'
  return (
    <Section
      title="When made of other batches"
      aside={
        <May to="change rules">
          <Button size="xs" variant="default" loading={change.sending} onClick={() => change.send(other)}>
            {expiryRuleWords[other]}
          </Button>
        </May>
      }
    >
      <Facts of={{ 'Good until': expiryRuleWords[rule], ...(written ? { 'Written by': written.setBy } : {}) }} />
      <ProblemAlert problem={change.problem} />
    </Section>
  )
}
