/**
 * web/features/trace/who-got-it.tsx — who got a batch, or any batch of a lot: as a table, as a graph, as a spreadsheet.
 */
import { Anchor, SegmentedControl, Skeleton, Text } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import type { BatchTrace, Consignment } from '../../api/types.ts'
import { BatchLink } from '../../shared/batch-link.tsx'
import { InstantText } from '../../shared/date-text.tsx'
import { FoldedRows } from '../../shared/folded-rows.tsx'
import { type Column, RowLink } from '../../shared/listing.tsx'
import { Lines, Section } from '../../shared/page.tsx'
import { countOf, Quantity, quantityText } from '../../shared/quantity.tsx'
import { SheetButton } from '../../shared/sheet-button.tsx'
import { Empty } from '../../shared/states.tsx'
import type { Picture } from './graph-stops.ts'
import { SoldOn } from './sold-on.tsx'

const TraceGraph = lazy(() => import('./trace-graph.tsx').then((module) => ({ default: module.TraceGraph })))

const columns: readonly Column<Consignment>[] = [
  {
    title: 'Customer',
    cell: ({ customerId, customerName }) =>
      customerId ? <RowLink to={`/partners/customers/${customerId}`}>{customerName}</RowLink> : 'not named',
  },
  { title: 'Contact', cell: Contact },
  { title: 'Order', cell: ({ orderId, orderNumber }) => <RowLink to={`/orders/${orderId}`}>{orderNumber}</RowLink> },
  {
    title: 'Shipment',
    cell: ({ shipmentId, shipmentNumber }) => <RowLink to={`/shipments/${shipmentId}`}>{shipmentNumber}</RowLink>,
  },
  { title: 'Shipped', cell: ({ shippedAt }) => <InstantText at={shippedAt} /> },
  { title: 'Quantity', cell: ({ quantity }) => <Quantity of={quantity} />, end: true },
  { title: 'Returned', cell: ({ returned }) => <Quantity of={returned} dimZero />, end: true },
  { title: 'Kept', cell: ({ kept }) => <Quantity of={kept} dimZero />, end: true },
]
const batchColumn: Column<Consignment> = {
  title: 'Batch',
  cell: ({ batchId, batchCode }) => <BatchLink id={batchId} code={batchCode} />,
}

/** How they can be reached: by e-mail, or where it was sent. */
function Contact({ customerEmail, shipTo }: Consignment) {
  if (!customerEmail) return <Lines of={shipTo} />
  return (
    <Anchor href={`mailto:${customerEmail}`} c="inherit" underline="always">
      {customerEmail}
    </Anchor>
  )
}

type Totals = Pick<
  BatchTrace,
  'shipped' | 'returned' | 'kept' | 'returnedByUnknown' | 'unlabelled' | 'orders' | 'customers' | 'soldOn'
>
type WhoGotItProps = Readonly<{
  totals: Totals
  consignments: readonly Consignment[]
  /** The address of the complete list, up to the ending of the file. */
  sheet: (ending: 'csv' | 'xlsx') => string
  /** Reads more of them; null at the end. */
  more: (() => void) | null
  reading: boolean
  /** Null until it is known who got it; absent where none is drawn. */
  picture?: ((customersMax: number) => Picture) | null
  ofLot?: boolean
  /** Also what was made of the batch is told: each row says of which it is. */
  ofFamily?: boolean
}>

/** A workbook has an end (server/platform/xlsx.ts), and each order is a row at least. */
const workbookOrdersMax = 50_000

export function WhoGotIt({ totals, picture, sheet, ofLot = false, ofFamily = false, ...list }: WhoGotItProps) {
  const [view, setView] = useState('table')
  return (
    <>
      <Section
        title={totals.shipped > 0 ? `Who got it: ${countsText(totals)}` : 'Who got it'}
        flush
        aside={
          <>
            {picture === undefined ? null : (
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
            )}
            <SheetButton href={sheet('csv')} />
            {totals.orders > workbookOrdersMax ? null : <SheetButton href={sheet('xlsx')} as="XLSX" />}
          </>
        }
      >
        {view === 'graph' ? (
          <Suspense fallback={<Skeleton h={420} />}>
            {picture ? (
              <TraceGraph label={`The way of the ${ofLot ? 'lot' : 'batch'} to its customers`} picture={picture} />
            ) : (
              <Skeleton h={420} />
            )}
          </Suspense>
        ) : (
          <Consignments {...list} columns={ofLot || ofFamily ? [batchColumn, ...columns] : columns} />
        )}
        <OfUnknown units={totals.returnedByUnknown} />
        <Unlabelled of={totals.unlabelled} />
      </Section>
      <SoldOn customers={totals.soldOn} />
    </>
  )
}

function countsText({ shipped, returned, kept, orders, customers }: Totals): string {
  const sent = [countOf(shipped, 'unit'), countOf(orders, 'order'), countOf(customers, 'customer')].join(', ')
  return returned > 0 ? `${sent} · ${quantityText(returned)} returned, ${quantityText(kept)} kept` : sent
}

/** So that the rows and the totals can be seen to agree. */
function OfUnknown({ units }: { units: number }) {
  if (units === 0) return null
  return (
    <Text c="dimmed" fz="sm" p="sm">
      {countOf(units, 'unit')} came back in a return that names neither an order nor a customer, and so is in no row.
    </Text>
  )
}

/** Of what is kept: it came back, and nobody could read its label. */
function Unlabelled({ of }: { of: Totals['unlabelled'] }) {
  if (of === null || of.most === 0) return null
  const { least, most } = of
  const units = least === most ? countOf(most, 'unit') : `${quantityText(least)} to ${countOf(most, 'unit')}`
  return (
    <Text c="dimmed" fz="sm" p="sm">
      {`Of what is kept, ${units} came back without a label that anybody could read.`}
    </Text>
  )
}

type ConsignmentsProps = Pick<WhoGotItProps, 'consignments' | 'more' | 'reading'> &
  Readonly<{ columns: readonly Column<Consignment>[] }>

function Consignments({ consignments, more, reading, columns: shown }: ConsignmentsProps) {
  if (consignments.length === 0) return <Empty title="Nobody yet">Nothing of it has been shipped.</Empty>
  return (
    <FoldedRows
      label="Who got it"
      rows={consignments}
      columns={shown}
      keyOf={({ shipmentId, orderLineId, batchId }) => `${shipmentId} ${orderLineId} ${batchId}`}
      more={more}
      reading={reading}
    />
  )
}
