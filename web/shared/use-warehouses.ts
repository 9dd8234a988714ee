import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../api/client.ts'
import type { Warehouse } from '../api/types.ts'
import { keeping } from '../kept/keeping.ts'
import { todayIn } from './date-text.tsx'

const ask = keeping(() => answerOf(api.GET('/v1/warehouses')))

export const useWarehouses = () =>
  useQuery({
    queryKey: ['warehouses'],
    queryFn: ask,
    staleTime: 60_000,
    select: ({ items }) => items,
  })

/** The calendar date in a warehouse, or in the first one where none is named: a batch expires where it lies. */
export function useToday(warehouse?: string | null): string {
  return useTodayAt()(warehouse)
}

/** The same, where several are asked. */
export function useTodayAt(): (warehouse?: string | null) => string {
  const warehouses: readonly Warehouse[] = useWarehouses().data ?? []
  return (warehouse) => {
    const found = warehouses.find(({ id, code }) => id === warehouse || code === warehouse) ?? warehouses[0]
    return todayIn(found?.timeZone)
  }
}
