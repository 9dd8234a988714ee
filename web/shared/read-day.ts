/**
 * web/shared/read-day.ts — a calendar date as people and labels write it. What could be two days, or names none, is asked
 * about and never guessed: a wrong last day stays with a batch.
 */
import { isCalendarDate, lastDayOfMonth } from '#domain/calendar-date.ts'

export type DayRead = Readonly<
  | { kind: 'none' }
  | { kind: 'day'; day: string }
  /** Only the person knows which of these days was meant. */
  | { kind: 'which'; days: readonly string[]; says: string }
  | { kind: 'unreadable'; says: string }
>

const likeThis = 'Write it like 2026-12-31 or 31 Dec 2026.'

/** Days are `YYYY-MM-DD`. Six digits are YYMMDD as GS1 has it, and its day 00 is the last of the month. */
export function readDay(typed: string): DayRead {
  const text = typed.trim().toLowerCase()
  if (text === '') return { kind: 'none' }
  const meant = readings(text)
  const [day, ...others] = [...new Set(meant.filter(isCalendarDate))]
  if (day !== undefined && others.length > 0)
    return { kind: 'which', days: [day, ...others], says: `${typed.trim()} can be two days. Which one?` }
  if (day !== undefined) return { kind: 'day', day }
  const month = firstOfMonth(text)
  if (month !== null)
    return { kind: 'which', days: [lastDayOfMonth(month), month], says: `${typed.trim()} is a month. Which day of it?` }
  const says = meant.length > 0 ? 'is not a day of the calendar' : 'cannot be read as a day'
  return { kind: 'unreadable', says: `${typed.trim()} ${says}. ${likeThis}` }
}

type Parts = readonly (string | undefined)[]

/** Every way of writing a day, and the days that its three parts may mean. */
const ways: readonly Readonly<{ form: RegExp; means: (parts: Parts) => string[] }>[] = [
  { form: /^(\d{2})(\d{2})(\d{2})$/, means: ([, year, month, day]) => [last(iso(year, month, day))] },
  { form: /^(\d{4})[-/. ]?(\d{2})[-/. ]?(\d{2})$/, means: ([, year, month, day]) => [last(iso(year, month, day))] },
  { form: /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/, means: ([, year, month, day]) => [iso(year, month, day)] },
  { form: /^(\d{2})(\d{2})(\d{4})$/, means: yearLast },
  { form: /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/, means: yearLast },
  // With a short year, only dashes are in use for both ends.
  { form: /^(\d{2})-(\d{2})-(\d{2})$/, means: ([, year, month, day]) => [iso(year, month, day)] },
  {
    form: /^(\d{1,2})(?:st|nd|rd|th)?[ .-]*([a-z]{3,9})[ .,-]*(\d{4}|\d{2})$/,
    means: ([, day, month, year]) => [iso(year, monthNamed(month), day)],
  },
  {
    form: /^([a-z]{3,9})[ .-]*(\d{1,2})(?:st|nd|rd|th)?[ ,-]+(\d{4}|\d{2})$/,
    means: ([, month, day, year]) => [iso(year, monthNamed(month), day)],
  },
]

const readings = (text: string) => ways.flatMap(({ form, means }) => means(form.exec(text) ?? [])).filter(Boolean)

function yearLast([whole, one, two, year]: Parts): string[] {
  return whole === undefined ? [] : [iso(year, two, one), iso(year, one, two)]
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthNamed = (word = '') => String(monthNames.indexOf(word.slice(0, 3)) + 1)

/** A year of two digits is of this century. Empty where the form did not fit. */
function iso(year: string | undefined, month = '', day = ''): string {
  if (year === undefined) return ''
  return `${year.length === 4 ? year : `20${year}`}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

function last(day: string): string {
  const first = `${day.slice(0, 8)}01`
  return day.endsWith('-00') && isCalendarDate(first) ? lastDayOfMonth(first) : day
}

/** `12/2026`, `2026-12`, `12/26`, `Dec 2026`: many labels say no more. */
function firstOfMonth(text: string): string | null {
  const [, month, year] = /^(\d{1,2}|[a-z]{3,9})[-/. ]*(?<=\D)(\d{4}|\d{2})$/.exec(text) ?? []
  const [, turnedYear, turnedMonth] = /^(\d{4})[-/. ](\d{1,2})$/.exec(text) ?? []
  const named = month !== undefined && /\D/.test(month) ? monthNamed(month) : month
  const day = iso(year ?? turnedYear, named ?? turnedMonth, '1')
  return isCalendarDate(day) ? day : null
}
