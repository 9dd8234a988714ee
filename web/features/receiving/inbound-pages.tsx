import { IconPackageImport, IconPlus } from '@tabler/icons-react'
import { answerOf, api, given } from '../../api/client.ts'
import type { InboundSummary } from '../../api/types.ts'
import { DateText } from '../../shared/date-text.tsx'
import { LinkButton } from '../../shared/link-button.tsx'
import { type Column, Listing, RowLink } from '../../shared/listing.tsx'
import { May } from '../../shared/may.tsx'
import { Page, Section } from '../../shared/page.tsx'
import { quantityText } from '../../shared/quantity.tsx'
import { Sign } from '../../shared/sign.tsx'
import { StateFilter } from '../../shared/state-filter.tsx'
import { Empty } from '../../shared/states.tsx'
import { usePages } from '../../shared/use-pages.ts'

export const inboundKinds = {
  purchase_order: 'Purchase order',
  asn: 'Shipping notice (ASN)',
  receiving_order: 'Receiving order',
} as const

const columns: readonly Column<InboundSummary>[] = [
  { title: 'Number', cell: ({ id, number }) => <RowLink to={`/inbounds/${id}`}>{number}</RowLink> },
  { title: 'Kind', cell: ({ kind }) => inboundKinds[kind], deskOnly: true },
  { title: 'Supplier', cell: ({ supplierName }) => supplierName ?? '–' },
  { title: 'Warehouse', cell: ({ warehouseCode }) => warehouseCode },
  { title: 'Expected', cell: ({ expectedOn }) => <DateText day={expectedOn} none="–" /> },
  {
    title: 'State',
    cell: ({ closedAt }) => (closedAt ? <Sign tone="quiet">closed</Sign> : <Sign tone="active">open</Sign>),
  },
  {
    title: 'Received',
    cell: ({ received, announced }) => `${quantityText(received)} of ${quantityText(announced)}`,
    end: true,
  },
]

type State = 'open' | 'closed' | undefined
type InboundListProps = Readonly<{ state: State; onState: (state: State) => void }>

const Announce = () => (
  <May to="receive">
    <LinkButton to="/inbounds/new" variant="default" leftSection={<IconPlus size={15} />}>
      Announce
    </LinkButton>
  </May>
)

export function InboundListPage({ state, onState }: InboundListProps) {
  const pages = usePages(['inbounds', state], (cursor) =>
    answerOf(api.GET('/v1/inbounds', { params: { query: given({ state, cursor }) } })),
  )
  return (
    <Page
      title="Inbound"
      about="What is on its way here, and what came"
      actions={
        <>
          <Announce />
          <May to="receive">
            <LinkButton to="/receive" leftSection={<IconPackageImport size={15} />}>
              Receive
            </LinkButton>
          </May>
        </>
      }
    >
      <StateFilter states={{ open: 'Open', closed: 'Closed' }} value={state} onChange={onState} />
      <Section title="Announced shipments" flush>
        <Listing
          label="Announced shipments"
          pages={pages}
          columns={columns}
          keyOf={({ id }) => id}
          empty={
            <Empty title="Nothing is announced" action={<Announce />}>
              Announce a purchase order or a supplier's shipping notice; receiving it then shows what differs.
            </Empty>
          }
        />
      </Section>
    </Page>
  )
}
