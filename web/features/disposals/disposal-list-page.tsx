import { IconPlus } from '@tabler/icons-react'
import { answerOf, api, given } from '../../api/client.ts'
import type { DisposalSummary } from '../../api/types.ts'
import { InstantText } from '../../shared/date-text.tsx'
import { LinkButton } from '../../shared/link-button.tsx'
import { type Column, Listing, RowLink } from '../../shared/listing.tsx'
import { May } from '../../shared/may.tsx'
import { Page, Section } from '../../shared/page.tsx'
import { Quantity } from '../../shared/quantity.tsx'
import { StateFilter } from '../../shared/state-filter.tsx'
import { Empty } from '../../shared/states.tsx'
import { usePages } from '../../shared/use-pages.ts'
import { costText, DisposalStateSign } from './disposal-words.tsx'

const columns: readonly Column<DisposalSummary>[] = [
  { title: 'Disposal', cell: ({ id, number }) => <RowLink to={`/disposals/${id}`}>{number}</RowLink> },
  { title: 'Products', cell: ({ skus }) => skus.join(', ') },
  { title: 'Why', cell: ({ reason }) => reason },
  { title: 'How', cell: ({ method }) => method, deskOnly: true },
  { title: 'Written', cell: ({ madeAt }) => <InstantText at={madeAt} />, deskOnly: true },
  { title: 'State', cell: ({ state }) => <DisposalStateSign state={state} /> },
  { title: 'Cost', cell: (row) => costText(row), end: true },
  { title: 'Units', cell: ({ quantity }) => <Quantity of={quantity} />, end: true },
]

type State = 'open' | 'destroyed' | 'cancelled' | 'reversed' | undefined
type DisposalListProps = Readonly<{ state: State; onState: (state: State) => void }>

export function DisposalListPage({ state, onState }: DisposalListProps) {
  const pages = usePages(['disposals', state], (cursor) =>
    answerOf(api.GET('/v1/disposals', { params: { query: given({ state, cursor }) } })),
  )
  return (
    <Page
      title="Disposals"
      about="What is destroyed, before whom, and the paper that proves it"
      actions={
        <May to="dispose">
          <LinkButton to="/disposals/new" leftSection={<IconPlus size={15} />}>
            Dispose of goods
          </LinkButton>
        </May>
      }
    >
      <StateFilter
        states={{ open: 'To do', destroyed: 'Destroyed', cancelled: 'Cancelled', reversed: 'Reversed' }}
        value={state}
        onChange={onState}
      />
      <Section title="Newest first" flush>
        <Listing
          label="Disposals"
          pages={pages}
          columns={columns}
          keyOf={({ id }) => id}
          empty={
            <Empty title="Nothing was destroyed">
              What is expired or broken is written here, signed for by a witness, and then leaves the stock for good.
            </Empty>
          }
        />
      </Section>
    </Page>
  )
}
