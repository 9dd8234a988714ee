import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween } from './calendar-date.ts'
import {
  computedExpiry,
  daysLeft,
  governingExpiry,
  isExpired,
  type LifeRule,
  lastDeliveryDay,
  lifeDaysRequired,
  lifeVerdict,
} from './shelf-life.ts'

const until = (expiresOn: string | null, producedOn: string | null = null) => ({ producedOn, expiresOn })
const days = (daysMin: number): LifeRule => ({ kind: 'days', daysMin })
const share = (percentMin: number): LifeRule => ({ kind: 'share', percentMin })

test.each([
  ['the day before the last', '2025-11-30', 1, false],
  ['the last day', '2025-12-01', 0, false],
  ['the day after', '2025-12-02', -1, true],
])('a unit is good through its last day: %s', (_, day, left, expired) => {
  expect(daysLeft('2025-12-01', day)).toBe(left)
  expect(isExpired('2025-12-01', day)).toBe(expired)
  expect(isExpired(null, day)).toBe(false)
})

test.each([
  ['nothing', [], null],
  ['production alone says nothing', [{ kind: 'produced', on: '2025-01-01' }], null],
  ['best before alone governs', [{ kind: 'best_before', on: '2026-01-01' }], '2026-01-01'],
  [
    'use by governs, though best before is earlier',
    [
      { kind: 'best_before', on: '2026-01-01' },
      { kind: 'use_by', on: '2026-03-01' },
    ],
    '2026-03-01',
  ],
  [
    'the earlier of use by and expiry',
    [
      { kind: 'use_by', on: '2026-03-01' },
      { kind: 'expiry', on: '2026-02-01' },
    ],
    '2026-02-01',
  ],
] as const)('the last day of %s', (_, dates, last) => {
  expect(governingExpiry(dates)).toBe(last)
})

test('a counted last day is the production day and the life', () => {
  expect(computedExpiry({ producedOn: '2025-10-10', lifeDays: 365 })).toBe('2026-10-10')
})

const noProduction = (percentMin: number) => ({ kind: 'undated', missing: 'produced', percentMin }) as const

test.each([
  ['30 days, 30 left', until('2025-12-23'), [days(30)], '2025-11-23', { kind: 'fits' }],
  ['30 days, 29 left', until('2025-12-22'), [days(30)], '2025-11-23', { kind: 'too_short', left: 29, required: 30 }],
  ['no rule, last day', until('2025-11-23'), [], '2025-11-23', { kind: 'fits' }],
  ['no rule, day after', until('2025-11-22'), [], '2025-11-23', { kind: 'expired', daysAgo: 1 }],
  ['undated, no rule', until(null), [], '2025-11-23', { kind: 'fits' }],
  ['undated, rule of no days', until(null), [days(0)], '2025-11-23', { kind: 'fits' }],
  ['undated, one day asked', until(null), [days(1)], '2025-11-23', { kind: 'undated' }],
  ['share without production date', until('2026-09-01'), [share(66)], '2025-11-23', noProduction(66)],
  ['66 % of 365, 241 left', until('2026-09-01', '2025-09-01'), [share(66)], '2026-01-03', { kind: 'fits' }],
  [
    '66 % of 365, 240 left',
    until('2026-09-01', '2025-09-01'),
    [share(66)],
    '2026-01-04',
    { kind: 'too_short', left: 240, required: 241 },
  ],
  [
    'the hardest of two rules',
    until('2026-01-01'),
    [days(10), days(60)],
    '2025-11-23',
    { kind: 'too_short', left: 39, required: 60 },
  ],
  ['expired comes before too short', until('2025-11-20'), [days(30)], '2025-11-23', { kind: 'expired', daysAgo: 3 }],
] as const)('%s', (_, life, rules, day, verdict) => {
  expect(lifeVerdict(life, rules, day)).toMatchObject(verdict)
})

test.each([
  [365, 66, 241],
  [100, 66, 66],
  [3, 50, 2],
  [365, 0, 0],
  [365, 100, 365],
  [0, 50, 0],
  [7, 14, 1],
])('of a life of %i days a share of %i in a hundred is %i whole days, rounded up', (life, percentMin, required) => {
  expect(lifeDaysRequired(share(percentMin), until(addDays('2025-01-01', life), '2025-01-01'))).toBe(required)
})

const amazon = { boundary: 'more_than', by: { ruleId: 'r1', name: 'Amazon' } } as const

test.each([
  ['90 days, more than', { kind: 'days', daysMin: 90 }, 90, 91],
  ['half of 100 days, more than', { kind: 'share', percentMin: 50 }, 50, 51],
  ['66 % of 365 days, more than', { kind: 'share', percentMin: 66 }, 240, 241],
  ['0 days, more than', { kind: 'days', daysMin: 0 }, 0, 1],
] as const)('a rule may want more than it says, and says who wants it: %s', (_, asked, left, required) => {
  const life = asked.kind === 'share' && asked.percentMin === 50 ? 100 : 365
  const dates = until('2026-09-01', addDays('2026-09-01', -life))
  const on = addDays('2026-09-01', -left)
  const short = { kind: 'too_short', left, required, on, ...amazon }
  expect(lifeVerdict(dates, [{ ...asked, ...amazon }], on)).toEqual(short)
  expect(lifeVerdict(dates, [{ ...asked, ...amazon }], addDays(on, left - required))).toEqual({ kind: 'fits' })
})

test('that exactly what is asked is enough is not told', () => {
  const short = { kind: 'too_short', left: 9, required: 10, on: '2025-11-23' }
  expect(lifeVerdict(until('2025-12-02'), [{ ...days(10), boundary: 'at_least' }], '2025-11-23')).toEqual(short)
})

test('an undated batch has not more than no days', () => {
  expect(lifeVerdict(until(null), [{ ...days(0), boundary: 'more_than' }], '2025-11-23')).toEqual({ kind: 'undated' })
})

test('a batch that is short of two rules names the harder one', () => {
  const asked = [{ ...days(60), by: { ruleId: 'r2', name: 'Harrods' } }, days(30)]
  expect(lifeVerdict(until('2025-12-03'), asked, '2025-11-23')).toMatchObject({ required: 60, by: { name: 'Harrods' } })
})

const day = fc.integer({ min: 0, max: 4000 }).map((count) => addDays('2024-01-01', count))
const rule = fc.oneof(fc.integer({ min: 0, max: 400 }).map(days), fc.integer({ min: 0, max: 100 }).map(share))

test('law: with n days asked, n days left fit and n − 1 do not', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 2000 }), (on, asked) => {
      expect(lifeVerdict(until(addDays(on, asked)), [days(asked)], on).kind).toBe('fits')
      expect(lifeVerdict(until(addDays(on, asked - 1)), [days(asked)], on).kind).toBe('too_short')
    }),
  )
})

test('law: a share asks for the fewest whole days that are at least that share', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 100 }), (from, life, percentMin) => {
      const required = lifeDaysRequired(share(percentMin), until(addDays(from, life), from)) ?? -1
      expect(required * 100).toBeGreaterThanOrEqual(life * percentMin)
      expect((required - 1) * 100).toBeLessThan(life * percentMin)
    }),
  )
})

test('law: what fits on a day fits on every day before it', () => {
  fc.assert(
    fc.property(day, day, fc.array(rule, { maxLength: 3 }), day, fc.nat(300), (made, last, rules, on, earlier) => {
      const life = until(last, made)
      fc.pre(lifeVerdict(life, rules, on).kind === 'fits')
      expect(lifeVerdict(life, rules, addDays(on, -earlier)).kind).toBe('fits')
    }),
  )
})

test('law: on the last day of delivery goods still fit, and on the day after they do not', () => {
  fc.assert(
    fc.property(day, day, fc.array(rule, { maxLength: 3 }), (made, last, rules) => {
      fc.pre(daysBetween(made, last) >= 0)
      const life = until(last, made)
      const on = lastDeliveryDay(life, rules)
      expect.assert(on !== null)
      expect(lifeVerdict(life, rules, on).kind).toBe('fits')
      expect(lifeVerdict(life, rules, addDays(on, 1)).kind).not.toBe('fits')
    }),
  )
})

test('where the life is not known no last day is made up', () => {
  expect(lastDeliveryDay(until(null), [])).toBeNull()
  expect(lastDeliveryDay(until('2026-01-01'), [share(10)])).toBeNull()
  expect(lifeDaysRequired(share(10), until(null, '2025-01-01'))).toBeNull()
})
