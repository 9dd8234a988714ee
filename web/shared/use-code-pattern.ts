/** web/shared/use-code-pattern.ts — how the batch codes of a product are written: its own pattern, else the one for all. */
import { useQuery } from '@tanstack/react-query'
import { answerOf, api, given } from '../api/client.ts'

export const useCodePatterns = (product: string | undefined) =>
  useQuery({
    queryKey: ['code-patterns', product],
    queryFn: () => answerOf(api.GET('/v1/batch-code-patterns', { params: { query: given({ product }) } })),
    staleTime: 30_000,
  })

/** Undefined while it is looked for, null where nobody wrote one. */
export function useCodePattern(productId: string | undefined) {
  const { data } = useCodePatterns(productId)
  const own = data?.items.find((one) => one.productId === productId)
  return data && (own ?? data.items.find((one) => one.productId === null) ?? null)
}
