import { Select, type SelectProps } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'

type CauseSelectProps = Omit<SelectProps, 'data'> & Readonly<{ difference: number }>

/** One of the account's reasons that goes the way of the difference; nothing where the account keeps none. */
export function CauseSelect({ difference, ...props }: CauseSelectProps) {
  const { data } = useQuery({ queryKey: ['stock-reasons'], queryFn: () => answerOf(api.GET('/v1/stock-reasons')) })
  const way = difference < 0 ? 'out' : 'in'
  const fitting = (data?.items ?? []).filter(
    ({ direction, archivedAt }) => archivedAt === null && (direction === way || direction === 'either'),
  )
  if (difference === 0 || fitting.length === 0) return null
  return (
    <Select
      label="Kind of reason"
      clearable
      data={fitting.map(({ name, setsAside }) => ({
        value: name,
        label: setsAside ? `${name}: set aside in quarantine` : name,
      }))}
      {...props}
    />
  )
}
