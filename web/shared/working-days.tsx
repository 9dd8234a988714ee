/**
 * web/shared/working-days.tsx — the days of the week on which a warehouse or a carrier works; 1 is Monday, 7 Sunday.
 */
import { Checkbox, Group } from '@mantine/core'
import type { ReactNode } from 'react'
import { weekdays } from './date-text.tsx'

type WorkingDaysProps = Readonly<{
  label: string
  value?: readonly number[]
  onChange?: (days: number[]) => void
  error?: ReactNode
}>

export const WorkingDaysInput = ({ label, value = [], onChange, error }: WorkingDaysProps) => (
  <Checkbox.Group
    label={label}
    required
    value={value.map(String)}
    onChange={(days) => onChange?.(days.map(Number).sort())}
    error={value.length === 0 ? 'At least one day is needed.' : error}
  >
    <Group gap="xs" mt={4}>
      {weekdays.map((name, index) => (
        <Checkbox key={name} value={String(index + 1)} label={name} />
      ))}
    </Group>
  </Checkbox.Group>
)

/** `every day`, `Mon–Fri`, `Mon, Wed`. */
export function workingDaysInWords(days: readonly number[]): string {
  if (days.length === weekdays.length) return 'every day'
  const names = days.map((day) => weekdays[day - 1])
  const [first = 0, last = 0] = [days[0], days.at(-1)]
  const runs = days.length > 2 && last - first === days.length - 1
  return runs ? `${names[0]}–${names.at(-1)}` : names.join(', ')
}
