/**
 * server/platform/clock.ts — the one source of time, handed to whatever needs it. SQL never asks the database for now.
 */
import { Temporal } from 'temporal-polyfill'
import type { CalendarDate } from '#domain/calendar-date.ts'

/** ISO 8601 with zone, e.g. `2025-11-23T15:00:00.000Z`. */
export type Instant = string
export type Clock = {
  now(): Instant
  /** Rings whenever a quarter of an hour begins: in every zone midnight is one. The answer stops it. */
  everyQuarter(ring: () => void): () => void
}

const quarterMs = 15 * 60_000

export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  everyQuarter(ring) {
    const wait = () =>
      setTimeout(
        () => {
          ring()
          timer = wait()
        },
        quarterMs - (Date.now() % quarterMs),
      )
    let timer = wait()
    return () => clearTimeout(timer)
  },
}

/** A clock that stands still until it is set; for tests and for the demo's past. */
export function standingClock(start: Instant): Clock & { set(at: Instant): void } {
  let current = new Date(start).toISOString()
  const rings = new Set<() => void>()
  const quarter = () => Math.floor(Date.parse(current) / quarterMs)
  return {
    now: () => current,
    everyQuarter(ring) {
      rings.add(ring)
      return () => void rings.delete(ring)
    },
    set(at) {
      const before = quarter()
      current = new Date(at).toISOString()
      if (quarter() !== before) for (const ring of rings) ring()
    },
  }
}

const formats = new Map<string, Intl.DateTimeFormat>()
/** By zone, the last answer: within one transaction all ask for the same instant. */
const asked = new Map<string, Readonly<{ at: Instant; day: CalendarDate }>>()

/** The calendar date at an instant in a zone of the IANA database, e.g. `America/Chicago`. */
export function dayIn(zone: string, at: Instant): CalendarDate {
  const before = asked.get(zone)
  if (before?.at === at) return before.day
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
    formats.set(zone, format)
  }
  const day = format.format(new Date(at))
  asked.set(zone, { at, day })
  return day
}

/** What the clock on the wall shows, HH:MM of 24 hours. */
export const timeIn = (zone: string, at: Instant): string =>
  Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' })

/** The first instant of a calendar date in a zone. */
export function startOfDay(zone: string, day: CalendarDate): Instant {
  const start = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone })
  return new Date(start.epochMilliseconds).toISOString()
}

const lastOfAll = Date.parse('9999-12-31T23:59:59.999Z')

/** The last millisecond of a calendar date in a zone. */
export function endOfDay(zone: string, day: CalendarDate): Instant {
  const next = Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime({ timeZone: zone })
  return new Date(Math.min(next.epochMilliseconds - 1, lastOfAll)).toISOString()
}

export function isTimeZone(zone: string): boolean {
  try {
    dayIn(zone, '2025-01-01T00:00:00Z')
    return true
  } catch {
    return false
  }
}
