/**
 * web/features/trace/trace-sections.tsx — where every unit of a batch is, where it came from and who got it.
 */
import { Button, Center, SegmentedControl, Skeleton } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import type { BatchTrace, Consignment } from '../../api/types.ts'
import { InstantText } from '../../shared/date-text.tsx'
import { HoldBadge } from '../../shared/hold-badge.tsx'
import { type Column, RowLink, Rows } from '../../shared/listing.tsx'
import { Section } from '../../shared/page.tsx'
import { Quantity, quantityText } from '../../shared/quantity.tsx'
import { Empty } from '../../shared/states.tsx'

type Here = BatchTrace['here'][number]

const TraceGraph = lazy(() => import('./trace-graph.tsx').then((module) => ({ default: module.TraceGraph })))

export function WhereItIs({ trace, actions }: { trace: BatchTrace; actions: (here: Here) => ReactNode }) {
  const columns: readonly Column<Here>[] = [
    { title: 'Place', cell: ({ warehouseCode, placeCode }) => [warehouseCode, placeCode].filter(Boolean).join(' · ') },
    { title: 'Kind', cell: ({ placeKind }) => placeKind.replaceAll('_', ' '), deskOnly: true },
    {
      title: 'Held',
      cell: ({ holds }) =>
        holds.length === 0 ? '–' : holds.map((number) => <HoldBadge key={number} number={number} />),
    },
    { title: 'On hand', cell: ({ onHand }) => <Quantity of={onHand} />, end: true },
    { title: 'Reserved', cell: ({ reserved }) => <Quantity of={reserved} dimZero />, end: true },
    { title: 'Available', cell: ({ available }) => <Quantity of={available} dimZero />, end: true },
    { title: 'Change', cell: actions, end: true },
  ]
  return (
    <Section title="Where it is now" flush>
      {trace.here.length === 0 ? (
        <Empty title="Nothing is left here">Everything has gone; below is where to.</Empty>
      ) : (
        <Rows label="Where it is now" rows={trace.here} columns={columns} keyOf={({ placeId }) => placeId} />
      )}
    </Section>
  )
}

const receiptColumns: readonly Column<BatchTrace['receipts'][number]>[] = [
  { title: 'Receipt', cell: ({ receiptId, number }) => <RowLink to={`/receipts/${receiptId}`}>{number}</RowLink> },
  { title: 'Received', cell: ({ receivedAt }) => <InstantText at={receivedAt} /> },
  {
    title: 'Supplier',
    cell: ({ supplierId, supplierName }) =>
      supplierId ? <RowLink to={`/partners/suppliers/${supplierId}`}>{supplierName}</RowLink> : '–',
  },
  { title: "Supplier's lot", cell: ({ supplierLot }) => supplierLot ?? '–' },
  { title: 'Quantity', cell: ({ quantity }) => <Quantity of={quantity} />, end: true },
]

const reservedColumns: readonly Column<BatchTrace['reserved'][number]>[] = [
  { title: 'Order', cell: ({ orderId, orderNumber }) => <RowLink to={`/orders/${orderId}`}>{orderNumber}</RowLink> },
  { title: 'Customer', cell: ({ customerName }) => customerName ?? '–' },
  { title: 'Reserved', cell: ({ quantity }) => <Quantity of={quantity} />, end: true },
]

export function WhereItCameFrom({ trace: { receipts, reserved } }: { trace: BatchTrace }) {
  return (
    <>
      <Section title="Where it came from" flush>
        {receipts.length === 0 ? (
          <Empty title="Not received here">It was found, or made here.</Empty>
        ) : (
          <Rows label="Receipts" rows={receipts} columns={receiptColumns} keyOf={({ receiptId }) => receiptId} />
        )}
      </Section>
      {reserved.length > 0 ? (
        <Section title="Promised to orders" flush>
          <Rows label="Reserved" rows={reserved} columns={reservedColumns} keyOf={({ orderId }) => orderId} />
        </Section>
      ) : null}
    </>
  )
}

const consignmentColumns: readonly Column<Consignment>[] = [
  {
    title: 'Customer',
    cell: ({ customerId, customerName }) =>
      customerId ? <RowLink to={`/partners/customers/${customerId}`}>{customerName}</RowLink> : 'not named',
  },
  { title: 'Order', cell: ({ orderId, orderNumber }) => <RowLink to={`/orders/${orderId}`}>{orderNumber}</RowLink> },
  {
    title: 'Shipment',
    cell: ({ shipmentId, shipmentNumber }) => <RowLink to={`/shipments/${shipmentId}`}>{shipmentNumber}</RowLink>,
  },
  { title: 'Shipped', cell: ({ shippedAt }) => <InstantText at={shippedAt} /> },
  { title: 'Quantity', cell: ({ quantity }) => <Quantity of={quantity} />, end: true },
]

type WhoGotItProps = Readonly<{
  trace: BatchTrace
  consignments: readonly Consignment[]
  csv: string
  more: (() => void) | null
  reading: boolean
}>

export function WhoGotIt({ trace, consignments, csv, more, reading }: WhoGotItProps) {
  const [view, setView] = useState('table')
  const counts = `${quantityText(trace.shipped)} units, ${quantityText(trace.orders)} orders, ${quantityText(trace.customers)} customers`
  const download = (
    <Button component="a" href={csv} download size="xs" variant="default" leftSection={<IconDownload size={14} />}>
      CSV
    </Button>
  )
  return (
    <Section
      title={trace.shipped > 0 ? `Who got it: ${counts}` : 'Who got it'}
      flush
      aside={
        <>
          <SegmentedControl
            size="xs"
            aria-label="Show as"
            data={[
              { value: 'table', label: 'Table' },
              { value: 'graph', label: 'Graph' },
            ]}
            value={view}
            onChange={setView}
          />
          {download}
        </>
      }
    >
      {view === 'graph' ? (
        <Suspense fallback={<Skeleton h={420} />}>
          <TraceGraph trace={trace} consignments={consignments} />
        </Suspense>
      ) : (
        <Consignments consignments={consignments} more={more} reading={reading} />
      )}
    </Section>
  )
}

type ConsignmentsProps = Pick<WhoGotItProps, 'consignments' | 'more' | 'reading'>

function Consignments({ consignments, more, reading }: ConsignmentsProps) {
  if (consignments.length === 0) return <Empty title="Nobody yet">Nothing of this batch has been shipped.</Empty>
  return (
    <>
      <Rows
        label="Who got it"
        rows={consignments}
        columns={consignmentColumns}
        keyOf={({ shipmentId, orderLineId, batchId }) => `${shipmentId} ${orderLineId} ${batchId}`}
      />
      {more ? (
        <Center p="sm">
          <Button variant="default" size="xs" onClick={more} loading={reading}>
            Show more
          </Button>
        </Center>
      ) : null}
    </>
  )
}
