import type { ReactNode } from 'react'
import type { LotTrace } from '../../api/types.ts'
import { BatchLink } from '../../shared/batch-link.tsx'
import { DateText } from '../../shared/date-text.tsx'
import { type Column, RowLink, Rows } from '../../shared/listing.tsx'
import { Section } from '../../shared/page.tsx'
import { Quantity } from '../../shared/quantity.tsx'
import { Empty } from '../../shared/states.tsx'

const columns: readonly Column<LotTrace['batches'][number]>[] = [
  {
    title: 'Batch',
    cell: ({ batchId, batchCode }) => <BatchLink id={batchId} code={batchCode} />,
  },
  { title: 'Product', cell: ({ productId, sku }) => <RowLink to={`/products/${productId}`}>{sku}</RowLink> },
  { title: 'Last day', cell: ({ expiresOn }) => <DateText day={expiresOn} /> },
  { title: 'On hand', cell: ({ onHand }) => <Quantity of={onHand} dimZero />, end: true },
  { title: 'Shipped', cell: ({ shipped }) => <Quantity of={shipped} dimZero />, end: true },
]

/** The batches of a lot, each with what is left of it and what went. */
export function LotBatches({ batches, aside }: { batches: LotTrace['batches']; aside: ReactNode }) {
  return (
    <Section title="Batches in it" flush aside={aside}>
      {batches.length === 0 ? (
        <Empty title="No batch is in it yet">Add one here, or put it in on the page of the batch.</Empty>
      ) : (
        <Rows label="Batches" rows={batches} keyOf={({ batchId }) => batchId} columns={columns} />
      )}
    </Section>
  )
}
