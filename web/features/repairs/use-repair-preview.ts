import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import { asProblem, isPassing, type Problem } from '../../api/problem.ts'
import type { RepairAsk, RepairPreview } from '../../api/types.ts'

type Foretold = Readonly<{ preview: RepairPreview | null; problem: Problem | null; asking: boolean }>

/** What it would do, asked anew while it is typed; `ask` is null while it is not complete. */
export function useRepairPreview(ask: RepairAsk | null): Foretold {
  const [asked] = useDebouncedValue(ask, 300)
  const query = useQuery({
    queryKey: ['batch-repairs', 'preview', asked],
    queryFn: () => answerOf(api.POST('/v1/batch-repair-preview', { body: asked as RepairAsk })),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    retry: (count, error) => count < 2 && isPassing(asProblem(error)),
  })
  if (ask === null || asked === null) return { preview: null, problem: null, asking: false }
  const stale = JSON.stringify(ask) !== JSON.stringify(asked)
  return {
    preview: query.error ? null : (query.data ?? null),
    problem: query.error && !stale ? asProblem(query.error) : null,
    asking: stale || query.isFetching,
  }
}
