/**
 * domain/imports/day-shape.ts — what a cell says of a day, before it is known how its column writes days.
 */
import { type CalendarDate, isCalendarDate } from '../calendar-date.ts'
import { monthNamed } from './month-names.ts'

/** `either` may have the day or the month first; `serial` counts days as spreadsheets do. */
export type DayShape =
  | Readonly<{ is: 'day'; on: string }>
  | Readonly<{ is: 'either'; dayFirst: CalendarDate | null; monthFirst: CalendarDate | null }>
  | Readonly<{ is: 'month'; year: number; month: number }>
  | Readonly<{ is: 'serial'; count: number }>

type Parts = Readonly<{ year: number; month: number; day: number }>

/** It may be no day of the calendar. */
const written = ({ year, month, day }: Parts): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

function dayOf(parts: Parts): CalendarDate | null {
  const text = written(parts)
  return isCalendarDate(text) ? text : null
}

/** Stock has no days of the last century. */
const yearOf = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text))

const time = /[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[AaPp][Mm]| ?Z|[+-]\d{2}:?\d{2})?$/
const yearFirst = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/
const allDigits = /^((?:19|20|21)\d{2})(\d{2})(\d{2})$/
/** Who writes points writes the day first, in every country. */
const withPoints = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d{2})$/
const yearLast = /^(\d{1,2})[-/ ](\d{1,2})[-/ ](\d{4}|\d{2})$/
const monthFirst = /^(\d{1,2})[-/. ](\d{4})$/
const monthLast = /^(\d{4})[-/.](\d{1,2})$/

/** From 2000-01-01 to 2099-12-31, as Excel counts. */
const serials = { least: 36_526, most: 73_050 }

const lettersMax = 40

/** Null where the cell says no day in any way that is known here. */
export function dayShape(cell: string): DayShape | null {
  if (!/\d/.test(cell) || cell.length > lettersMax) return null
  const text = cell.trim().replace(time, '')
  return inNumbers(text) ?? inWords(text)
}

function inNumbers(text: string): DayShape | null {
  const known = yearFirst.exec(text) ?? allDigits.exec(text)
  if (known) return day({ year: Number(known[1]), month: Number(known[2]), day: Number(known[3]) })
  const points = withPoints.exec(text)
  if (points) return day({ year: yearOf(points[3] ?? ''), month: Number(points[2]), day: Number(points[1]) })
  const last = yearLast.exec(text)
  if (last) return either(Number(last[1]), Number(last[2]), yearOf(last[3] ?? ''))
  const month = monthFirst.exec(text)
  if (month) return monthOf(Number(month[2]), Number(month[1]))
  const other = monthLast.exec(text)
  if (other) return monthOf(Number(other[1]), Number(other[2]))
  const count = Math.floor(Number(text))
  return /^\d{5}([.,]\d+)?$/.test(text) && count >= serials.least && count <= serials.most
    ? { is: 'serial', count }
    : null
}

const day = (parts: Parts): DayShape => ({ is: 'day', on: written(parts) })

function either(first: number, second: number, year: number): DayShape {
  const [dayFirst, monthFirstDay] = [
    dayOf({ year, month: second, day: first }),
    dayOf({ year, month: first, day: second }),
  ]
  return { is: 'either', dayFirst, monthFirst: monthFirstDay }
}

const monthOf = (year: number, month: number): DayShape | null =>
  month >= 1 && month <= 12 ? { is: 'month', year, month } : null

/** `31. Januar 2027`, `Jan 31, 2027`, `31-jan-27`, `Jan 2027`. */
function inWords(text: string): DayShape | null {
  if (!/\p{L}{3}/u.test(text)) return null
  const words = text
    .replaceAll(/(?<=\d)(st|nd|rd|th|er)\b/gi, '')
    .split(/[\s.,/-]+/)
    .filter((word) => word !== '' && !/^(de|of|den|der)$/i.test(word))
  const at = words.findIndex((word) => monthNamed(word) !== null)
  const month = monthNamed(words[at] ?? '')
  const rest = words.filter((_, index) => index !== at)
  if (month === null || rest.some((word) => !/^(\d{1,2}|\d{4})$/.test(word))) return null
  const [first = '', second = ''] = rest
  if (rest.length === 1) return monthOf(yearOf(first.padStart(2, '0')), month)
  if (rest.length !== 2) return null
  const yearAt = first.length === 4 ? 0 : 1
  return day({
    year: yearOf((yearAt === 0 ? first : second).padStart(2, '0')),
    month,
    day: Number(yearAt === 0 ? second : first),
  })
}
