import { expect, test } from 'vitest'
import { readDay } from './read-day.ts'

test.each([
  ['2026-12-01', '2026-12-01'],
  [' 2026/2/9 ', '2026-02-09'],
  ['261201', '2026-12-01'],
  ['260100', '2026-01-31'],
  ['1 Dec 2026', '2026-12-01'],
  ['29 February 2028', '2028-02-29'],
  ['29 February 2027', null],
  ['2026-13-01', null],
  ['01/02/2026', null],
  ['', null],
])('"%s" reads as %s; what could be two days is none', (typed, day) => {
  expect(readDay(typed)).toBe(day)
})
