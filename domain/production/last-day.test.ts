import { expect, test } from 'vitest'
import { earliestOf } from './last-day.ts'

test.each([
  [
    'the earliest of all',
    ['2026-05-01', '2026-03-15'],
    '2026-03-15',
    'the first of what it was made of: batch B1 of RAW',
  ],
  [
    'the first named of two that are alike',
    ['2026-03-15', '2026-03-15'],
    '2026-03-15',
    'the first of what it was made of: batch B0 of RAW',
  ],
  [
    'what has no day does not count',
    [null, '2026-05-01'],
    '2026-05-01',
    'the first of what it was made of: batch B1 of RAW',
  ],
])('scenario 62: %s', (_, days, on, says) => {
  expect(earliestOf(days.map((expiresOn, at) => ({ sku: 'RAW', code: `B${at}`, expiresOn })))).toEqual({ on, says })
})

test('nothing is known where nothing that was used has a last day', () => {
  expect(earliestOf([{ sku: 'RAW', code: 'B', expiresOn: null }])).toBeNull()
})
