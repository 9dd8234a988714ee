/**
 * web/features/sellthrough/sold-on-section.tsx — a customer who sells on: how many of each batch it has sold and how many are there, at least and at most.
 */
import { Alert, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import type { Got } from '../../api/types.ts'
import { BatchLink } from '../../shared/batch-link.tsx'
import { rangeText } from '../../shared/bounds-text.ts'
import { FoldedRows } from '../../shared/folded-rows.tsx'
import { type Column, RowLink } from '../../shared/listing.tsx'
import { Section } from '../../shared/page.tsx'
import { countOf, Quantity } from '../../shared/quantity.tsx'
import { Loaded } from '../../shared/states.tsx'
import { RecordReport } from './record-report.tsx'
import { ReportList } from './report-list.tsx'

type Product = Got<'/v1/customers/{ref}/sold-on'>['items'][number]
type Batch = Product['batches'][number]
type Row = Pick<Product, 'productId' | 'sku'> &
  Omit<Batch, 'batchId' | 'batchCode' | 'expiresOn'> &
  Readonly<{ batch: Pick<Batch, 'batchId' | 'batchCode'> | null }>

const columns: readonly Column<Row>[] = [
  { title: 'Product', cell: ({ productId, sku }) => <RowLink to={`/products/${productId}`}>{sku}</RowLink> },
  {
    title: 'Batch',
    cell: ({ batch }) => (batch ? <BatchLink id={batch.batchId} code={batch.batchCode} /> : 'all together'),
  },
  { title: 'Sent', cell: ({ sent }) => <Quantity of={sent} />, end: true },
  { title: 'Returned', cell: ({ returned }) => <Quantity of={returned} dimZero />, end: true },
  { title: 'Sold on', cell: ({ soldOn }) => rangeText(soldOn), end: true },
  { title: 'Lost there', cell: ({ lost }) => rangeText(lost), end: true },
  { title: 'There still', cell: ({ there }) => rangeText(there), end: true },
]

/** A line of its own for all together where there are several. */
const rowsOf = ({ batches, ...product }: Product): Row[] => [
  ...(batches.length > 1 ? [{ ...product, batch: null }] : []),
  ...batches.map((batch) => ({ ...product, ...batch, batch })),
]

export function SoldOnSection({ customerId }: { customerId: string }) {
  const found = useQuery({
    queryKey: ['sold-on', customerId],
    queryFn: () => answerOf(api.GET('/v1/customers/{ref}/sold-on', { params: { path: { ref: customerId } } })),
  })
  return (
    <>
      <Section title="Sold on by them" flush aside={<RecordReport customer={customerId} />}>
        <Loaded of={found} rows={3}>
          {({ items }) => <Shown products={items} />}
        </Loaded>
      </Section>
      {found.data ? <ReportList customerId={customerId} /> : null}
    </>
  )
}

function Shown({ products }: { products: readonly Product[] }) {
  if (products.length === 0)
    // Most customers sell nothing on: no more room than a line.
    return (
      <Text p="md" fz="sm" c="dimmed">
        They have told nothing. A shop or marketplace that sells on tells how many, but not of which batch; with its
        reports every trace and recall says how many of a batch are certainly sold, and how many at most.
      </Text>
    )
  return (
    <>
      {products.map((product) => (
        <Beyond key={product.productId} of={product} />
      ))}
      <FoldedRows
        label="Sold on by them"
        rows={products.flatMap(rowsOf)}
        columns={columns}
        keyOf={({ productId, batch }) => `${productId} ${batch?.batchId ?? ''}`}
      />
    </>
  )
}

function Beyond({ of: { sku, gap } }: { of: Product }) {
  if (gap === 0) return null
  return (
    <Alert color="brick" m="sm" title={`${countOf(gap, 'unit')} of ${sku} are reported that cannot be`}>
      More is reported than was sent and did not come back. Withdraw the report that is wrong, or put right what was
      shipped or taken in. Until then the reports say nothing of any batch.
    </Alert>
  )
}
