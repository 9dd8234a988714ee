import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { answerOf, api, given } from '../../api/client.ts'
import type { RecallScope } from '../../api/types.ts'

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

/** The same for a lot: the union of its batches. */
export const useLotTrace = (ref: string) =>
  useInfiniteQuery({
    queryKey: ['trace', 'lot', ref],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/v1/lots/{ref}/trace', {
          params: { path: { ref }, query: { limit: pageRows, ...given({ cursor: pageParam }) } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ shipments }) => shipments.next ?? undefined,
  })

export const useRecipients = (id: string) =>
  useQuery({
    queryKey: ['trace', id, 'recipients'],
    queryFn: () => answerOf(api.GET('/v1/batches/{id}/recipients', { params: { path: { id } } })),
  })

export const useLotRecipients = (ref: string) =>
  useQuery({
    queryKey: ['trace', 'lot', ref, 'recipients'],
    queryFn: () => answerOf(api.GET('/v1/lots/{ref}/recipients', { params: { path: { ref } } })),
  })

export type AskedTrace = Readonly<{ scope: RecallScope; knownOn: string | undefined }>

/** As the address of a trace has it. */
export const queryOf = ({ scope, knownOn }: AskedTrace) => ({ scope: JSON.stringify(scope), ...given({ knownOn }) })

export const useScopeTrace = (asked: AskedTrace) =>
  useInfiniteQuery({
    queryKey: ['trace', 'scope', asked],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/v1/trace', {
          params: { query: { ...queryOf(asked), limit: pageRows, ...given({ cursor: pageParam }) } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ shipments }) => shipments.next ?? undefined,
  })
