/**
 * domain/calendar-date.ts — days of the calendar, without clock, zone or time of day.
 *
 * Arithmetic is on whole day numbers of the proleptic Gregorian calendar; a JS Date, which is an instant, is never used.
 */

/** `YYYY-MM-DD`, years 1900 to 9999. Text order is day order. */
export type CalendarDate = string

const form = /^(\d{4})-(\d{2})-(\d{2})$/

export function isCalendarDate(text: string): boolean {
  const [, year, month, day] = (form.exec(text) ?? []).map(Number)
  if (year === undefined || month === undefined || day === undefined) return false
  return year >= 1900 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** `days` may be negative. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromDayNumber(toDayNumber(date) + days)
}

/** Days from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return toDayNumber(to) - toDayNumber(from)
}

/** The same day of a later month, or its last one where it has no such day; `months` may be negative. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = parts(date)
  const count = year * 12 + month - 1 + months
  const [toYear, toMonth] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1]
  return write(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)))
}

export function lastDayOfMonth(date: CalendarDate): CalendarDate {
  const { year, month } = parts(date)
  return write(year, month, daysInMonth(year, month))
}

export const laterOf = (a: CalendarDate, b: CalendarDate): CalendarDate => (a > b ? a : b)
export const earlierOf = (a: CalendarDate, b: CalendarDate): CalendarDate => (a < b ? a : b)

function parts(date: CalendarDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

// A year that starts in March puts the leap day last, so that months have a regular length: 153 days in five of them.
function toDayNumber(date: CalendarDate): number {
  const { year, month, day } = parts(date)
  const shifted = month > 2 ? year : year - 1
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  return shifted * 365 + Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400) + dayOfYear
}

const daysIn400Years = 146_097

function fromDayNumber(number: number): CalendarDate {
  const era = Math.floor(number / daysIn400Years)
  const ofEra = number - era * daysIn400Years
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  )
  const dayOfYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
  return write(year, month, dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1)
}

const write = (year: number, month: number, day: number): CalendarDate =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
