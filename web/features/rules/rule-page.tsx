/**
 * web/features/rules/rule-page.tsx — one rule: whom it concerns, what it asks, and who wrote or ended it. It is never
 * rewritten: a change is another rule in its place.
 */
import { IconPencil } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import type { Rule } from '../../api/types.ts'
import { BatchLink } from '../../shared/batch-link.tsx'
import { capital } from '../../shared/capital.ts'
import { InstantText } from '../../shared/date-text.tsx'
import { InForceDays, InForceSign } from '../../shared/in-force.tsx'
import { LinkButton } from '../../shared/link-button.tsx'
import { RowLink, Rows } from '../../shared/listing.tsx'
import { May } from '../../shared/may.tsx'
import { Facts, Page, Section } from '../../shared/page.tsx'
import { Loaded } from '../../shared/states.tsx'
import { useNames } from '../../shared/use-names.ts'
import { EndRule } from './end-rule.tsx'

export function RulePage({ id }: { id: string }) {
  const rule = useQuery({
    queryKey: ['rule', id],
    queryFn: () => answerOf(api.GET('/v1/rules/{id}', { params: { path: { id } } })),
  })
  return (
    <Page
      title={rule.data ? `Rule “${rule.data.name}”` : 'Rule'}
      about={rule.data ? <InForceSign state={rule.data.state} /> : null}
      back={{ to: '/rules', label: 'Rules' }}
      actions={rule.data ? <Actions rule={rule.data} /> : null}
    >
      <Loaded of={rule}>
        {(got) => (
          <>
            <About rule={got} />
            <Listed rule={got} />
          </>
        )}
      </Loaded>
    </Page>
  )
}

function Actions({ rule }: { rule: Rule }) {
  if (rule.state === 'over') return null
  return (
    <May to="change rules">
      <EndRule rule={rule} />
      <LinkButton to="/rules/$id/change" params={{ id: rule.id }} leftSection={<IconPencil size={15} />}>
        Change
      </LinkButton>
    </May>
  )
}

function About({ rule }: { rule: Rule }) {
  const { scope, says, reason, createdBy, createdAt, endedBy, endedAt, endReason, replacesId } = rule
  return (
    <Section title="Rule">
      <Facts
        of={{
          For: capital(scope),
          Asks: capital(says.join('; ')),
          Days: <InForceDays of={rule} />,
          Why: reason,
          'Written by': createdBy,
          Written: <InstantText at={createdAt} />,
          ...(replacesId ? { 'In place of': <RowLink to={`/rules/${replacesId}`}>the rule before it</RowLink> } : {}),
          ...(endedAt ? { Ended: <InstantText at={endedAt} /> } : {}),
          ...(endedBy ? { 'Ended by': endedBy } : {}),
          ...(endReason ? { 'Why it ended': endReason } : {}),
        }}
      />
    </Section>
  )
}

function Listed({ rule: { batchIds, approves } }: { rule: Rule }) {
  const names = useNames(batchIds)
  if (batchIds.length === 0) return null
  const title = approves ? 'Approved batches' : 'Barred batches'
  return (
    <Section title={title} flush>
      <Rows
        label={title}
        rows={batchIds}
        keyOf={(id) => id}
        columns={[
          { title: 'Batch', cell: (id) => <BatchLink id={id} code={names.get(id)?.title ?? '…'} /> },
          { title: 'Product', cell: (id) => names.get(id)?.detail ?? '' },
        ]}
      />
    </Section>
  )
}
