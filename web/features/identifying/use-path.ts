import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'

export const usePath = (id: string) =>
  useQuery({
    queryKey: ['identification', id],
    queryFn: () => answerOf(api.GET('/v1/identifications/{id}', { params: { path: { id } } })),
  })

/** The one of a product; undefined until it is known, null where it has none. */
export function usePathOf(product: string) {
  const { data } = useQuery({
    queryKey: ['identifications', 'of', product],
    queryFn: () => answerOf(api.GET('/v1/identifications', { params: { query: { product } } })),
  })
  return data === undefined ? undefined : (data.items[0] ?? null)
}
