import { IconPlus } from '@tabler/icons-react'
import { answerOf, api, given } from '../../api/client.ts'
import type { ReturnSummary } from '../../api/types.ts'
import { InstantText } from '../../shared/date-text.tsx'
import { LinkButton } from '../../shared/link-button.tsx'
import { type Column, Listing, RowLink } from '../../shared/listing.tsx'
import { May } from '../../shared/may.tsx'
import { Page, Section } from '../../shared/page.tsx'
import { Quantity } from '../../shared/quantity.tsx'
import { StateFilter } from '../../shared/state-filter.tsx'
import { Empty } from '../../shared/states.tsx'
import { usePages } from '../../shared/use-pages.ts'
import { ReturnStateSign } from './return-state.tsx'
import { kindWords } from './return-words.ts'

const columns: readonly Column<ReturnSummary>[] = [
  { title: 'Return', cell: ({ id, number }) => <RowLink to={`/returns/${id}`}>{number}</RowLink> },
  { title: 'Kind', cell: ({ kind }) => kindWords[kind], deskOnly: true },
  { title: 'Customer', cell: ({ customerName }) => customerName ?? '–' },
  { title: 'Order', cell: ({ orderNumber }) => orderNumber ?? '–' },
  { title: 'Announced', cell: ({ announcedAt }) => <InstantText at={announcedAt} /> },
  { title: 'State', cell: (row) => <ReturnStateSign of={row} /> },
  { title: 'Note', cell: ({ note }) => note ?? '–', deskOnly: true },
  { title: 'Units', cell: ({ quantity }) => <Quantity of={quantity} />, end: true },
]

type State = 'open' | 'to_inspect' | 'closed' | undefined
type ReturnListProps = Readonly<{ state: State; onState: (state: State) => void }>

export function ReturnListPage({ state, onState }: ReturnListProps) {
  const pages = usePages(['returns', state], (cursor) =>
    answerOf(api.GET('/v1/returns', { params: { query: given({ state, cursor }) } })),
  )
  return (
    <Page
      title="Returns"
      about="Announced, and taken in when the goods are here"
      actions={
        <May to="return">
          <LinkButton to="/returns/new" variant="default" leftSection={<IconPlus size={15} />}>
            Enter a return
          </LinkButton>
          <LinkButton to="/returns/arrived">Take in unannounced</LinkButton>
        </May>
      }
    >
      <StateFilter
        states={{ to_inspect: 'To look at', open: 'To come', closed: 'All here' }}
        value={state}
        onChange={onState}
      />
      <Section title="Newest first" flush>
        <Listing
          label="Returns"
          pages={pages}
          columns={columns}
          keyOf={({ id }) => id}
          empty={
            <Empty title="No returns">They come from the shop, over the API or an import, or are entered here.</Empty>
          }
        />
      </Section>
    </Page>
  )
}
