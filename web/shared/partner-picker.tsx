/**
 * web/shared/partner-picker.tsx — a customer or supplier by name or code.
 */
import { Select, type SelectProps } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf, api } from '../api/client.ts'

type PartnerPickerProps = Omit<SelectProps, 'data'> & Readonly<{ kind: 'customers' | 'suppliers' }>

/** Its value is the partner's code. */
export function PartnerPicker({ kind, value = null, ...props }: PartnerPickerProps) {
  const [typed, setTyped] = useState('')
  const [asked] = useDebouncedValue(typed.trim(), 150)
  const found = useQuery({
    queryKey: [kind, 'pick', asked],
    queryFn: () =>
      answerOf(api.GET(`/v1/${kind}`, { params: { query: { ...(asked ? { text: asked } : {}), limit: 20 } } })),
    placeholderData: keepPreviousData,
    refetchInterval: false,
  })
  const options = (found.data?.items ?? []).map(({ code, name }) => ({ value: code, label: name }))
  if (value && !options.some((option) => option.value === value)) options.unshift({ value, label: typed || value })
  return (
    <Select
      searchable
      clearable
      clearButtonProps={{ 'aria-label': 'Clear' }}
      nothingFoundMessage="Nobody of that name"
      filter={({ options: all }) => all}
      {...props}
      value={value}
      searchValue={typed}
      onSearchChange={setTyped}
      data={options}
    />
  )
}
