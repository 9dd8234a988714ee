import { answerOf, api, given } from '../../api/client.ts'
import type { IdentificationSummary } from '../../api/types.ts'
import { InstantText } from '../../shared/date-text.tsx'
import { type Column, Listing, RowLink } from '../../shared/listing.tsx'
import { Page, Section } from '../../shared/page.tsx'
import { Quantity } from '../../shared/quantity.tsx'
import { StateFilter } from '../../shared/state-filter.tsx'
import { Empty } from '../../shared/states.tsx'
import { usePages } from '../../shared/use-pages.ts'
import { PathState } from './path-state.tsx'

const columns: readonly Column<IdentificationSummary>[] = [
  { title: 'Product', cell: ({ id, sku }) => <RowLink to={`/identifying/${id}`}>{sku}</RowLink> },
  { title: 'Name', cell: ({ productName }) => productName },
  { title: 'State', cell: (path) => <PathState of={path} /> },
  { title: 'Began', cell: ({ startedAt }) => <InstantText at={startedAt} />, deskOnly: true },
  { title: 'To identify', cell: ({ meter }) => <Quantity of={meter.here} dimZero />, end: true },
  { title: 'Identified', cell: ({ meter }) => `${meter.percent} %`, end: true },
]

type State = IdentificationSummary['state'] | undefined
type PathListProps = Readonly<{ state: State; onState: (state: State) => void }>

/** Products that had stock before their batches were tracked. */
export function PathListPage({ state, onState }: PathListProps) {
  const pages = usePages(['identifications', state], (cursor) =>
    answerOf(api.GET('/v1/identifications', { params: { query: given({ state, cursor }) } })),
  )
  return (
    <Page
      title="Identify"
      about="Products that had stock before their batches were tracked: what lies there is found out bit by bit"
    >
      <StateFilter
        states={{ open: 'Being identified', done: 'All known', given_up: 'Given up' }}
        value={state}
        onChange={onState}
      />
      <Section title="Newest first" flush>
        <Listing
          label="Products being identified"
          pages={pages}
          columns={columns}
          keyOf={({ id }) => id}
          empty={
            <Empty title="Nothing is being identified">
              Open a product that is not tracked, and choose “Track batches”.
            </Empty>
          }
        />
      </Section>
    </Page>
  )
}
