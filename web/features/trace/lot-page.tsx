import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import type { Consignment, LotTrace } from '../../api/types.ts'
import { InstantText } from '../../shared/date-text.tsx'
import { type Column, RowLink, Rows } from '../../shared/listing.tsx'
import { Page, Section } from '../../shared/page.tsx'
import { Quantity, quantityText } from '../../shared/quantity.tsx'
import { Empty, Loaded } from '../../shared/states.tsx'

const columns: readonly Column<Consignment>[] = [
  { title: 'Customer', cell: ({ customerName }) => customerName ?? 'not named' },
  { title: 'Batch', cell: ({ batchId, batchCode }) => <RowLink to={`/batches/${batchId}`}>{batchCode}</RowLink> },
  { title: 'Order', cell: ({ orderId, orderNumber }) => <RowLink to={`/orders/${orderId}`}>{orderNumber}</RowLink> },
  { title: 'Shipped', cell: ({ shippedAt }) => <InstantText at={shippedAt} /> },
  { title: 'Quantity', cell: ({ quantity }) => <Quantity of={quantity} />, end: true },
]

/** A lot: the batches in it, and who got any of them. */
export function LotPage({ lotRef }: { lotRef: string }) {
  const trace = useQuery({
    queryKey: ['lot-trace', lotRef],
    queryFn: () =>
      answerOf(api.GET('/v1/lots/{ref}/trace', { params: { path: { ref: lotRef }, query: { limit: 500 } } })),
  })
  return (
    <Page title={trace.data ? `Lot ${trace.data.lot.code}` : 'Lot'} about={trace.data?.lot.name}>
      <Loaded of={trace}>{(got) => <LotShown trace={got} />}</Loaded>
    </Page>
  )
}

function LotShown({ trace: { batches, shipments, customers, shipped } }: { trace: LotTrace }) {
  return (
    <>
      <Section title="Batches in it" flush>
        <Rows
          label="Batches"
          rows={batches}
          keyOf={({ batchId }) => batchId}
          columns={[
            {
              title: 'Batch',
              cell: ({ batchId, batchCode }) => <RowLink to={`/batches/${batchId}`}>{batchCode}</RowLink>,
            },
            { title: 'Product', cell: ({ sku }) => sku },
            { title: 'On hand', cell: ({ onHand }) => <Quantity of={onHand} dimZero />, end: true },
            { title: 'Shipped', cell: (row) => <Quantity of={row.shipped} dimZero />, end: true },
          ]}
        />
      </Section>
      <Section title={`Who got it: ${quantityText(shipped)} units, ${quantityText(customers)} customers`} flush>
        {shipments.items.length === 0 ? (
          <Empty title="Nobody yet" />
        ) : (
          <Rows
            label="Who got it"
            rows={shipments.items}
            columns={columns}
            keyOf={({ shipmentId, orderLineId, batchId }) => `${shipmentId} ${orderLineId} ${batchId}`}
          />
        )}
      </Section>
    </>
  )
}
