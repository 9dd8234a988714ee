import { answerOf, api, given } from '../../api/client.ts'
import type { OrderSummary } from '../../api/types.ts'
import { InstantText } from '../../shared/date-text.tsx'
import { type Column, Listing, RowLink } from '../../shared/listing.tsx'
import { OrderStateSign } from '../../shared/order-state.tsx'
import { Section } from '../../shared/page.tsx'
import { Quantity } from '../../shared/quantity.tsx'
import { Empty } from '../../shared/states.tsx'
import { usePages } from '../../shared/use-pages.ts'

const columns: readonly Column<OrderSummary>[] = [
  { title: 'Order', cell: ({ id, number }) => <RowLink to={`/orders/${id}`}>{number}</RowLink> },
  { title: 'Customer', cell: ({ customerName }) => customerName ?? '–' },
  { title: 'Ordered', cell: ({ orderedAt }) => <InstantText at={orderedAt} />, deskOnly: true },
  { title: 'State', cell: ({ state }) => <OrderStateSign state={state} /> },
  { title: 'Units', cell: ({ quantity }) => <Quantity of={quantity} />, end: true },
]

/** The orders of a customer or those that ask for a product, newest first. */
export function OrdersOf({ of }: { of: Readonly<{ customer: string } | { product: string }> }) {
  const pages = usePages(['orders', 'of', of], (cursor) =>
    answerOf(api.GET('/v1/orders', { params: { query: { ...of, limit: 15, ...given({ cursor }) } } })),
  )
  return (
    <Section title="Orders" flush>
      <Listing
        label="Orders"
        pages={pages}
        columns={columns}
        keyOf={({ id }) => id}
        empty={<Empty title="No order yet" />}
      />
    </Section>
  )
}
