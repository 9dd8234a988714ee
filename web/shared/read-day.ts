/**
 * web/shared/read-day.ts — a calendar date as people and labels write it.
 */
import { isCalendarDate, lastDayOfMonth } from '#domain/calendar-date.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const two = (text: string | number) => String(text).padStart(2, '0')

/** The day that was typed as `YYYY-MM-DD`, or null where it is none. GS1's day 00 is the last of the month. */
export function readDay(typed: string): string | null {
  const text = typed.trim().toLowerCase()
  const short = /^(\d{2})(\d{2})(\d{2})$/.exec(text)
  if (short) return real(`20${short[1]}-${short[2]}-${short[3]}`)
  const words = /^(\d{1,2})[ .-]?([a-z]{3})[a-z]*[ .-]?(\d{4})$/.exec(text)
  const month = months.indexOf(words?.[2] ?? '')
  if (words && month >= 0) return real(`${words[3]}-${two(month + 1)}-${two(words[1] ?? '')}`)
  const numbers = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/.exec(text)
  return numbers ? real(`${numbers[1]}-${two(numbers[2] ?? '')}-${two(numbers[3] ?? '')}`) : null
}

function real(day: string): string | null {
  const first = `${day.slice(0, 8)}01`
  if (day.endsWith('-00') && isCalendarDate(first)) return lastDayOfMonth(first)
  return isCalendarDate(day) ? day : null
}
