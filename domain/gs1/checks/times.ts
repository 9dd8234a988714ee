/**
 * domain/gs1/checks/times.ts — checks of days and times of day.
 */
import { charactersOf } from '../characters.ts'
import { type Fault, fault } from '../fault.ts'

const digits = charactersOf.N
const two = (value: string, at: number) => (value.charCodeAt(at) - 48) * 10 + value.charCodeAt(at + 1) - 48

/** Two digits of a year do not tell the century: 00 has a 29 February, as 2000 had. */
const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
const lastDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

type Form = Readonly<{ yearDigits: 2 | 4; dayMin: 0 | 1 }>

/** Day 00 stands for the last of the month, where the identifier allows it. */
const day =
  ({ yearDigits, dayMin }: Form) =>
  (value: string): Fault | null => {
    const length = yearDigits + 4
    if (value.length !== length)
      return fault(value.length < length ? 'date_too_short' : 'date_too_long', 0, value.length)
    const strange = digits(value)
    if (strange) return strange
    const [month, date] = [two(value, yearDigits), two(value, yearDigits + 2)]
    const last = lastDays[month - 1]
    if (last === undefined) return fault('illegal_month', yearDigits, 2)
    const dayMax = month === 2 && isLeap(Number(value.slice(0, yearDigits))) ? 29 : last
    if (date >= dayMin && date <= dayMax) return null
    return { ...fault('illegal_day', yearDigits + 2, 2), right: `0${dayMin} to ${dayMax}` }
  }

export const yymmdd = day({ yearDigits: 2, dayMin: 1 })
export const yymmd0 = day({ yearDigits: 2, dayMin: 0 })
export const yyyymmdd = day({ yearDigits: 4, dayMin: 1 })
export const yyyymmd0 = day({ yearDigits: 4, dayMin: 0 })

/** Two digits below `end`; `name` as the codes have it. */
const below =
  (name: 'hour' | 'minute' | 'second', end: number) =>
  (value: string): Fault | null => {
    if (value.length !== 2) return fault(`${name}_too_${value.length < 2 ? 'short' : 'long'}`, 0, value.length)
    return digits(value) ?? (two(value, 0) < end ? null : fault(`illegal_${name}`, 0, 2))
  }

export const hh = below('hour', 24)
export const mi = below('minute', 60)
export const ss = below('second', 60)

export function hhmi(value: string): Fault | null {
  if (value.length !== 4) return fault(`hour_with_minute_too_${value.length < 4 ? 'short' : 'long'}`, 0, value.length)
  const strange = digits(value)
  if (strange) return strange
  if (two(value, 0) > 23) return fault('illegal_hour', 0, 2)
  return two(value, 2) > 59 ? fault('illegal_minute', 2, 2) : null
}
