import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import type { NewBody } from '../../api/types.ts'

/** What a rule would change on the stock and the open orders of this moment; `asked` is null until that is wanted. */
export const useRulePreview = (asked: NewBody<'/v1/rule-preview'> | null) =>
  useQuery({
    queryKey: ['rules', 'preview', asked],
    queryFn: () => answerOf(api.POST('/v1/rule-preview', { body: asked ?? {} })),
    enabled: asked !== null,
    retry: false,
  })
