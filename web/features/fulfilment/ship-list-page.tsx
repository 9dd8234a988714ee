import { Group, SegmentedControl, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconClockPause, IconSearch, IconTruckDelivery } from '@tabler/icons-react'
import { useState } from 'react'
import { answerOf, api, given } from '../../api/client.ts'
import type { QueuedOrder } from '../../api/types.ts'
import { DateText } from '../../shared/date-text.tsx'
import { type Column, Listing, RowLink } from '../../shared/listing.tsx'
import { Page, Section } from '../../shared/page.tsx'
import { Quantity, quantityText } from '../../shared/quantity.tsx'
import { Sign } from '../../shared/sign.tsx'
import { Empty } from '../../shared/states.tsx'
import { usePages } from '../../shared/use-pages.ts'
import { useToday } from '../../shared/use-warehouses.ts'
import { WarehouseSelect } from '../../shared/warehouse-select.tsx'
import { readShipFilter, type ShipFilter } from './ship-filter.ts'

const columns: readonly Column<QueuedOrder>[] = [
  { title: 'Order', cell: ({ orderId, number }) => <RowLink to={`/ship/${orderId}`}>{number}</RowLink> },
  { title: 'Customer', cell: ({ customerName }) => customerName ?? '–' },
  { title: 'Due', cell: (row) => <Due of={row} /> },
  { title: 'Priority', cell: ({ priority }) => (priority === 0 ? '–' : <b>{priority}</b>), deskOnly: true },
  { title: 'Channel', cell: ({ channel }) => channel, deskOnly: true },
  { title: 'From', cell: ({ warehouses }) => warehouses.join(', ') },
  {
    title: 'State',
    cell: ({ waiting }) =>
      waiting === 0 ? (
        <Sign tone="active" icon={<IconTruckDelivery />}>
          complete
        </Sign>
      ) : (
        <Sign tone="soon" icon={<IconClockPause />}>
          {`${quantityText(waiting)} still ${waiting === 1 ? 'waits' : 'wait'}`}
        </Sign>
      ),
  },
  { title: 'To ship', cell: ({ reserved }) => <Quantity of={reserved} />, end: true },
]

/** One without a day of delivery is due since it was ordered. */
function Due({ of: { deliverOn, dueOn } }: { of: QueuedOrder }) {
  const isLate = dueOn < useToday()
  if (deliverOn === null)
    return (
      <span>
        since <DateText day={dueOn} />
      </span>
    )
  return isLate ? (
    <Sign tone="bad">
      <DateText day={deliverOn} />, late
    </Sign>
  ) : (
    <DateText day={deliverOn} />
  )
}

type ShipListProps = Readonly<{ filter: ShipFilter; onFilter: (filter: ShipFilter) => void }>

/** What can leave, the first due first. */
export function ShipListPage({ filter, onFilter }: ShipListProps) {
  const pages = usePages(['pick-lists', filter], (cursor) =>
    answerOf(api.GET('/v1/pick-lists', { params: { query: { ...filter, ...given({ cursor }) } } })),
  )
  return (
    <Page title="Ship" about="Take what was reserved; each parcel knows its batches">
      <Filters filter={filter} onFilter={onFilter} />
      <Section title="First due first" flush>
        <Listing
          label="Orders to ship"
          pages={pages}
          columns={columns}
          keyOf={({ orderId }) => orderId}
          empty={
            Object.keys(filter).length > 0 ? (
              <Empty title="No order to ship fits this filter" />
            ) : (
              <Empty title="Nothing is to be shipped">Orders come here as soon as batches are reserved for them.</Empty>
            )
          }
        />
      </Section>
    </Page>
  )
}

function Filters({ filter, onFilter }: ShipListProps) {
  const [typed, setTyped] = useState(filter.text ?? '')
  const ask = useDebouncedCallback((text: string) => onFilter(readShipFilter({ ...filter, text })), 180)
  return (
    <Group mb="sm" gap="sm">
      <SegmentedControl
        aria-label="How much of it"
        data={[
          { value: 'all', label: 'All' },
          { value: 'complete', label: 'Complete' },
          { value: 'part', label: 'A part' },
        ]}
        value={filter.state ?? 'all'}
        onChange={(state) => onFilter(readShipFilter({ ...filter, state }))}
      />
      <WarehouseSelect
        label={undefined}
        aria-label="Warehouse"
        placeholder="Any warehouse"
        w={200}
        clearable
        clearButtonProps={{ 'aria-label': 'Any warehouse' }}
        value={filter.warehouse ?? null}
        onChange={(warehouse) => onFilter(readShipFilter({ ...filter, warehouse }))}
      />
      <TextInput
        aria-label="Filter orders"
        placeholder="Number or customer"
        leftSection={<IconSearch size={15} />}
        flex="1 1 180px"
        maw={320}
        value={typed}
        onChange={({ currentTarget: { value } }) => {
          setTyped(value)
          ask(value.trim())
        }}
      />
    </Group>
  )
}
