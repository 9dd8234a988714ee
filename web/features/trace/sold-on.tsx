/**
 * web/features/trace/sold-on.tsx — of what went to customers who sell on: how many of it these have certainly sold and at most, and how many are there still.
 */
import { Text } from '@mantine/core'
import type { BatchTrace } from '../../api/types.ts'
import { BatchLink } from '../../shared/batch-link.tsx'
import { certainText, rangeText } from '../../shared/bounds-text.ts'
import { FoldedRows } from '../../shared/folded-rows.tsx'
import { type Column, RowLink } from '../../shared/listing.tsx'
import { Section } from '../../shared/page.tsx'
import { countOf, Quantity } from '../../shared/quantity.tsx'

type Customer = BatchTrace['soldOn'][number]
type Row = Pick<Customer, 'customerId' | 'customerName' | 'sku' | 'sent' | 'returned' | 'soldOn' | 'there'> &
  Readonly<{ batchId: string; batchCode: string }>

const columns: readonly Column<Row>[] = [
  {
    title: 'Customer',
    cell: ({ customerId, customerName }) => <RowLink to={`/partners/customers/${customerId}`}>{customerName}</RowLink>,
  },
  { title: 'Product', cell: ({ sku }) => sku },
  { title: 'Batch', cell: ({ batchId, batchCode }) => <BatchLink id={batchId} code={batchCode} /> },
  { title: 'Sent', cell: ({ sent }) => <Quantity of={sent} />, end: true },
  { title: 'Returned', cell: ({ returned }) => <Quantity of={returned} dimZero />, end: true },
  { title: 'Sold on', cell: ({ soldOn }) => rangeText(soldOn), end: true },
  { title: 'There still', cell: ({ there }) => rangeText(there), end: true },
]

/** Nothing where no customer reports. */
export function SoldOn({ customers }: { customers: readonly Customer[] }) {
  if (customers.length === 0) return null
  const rows = customers.flatMap(({ batches, ...customer }) => batches.map((batch) => ({ ...customer, ...batch })))
  return (
    <Section title="Sold on, without telling batches">
      {customers.map((customer) => (
        <Told key={`${customer.customerId} ${customer.productId}`} of={customer} />
      ))}
      {rows.length > customers.length ? (
        <FoldedRows
          label="Sold on"
          rows={rows}
          columns={columns}
          keyOf={({ customerId, batchId }) => `${customerId} ${batchId}`}
        />
      ) : null}
    </Section>
  )
}

function Told({ of: { customerName, sku, soldOn, there, gap } }: { of: Customer }) {
  return (
    <Text>
      {gap === 0
        ? `With consumers of ${customerName}, of ${sku}: ${certainText(soldOn)}. Still there: ${rangeText(there)}.`
        : `${customerName} reports ${countOf(gap, 'unit')} of ${sku} more than can be: until that is settled, nobody knows where its ${rangeText(there)} are.`}
    </Text>
  )
}
