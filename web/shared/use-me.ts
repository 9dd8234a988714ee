import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../api/client.ts'
import { keeping } from '../kept/keeping.ts'

/** Who is signed in; refused with `not_signed_in` where nobody is. */
export const useMe = () =>
  useQuery({ queryKey: ['me'], queryFn: keeping(() => answerOf(api.GET('/v1/me'))), staleTime: 60_000 })
