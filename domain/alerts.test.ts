import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type AlertVerdict,
  type Approaching,
  closedBecause,
  expiredStep,
  judgeAlert,
  type OpenAlert,
  stepReached,
  stepsUsual,
} from './alerts.ts'
import { addDays } from './calendar-date.ts'

const day = '2025-11-23'
const batch = (left: number | null, more: Partial<Approaching> = {}): Approaching => ({
  expiresOn: left === null ? null : addDays(day, left),
  onHand: 10,
  onTheWay: 0,
  day,
  steps: stepsUsual,
  ...more,
})
const told = (stepDays: number, left: number): OpenAlert => ({ stepDays, expiresOn: addDays(day, left) })

test.each([
  [91, null],
  [90, 90],
  [61, 90],
  [60, 60],
  [31, 60],
  [30, 30],
  [1, 30],
  [0, 30],
  [-1, 0],
  [-400, 0],
])('with %s days left the step that is reached is %s', (left, step) => {
  expect(stepReached(left, stepsUsual)).toBe(step)
})

test.each<[string, Approaching, OpenAlert | null, AlertVerdict]>([
  ['nothing is near', batch(91), null, { close: null, raise: null }],
  ['it comes already beyond 90 and 60', batch(45), null, { close: null, raise: 60 }],
  ['the next day nobody is told again', batch(44), told(60, 44), { close: null, raise: null }],
  ['the next step', batch(30), told(60, 30), { close: 'tighter', raise: 30 }],
  ['two steps at once', batch(-1), told(60, -1), { close: 'tighter', raise: 0 }],
  ['its last day is still good', batch(0), told(30, 0), { close: null, raise: null }],
  ['the date moved away', batch(200), told(60, 50), { close: 'moved', raise: null }],
  ['the date moved to a wider step', batch(80), told(60, 50), { close: 'moved', raise: 90 }],
  ['the date moved within the step', batch(58), told(60, 50), { close: null, raise: null }],
  ['the date moved nearer', batch(10), told(60, 50), { close: 'tighter', raise: 30 }],
  ['the date was taken back', batch(null), told(60, 50), { close: 'moved', raise: null }],
  ['no date', batch(null), null, { close: null, raise: null }],
  ['all is sold', batch(50, { onHand: 0, day: null }), told(60, 50), { close: 'gone', raise: null }],
  ['all is on a truck', batch(50, { onHand: 0, day: null, onTheWay: 9 }), told(60, 50), { close: null, raise: null }],
  ['it comes on a truck', batch(50, { onHand: 0, day: null, onTheWay: 9 }), null, { close: null, raise: null }],
  ['carried west, where it is yesterday', batch(61), told(60, 61), { close: null, raise: null }],
  ['carried west before the first step', batch(91), told(90, 91), { close: null, raise: null }],
  ['there is no such step any more', batch(50, { steps: [90, 30] }), told(60, 50), { close: 'steps', raise: 90 }],
  ['no steps at all', batch(50, { steps: [] }), told(60, 50), { close: 'steps', raise: null }],
  ['no steps, and expired', batch(-1, { steps: [] }), null, { close: null, raise: 0 }],
])('%s', (_, lies, open, verdict) => {
  expect(judgeAlert(lies, open)).toEqual(verdict)
})

test('why it was closed is told in words', () => {
  expect(closedBecause('moved', '2026-02-01')).toBe('date moved to 2026-02-01')
  expect(closedBecause('moved', null)).toBe('date taken back')
  expect(closedBecause('gone', '2026-02-01')).toBe('nothing on hand')
})

/** What is open afterwards; raising where one is open and stays would be a second one. */
function apply(lies: Approaching, open: OpenAlert | null): OpenAlert | null {
  const { close, raise } = judgeAlert(lies, open)
  if (close !== null) expect(open).not.toBeNull()
  const left = close === null ? open : null
  if (raise === null) return left
  expect(left, 'a second open alert of one batch').toBeNull()
  return { stepDays: raise, expiresOn: lies.expiresOn ?? '' }
}

const someSteps = fc.uniqueArray(fc.integer({ min: 1, max: 120 }), { maxLength: 5 })
const someBatch = fc.record({
  expiresOn: fc.option(fc.integer({ min: -150, max: 150 }).map((left) => addDays(day, left))),
  onHand: fc.nat({ max: 3 }),
  onTheWay: fc.nat({ max: 1 }),
  day: fc.integer({ min: 0, max: 150 }).map((passed) => addDays(day, passed)),
  steps: someSteps,
})
const lives = fc.array(someBatch, { minLength: 1, maxLength: 20 })

test('law: whatever happens to a batch, it has one open alert at most, and judged again at once there is nothing to do', () => {
  fc.assert(
    fc.property(lives, (states) => {
      let open: OpenAlert | null = null
      for (const state of states) {
        open = apply(state, open)
        expect(judgeAlert(state, open)).toEqual({ close: null, raise: null })
      }
    }),
  )
})

test('law: while the date and the steps stay, days that pass tell of each step once, from the widest reached to the day after the last', () => {
  fc.assert(
    fc.property(someSteps, fc.integer({ min: 0, max: 150 }), (steps, left) => {
      const raised: number[] = []
      let open: OpenAlert | null = null
      for (let passed = 0; passed <= left + 5; passed += 1) {
        const state = batch(left, { steps, day: addDays(day, passed) })
        const { raise } = judgeAlert(state, open)
        if (raise !== null) raised.push(raise)
        open = apply(state, open)
      }
      const first = stepReached(left, steps)
      const wanted = steps.filter((step) => step <= (first ?? left)).sort((a, b) => b - a)
      expect(raised).toEqual([...wanted, expiredStep])
    }),
  )
})

test('law of re-arming: moved past a step and back, it is told of again', () => {
  fc.assert(
    fc.property(fc.integer({ min: -20, max: 90 }), fc.integer({ min: 1, max: 300 }), (left, later) => {
      const before = apply(batch(left), null)
      const away = batch(90 + later)
      expect(judgeAlert(away, before)).toEqual({ close: 'moved', raise: null })
      expect(judgeAlert(batch(left), apply(away, before))).toEqual({ close: null, raise: before?.stepDays })
    }),
  )
})
