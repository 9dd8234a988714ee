import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type CalendarDate } from './calendar-date.ts'
import { childCode, kindsStated, type Redatable, type RedatingRule, redate, redatingKinds } from './redating.ts'
import { governingExpiry } from './shelf-life.ts'

const rule: RedatingRule = {
  afterOpening: { count: 12, unit: 'months' },
  frozenDays: 90,
  thawedDays: 3,
  refreezes: false,
}
const goods = (expiresOn: CalendarDate | null, ...became: Redatable['became']): Redatable => ({
  code: 'A',
  expiresOn,
  became,
})

test.each([
  [
    'opened well before the last day',
    'opened',
    goods('2027-06-01'),
    '2026-11-23',
    'opened on 2025-11-23 + 12 months = 2026-11-23, before the last day 2027-06-01 of batch A',
  ],
  [
    'opened near the last day',
    'opened',
    goods('2026-02-01'),
    '2026-02-01',
    'opened on 2025-11-23 + 12 months = 2026-11-23, but the last day 2026-02-01 of batch A comes first',
  ],
  ['opened without a last day', 'opened', goods(null), '2026-11-23', 'opened on 2025-11-23 + 12 months = 2026-11-23'],
  [
    'frozen',
    'frozen',
    goods('2025-12-01'),
    '2026-02-21',
    'frozen on 2025-11-23 + 90 days = 2026-02-21, instead of the last day 2025-12-01 of batch A',
  ],
  [
    'frozen on its last day',
    'frozen',
    goods('2025-11-23'),
    '2026-02-21',
    'frozen on 2025-11-23 + 90 days = 2026-02-21, instead of the last day 2025-11-23 of batch A',
  ],
  [
    'frozen after it was opened',
    'frozen',
    goods('2025-12-01', 'opened'),
    '2025-12-01',
    'frozen on 2025-11-23 + 90 days = 2026-02-21, but the last day 2025-12-01 of batch A comes first',
  ],
  [
    'thawed',
    'thawed',
    goods('2026-02-21', 'frozen'),
    '2025-11-26',
    'thawed on 2025-11-23 + 3 days = 2025-11-26, before the last day 2026-02-21 of batch A',
  ],
] as const)('the last day of what was %s', (_, kind, what, lastDay, says) => {
  expect(redate(kind, '2025-11-23', what, rule)).toEqual({ kind: 'redated', lastDay, says })
})

test.each([
  ['frozen after its last day', 'frozen', goods('2025-11-22'), rule, 'expired'],
  ['opened after its last day', 'opened', goods('2025-11-22'), rule, 'expired'],
  ['opened again', 'opened', goods('2026-01-01', 'opened'), rule, 'opened'],
  ['opened again once frozen', 'opened', goods('2026-01-01', 'opened', 'frozen'), rule, 'opened'],
  ['frozen again', 'frozen', goods('2026-01-01', 'frozen'), rule, 'frozen'],
  ['frozen again once thawed', 'frozen', goods('2026-01-01', 'frozen', 'thawed'), rule, 'thawed'],
  ['thawed though never frozen', 'thawed', goods('2026-01-01'), rule, 'not_frozen'],
  ['thawed twice', 'thawed', goods('2026-01-01', 'frozen', 'thawed'), rule, 'not_frozen'],
  ['opened by no rule', 'opened', goods('2026-01-01'), { ...rule, afterOpening: null }, 'no_rule'],
  ['frozen by no rule', 'frozen', goods('2026-01-01'), { ...rule, frozenDays: null }, 'no_rule'],
] as const)('nothing is %s', (_, kind, what, by, because) => {
  expect(redate(kind, '2025-11-23', what, by)).toEqual({ kind: 'refused', because })
})

test('what was thawed is frozen again where the rule says so', () => {
  const thawed = goods('2025-11-25', 'frozen', 'thawed')
  expect(redate('frozen', '2025-11-23', thawed, { ...rule, refreezes: true })).toMatchObject({ lastDay: '2026-02-21' })
})

const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days))
const kindOfDate = fc.constantFrom('best_before' as const, 'use_by' as const, 'expiry' as const, 'produced' as const)

test('law: opening and thawing give no later day, and freezing none to what was opened', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...redatingKinds),
      day,
      fc.option(day),
      fc.array(fc.constantFrom(...redatingKinds), { maxLength: 4 }),
      (kind, on, expiresOn, became) => {
        const redated = redate(kind, on, goods(expiresOn, ...became), rule)
        if (redated.kind === 'refused' || expiresOn === null) return
        if (kind !== 'frozen' || became.includes('opened')) expect(redated.lastDay <= expiresOn).toBe(true)
      },
    ),
  )
})

test('law: what the new day is stated as makes it govern, whatever dates came along', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.record({ kind: kindOfDate, on: day }), { selector: (d) => d.kind }),
      day,
      (came, on) => {
        const stated = kindsStated(came, on)
        const standing = [...came.filter(({ kind }) => !stated.includes(kind)), ...stated.map((kind) => ({ kind, on }))]
        expect(governingExpiry(standing)).toBe(on)
      },
    ),
  )
})

test.each([
  ['the first', 'opened', [], 'A-OP1'],
  ['the next', 'frozen', ['A-FZ1', 'A-FZ2'], 'A-FZ3'],
  ['a hole is filled', 'thawed', ['A-TH2'], 'A-TH1'],
] as const)('a batch that comes of another is called after it: %s', (_, kind, taken, code) => {
  expect(childCode('A', kind, new Set(taken))).toBe(code)
})

test('a long code is cut, and its suffix never', () => {
  expect(childCode('x'.repeat(80), 'opened', new Set())).toBe(`${'x'.repeat(76)}-OP1`)
})
