import { SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api, given } from '../../api/client.ts'
import type { Return, ReturnSummary } from '../../api/types.ts'
import { InstantText } from '../../shared/date-text.tsx'
import { type Column, Listing, RowLink, Rows } from '../../shared/listing.tsx'
import { Facts, Page, Section } from '../../shared/page.tsx'
import { Quantity } from '../../shared/quantity.tsx'
import { Sign } from '../../shared/sign.tsx'
import { Empty, Loaded } from '../../shared/states.tsx'
import { usePages } from '../../shared/use-pages.ts'

const stateOf = ({ closedAt }: Pick<ReturnSummary, 'closedAt'>) =>
  closedAt ? <Sign tone="quiet">dealt with</Sign> : <Sign tone="soon">to deal with</Sign>

const columns: readonly Column<ReturnSummary>[] = [
  { title: 'Return', cell: ({ id, number }) => <RowLink to={`/returns/${id}`}>{number}</RowLink> },
  { title: 'Customer', cell: ({ customerName }) => customerName ?? '–' },
  { title: 'Order', cell: ({ orderNumber }) => orderNumber ?? '–' },
  { title: 'Announced', cell: ({ announcedAt }) => <InstantText at={announcedAt} /> },
  { title: 'State', cell: stateOf },
  { title: 'Note', cell: ({ note }) => note ?? '–', deskOnly: true },
  { title: 'Units', cell: ({ quantity }) => <Quantity of={quantity} />, end: true },
]

type State = 'open' | 'closed' | undefined
type ReturnListProps = Readonly<{ state: State; onState: (state: State) => void }>

export function ReturnListPage({ state, onState }: ReturnListProps) {
  const pages = usePages(['returns', state], (cursor) =>
    answerOf(api.GET('/v1/returns', { params: { query: given({ state, cursor }) } })),
  )
  return (
    <Page title="Returns" about="Announced, and to be dealt with when the goods are here">
      <SegmentedControl
        mb="sm"
        aria-label="State"
        data={[
          { value: 'open', label: 'To deal with' },
          { value: 'closed', label: 'Dealt with' },
          { value: 'all', label: 'All' },
        ]}
        value={state ?? 'all'}
        onChange={(next) => onState(next === 'all' ? undefined : (next as State))}
      />
      <Section title="Newest first" flush>
        <Listing
          label="Returns"
          pages={pages}
          columns={columns}
          keyOf={({ id }) => id}
          empty={<Empty title="No returns">Returns are announced by the shop, over the API or an import.</Empty>}
        />
      </Section>
    </Page>
  )
}

export function ReturnPage({ returnRef }: { returnRef: string }) {
  const found = useQuery({
    queryKey: ['return', returnRef],
    queryFn: () => answerOf(api.GET('/v1/returns/{ref}', { params: { path: { ref: returnRef } } })),
  })
  return (
    <Page
      title={found.data ? `Return ${found.data.number}` : 'Return'}
      about={found.data ? stateOf(found.data) : null}
      back={{ to: '/returns', label: 'Returns' }}
    >
      <Loaded of={found}>{(got) => <ReturnShown found={got} />}</Loaded>
    </Page>
  )
}

function ReturnShown({ found }: { found: Return }) {
  return (
    <>
      <Section title="Return">
        <Facts
          of={{
            Customer: found.customerId ? (
              <RowLink to={`/partners/customers/${found.customerId}`}>{found.customerName}</RowLink>
            ) : (
              '–'
            ),
            Order: found.orderNumber ? <RowLink to={`/orders/${found.orderNumber}`}>{found.orderNumber}</RowLink> : '–',
            Announced: <InstantText at={found.announcedAt} />,
            Note: found.note ?? '–',
          }}
        />
      </Section>
      <Section title="What comes back" flush>
        <Rows
          label="Lines"
          rows={found.lines}
          keyOf={({ lineNo }) => String(lineNo)}
          columns={[
            { title: 'Product', cell: ({ productId, sku }) => <RowLink to={`/products/${productId}`}>{sku}</RowLink> },
            { title: 'Name', cell: ({ productName }) => productName },
            { title: 'Quantity', cell: ({ quantity }) => <Quantity of={quantity} />, end: true },
          ]}
        />
      </Section>
    </>
  )
}
