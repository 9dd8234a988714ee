import { Select, type SelectProps } from '@mantine/core'
import { useWarehouses } from './use-warehouses.ts'

/** Its value is the warehouse's code. It is found by code or name, so that it can be typed or scanned. */
export function WarehouseSelect(props: Omit<SelectProps, 'data'>) {
  const warehouses = useWarehouses().data ?? []
  return (
    <Select
      label="Warehouse"
      searchable
      nothingFoundMessage="No such warehouse"
      {...props}
      data={warehouses.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
    />
  )
}
