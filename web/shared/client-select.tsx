import { Select, type SelectProps } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../api/client.ts'

/** The brands whose goods are kept here. */
const useClients = () =>
  useQuery({
    queryKey: ['clients', 'pick'],
    queryFn: () => answerOf(api.GET('/v1/clients', { params: { query: { limit: 500 } } })),
    staleTime: 60_000,
    select: ({ items }) => items,
  })

/** A brand whose goods are kept here; its value is the id. */
export function ClientSelect(props: Omit<SelectProps, 'data'>) {
  const clients = useClients().data ?? []
  return (
    <Select
      label="Client"
      searchable
      clearable
      limit={100}
      nothingFoundMessage="No such client"
      {...props}
      data={clients.map(({ id, name, code }) => ({ value: id, label: `${name} (${code})` }))}
    />
  )
}
