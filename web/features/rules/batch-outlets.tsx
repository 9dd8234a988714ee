/**
 * web/features/rules/batch-outlets.tsx — who may still have a batch, until which day it has to leave for them, and why others
 * may not; what runs out first stands on top.
 */
import { Button, Center } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { daysLeft } from '#domain/shelf-life.ts'
import { answerOf, api } from '../../api/client.ts'
import type { BatchOutlets } from '../../api/types.ts'
import { countryName } from '../../shared/country-select.tsx'
import { DateText } from '../../shared/date-text.tsx'
import { DaysLeft } from '../../shared/days-left.tsx'
import { type Column, RowLink, Rows } from '../../shared/listing.tsx'
import { Section } from '../../shared/page.tsx'
import { Quantity } from '../../shared/quantity.tsx'
import { Unanswered } from '../../shared/states.tsx'
import { useToday } from '../../shared/use-warehouses.ts'
import { type OutletRow, outletRows } from './outlet-rows.ts'

type Destination = BatchOutlets['destinations'][number]
type OrderLine = BatchOutlets['orders'][number]

export function BatchOutletsShown({ id, code }: Readonly<{ id: string; code: string }>) {
  const outlets = useQuery({
    queryKey: ['batch', id, 'outlets'],
    queryFn: () => answerOf(api.GET('/v1/batches/{id}/outlets', { params: { path: { id } } })),
  })
  if (!outlets.data) return <Unanswered of={outlets} rows={3} />
  const destinations = outletRows(outlets.data.destinations, code)
  const orders = outletRows(outlets.data.orders, code)
  if (destinations.length + orders.length === 0) return null
  return (
    <Section title="Who may still have it" flush>
      <Folded
        label="Destinations"
        rows={destinations}
        columns={destinationColumns}
        keyOf={({ about: { channel, market, customerId, serviceCode }, warehouses }) =>
          JSON.stringify([channel, market, customerId, serviceCode, warehouses])
        }
      />
      <Folded
        label="Open orders"
        rows={orders}
        columns={orderColumns}
        keyOf={({ about: { lineId }, warehouses }) => JSON.stringify([lineId, warehouses])}
      />
    </Section>
  )
}

const ends: readonly Column<OutletRow<unknown>>[] = [
  { title: 'From', cell: ({ warehouses }) => warehouses.join(', ') },
  { title: 'Has to leave by', cell: (row) => <ShipDay row={row} /> },
]
const destinationColumns: readonly Column<OutletRow<Destination>>[] = [
  { title: 'Destination', cell: ({ about }) => <DestinationName of={about} /> },
  { title: 'Service', cell: ({ about: { serviceCode } }) => serviceCode ?? 'standard', deskOnly: true },
  ...ends,
]
const orderColumns: readonly Column<OutletRow<OrderLine>>[] = [
  { title: 'Open order', cell: ({ about }) => <OrderName of={about} /> },
  { title: 'Promised', cell: ({ about: { promised } }) => <Quantity of={promised} dimZero />, end: true },
  { title: 'Waiting', cell: ({ about: { waiting } }) => <Quantity of={waiting} dimZero />, end: true },
  ...ends,
]

function DestinationName({ of: { channel, market, customerId, customerName } }: { of: Destination }) {
  const to = market === null ? '' : ` to ${market === 'EU' ? 'the European Union' : countryName(market)}`
  return (
    <>
      {customerId === null ? null : (
        <>
          <RowLink to={`/partners/customers/${customerId}`}>{customerName}</RowLink>
          {' · '}
        </>
      )}
      {channel ?? 'any channel'}
      {to}
    </>
  )
}

function OrderName({ of: { orderId, orderNumber, customerName, channel } }: { of: OrderLine }) {
  return (
    <>
      <RowLink to={`/orders/${orderId}`}>{orderNumber}</RowLink>
      {` · ${customerName ?? channel ?? 'no customer'}`}
    </>
  )
}

function ShipDay({ row: { may, says, lastShipDay, warehouses } }: { row: OutletRow<unknown> }) {
  const today = useToday(warehouses[0] ?? null)
  if (!may) return says
  if (lastShipDay === null) return <DateText day={null} none="any day" />
  return (
    <>
      <DateText day={lastShipDay} /> <DaysLeft daysLeft={daysLeft(lastShipDay, today)} />
    </>
  )
}

/** A batch may go to many; what stands below should be reached all the same. */
const shownFirst = 8

type FoldedProps<Row> = Readonly<{
  label: string
  rows: readonly Row[]
  columns: readonly Column<Row>[]
  keyOf: (row: Row) => string
}>

function Folded<Row>({ rows, label, ...list }: FoldedProps<Row>) {
  const [opened, { open }] = useDisclosure(false)
  if (rows.length === 0) return null
  const folded = !opened && rows.length > shownFirst
  return (
    <>
      <Rows label={label} rows={folded ? rows.slice(0, shownFirst) : rows} {...list} />
      {folded ? (
        <Center p="sm">
          <Button variant="default" size="xs" onClick={open} aria-label={`Show all: ${label}`}>
            Show all {rows.length}
          </Button>
        </Center>
      ) : null}
    </>
  )
}
