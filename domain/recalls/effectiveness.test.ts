import { expect, test } from 'vitest'
import { checkNumbers, owedForCheck, percentOfLevel, percentProblem, toCheck } from './effectiveness.ts'

test.each([
  ['A', null, 204, 204],
  ['B', 10.5, 204, 22],
  ['B', 50, 3, 2],
  ['C', null, 204, 21],
  ['C', null, 1, 1],
  ['D', null, 204, 5],
  ['D', null, 1, 1],
  ['E', null, 204, 0],
  ['A', null, 0, 0],
] as const)('level %s (%s): of %i consignees %i are checked', (level, typed, consignees, checks) => {
  expect(toCheck(consignees, percentOfLevel(level, typed))).toBe(checks)
})

test.each([
  ['A', null, true],
  ['A', 50, false],
  ['B', null, false],
  ['B', 10, false],
  ['B', 10.1, true],
  ['B', 99.9, true],
  ['B', 100, false],
] as const)('level %s with %s %% is right: %s', (level, typed, right) => {
  expect(percentProblem(level, typed) === null).toBe(right)
})

test('who was not reached counts as checked, and who has no result does not', () => {
  const good = { reached: true, gotNotice: true, acted: true }
  const last = [good, good, { ...good, acted: false }, { reached: false, gotNotice: null, acted: null }, null]
  expect(checkNumbers(last)).toEqual({ drawn: 5, open: 1, effective: 2, notEffective: 1, notReached: 1, passRate: 50 })
  expect(checkNumbers([])).toMatchObject({ passRate: null })
})

test('what a check shows to be wrong is to be put right; whom nobody reached is asked again', () => {
  const owed = (gotNotice: boolean, acted: boolean) => owedForCheck('C1', { reached: true, gotNotice, acted })
  expect(owed(true, true)).toBeNull()
  expect(owed(true, false)).toBe('C1 got the notice and has not acted on it: find out why, and see that it does.')
  expect(owed(false, false)).toBe('C1 did not get the notice: find out why, and see that it does.')
  expect(owedForCheck('C1', { reached: false, gotNotice: null, acted: null })).toBeNull()
})
