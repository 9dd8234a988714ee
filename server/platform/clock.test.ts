import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test, vi } from 'vitest'
import { dayIn, endOfDay, isTimeZone, standingClock, startOfDay, systemClock } from './clock.ts'

test.each([
  ['Chicago, last minute of the day', 'America/Chicago', '2025-12-02T05:59:59.999Z', '2025-12-01'],
  ['Chicago, midnight', 'America/Chicago', '2025-12-02T06:00:00Z', '2025-12-02'],
  ['Sydney, the same instant', 'Australia/Sydney', '2025-12-02T05:59:59Z', '2025-12-02'],
  ['Kiritimati is a day ahead of Pago Pago', 'Pacific/Kiritimati', '2025-06-01T10:30:00Z', '2025-06-02'],
  ['Pago Pago', 'Pacific/Pago_Pago', '2025-06-01T10:30:00Z', '2025-05-31'],
  ['Chicago, spring: 23 hours', 'America/Chicago', '2025-03-10T04:59:59Z', '2025-03-09'],
  ['Chicago, spring, next day', 'America/Chicago', '2025-03-10T05:00:00Z', '2025-03-10'],
  ['Chicago, autumn: 25 hours', 'America/Chicago', '2025-11-03T05:59:59Z', '2025-11-02'],
  ['Chicago, autumn, next day', 'America/Chicago', '2025-11-03T06:00:00Z', '2025-11-03'],
  ['Kolkata, half an hour', 'Asia/Kolkata', '2025-01-01T18:30:00Z', '2025-01-02'],
  ['an offset in the text', 'UTC', '2025-01-01T23:30:00-06:00', '2025-01-02'],
])('the day where it lies: %s', (_, zone, at, day) => {
  expect(dayIn(zone, at)).toBe(day)
})

test.each([
  ['America/Chicago', '2025-11-23', '2025-11-23T06:00:00.000Z'],
  ['America/Chicago', '2025-07-01', '2025-07-01T05:00:00.000Z'],
  ['Asia/Kolkata', '2025-01-01', '2024-12-31T18:30:00.000Z'],
  ['Africa/Cairo', '2024-04-26', '2024-04-25T22:00:00.000Z'], // its midnight does not exist: the day begins at 01:00
])('a day begins: %s %s', (zone, day, at) => {
  expect(startOfDay(zone, day)).toBe(at)
})

const zones = [
  'America/Chicago',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'Europe/Berlin',
  'Asia/Kathmandu',
  'America/Sao_Paulo',
]
const moment = fc
  .integer({ min: Date.UTC(1990, 0), max: Date.UTC(2040, 0) })
  .map((milliseconds) => new Date(milliseconds).toISOString())

test('law: the day in a zone is what Temporal says, and its first instant is that day and the one before is not', () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), moment, (zone, at) => {
      const day = dayIn(zone, at)
      expect(day).toBe(Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toString())
      const start = startOfDay(zone, day)
      expect(dayIn(zone, start)).toBe(day)
      expect(dayIn(zone, new Date(Date.parse(start) - 1).toISOString()) < day).toBe(true)
      expect(Date.parse(start)).toBeLessThanOrEqual(Date.parse(at))
    }),
    { numRuns: 500 },
  )
})

test.each([
  ['America/Chicago', true],
  ['UTC', true],
  ['Mars/Olympus', false],
  ['', false],
  ["'; drop table", false],
])('%j is a time zone: %s', (zone, is) => {
  expect(isTimeZone(zone)).toBe(is)
})

test('a standing clock stands until it is set, and tells UTC', () => {
  const clock = standingClock('2025-11-23T09:00:00-06:00')
  expect(clock.now()).toBe('2025-11-23T15:00:00.000Z')
  clock.set('2025-11-24T00:00:00Z')
  expect(clock.now()).toBe('2025-11-24T00:00:00.000Z')
})

test('a standing clock rings when it is set into another quarter of an hour, once, until it is stopped', () => {
  const clock = standingClock('2025-11-23T15:01:00Z')
  let rings = 0
  const stop = clock.everyQuarter(() => {
    rings += 1
  })
  clock.set('2025-11-23T15:14:59Z')
  expect(rings).toBe(0)
  clock.set('2025-11-23T15:15:00Z')
  clock.set('2025-11-25T00:00:00Z')
  expect(rings).toBe(2)
  stop()
  clock.set('2025-11-26T00:00:00Z')
  expect(rings).toBe(2)
})

test('the clock of the system rings at each quarter of an hour', () => {
  vi.useFakeTimers({ now: new Date('2025-12-02T05:50:00Z') })
  try {
    const rings: string[] = []
    const stop = systemClock.everyQuarter(() => rings.push(systemClock.now()))
    vi.advanceTimersByTime(40 * 60_000)
    stop()
    vi.advanceTimersByTime(40 * 60_000)
    expect(rings).toEqual(['2025-12-02T06:00:00.000Z', '2025-12-02T06:15:00.000Z', '2025-12-02T06:30:00.000Z'])
  } finally {
    vi.useRealTimers()
  }
})

test('midnight is the beginning of a quarter of an hour in every zone', () => {
  for (const zone of Intl.supportedValuesOf('timeZone'))
    expect([zone, Date.parse(startOfDay(zone, '2025-12-02')) % (15 * 60_000)]).toEqual([zone, 0])
})

test.each([
  ['America/Chicago', '2025-11-02', '2025-11-03T05:59:59.999Z'],
  ['Asia/Tokyo', '2025-12-01', '2025-12-01T14:59:59.999Z'],
  ['UTC', '9999-12-31', '9999-12-31T23:59:59.999Z'],
  ['America/Chicago', '9999-12-31', '9999-12-31T23:59:59.999Z'],
])('in %s the day %s ends at %s', (zone, day, at) => {
  expect(endOfDay(zone, day)).toBe(at)
})
