/**
 * web/features/notices/use-recall-id.ts — of the recall that the address names: its id, and whether it runs.
 */
import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'

/** The same question as the room asks: it is answered once. */
export const useRecallId = (ref: string) =>
  useQuery({
    queryKey: ['recall', ref],
    queryFn: () => answerOf(api.GET('/v1/recalls/{ref}', { params: { path: { ref } } })),
  }).data ?? null
