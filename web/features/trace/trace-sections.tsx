/**
 * web/features/trace/trace-sections.tsx — where every unit of a batch is, and where it came from.
 */
import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { BatchTrace } from '../../api/types.ts'
import { BatchLink } from '../../shared/batch-link.tsx'
import { boxedText } from '../../shared/box-words.ts'
import { InstantText } from '../../shared/date-text.tsx'
import { HoldBadge } from '../../shared/hold-badge.tsx'
import { type Column, RowLink, Rows } from '../../shared/listing.tsx'
import { Section } from '../../shared/page.tsx'
import { placeText } from '../../shared/place-words.ts'
import { Quantity } from '../../shared/quantity.tsx'
import { Empty } from '../../shared/states.tsx'

type Here = BatchTrace['here'][number]

/** Where some of it became another batch. */
const batchColumn: Column<Here> = {
  title: 'Batch',
  cell: ({ batchId, batchCode }) => <BatchLink id={batchId} code={batchCode} />,
}

export function WhereItIs({ trace, actions }: { trace: BatchTrace; actions: (here: Here) => ReactNode }) {
  const several = trace.here.some(({ batchId }) => batchId !== trace.batch.id)
  const columns: readonly Column<Here>[] = [
    ...(several ? [batchColumn] : []),
    {
      title: 'Place',
      cell: ({ placeKind, placeCode, warehouseCode }) => placeText({ kind: placeKind, code: placeCode, warehouseCode }),
    },
    { title: 'Kind', cell: ({ placeKind }) => placeKind.replaceAll('_', ' '), deskOnly: true },
    {
      title: 'Held',
      cell: ({ holds }) =>
        holds.length === 0 ? '–' : holds.map((number) => <HoldBadge key={number} number={number} />),
    },
    { title: 'On hand', cell: (here) => <OnHand {...here} />, end: true },
    { title: 'Reserved', cell: ({ reserved }) => <Quantity of={reserved} dimZero />, end: true },
    { title: 'Available', cell: ({ available }) => <Quantity of={available} dimZero />, end: true },
    { title: 'Change', cell: actions, end: true },
  ]
  return (
    <Section title="Where it is now" flush>
      {trace.here.length === 0 ? (
        <NothingHere of={trace} />
      ) : (
        <Rows
          label="Where it is now"
          rows={trace.here}
          columns={columns}
          keyOf={({ batchId, placeId }) => `${batchId} ${placeId}`}
        />
      )}
    </Section>
  )
}

const NothingHere = ({ of: { massBalance } }: { of: BatchTrace }) =>
  massBalance.in === 0 ? (
    <Empty title="None of it has come yet">Its code is known, and no unit of it is.</Empty>
  ) : (
    <Empty title="Nothing is left here">Everything has gone; below is where to.</Empty>
  )

function OnHand({ onHand, packOf }: Here) {
  return (
    <>
      <Quantity of={onHand} />
      {packOf === null ? null : (
        <Text c="dimmed" fz="sm">
          {boxedText(onHand, packOf)}
        </Text>
      )}
    </>
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
