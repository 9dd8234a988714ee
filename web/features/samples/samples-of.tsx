import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import { Rows } from '../../shared/listing.tsx'
import { Section } from '../../shared/page.tsx'
import { columnsOfBatch } from './sample-columns.tsx'

/** The samples of a batch; nothing where there is none. */
export function SamplesOf({ batch }: { batch: string }) {
  const { data } = useQuery({
    queryKey: ['samples', 'of', batch],
    queryFn: () => answerOf(api.GET('/v1/samples', { params: { query: { batch } } })),
  })
  if (!data || data.items.length === 0) return null
  return (
    <Section title="Samples" flush>
      <Rows rows={data.items} columns={columnsOfBatch} keyOf={({ id }) => id} label="Samples of the batch" />
    </Section>
  )
}
