import { Select, type SelectProps } from '@mantine/core'

const own = Intl.DateTimeFormat().resolvedOptions().timeZone
const zones = [...new Set([own, 'UTC', ...Intl.supportedValuesOf('timeZone')])]

/** Every time zone the browser knows, its own one first. */
export function TimeZoneSelect(props: Omit<SelectProps, 'data'>) {
  return <Select label="Time zone" searchable required limit={100} {...props} data={zones} />
}
