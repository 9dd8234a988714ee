import { Select, type SelectProps } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../api/client.ts'

const physical = ['storage', 'dock', 'quarantine']

type PlaceSelectProps = Omit<SelectProps, 'data'> &
  Readonly<{ warehouseId: string | undefined; valueIs?: 'id' | 'code' }>

/** The places of a warehouse where stock can lie. */
export function PlaceSelect({ warehouseId, valueIs = 'id', ...props }: PlaceSelectProps) {
  const places = useQuery({
    queryKey: ['places', warehouseId],
    queryFn: () => answerOf(api.GET('/v1/places', { params: { query: { warehouse: warehouseId ?? '', limit: 500 } } })),
    enabled: warehouseId !== undefined,
    staleTime: 30_000,
  })
  const options = (places.data?.items ?? [])
    .filter(({ kind }) => physical.includes(kind))
    .map((place) => ({
      value: place[valueIs],
      label: place.kind === 'storage' ? place.code : `${place.code} · ${place.kind}`,
    }))
  return <Select label="Place" searchable limit={100} nothingFoundMessage="No such place" {...props} data={options} />
}
