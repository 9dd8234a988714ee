import { IconPlus } from '@tabler/icons-react'
import { answerOf, api, given } from '../../api/client.ts'
import type { TransferSummary } from '../../api/types.ts'
import { InstantText } from '../../shared/date-text.tsx'
import { LinkButton } from '../../shared/link-button.tsx'
import { type Column, Listing, RowLink } from '../../shared/listing.tsx'
import { May } from '../../shared/may.tsx'
import { Page, Section } from '../../shared/page.tsx'
import { Quantity } from '../../shared/quantity.tsx'
import { StateFilter } from '../../shared/state-filter.tsx'
import { Empty } from '../../shared/states.tsx'
import { usePages } from '../../shared/use-pages.ts'
import { fromTo } from './from-to.ts'
import { ProposalsSection } from './proposals-section.tsx'
import { TransferStateSign } from './transfer-state.tsx'

const columns: readonly Column<TransferSummary>[] = [
  { title: 'Transfer', cell: ({ number }) => <RowLink to={`/transfers/${number}`}>{number}</RowLink> },
  { title: 'From → to', cell: fromTo },
  { title: 'State', cell: ({ state }) => <TransferStateSign state={state} /> },
  { title: 'Requested', cell: ({ requestedAt }) => <InstantText at={requestedAt} />, deskOnly: true },
  { title: 'By', cell: ({ requestedBy }) => requestedBy, deskOnly: true },
  { title: 'Asked', cell: ({ asked }) => <Quantity of={asked} />, end: true },
  { title: 'On its way', cell: ({ inTransit }) => <Quantity of={inTransit} dimZero />, end: true },
  { title: 'Arrived', cell: ({ arrived }) => <Quantity of={arrived} dimZero />, end: true },
]

type Next = 'approve' | 'ship' | 'receive' | undefined
type TransferListProps = Readonly<{ next: Next; onNext: (next: Next) => void }>

export function TransferListPage({ next, onNext }: TransferListProps) {
  const pages = usePages(['transfers', next], (cursor) =>
    answerOf(api.GET('/v1/transfers', { params: { query: given({ next, cursor }) } })),
  )
  return (
    <Page
      title="Transfers"
      about="Goods that go from one warehouse to another"
      actions={
        <May to="request transfers">
          <LinkButton to="/transfers/new" leftSection={<IconPlus size={15} />}>
            Request a transfer
          </LinkButton>
        </May>
      }
    >
      <StateFilter
        states={{ approve: 'To approve', ship: 'To ship', receive: 'On the way' }}
        value={next}
        onChange={onNext}
      />
      <Section title="Newest first" flush>
        <Listing
          label="Transfers"
          pages={pages}
          columns={columns}
          keyOf={({ id }) => id}
          empty={<Empty title="No transfers">Ask for goods to go where they are needed, and they stand here.</Empty>}
        />
      </Section>
      <ProposalsSection />
    </Page>
  )
}
