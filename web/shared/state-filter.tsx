/**
 * web/shared/state-filter.tsx — of a list, only what is in one state, or all of it.
 */
import { SegmentedControl } from '@mantine/core'

type StateFilterProps<State extends string> = Readonly<{
  states: Readonly<Record<State, string>>
  value: State | undefined
  onChange: (state: State | undefined) => void
}>

export function StateFilter<State extends string>({ states, value, onChange }: StateFilterProps<State>) {
  const choices = Object.entries<string>(states).map(([state, label]) => ({ value: state, label }))
  return (
    <SegmentedControl
      mb="sm"
      aria-label="State"
      data={[...choices, { value: 'all', label: 'All' }]}
      value={value ?? 'all'}
      onChange={(next) => onChange(next === 'all' ? undefined : (next as State))}
    />
  )
}
