import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import type { TransferSummary } from '../../api/types.ts'
import { type Column, RowLink, Rows } from '../../shared/listing.tsx'
import { Section } from '../../shared/page.tsx'
import { Quantity } from '../../shared/quantity.tsx'
import { fromTo } from './from-to.ts'
import { TransferStateSign } from './transfer-state.tsx'

const columns: readonly Column<TransferSummary>[] = [
  { title: 'Transfer', cell: ({ number }) => <RowLink to={`/transfers/${number}`}>{number}</RowLink> },
  { title: 'From → to', cell: fromTo },
  { title: 'State', cell: ({ state }) => <TransferStateSign state={state} /> },
  { title: 'On its way', cell: ({ inTransit }) => <Quantity of={inTransit} dimZero />, end: true },
]

/** Transfers that have the batch, had it, or were asked for it; nothing where there is none. */
export function TransfersOf({ batch }: { batch: string }) {
  const { data } = useQuery({
    queryKey: ['transfers', 'of', batch],
    queryFn: () => answerOf(api.GET('/v1/transfers', { params: { query: { batch, limit: 20 } } })),
  })
  if (!data || data.items.length === 0) return null
  return (
    <Section title="Transfers" flush>
      <Rows rows={data.items} columns={columns} keyOf={({ id }) => id} label="Transfers of the batch" />
    </Section>
  )
}
