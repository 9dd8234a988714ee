import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { addDays, addMonths, daysBetween, isCalendarDate, lastDayOfMonth, laterOf } from './calendar-date.ts'

const day = fc
  .integer({ min: 0, max: daysBetween('1900-01-01', '9999-12-31') })
  .map((days) => Temporal.PlainDate.from('1900-01-01').add({ days }).toString())

test.each([
  ['2025-11-23', true],
  ['2024-02-29', true],
  ['2000-02-29', true],
  ['1900-01-01', true],
  ['9999-12-31', true],
  ['2025-02-29', false],
  ['1900-02-29', false],
  ['2100-02-29', false],
  ['2025-04-31', false],
  ['2025-13-01', false],
  ['2025-00-10', false],
  ['2025-01-00', false],
  ['1899-12-31', false],
  ['2025-1-1', false],
  ['2025-11-23T00:00', false],
  [' 2025-11-23', false],
  ['٢٠٢٥-11-23', false],
  ['2025-11-23\n', false],
  ['', false],
])('%j is a day of the calendar: %s', (text, is) => {
  expect(isCalendarDate(text)).toBe(is)
})

test.each([
  ['2025-11-23', 0, '2025-11-23'],
  ['2025-12-31', 1, '2026-01-01'],
  ['2024-02-28', 1, '2024-02-29'],
  ['2025-02-28', 1, '2025-03-01'],
  ['2026-03-01', -1, '2026-02-28'],
  ['2025-10-10', 365, '2026-10-10'],
  ['2000-01-01', 146_097, '2400-01-01'],
])('%s and %i days is %s', (from, days, to) => {
  expect(addDays(from, days)).toBe(to)
  expect(daysBetween(from, to)).toBe(days)
})

test('a month ends on its own last day', () => {
  expect(['2026-01-05', '2026-02-01', '2024-02-10', '2025-04-30'].map(lastDayOfMonth)).toEqual([
    '2026-01-31',
    '2026-02-28',
    '2024-02-29',
    '2025-04-30',
  ])
})

test('every day of four centuries follows the one before it, as Temporal has it', () => {
  let at = Temporal.PlainDate.from('1900-01-01')
  let ours = '1900-01-01'
  let alike = 0
  for (let days = 0; days <= 146_097; days += 1) {
    if (ours === at.toString()) alike += 1
    at = at.add({ days: 1 })
    ours = addDays(ours, 1)
  }
  expect(alike).toBe(146_098)
})

test('law: adding days is what Temporal and Intl say, and daysBetween undoes it', () => {
  const intl = new Intl.DateTimeFormat('en-CA', { timeZone: 'UTC', year: 'numeric', month: '2-digit', day: '2-digit' })
  fc.assert(
    fc.property(day, fc.integer({ min: -200_000, max: 200_000 }), (from, days) => {
      const to = Temporal.PlainDate.from(from).add({ days })
      fc.pre(to.year >= 1900 && to.year <= 9999)
      expect(addDays(from, days)).toBe(to.toString())
      expect(addDays(from, days)).toBe(intl.format(Temporal.Instant.from(`${to}T00:00:00Z`).epochMilliseconds))
      expect(daysBetween(from, to.toString())).toBe(days)
    }),
    { numRuns: 2000 },
  )
})

test('law: text is a day exactly when Temporal can read it as that very day', () => {
  const two = fc.integer({ min: 0, max: 40 }).map((value) => String(value).padStart(2, '0'))
  const text = fc
    .tuple(fc.integer({ min: 1890, max: 2110 }), two, two)
    .map(([year, month, date]) => `${year}-${month}-${date}`)
  fc.assert(
    fc.property(text, (written) => {
      const [year = 0, month = 0, date = 0] = written.split('-').map(Number)
      let exists = year >= 1900
      try {
        Temporal.PlainDate.from({ year, month, day: date }, { overflow: 'reject' })
      } catch {
        exists = false
      }
      expect(isCalendarDate(written)).toBe(exists)
    }),
    { numRuns: 2000 },
  )
})

test('law: the order of texts is the order of days', () => {
  fc.assert(
    fc.property(day, day, (a, b) => {
      expect([a < b, a === b]).toEqual([Temporal.PlainDate.compare(a, b) < 0, Temporal.PlainDate.compare(a, b) === 0])
      expect(laterOf(a, b)).toBe(daysBetween(a, b) > 0 ? b : a)
    }),
  )
})

test.each([
  ['2025-11-23', 12, '2026-11-23'],
  ['2025-01-31', 1, '2025-02-28'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2025-11-23', 1, '2025-12-23'],
  ['2025-12-31', 2, '2026-02-28'],
  ['2025-01-31', -2, '2024-11-30'],
])('%s and %d months is %s', (date, months, expected) => {
  expect(addMonths(date, months)).toBe(expected)
})

test('law: months are added as the calendar of others adds them', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 240 }), (date, months) => {
      const expected = Temporal.PlainDate.from(date).add({ months }).toString()
      fc.pre(expected.length === 10)
      expect(addMonths(date, months)).toBe(expected)
    }),
  )
})
