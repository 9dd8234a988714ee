import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'

export const useBatch = (id: string) =>
  useQuery({
    queryKey: ['batch', id],
    queryFn: () => answerOf(api.GET('/v1/batches/{id}', { params: { path: { id } } })),
  })
