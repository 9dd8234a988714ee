import { Select, type SelectProps } from '@mantine/core'
import { useZones } from './use-zones.ts'

type ZoneSelectProps = Omit<SelectProps, 'data'> & Readonly<{ warehouseId: string }>

/** A zone of a warehouse, or none; nothing at all while the warehouse has no zones. */
export function ZoneSelect({ warehouseId, ...props }: ZoneSelectProps) {
  const zones = useZones(warehouseId).data ?? []
  if (zones.length === 0) return null
  const data = zones.map(({ id, code, name }) => ({ value: id, label: `${code} · ${name}` }))
  return <Select label="Zone" placeholder="No zone" clearable searchable {...props} data={data} />
}
