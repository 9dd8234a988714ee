import { answerOf, api, given } from '../../api/client.ts'
import type { CustomerBatch } from '../../api/types.ts'
import { BatchLink } from '../../shared/batch-link.tsx'
import { InstantText } from '../../shared/date-text.tsx'
import { type Column, Listing, RowLink } from '../../shared/listing.tsx'
import { Section } from '../../shared/page.tsx'
import { Quantity } from '../../shared/quantity.tsx'
import { SheetButton } from '../../shared/sheet-button.tsx'
import { Empty } from '../../shared/states.tsx'
import { usePages } from '../../shared/use-pages.ts'

const columns: readonly Column<CustomerBatch>[] = [
  {
    title: 'Batch',
    cell: ({ batchId, batchCode }) => <BatchLink id={batchId} code={batchCode} />,
  },
  {
    title: 'Product',
    cell: ({ productId, sku, kitSku }) => (
      <>
        <RowLink to={`/products/${productId}`}>{sku}</RowLink>
        {kitSku ? ` in kit ${kitSku}` : ''}
      </>
    ),
  },
  { title: 'Order', cell: ({ orderId, orderNumber }) => <RowLink to={`/orders/${orderId}`}>{orderNumber}</RowLink> },
  {
    title: 'Shipment',
    cell: ({ shipmentId, shipmentNumber }) => <RowLink to={`/shipments/${shipmentId}`}>{shipmentNumber}</RowLink>,
  },
  { title: 'Shipped', cell: ({ shippedAt }) => <InstantText at={shippedAt} />, deskOnly: true },
  { title: 'Quantity', cell: ({ quantity }) => <Quantity of={quantity} />, end: true },
  { title: 'Returned', cell: ({ returned }) => <Quantity of={returned} dimZero />, end: true },
]

/** The question of a complaint: which batches did this customer get? */
export function CustomerBatches({ customerId }: { customerId: string }) {
  const pages = usePages(['trace', 'customer', customerId], (cursor) => {
    const params = { path: { ref: customerId }, query: { limit: 20, ...given({ cursor }) } }
    return answerOf(api.GET('/v1/customers/{ref}/batches', { params }))
  })
  return (
    <Section
      title="Batches received"
      flush
      aside={pages.rows?.length ? <SheetButton href={`/v1/customers/${customerId}/batches.csv`} /> : null}
    >
      <Listing
        label="Batches received"
        pages={pages}
        columns={columns}
        keyOf={({ shipmentId, orderId, batchId, quantity }) => `${shipmentId} ${orderId} ${batchId} ${quantity}`}
        empty={<Empty title="None yet">Nothing has been shipped to this customer.</Empty>}
      />
    </Section>
  )
}
