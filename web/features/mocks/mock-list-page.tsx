/**
 * web/features/mocks/mock-list-page.tsx — all rehearsals, how long each took and how it ended; and a new one.
 */
import { durationText } from '#domain/duration-text.ts'
import { answerOf, api, given } from '../../api/client.ts'
import type { MockSummary } from '../../api/types.ts'
import { BatchLink } from '../../shared/batch-link.tsx'
import { InstantText } from '../../shared/date-text.tsx'
import { type Column, Listing, RowLink } from '../../shared/listing.tsx'
import { May } from '../../shared/may.tsx'
import { Page, Section } from '../../shared/page.tsx'
import { StateFilter } from '../../shared/state-filter.tsx'
import { Empty } from '../../shared/states.tsx'
import { usePages } from '../../shared/use-pages.ts'
import { MockSign } from './mock-words.tsx'
import { NewMock } from './new-mock.tsx'

const columns: readonly Column<MockSummary>[] = [
  { title: 'Mock recall', cell: ({ number }) => <RowLink to={`/mock-recalls/${number}`}>{number}</RowLink> },
  {
    title: 'Batch',
    cell: ({ batchId, batchCode, sku }) => (
      <>
        {sku} <BatchLink id={batchId} code={batchCode} />
      </>
    ),
  },
  {
    title: 'Chosen',
    cell: ({ how, cause }) => `${how}${cause === 'scheduled' ? ', as scheduled' : ''}`,
    deskOnly: true,
  },
  { title: 'State', cell: (mock) => <MockSign mock={mock} /> },
  { title: 'Started', cell: ({ startedAt }) => (startedAt ? <InstantText at={startedAt} /> : '–') },
  { title: 'Took', cell: ({ seconds }) => (seconds === null ? '–' : durationText(seconds)), end: true },
]

type MockListProps = Readonly<{
  state: MockSummary['state'] | undefined
  onState: (state: MockSummary['state'] | undefined) => void
}>

export function MockListPage({ state, onState }: MockListProps) {
  const pages = usePages(['mock-recalls', state], (cursor) =>
    answerOf(api.GET('/v1/mock-recalls', { params: { query: given({ state, cursor }) } })),
  )
  return (
    <Page title="Mock recalls" about="A recall rehearsed against the clock; nothing is held, and nobody is told">
      <May to="recall">
        <NewMock />
      </May>
      <StateFilter
        states={{ ready: 'Waiting', running: 'Running', ended: 'Ended' }}
        value={state === 'abandoned' ? undefined : state}
        onChange={onState}
      />
      <Section title="Newest first" flush>
        <Listing
          label="Mock recalls"
          pages={pages}
          columns={columns}
          keyOf={({ id }) => id}
          empty={
            <Empty title={state ? 'None of these' : 'Nothing was rehearsed'}>
              Auditors ask for one a year: take any batch, and tell within hours where it came from, who has it, where
              every unit is, and whether everybody can be reached.
            </Empty>
          }
        />
      </Section>
    </Page>
  )
}
