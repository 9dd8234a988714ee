import { expect, test } from 'vitest'
import { sampleDue, samplesWanting } from './samples.ts'

test.each([
  ['2026-06-01', 12, '2027-06-01', 'last day 2026-06-01 + 12 months'],
  ['2026-06-01', 1, '2026-07-01', 'last day 2026-06-01 + 1 month'],
  ['2024-02-29', 12, '2025-02-28', 'last day 2024-02-29 + 12 months'],
])('a sample of what lasts until %s is kept for %d months more, until %s', (expiresOn, months, dueOn, because) => {
  expect(sampleDue(expiresOn, months)).toEqual({ dueOn, because })
})

test('no day is invented for a sample of what has no last day', () => {
  expect(sampleDue(null, 12)).toBeNull()
})

test.each([
  ['the first delivery', 2, 0, 100, 2],
  ['one came', 2, 0, 1, 1],
  ['the next brings what is wanting', 2, 1, 100, 1],
  ['all are taken', 2, 2, 100, 0],
  ['more are taken than the rule wants', 2, 5, 100, 0],
  ['the rule wants none', 0, 0, 100, 0],
])('samples are taken until there are as many as the rule wants: %s', (_, wanted, taken, came, now) => {
  expect(samplesWanting(wanted, taken, came)).toBe(now)
})
