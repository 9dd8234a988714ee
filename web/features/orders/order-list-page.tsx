import { Group, SegmentedControl, Stack, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { answerOf, api, given } from '../../api/client.ts'
import type { OrderSummary } from '../../api/types.ts'
import { DateText, InstantText } from '../../shared/date-text.tsx'
import { LinkButton } from '../../shared/link-button.tsx'
import { type Column, Listing, RowLink } from '../../shared/listing.tsx'
import { May } from '../../shared/may.tsx'
import { OrderStateSign } from '../../shared/order-state.tsx'
import { Page, Section } from '../../shared/page.tsx'
import { Quantity, quantityText } from '../../shared/quantity.tsx'
import { Empty } from '../../shared/states.tsx'
import { usePages } from '../../shared/use-pages.ts'
import { LostSign } from './lost-batches.tsx'
import { type OrderFilter, readOrderFilter } from './order-filter.ts'

const columns: readonly Column<OrderSummary>[] = [
  { title: 'Order', cell: ({ id, number }) => <RowLink to={`/orders/${id}`}>{number}</RowLink> },
  {
    title: 'Customer',
    cell: ({ customerId, customerName }) =>
      customerId ? <RowLink to={`/partners/customers/${customerId}`}>{customerName}</RowLink> : '–',
  },
  { title: 'Channel', cell: ({ channel }) => channel, deskOnly: true },
  { title: 'Ordered', cell: ({ orderedAt }) => <InstantText at={orderedAt} />, deskOnly: true },
  { title: 'Deliver on', cell: ({ deliverOn }) => <DateText day={deliverOn} none="–" />, deskOnly: true },
  {
    title: 'State',
    cell: (order) => (
      <Stack gap={0} align="flex-start">
        <OrderStateSign state={order.state} />
        <LostSign order={order} />
      </Stack>
    ),
  },
  { title: 'Units', cell: ({ quantity }) => <Quantity of={quantity} />, end: true },
  { title: 'Shipped', cell: ({ shipped }) => <Quantity of={shipped} dimZero />, end: true, deskOnly: true },
  {
    title: 'Short',
    cell: ({ backOrdered }) => (backOrdered === 0 ? '–' : <b>{quantityText(backOrdered)}</b>),
    end: true,
  },
]

type OrderListProps = Readonly<{ filter: OrderFilter; onFilter: (filter: OrderFilter) => void }>

export function OrderListPage({ filter, onFilter }: OrderListProps) {
  const pages = usePages(['orders', filter], (cursor) =>
    answerOf(api.GET('/v1/orders', { params: { query: { ...filter, ...given({ cursor }) } } })),
  )
  const enter = (
    <May to="order">
      <LinkButton to="/orders/new" leftSection={<IconPlus size={15} />}>
        Enter an order
      </LinkButton>
    </May>
  )
  return (
    <Page
      title="Orders"
      about={filter.customer ? `Of customer ${filter.customer}` : 'Batches are reserved as soon as an order is in'}
      actions={enter}
    >
      <Filters filter={filter} onFilter={onFilter} />
      <Section title="Newest first" flush>
        <Listing
          label="Orders"
          pages={pages}
          columns={columns}
          keyOf={({ id }) => id}
          empty={
            Object.keys(filter).length > 0 ? (
              <Empty title="No order fits this filter" />
            ) : (
              <Empty title="No orders yet" action={enter}>
                Enter one here, or send them over the API.
              </Empty>
            )
          }
        />
      </Section>
    </Page>
  )
}

function Filters({ filter, onFilter }: OrderListProps) {
  const [typed, setTyped] = useState(filter.text ?? '')
  const ask = useDebouncedCallback((text: string) => onFilter({ ...filter, text }), 180)
  return (
    <Group mb="sm" gap="sm">
      <SegmentedControl
        aria-label="State"
        data={[
          { value: 'all', label: 'All' },
          { value: 'waiting', label: 'Waiting' },
          { value: 'open', label: 'Ready' },
          { value: 'shipped', label: 'Shipped' },
          { value: 'cancelled', label: 'Cancelled' },
        ]}
        value={filter.state ?? 'all'}
        onChange={(state) => onFilter(readOrderFilter({ ...filter, state: state === 'all' ? undefined : state }))}
      />
      <TextInput
        aria-label="Filter orders"
        placeholder="Number or customer"
        leftSection={<IconSearch size={15} />}
        flex="1 1 180px"
        maw={320}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          ask(event.currentTarget.value.trim())
        }}
      />
    </Group>
  )
}
