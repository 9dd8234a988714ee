/**
 * web/features/imports/brought-labels.tsx — from a sheet of stock to its labels: of the batches that came with it, one each.
 */
import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import type { Import } from '../../api/types.ts'
import { PrintLabels } from '../../shared/print-labels.tsx'
import { countOf } from '../../shared/quantity.tsx'

export function BroughtLabels({ of: { id, number } }: Readonly<{ of: Import }>) {
  const brought = useQuery({
    queryKey: ['import-batches', id],
    queryFn: () => answerOf(api.GET('/v1/imports/{id}/batches', { params: { path: { id } } })),
  })
  if (!brought.data) return null
  const { items, total } = brought.data
  const all = countOf(total, 'batch', 'batches')
  return (
    <PrintLabels
      kind="batch"
      of={items.map(({ batchId }) => batchId)}
      about={items.length < total ? `the first ${items.length} of ${all} of ${number}` : `${all} of ${number}`}
    />
  )
}
