import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../api/client.ts'

/** The room reads the same: it is asked once. */
export function useRecallState(ref: string) {
  const { data } = useQuery({
    queryKey: ['recall', ref],
    queryFn: () => answerOf(api.GET('/v1/recalls/{ref}', { params: { path: { ref } } })),
  })
  return { id: data?.id ?? '', state: data?.state ?? null }
}
