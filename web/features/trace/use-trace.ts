import { useInfiniteQuery } from '@tanstack/react-query'
import { answerOf, api, given } from '../../api/client.ts'

const pageRows = 100

/** Where every unit of a batch is, where it came from and who got it; who got it page by page. */
export const useTrace = (id: string) =>
  useInfiniteQuery({
    queryKey: ['trace', id],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/v1/batches/{id}/trace', {
          params: { path: { id }, query: { limit: pageRows, ...given({ cursor: pageParam }) } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ shipments }) => shipments.next ?? undefined,
  })
