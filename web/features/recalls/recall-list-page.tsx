import { IconPlus } from '@tabler/icons-react'
import { answerOf, api, given } from '../../api/client.ts'
import type { RecallSummary } from '../../api/types.ts'
import { InstantText } from '../../shared/date-text.tsx'
import { LinkButton } from '../../shared/link-button.tsx'
import { type Column, Listing, RowLink } from '../../shared/listing.tsx'
import { May } from '../../shared/may.tsx'
import { Page, Section } from '../../shared/page.tsx'
import { StateFilter } from '../../shared/state-filter.tsx'
import { Empty } from '../../shared/states.tsx'
import { usePages } from '../../shared/use-pages.ts'
import { kindText, RecallStateSign } from './recall-words.tsx'

const columns: readonly Column<RecallSummary>[] = [
  { title: 'Recall', cell: ({ number }) => <RowLink to={`/recalls/${number}`}>{number}</RowLink> },
  { title: 'What is wrong', cell: ({ title }) => title },
  { title: 'Kind', cell: kindText },
  { title: 'State', cell: ({ state }) => <RecallStateSign state={state} /> },
  { title: 'Opened', cell: ({ openedAt }) => <InstantText at={openedAt} /> },
  { title: 'Started', cell: ({ startedAt }) => (startedAt ? <InstantText at={startedAt} /> : '–') },
]

type RecallListProps = Readonly<{
  state: RecallSummary['state'] | undefined
  onState: (state: RecallSummary['state'] | undefined) => void
}>

export function RecallListPage({ state, onState }: RecallListProps) {
  const pages = usePages(['recalls', state], (cursor) =>
    answerOf(api.GET('/v1/recalls', { params: { query: given({ state, cursor }) } })),
  )
  return (
    <Page
      title="Recalls"
      about="Everything of a bad batch found and frozen at once"
      actions={
        <May to="recall">
          <LinkButton to="/recalls/new" leftSection={<IconPlus size={15} />}>
            New recall
          </LinkButton>
        </May>
      }
    >
      <StateFilter
        states={{ draft: 'Draft', running: 'Running', ended: 'Ended' }}
        value={state === 'abandoned' ? undefined : state}
        onChange={onState}
      />
      <Section title="Newest first" flush>
        <Listing
          label="Recalls"
          pages={pages}
          columns={columns}
          keyOf={({ id }) => id}
          empty={
            <Empty title={state ? 'None of these' : 'Nothing was recalled'}>
              A recall says which goods are bad. Once it is started they are held everywhere at once, promises are taken
              back, and you see who has how much of them. A draft touches nothing.
            </Empty>
          }
        />
      </Section>
    </Page>
  )
}
