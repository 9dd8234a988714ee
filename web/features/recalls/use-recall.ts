import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { answerOf, api, given } from '../../api/client.ts'

export const useRecall = (ref: string) =>
  useQuery({
    queryKey: ['recall', ref],
    queryFn: () => answerOf(api.GET('/v1/recalls/{ref}', { params: { path: { ref } } })),
  })

/** What it reaches now; looking touches nothing. */
export const useReach = (ref: string) =>
  useQuery({
    queryKey: ['recall', ref, 'reach'],
    queryFn: () => answerOf(api.GET('/v1/recalls/{ref}/preview', { params: { path: { ref } } })),
  })

/** Where all of it is; who got it page by page. */
export const useRecallTrace = (ref: string) =>
  useInfiniteQuery({
    queryKey: ['trace', 'recall', ref],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/v1/recalls/{ref}/trace', {
          params: { path: { ref }, query: { limit: 100, ...given({ cursor: pageParam }) } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ shipments }) => shipments.next ?? undefined,
  })
