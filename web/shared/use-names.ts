/**
 * web/shared/use-names.ts — what the things are called that rows know by id alone.
 */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../api/client.ts'
import type { Name } from '../api/types.ts'

/** As many as the server tells at once. */
const atOnce = 200
const none: ReadonlyMap<string, Name> = new Map()

async function readNames(ids: readonly string[]): Promise<ReadonlyMap<string, Name>> {
  const names = new Map<string, Name>()
  for (let from = 0; from < ids.length; from += atOnce) {
    const query = { ids: ids.slice(from, from + atOnce).join(',') }
    const { items } = await answerOf(api.GET('/v1/names', { params: { query } }))
    for (const name of items) names.set(name.id, name)
  }
  return names
}

export function useNames(ids: Iterable<string>): ReadonlyMap<string, Name> {
  const wanted = [...new Set(ids)].sort()
  const names = useQuery({
    queryKey: ['names', wanted.join(',')],
    queryFn: () => readNames(wanted),
    enabled: wanted.length > 0,
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  })
  return names.data ?? none
}
