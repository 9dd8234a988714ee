/**
 * web/shared/date-text.tsx — days and instants as text. A day is a calendar date and never goes through a JS Date, so it
 * reads the same in every zone; an instant is shown in the reader's zone, and says which on hover.
 */
import { Tooltip } from '@mantine/core'
import { weekday } from '#domain/delivery-day.ts'
import classes from './text.module.css'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `2026-01-05` as `5 Jan 2026`. */
export function isoDayInWords(day: string): string {
  const [year, month, date] = day.split('-')
  return `${Number(date)} ${months[Number(month) - 1] ?? month} ${year}`
}

/** From Monday on. */
export const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const

/** `2025-11-24` as `Mon 24 Nov`: for days that are near. */
export function weekdayInWords(day: string): string {
  const [, month, date] = day.split('-')
  return `${weekdays[weekday(day) - 1]} ${Number(date)} ${months[Number(month) - 1] ?? month}`
}

export function DateText({ day, none = 'no date' }: { day: string | null; none?: string }) {
  if (day === null) return <span className={classes.dim}>{none}</span>
  return <time dateTime={day}>{isoDayInWords(day)}</time>
}

const calendarDate = new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' })
const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone

/** An instant in the reader's own zone. */
export function InstantText({ at }: { at: string }) {
  return (
    <Tooltip label={`${zone()} · ${at}`}>
      <time dateTime={at} style={{ whiteSpace: 'nowrap' }}>
        {`${isoDayInWords(calendarDate.format(new Date(at)))} ${clockTime(new Date(at))}`}
      </time>
    </Tooltip>
  )
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

/** The time of day in the reader's own zone, as `14:02`. */
export const clockTime = (at: Date): string => clock.format(at)

/** The calendar date it is now in a zone, as `YYYY-MM-DD`. */
export function todayIn(timeZone: string | undefined): string {
  return new Intl.DateTimeFormat('en-CA', {
    ...(timeZone ? { timeZone } : {}),
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(new Date())
}
