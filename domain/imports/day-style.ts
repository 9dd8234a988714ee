/**
 * domain/imports/day-style.ts — how a column writes its days: told by all of its values, or by a person; never by one value that may be two days.
 */
import { addDays, type CalendarDate, isCalendarDate, lastDayOfMonth } from '../calendar-date.ts'
import { dayShape } from './day-shape.ts'

/** Null is what nobody knows yet. A month is its first or its last day only where a person says so. */
export type DayStyle = Readonly<{
  order: 'day first' | 'month first' | null
  monthMeans: 'first day' | 'last day' | null
  serialFrom: 1900 | 1904 | null
}>
/** How many values of a column are of which shape. */
export type DaysSeen = Readonly<{
  days: number
  dayFirst: number // they can only have the day first
  monthFirst: number
  either: number // they may be two days
  months: number
  serials: number
  others: number
}>
export const noDaysSeen: DaysSeen = {
  days: 0,
  dayFirst: 0,
  monthFirst: 0,
  either: 0,
  months: 0,
  serials: 0,
  others: 0,
}
export const unknownStyle: DayStyle = { order: null, monthMeans: null, serialFrom: null }

/** Which count the value goes to. */
export function daySeen(cell: string): keyof DaysSeen {
  const shape = dayShape(cell)
  if (shape === null) return 'others'
  if (shape.is === 'month') return 'months'
  if (shape.is === 'serial') return 'serials'
  if (shape.is === 'day') return 'days'
  const { dayFirst, monthFirst } = shape
  if (dayFirst === monthFirst) return dayFirst === null ? 'others' : 'days'
  if (dayFirst === null) return 'monthFirst'
  return monthFirst === null ? 'dayFirst' : 'either'
}

/** Serial numbers are told by being such: no other way to write a day looks like them. */
export function styleOf({ dayFirst, monthFirst, serials }: DaysSeen): DayStyle {
  const order = dayFirst > 0 === monthFirst > 0 ? null : dayFirst > 0 ? 'day first' : 'month first'
  return { order, monthMeans: null, serialFrom: serials > 0 ? 1900 : null }
}

/** What a person has to say, for nothing in the column tells it. */
export function asksOf(seen: DaysSeen, style: DayStyle): ('order' | 'month')[] {
  return [
    ...(seen.either > 0 && style.order === null ? (['order'] as const) : []),
    ...(seen.months > 0 && style.monthMeans === null ? (['month'] as const) : []),
  ]
}

/** `asks` where the value is a day, and only a person can say which. */
export type DayRead = Readonly<{ on: CalendarDate } | { problem: string; asks: boolean }>

/** `problem` goes on where the name of the column ends. */
export function readDay(cell: string, style: DayStyle): DayRead {
  const shape = dayShape(cell)
  if (shape === null) return noDay(cell)
  if (shape.is === 'day') return isCalendarDate(shape.on) ? { on: shape.on } : noDay(cell)
  if (shape.is === 'serial') return bySerial(shape.count, style, cell)
  if (shape.is === 'month') return byMonth(shape, style, cell)
  return byOrder(shape, style, cell)
}

const noDay = (cell: string) => ({ problem: `must be a day as 2026-01-31, not "${cell}"`, asks: false })

type Either = Readonly<{ dayFirst: CalendarDate | null; monthFirst: CalendarDate | null }>

function byOrder({ dayFirst, monthFirst }: Either, { order }: DayStyle, cell: string): DayRead {
  const alone = dayFirst === null || monthFirst === null || dayFirst === monthFirst
  const chosen = order === 'day first' ? dayFirst : monthFirst
  if (order !== null)
    return chosen === null
      ? { problem: `has the ${order} in this column, and so "${cell}" is no day`, asks: false }
      : { on: chosen }
  const only = dayFirst ?? monthFirst
  if (alone) return only === null ? noDay(cell) : { on: only }
  return {
    problem: `is "${cell}", which may be ${dayFirst} or ${monthFirst}: say whether this column has the day or the month first`,
    asks: true,
  }
}

function bySerial(count: number, { serialFrom }: DayStyle, cell: string): DayRead {
  if (serialFrom === null) return noDay(cell)
  return { on: addDays(serialFrom === 1900 ? '1899-12-30' : '1904-01-01', count) }
}

function byMonth(
  { year, month }: Readonly<{ year: number; month: number }>,
  { monthMeans }: DayStyle,
  cell: string,
): DayRead {
  if (monthMeans === null)
    return {
      problem: `is "${cell}", a month: say whether its first or its last day is meant in this column`,
      asks: true,
    }
  const first = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`
  return { on: monthMeans === 'first day' ? first : lastDayOfMonth(first) }
}
