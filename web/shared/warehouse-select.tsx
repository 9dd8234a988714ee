import { Select, type SelectProps } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { KeyboardEvent } from 'react'
import { useWarehouses } from './use-warehouses.ts'

/**
 * Its value is the warehouse's code. It is found by code or name, so that it can be typed or scanned; where one must be
 * chosen and is not yet, Enter shows them.
 */
export function WarehouseSelect({ value, required = false, ...props }: Omit<SelectProps, 'data'>) {
  const warehouses = useWarehouses().data ?? []
  const [opened, list] = useDisclosure(false)
  const showOnEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || !required || value || opened) return
    event.preventDefault()
    event.stopPropagation()
    list.open()
  }
  return (
    <Select
      label="Warehouse"
      searchable
      openOnFocus={false}
      nothingFoundMessage="No such warehouse"
      required={required}
      value={value ?? null}
      dropdownOpened={opened}
      onDropdownOpen={list.open}
      onDropdownClose={list.close}
      onKeyDown={showOnEnter}
      {...props}
      data={warehouses.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
    />
  )
}
