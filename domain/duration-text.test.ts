import { expect, test } from 'vitest'
import { durationText } from './duration-text.ts'

test.each([
  [-5, '0 s'],
  [0.4, '0 s'],
  [59.9, '59 s'],
  [60, '1 min'],
  [192, '3 min 12 s'],
  [3_600, '1 h'],
  [7_445, '2 h 4 min'],
  [3_601, '1 h'],
  [90_000, '1 d 1 h'],
  [86_400 * 12 + 59, '12 d'],
])('%d seconds read as %s', (seconds, words) => {
  expect(durationText(seconds)).toBe(words)
})
