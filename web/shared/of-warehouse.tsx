import { Select } from '@mantine/core'
import { useWarehouses } from './use-warehouses.ts'

type OfWarehouseProps = Readonly<{ value: string | undefined; onChange: (warehouse: string | undefined) => void }>

/** Of a list, what is in one warehouse, by its code; nothing where there is only one. */
export function OfWarehouse({ value, onChange }: OfWarehouseProps) {
  const warehouses = useWarehouses().data ?? []
  if (warehouses.length < 2) return null
  return (
    <Select
      aria-label="Warehouse"
      placeholder="All warehouses"
      w={{ base: '100%', sm: 180 }}
      clearable
      clearButtonProps={{ 'aria-label': 'All warehouses' }}
      data={warehouses.map(({ code, name }) => ({ value: code, label: name }))}
      value={value ?? null}
      onChange={(warehouse) => onChange(warehouse ?? undefined)}
    />
  )
}
