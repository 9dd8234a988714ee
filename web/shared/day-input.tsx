/**
 * web/shared/day-input.tsx — a calendar date, typed as it stands on the label: 2026-12-01, 261201 (GS1) or 1 Dec 2026.
 */
import { DateInput, type DateInputProps } from '@mantine/dates'
import { readDay } from './read-day.ts'

export function DayInput(props: Omit<DateInputProps, 'valueFormat' | 'dateParser'>) {
  return (
    <DateInput
      valueFormat="YYYY-MM-DD"
      dateParser={(typed) => readDay(typed)}
      placeholder="YYYY-MM-DD"
      firstDayOfWeek={1}
      weekendDays={[]}
      hideOutsideDates
      clearButtonProps={{ 'aria-label': 'Clear the day' }}
      {...props}
    />
  )
}
