import { Select, type SelectProps } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../api/client.ts'

/** Carriers' services, archived ones too. */
export const useServices = () =>
  useQuery({
    queryKey: ['delivery-services'],
    queryFn: () => answerOf(api.GET('/v1/delivery-services')),
    staleTime: 60_000,
    select: ({ items }) => items,
  })

/** Its value is the service's code; an archived one is only shown where it is named already. */
export function ServiceSelect({ value, ...props }: Omit<SelectProps, 'data'>) {
  const services = useServices().data ?? []
  const standard = services.find((one) => one.standard)
  return (
    <Select
      label="Service"
      searchable
      clearable
      placeholder={standard ? `The standard: ${standard.name}` : 'None named'}
      clearButtonProps={{ 'aria-label': 'No service' }}
      nothingFoundMessage="No such service"
      value={value ?? null}
      {...props}
      data={services
        .filter(({ archivedAt, code }) => archivedAt === null || code === value)
        .map(({ code, name }) => ({ value: code, label: name === code ? code : `${name} (${code})` }))}
    />
  )
}
