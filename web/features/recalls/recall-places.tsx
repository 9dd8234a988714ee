/**
 * web/features/recalls/recall-places.tsx — where it lies, and which orders lose it or have to be put back.
 */
import type { RecallTrace } from '../../api/types.ts'
import { BatchLink } from '../../shared/batch-link.tsx'
import { FoldedRows } from '../../shared/folded-rows.tsx'
import { HoldBadge } from '../../shared/hold-badge.tsx'
import { type Column, RowLink } from '../../shared/listing.tsx'
import { Section } from '../../shared/page.tsx'
import { placeText } from '../../shared/place-words.ts'
import { Quantity } from '../../shared/quantity.tsx'
import { Empty } from '../../shared/states.tsx'

type Here = RecallTrace['here'][number]
type Stopped = RecallTrace['openOrders'][number]

const placeColumns: readonly Column<Here>[] = [
  {
    title: 'Place',
    cell: ({ placeKind, placeCode, warehouseCode }) => placeText({ kind: placeKind, code: placeCode, warehouseCode }),
  },
  { title: 'Product', cell: ({ sku }) => sku },
  { title: 'Batch', cell: ({ batchId, batchCode }) => <BatchLink id={batchId} code={batchCode} /> },
  {
    title: 'Held',
    cell: ({ holds }) => (holds.length === 0 ? '–' : holds.map((number) => <HoldBadge key={number} number={number} />)),
  },
  { title: 'Units', cell: ({ onHand }) => <Quantity of={onHand} />, end: true },
  { title: 'Promised', cell: ({ reserved }) => <Quantity of={reserved} dimZero />, end: true },
]

export function WhereItLies({ here }: { here: readonly Here[] }) {
  return (
    <Section title="Where it lies" flush>
      {here.length === 0 ? (
        <Empty title="Nothing of it is here">All of it has gone, or none has come yet.</Empty>
      ) : (
        <FoldedRows
          label="Where it lies"
          rows={here}
          columns={placeColumns}
          keyOf={({ batchId, placeId }) => `${batchId} ${placeId}`}
        />
      )}
    </Section>
  )
}

const orderColumns: readonly Column<Stopped>[] = [
  { title: 'Order', cell: ({ orderId, orderNumber }) => <RowLink to={`/orders/${orderId}`}>{orderNumber}</RowLink> },
  { title: 'Customer', cell: ({ customerName }) => customerName ?? '–' },
  { title: 'Promised', cell: ({ quantity }) => <Quantity of={quantity} dimZero />, end: true },
  { title: 'Picked', cell: ({ picked }) => <Quantity of={picked} dimZero />, end: true },
]
const putBack: Column<Stopped> = {
  title: 'Next',
  cell: ({ orderId, picked }) => (picked > 0 ? <RowLink to={`/pack/${orderId}`}>Put it back</RowLink> : '–'),
  end: true,
}

type StoppedProps = Readonly<{ orders: readonly Stopped[]; isRunning: boolean }>

/** Before it starts: who loses what. While it runs: what still lies picked. */
export function StoppedOrders({ orders, isRunning }: StoppedProps) {
  if (orders.length === 0) return null
  return (
    <Section title={isRunning ? 'Stopped: to be put back' : 'Orders that can be stopped'} flush>
      <FoldedRows
        label="Stopped orders"
        rows={orders}
        columns={isRunning ? [...orderColumns, putBack] : orderColumns}
        keyOf={({ orderId }) => orderId}
      />
    </Section>
  )
}
