import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from './calendar-date.ts'
import { firstNegativeDay, isPhysical } from './ledger.ts'

test.each([
  ['storage', true],
  ['dock', true],
  ['opened', true],
  ['quarantine', true],
  ['transit', true],
  ['supplier', false],
  ['customer', false],
  ['production', false],
  ['scrap', false],
  ['sample', false],
  ['count', false],
  ['opening', false],
] as const)('stock lies at a %s place: %s', (kind, lies) => {
  expect(isPhysical(kind)).toBe(lies)
})

test.each([
  ['nothing ever', [], null],
  [
    'in before out',
    [
      ['11-10', 50],
      ['11-12', -50],
    ],
    null,
  ],
  [
    'in and out on one day, told out first',
    [
      ['11-10', -50],
      ['11-10', 50],
    ],
    null,
  ],
  [
    'out a day too early',
    [
      ['11-10', -1],
      ['11-11', 5],
    ],
    { day: '2025-11-10', short: 1 },
  ],
  [
    'told out of order',
    [
      ['11-20', 20],
      ['11-14', -1],
    ],
    { day: '2025-11-14', short: 1 },
  ],
  [
    'the first of two',
    [
      ['11-10', 5],
      ['11-12', -7],
      ['11-13', -7],
    ],
    { day: '2025-11-12', short: 2 },
  ],
] as [string, [string, number][], { day: string; short: number } | null][])('a past that %s', (_, given, answer) => {
  const days = given.map(([day, quantity]) => ({ occurredOn: `2025-${day}`, quantity }))
  expect(firstNegativeDay(days)).toEqual(answer)
})

test('law: the day found is the first whose running sum, day after day, is below zero', () => {
  const signed = fc.array(
    fc.record({
      occurredOn: fc.nat(12).map((days) => addDays('2025-11-01', days)),
      quantity: fc.integer({ min: -20, max: 20 }),
    }),
    { maxLength: 15 },
  )
  fc.assert(
    fc.property(signed, (given) => {
      const upTo = (day: string) =>
        given.filter(({ occurredOn }) => occurredOn <= day).reduce((total, { quantity }) => total + quantity, 0)
      const all = Array.from({ length: 13 }, (_, days) => addDays('2025-11-01', days))
      const day = all.find((one) => upTo(one) < 0)
      expect(firstNegativeDay(given)).toEqual(day ? { day, short: -upTo(day) } : null)
    }),
    { numRuns: 1000 },
  )
})
