import { Select, type SelectProps } from '@mantine/core'
import { useWarehouses } from './use-warehouses.ts'

/** Its value is the warehouse's code. */
export function WarehouseSelect(props: Omit<SelectProps, 'data'>) {
  const warehouses = useWarehouses().data ?? []
  return (
    <Select label="Warehouse" {...props} data={warehouses.map(({ code, name }) => ({ value: code, label: name }))} />
  )
}
