/**
 * web/app/query-client.ts — how long an answer is good, when it is asked for again, and what happens when a session ends.
 */
import { QueryCache, QueryClient } from '@tanstack/react-query'
import { asProblem, isPassing } from '../api/problem.ts'

/** The polling twin of the live stream: with the stream broken, a page is this old at most. */
const pollMs = 15_000

export function openQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        if (asProblem(error).code !== 'not_signed_in') return
        if (query.queryKey.join(' ') !== 'me') void client.invalidateQueries({ queryKey: ['me'], exact: true })
        // Who is signed out is nobody, also where the network goes after that.
        else query.setState({ data: undefined, dataUpdatedAt: 0 })
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 2_000,
        refetchInterval: pollMs,
        networkMode: 'always',
        retry: (failures, error) => isPassing(asProblem(error)) && failures < 2,
      },
      mutations: { networkMode: 'always' },
    },
  })
  return client
}
