import { answerOf, api, given } from '../../api/client.ts'
import type { OrderSummary } from '../../api/types.ts'
import { DateText, InstantText } from '../../shared/date-text.tsx'
import { type Column, Listing, RowLink } from '../../shared/listing.tsx'
import { OrderStateSign } from '../../shared/order-state.tsx'
import { Page, Section } from '../../shared/page.tsx'
import { Quantity } from '../../shared/quantity.tsx'
import { Empty } from '../../shared/states.tsx'
import { usePages } from '../../shared/use-pages.ts'

const columns: readonly Column<OrderSummary>[] = [
  { title: 'Order', cell: ({ id, number }) => <RowLink to={`/ship/${id}`}>{number}</RowLink> },
  { title: 'Customer', cell: ({ customerName }) => customerName ?? '–' },
  { title: 'Channel', cell: ({ channel }) => channel, deskOnly: true },
  { title: 'Ordered', cell: ({ orderedAt }) => <InstantText at={orderedAt} /> },
  { title: 'Deliver on', cell: ({ deliverOn }) => <DateText day={deliverOn} none="–" />, deskOnly: true },
  { title: 'State', cell: ({ state }) => <OrderStateSign state={state} /> },
  { title: 'To ship', cell: ({ allocated }) => <Quantity of={allocated} />, end: true },
]

/** Orders whose batches are all reserved, and below them those of which a part could go. */
export function ShipListPage() {
  const ready = usePages(['orders', 'ship', 'open'], (cursor) =>
    answerOf(api.GET('/v1/orders', { params: { query: { state: 'open', ...given({ cursor }) } } })),
  )
  const partly = usePages(['orders', 'ship', 'waiting'], (cursor) =>
    answerOf(api.GET('/v1/orders', { params: { query: { state: 'waiting', ...given({ cursor }) } } })),
  )
  const some = { ...partly, rows: partly.rows?.filter(({ allocated }) => allocated > 0) ?? null }
  return (
    <Page title="Ship" about="Take what was reserved; each parcel knows its batches">
      <Section title="Ready" flush>
        <Listing
          label="Orders ready to ship"
          pages={ready}
          columns={columns}
          keyOf={({ id }) => id}
          empty={<Empty title="Nothing is ready to ship">Orders come here when all of their lines have batches.</Empty>}
        />
      </Section>
      <Section title="A part could go" flush>
        <Listing
          label="Orders of which a part could be shipped"
          pages={some}
          columns={columns}
          keyOf={({ id }) => id}
          empty={<Empty title="No order waits with a part reserved" />}
        />
      </Section>
    </Page>
  )
}
