import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'

/** An announced shipment with its lines and differences; asks for nothing where none is named. */
export const useInbound = (ref: string | undefined) =>
  useQuery({
    queryKey: ['inbound', ref],
    queryFn: () => answerOf(api.GET('/v1/inbounds/{ref}', { params: { path: { ref: ref ?? '' } } })),
    enabled: ref !== undefined,
  })
