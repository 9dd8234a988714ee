import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'

/** The zones of one warehouse, by code. */
export const useZones = (warehouseId: string) =>
  useQuery({
    queryKey: ['zones'],
    queryFn: () => answerOf(api.GET('/v1/zones')),
    staleTime: 60_000,
    select: ({ items }) => items.filter((zone) => zone.warehouseId === warehouseId),
  })
