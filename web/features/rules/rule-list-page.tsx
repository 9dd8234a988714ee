/**
 * web/features/rules/rule-list-page.tsx — the rules of allocation: whom each concerns, what it asks, who wrote it and why.
 */
import { Switch, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { answerOf, api, given } from '../../api/client.ts'
import type { Rule } from '../../api/types.ts'
import { capital } from '../../shared/capital.ts'
import { InForceDays, InForceSign } from '../../shared/in-force.tsx'
import { LinkButton } from '../../shared/link-button.tsx'
import { type Column, Listing, RowLink } from '../../shared/listing.tsx'
import { May } from '../../shared/may.tsx'
import { Page, Section } from '../../shared/page.tsx'
import { Empty } from '../../shared/states.tsx'
import { usePages } from '../../shared/use-pages.ts'
import { whichWins } from './rule-words.ts'

const columns: readonly Column<Rule>[] = [
  { title: 'Rule', cell: ({ id, name }) => <RowLink to={`/rules/${id}`}>{name}</RowLink> },
  { title: 'For', cell: ({ scope }) => scope },
  { title: 'Asks', cell: ({ says }) => capital(says.join('; ')) },
  { title: 'Days', cell: (rule) => <InForceDays of={rule} /> },
  { title: 'Why', cell: ({ reason }) => reason },
  { title: 'By', cell: ({ createdBy }) => createdBy, deskOnly: true },
  { title: 'State', cell: ({ state }) => <InForceSign state={state} /> },
]

type RuleListProps = Readonly<{ all: boolean; onAll: (all: boolean) => void }>

export function RuleListPage({ all, onAll }: RuleListProps) {
  const pages = usePages(['rules', all], (cursor) =>
    answerOf(api.GET('/v1/rules', { params: { query: { all, ...given({ cursor }) } } })),
  )
  const add = (
    <May to="change rules">
      <LinkButton to="/rules/new" leftSection={<IconPlus size={15} />}>
        Add a rule
      </LinkButton>
    </May>
  )
  return (
    <Page title="Rules" about="Which batches may go, to whom, and in which order" actions={add}>
      <Switch
        mb="sm"
        label="Those that are over too"
        checked={all}
        onChange={(event) => onAll(event.currentTarget.checked)}
      />
      <Section title={all ? 'All rules' : 'In force and to come'} flush>
        <Listing
          label="Rules"
          pages={pages}
          columns={columns}
          keyOf={({ id }) => id}
          empty={
            <Empty title="No rules" action={add}>
              Each product and customer says how much life is needed. A rule asks more, of whom you want.
            </Empty>
          }
        />
      </Section>
      <Text fz="sm" c="dimmed" maw={760}>
        {whichWins}
      </Text>
    </Page>
  )
}
