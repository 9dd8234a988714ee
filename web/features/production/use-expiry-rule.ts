/** web/features/production/use-expiry-rule.ts — what is written of a product's last day when it is made; nothing: as stated. */
import { useQuery } from '@tanstack/react-query'
import { answerOf, api, given } from '../../api/client.ts'

export const useExpiryRule = (product: string | undefined) =>
  useQuery({
    queryKey: ['production-rules', product],
    queryFn: () => answerOf(api.GET('/v1/production-rules', { params: { query: given({ product }) } })),
    enabled: product !== undefined,
  })
